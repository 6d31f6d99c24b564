import { useSyncExternalStore } from 'react'

let said = ''
const watchers = new Set<() => void>()

/** Reads a sentence out to people who hear the page; nothing is shown. */
export function announce(sentence: string) {
  said = sentence
  for (const watcher of watchers) watcher()
}

/** The one live region of the app. */
export function Announcer() {
  const sentence = useSyncExternalStore((watcher) => {
    watchers.add(watcher)
    return () => watchers.delete(watcher)
  }, () => said)
  return <div className="unseen" role="status">{sentence}</div>
}
