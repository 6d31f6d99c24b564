import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** How much of each hash the list holds: enough that none of a billion other passwords is taken for one of them. Unit: bytes. */
const KEPT_BYTES = 8

const keptOf = (password: string): string => createHash('sha256').update(password).digest().subarray(0, KEPT_BYTES).toString('base64url')

let list: Promise<ReadonlySet<string>> | null = null

async function readList(): Promise<ReadonlySet<string>> {
  const text = await readFile(join(import.meta.dirname, 'common-passwords.txt'), 'utf8')
  return new Set(text.split('\n').filter((line) => line !== '' && !line.startsWith('#')))
}

/** Whether a password, in small letters, is one of the most common; the list is read once, when somebody first chooses one. */
export async function commonCheck(): Promise<(password: string) => boolean> {
  const common = await (list ??= readList())
  return (password) => common.has(keptOf(password))
}
