import { useSyncExternalStore } from 'react'

type Instant = Temporal.Instant

/** How often the time on a page moves on. Unit: ms. */
const TICK = 30_000

/** The server's clock as this page knows it: what it said, and what the browser's own clock said then. */
type Anchor = { server: Instant, browser: number, runs: boolean }

let anchor: Anchor | undefined
let shown: Instant | undefined
const watchers = new Set<() => void>()

/** The only place in the web that asks the machine for the time. Unit: ms since 1970. */
const browserTime = () => Date.now()

/** The time of an anchor, moved on by what the browser's clock has run since; a standing clock stays. */
export function timeFrom(known: Anchor | undefined, browser: number): Instant {
  if (!known) return Temporal.Instant.fromEpochMilliseconds(browser)
  return known.runs ? known.server.add({ milliseconds: browser - known.browser }) : known.server
}

function show() {
  shown = timeFrom(anchor, browserTime())
  for (const watcher of watchers) watcher()
}

/** Moves the page's time on. Called once at the start; the time is right again as soon as a sleeping tab is seen. */
export function keepClock() {
  setInterval(show, TICK)
  document.addEventListener('visibilitychange', () => { if (!document.hidden) show() })
}

/**
 * Sets the page's clock by the server's, because a development clock stands elsewhere and laptops run wrong.
 * @param at ISO instant the server gave; something else is ignored
 * @param runs false for a development clock, which stands still until it is moved
 * @param heard when that came, by the browser's clock: what was read is told again by each page that is opened. Unit: ms since 1970
 */
export function setServerTime(at: string, runs: boolean, heard = browserTime()) {
  if (!runs && anchor && heard < anchor.browser) return
  try {
    anchor = { server: Temporal.Instant.from(at), browser: heard, runs }
    show()
  } catch {
    // An unreadable time leaves the clock as it was.
  }
}

/**
 * Tells the page's clock when something happened. An event may come late, after a break or while a development clock is moved,
 * so now is not earlier than what it says, and may be much later: it turns the clock forward, and never back.
 * @param at ISO instant of the event; something else is ignored
 */
export function heardOfTime(at: string) {
  try {
    if (Temporal.Instant.compare(at, currentTime()) > 0) setServerTime(at, anchor?.runs ?? true)
  } catch {
    // An unreadable time leaves the clock as it was.
  }
}

/** Now, as the server sees it. Components are told this; they never ask. Moves on twice a minute. */
export function useNow(): Instant {
  return useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher)
      return () => watchers.delete(watcher)
    },
    () => (shown ??= timeFrom(anchor, browserTime())),
  )
}

/** Now, for things that happen, such as a draft being kept. */
export const currentTime = (): Instant => timeFrom(anchor, browserTime())
