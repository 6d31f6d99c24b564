import { statfsSync } from 'node:fs'
import { elapsedMs } from '../clock.ts'

const MB = 2 ** 20
/**
 * PostgreSQL begins a new segment of its log every 16 MB. Where there is no room for one it ends itself, and until somebody
 * frees space nobody reads either. Three are left for what it writes by itself, and for people who come and go. Unit: bytes.
 */
const LEFT_TO_POSTGRES = 3 * 16 * MB
/** The disk is asked so often at most. Unit: ms. */
const LOOK_EVERY_MS = 100

export type Room = {
  /** Whether there is room for what people write. */
  isLeft(): boolean
  /** @throws {Error} with the code `ENOSPC`, as a full disk itself has it, where there is none */
  require(): void
}

/** The free space of the disk that holds an embedded database. Unit: bytes. */
const freeOn = (folder: string): number => {
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize
}

/** Watches the disk under an embedded database, so that writing stops before the database does. */
export function roomOn(folder: string, { free = () => freeOn(folder), elapsed = elapsedMs } = {}): Room {
  let looked = { at: -LOOK_EVERY_MS, left: true }
  const isLeft = () => {
    if (elapsed() - looked.at >= LOOK_EVERY_MS) looked = { at: elapsed(), left: free() >= LEFT_TO_POSTGRES }
    return looked.left
  }
  return {
    isLeft,
    require() {
      if (!isLeft()) throw Object.assign(new Error(`Less than ${LEFT_TO_POSTGRES / MB} MB are left on the disk of the database.`), { code: 'ENOSPC' })
    },
  }
}
