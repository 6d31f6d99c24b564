import type { FileView } from '#contract/files.ts'
import type { Problem } from '#contract/problem.ts'

/** A file that a text uses, as its draft keeps it. */
export type KeptFile = Pick<FileView, 'id' | 'name' | 'type' | 'size' | 'url' | 'image'>

/** A reply on its way: kept on the device until the server has it, so that a closed tab loses nothing. */
export type Unsent = {
  /** Also its idempotency key: sending it again makes no second reply. */
  key: string
  number: number
  personId: string
  body: string
  quote: { replyId: string | null, authorName: string, text: string } | null
  files: readonly KeptFile[]
  at: string
  /** The server refused it while its thread was not open. */
  refused?: Problem
}

const KEY = 'longhand.unsent'
type Kept = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

function all(storage: Kept): Unsent[] {
  try {
    const parsed: unknown = JSON.parse(storage.getItem(KEY) ?? '[]')
    return Array.isArray(parsed) ? parsed as Unsent[] : []
  } catch {
    return []
  }
}

function write(storage: Kept, replies: readonly Unsent[]) {
  try {
    if (replies.length === 0) storage.removeItem(KEY)
    else storage.setItem(KEY, JSON.stringify(replies))
  } catch {
    // A full or forbidden storage keeps nothing; the reply is still on the page.
  }
}

/** Everybody's, of all threads. */
export const allUnsent = all
/** Notes why the server refused one. */
export const noteUnsent = (storage: Kept, key: string, refused: Problem) => write(storage, all(storage).map((reply) => (reply.key === key ? { ...reply, refused } : reply)))
export const keepUnsent = (storage: Kept, reply: Unsent) => write(storage, [...all(storage).filter(({ key }) => key !== reply.key), reply])
export const dropUnsent = (storage: Kept, key: string) => write(storage, all(storage).filter((reply) => reply.key !== key))
/** What one person wrote in one thread and the server may not have. */
export const unsentIn = (storage: Kept, number: number, personId: string): Unsent[] => all(storage).filter((reply) => reply.number === number && reply.personId === personId)
