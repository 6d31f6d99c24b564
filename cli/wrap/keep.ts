import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { WrapText } from '#domain/handoffs/wrap-text.ts'
import { z } from 'zod'
import { stateFolder, writePrivate } from '../connection/config.ts'
import { UsageError } from '../errors.ts'
import type { WrapInput } from './draft.ts'

type Env = Readonly<Record<string, string | undefined>>

/** A wrap that did not arrive. With `input`, sending again repeats the same request, so that it never counts twice. */
export type KeptWrap = { key: string; draft: WrapText; input: WrapInput | null }
const Shape = z.object({ key: z.string(), draft: z.unknown(), input: z.unknown() })

const folder = (env: Env): string => join(stateFolder(env), 'drafts')

export const newKey = (): string => randomUUID()

/** @returns the file, to be said to its author */
export function keepWrap(env: Env, kept: KeptWrap): string {
  const file = join(folder(env), `wrap-${kept.key.slice(0, 8)}.json`)
  writePrivate(file, `${JSON.stringify(kept, null, 2)}\n`)
  return file
}

export function dropWrap(env: Env, key: string): void {
  rmSync(join(folder(env), `wrap-${key.slice(0, 8)}.json`), { force: true })
}

/** Drops kept wraps that were never sent, and that somebody has sent otherwise now. @returns their files */
export function dropMended(env: Env, isMended: (draft: WrapText) => boolean): string[] {
  const files = keptFiles(folder(env)).filter((file) => {
    const kept = readKept(file)
    return kept?.input === null && isMended(kept.draft)
  })
  for (const file of files) rmSync(file)
  return files
}

/** The named file, or the newest kept wrap. @throws {UsageError} when there is none */
export function readKeptWrap(env: Env, file: string | null): KeptWrap {
  const path = file ?? newest(folder(env))
  if (path === null) throw new UsageError('No wrap was kept.', 'Write one with `longhand wrap`.')
  const kept = readKept(path)
  if (kept === null) throw new UsageError(`${path} is not a kept wrap.`, 'Leave the file out to take the newest one.')
  return kept
}

function readKept(file: string): KeptWrap | null {
  try { return Shape.parse(JSON.parse(readFileSync(file, 'utf8'))) as KeptWrap } catch { return null }
}

const keptFiles = (path: string): string[] => listed(path).filter((name) => name.startsWith('wrap-')).map((name) => join(path, name))

function newest(path: string): string | null {
  return keptFiles(path).toSorted((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)[0] ?? null
}

function listed(path: string): string[] {
  try { return readdirSync(path) } catch { return [] }
}
