import { useSyncExternalStore } from 'react'
import type { Problem } from '#contract/problem.ts'
import { allUnsent, noteUnsent } from './unsent.ts'
import type { Unsent } from './unsent.ts'

/** What somebody sent while no answer came: it waits on this device until the server has it. */
export type Waiting = {
  /** Also its idempotency key: however often it is sent, it happens once. */
  key: string
  personId: string
  /** The operation's name, and what it is given. */
  operation: string
  input: unknown
  /** What it is, as its writer calls it: `A thread: Batches stop`. */
  title: string
  text: string
  /** Where it was written. */
  href: string
  /** What stood in the composer, so that it can be put back; `serverSlot` is what the server calls it, `beside` what else it may have kept of it. */
  draft?: { slot: string, serverSlot: string, value: unknown, beside?: readonly string[] }
  at: string
  /** The server refused it. It waits for its writer then, and is not sent by itself. */
  refused?: Problem
}

type Kept = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>
const KEY = 'longhand.waiting'

function all(storage: Kept): Waiting[] {
  try {
    const parsed: unknown = JSON.parse(storage.getItem(KEY) ?? '[]')
    return Array.isArray(parsed) ? parsed as Waiting[] : []
  } catch {
    return []
  }
}

function write(storage: Kept, list: readonly Waiting[]) {
  if (list.length === 0) storage.removeItem(KEY)
  else storage.setItem(KEY, JSON.stringify(list))
  for (const watcher of watchers) watcher()
}

const watchers = new Set<() => void>()

/** @throws {DOMException} when the browser keeps nothing; then the text must stay where it is */
export const keepWaiting = (storage: Kept, one: Waiting) => write(storage, [...all(storage).filter(({ key }) => key !== one.key), one])
export const dropWaiting = (storage: Kept, key: string) => write(storage, all(storage).filter((one) => one.key !== key))
export const waitingOf = (storage: Kept, personId: string): Waiting[] => all(storage).filter((one) => one.personId === personId)

/** Notes that the server refused something, with its reasons; nothing that was written goes. */
export function noteRefused(storage: Kept, key: string, refused: Problem) {
  noteUnsent(storage, key, refused)
  write(storage, all(storage).map((one) => (one.key === key ? { ...one, refused } : one)))
}

/** What of one person waits on this device: replies, which their threads show too, and everything else. */
export type AllWaiting = { replies: readonly Unsent[], others: readonly Waiting[] }

export const everythingOf = (storage: Kept, personId: string): AllWaiting =>
  ({ replies: allUnsent(storage).filter((reply) => reply.personId === personId), others: waitingOf(storage, personId) })

let shown: { asked: string, texts: string, all: AllWaiting } | undefined

/** The same for a component; stable while nothing changes, and right in every window. */
export function useEverythingWaiting(personId: string): AllWaiting {
  return useSyncExternalStore(watchWaiting, () => {
    const texts = `${localStorage.getItem(KEY)}${JSON.stringify(allUnsent(localStorage))}`
    if (shown?.asked !== personId || shown.texts !== texts) shown = { asked: personId, texts, all: everythingOf(localStorage, personId) }
    return shown.all
  })
}

/** Tells those who watch that something was sent, refused or kept in this window. */
export function sayChanged() {
  for (const watcher of watchers) watcher()
}

/** Tells of each change, in this window and in others. @returns what ends it */
export function watchWaiting(watcher: () => void): () => void {
  watchers.add(watcher)
  addEventListener('storage', watcher)
  return () => {
    watchers.delete(watcher)
    removeEventListener('storage', watcher)
  }
}
