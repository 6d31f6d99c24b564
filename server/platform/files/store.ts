import type { Readable } from 'node:stream'

/** What is known of bytes once all of them came. */
export type Received = {
  /** Unit: bytes. */
  size: number
  /** Of the whole, as 64 hex digits. */
  sha256: string
  /** Media type, read from the bytes; `application/octet-stream` where they do not say. */
  type: string
}

/** Part of a file: both ends belong to it. Unit: bytes from its start. */
export type Part = { start: number; end: number }

/**
 * Where the bytes of files are. Everything goes by the id that Longhand gave; no name and no path of anybody ever gets
 * here. Both stores, on disk and in S3, behave alike.
 */
export type FileStore = {
  /**
   * Keeps bytes as they come, never all of them in memory. When it returns they are as durable as the store makes them;
   * when it throws, nothing of them is left.
   * @throws {Refusal} `too_large` beyond `limit` bytes, `bad_input` when the sender stopped or sent nothing
   * @throws {StoreOutage} when the store does not take them
   */
  put(id: string, bytes: AsyncIterable<Uint8Array>, limit: number): Promise<Received>
  /** @throws {FileLost} when there are none, {StoreOutage} when the store does not answer */
  open(id: string, part?: Part): Promise<Readable>
  /** Takes them away, with whatever a crash left of them. Nothing happens when there are none. */
  remove(id: string): Promise<void>
}

/** The store cannot be reached or does not take what it is given; the same may well work later. */
export class StoreOutage extends Error { override readonly name = 'StoreOutage' }
/** The store has not what the database says it keeps. */
export class FileLost extends Error { override readonly name = 'FileLost' }

/** Codes by which a system says that there is no more room. */
const FULL = new Set(['ENOSPC', 'EDQUOT'])
const SYSTEM_CODE = /^E[A-Z0-9]+$/

/** What a system refused is an outage of the store. A full disk, and refusals of ours, stay what they are. */
export function asOutage(error: unknown, message: string): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return typeof code === 'string' && SYSTEM_CODE.test(code) && !FULL.has(code) ? new StoreOutage(message, { cause: error }) : error
}

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/**
 * Where the bytes of an id lie inside a store: in one of 256 folders, by its last two digits, since the first ones are
 * a time and hardly differ.
 * @throws {Error} for anything that is no id of ours, so that no text can name a place
 */
export function placeOfId(id: string): { folder: string; name: string } {
  if (!ID.test(id)) throw new Error('Bytes are kept by id only.')
  return { folder: id.slice(-2), name: id }
}
