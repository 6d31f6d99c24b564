import { useSyncExternalStore } from 'react'
import { currentTime } from './clock.ts'
import { KEPT_AT } from './offline/kept-at.ts'

/** What this page knows of the way to the server. */
export type Contact = {
  reachable: boolean
  /** When an answer came last; undefined where none has come to this page. */
  heardAt: Temporal.Instant | undefined
  /** By the page that asked: from when the oldest answer is that was given again. */
  keptAt: Readonly<Record<string, string>>
}

/** Hears every answer, so that some may be kept. It comes after the first page, which needs it for nothing. */
type Keeper = (url: string, method: string, answer: Response) => void

let contact: Contact = { reachable: true, heardAt: undefined, keptAt: {} }
/** Until then the first answers are laid aside; so many at most. */
const ASIDE_MAX = 30
let aside: (() => void)[] = []
let keeper: Keeper = (url, method, answer) => {
  if (aside.length >= ASIDE_MAX) return
  const copy = answer.clone()
  aside.push(() => keeper(url, method, copy))
}
const watchers = new Set<() => void>()

function note(next: Contact) {
  contact = next
  for (const watcher of watchers) watcher()
}

/** Tells whoever keeps answers of each one. */
export function keepWith(next: Keeper) {
  keeper = next
  for (const tell of aside) tell()
  aside = []
}

/** The way to the server as it is now; watched by pages, and asked by what waits for it. */
export const contactNow = (): Contact => contact

export function watchContact(watcher: () => void): () => void {
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}

export const useContact = (): Contact => useSyncExternalStore(watchContact, contactNow)

/** Asks the server. Where no answer comes, a read is given what this device kept of it, if it kept it. */
export async function reach(input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> {
  const [url, method] = [String(input), init.method ?? 'GET']
  const answer = await fetch(url, init).catch(async (cause: unknown) => {
    if (init.signal?.aborted) throw cause
    if (contact.reachable) note({ ...contact, reachable: false })
    const kept = method === 'GET' ? await keptAnswer(url) : undefined
    if (!kept) throw cause
    return kept
  })
  const keptAt = answer.headers.get(KEPT_AT)
  if (keptAt === null) heard(url, method, answer)
  else noteKept(location.pathname, keptAt)
  return answer
}

function heard(url: string, method: string, answer: Response) {
  keeper(url, method, answer)
  if (contact.reachable) contact.heardAt = currentTime()
  else note({ reachable: true, heardAt: currentTime(), keptAt: {} })
}

function noteKept(page: string, at: string) {
  const before = contact.keptAt[page]
  if (before === undefined || at < before) note({ ...contact, keptAt: { ...contact.keptAt, [page]: at } })
}

/** Nothing is kept where the browser keeps nothing, or where the code that finds it was never fetched. */
const keptAnswer = (url: string): Promise<Response | undefined> => import('./offline/kept.ts').then(({ keptAnswer: find }) => find(url)).catch(() => undefined)
