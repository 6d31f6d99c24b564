import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { WrapText } from '#domain/handoffs/wrap-text.ts'
import { z } from 'zod'
import { stateFolder, writePrivate } from '../connection/config.ts'
import { UsageError } from '../errors.ts'
import type { WrapFlags, WrapInput } from './draft.ts'

type Env = Readonly<Record<string, string | undefined>>

/** A wrap that did not arrive. With `input`, sending again repeats the same request, so that it never counts twice. */
export type KeptWrap = {
  key: string; draft: WrapText; input: WrapInput | null
  /** Where it was meant to stand, as it was named. */
  space: string | null
  /** A text that was piped in and could not be read, and what flags said besides; the draft is empty then. */
  unread: { text: string; flags: WrapFlags } | null
}
const Shape = z.object({
  key: z.string(), draft: z.unknown(), input: z.unknown(), space: z.string().nullable().default(null),
  unread: z.object({ text: z.string(), flags: z.unknown() }).nullable().default(null),
})

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

/** The named wrap, or the newest that was kept. @throws {UsageError} when there is none */
export function readKeptWrap(env: Env, given: string | null): KeptWrap {
  const path = given === null ? newestFirst(env)[0] : fileOf(env, given)
  if (path === undefined) throw new UsageError('No wrap was kept.', 'Write one with `longhand wrap`.')
  const kept = readKept(path)
  if (kept === null) throw new UsageError(`${path} is not a kept wrap.`, '`longhand wrap --drafts` lists those that there are.')
  return kept
}

/** A wrap that was kept, as it is listed: by the signs that its file is called by. */
export type ListedWrap = { id: string; file: string; keptAt: Temporal.Instant; draft: WrapText; unread: string | null; mayHaveArrived: boolean }

/** Every wrap that was kept, newest first. */
export function listKeptWraps(env: Env): ListedWrap[] {
  return newestFirst(env).flatMap((file) => {
    const kept = readKept(file)
    return kept === null ? [] : [{ id: idOf(file), file, keptAt: Temporal.Instant.fromEpochMilliseconds(Math.floor(statSync(file).mtimeMs)), draft: kept.draft, unread: kept.unread?.text ?? null, mayHaveArrived: kept.input !== null }]
  })
}

/** @param which `all`, or the one that is named @returns the files that are gone @throws {UsageError} for what is no kept wrap */
export function dropKeptWraps(env: Env, which: string): string[] {
  const files = which === 'all' ? listKeptWraps(env).map(({ file }) => file) : [fileOf(env, which)]
  if (which !== 'all') readKeptWrap(env, which)
  for (const file of files) rmSync(file)
  return files
}

const idOf = (file: string): string => basename(file).replace(/^wrap-|\.json$/g, '')

/** Where a wrap is kept that is named by its file or by its id. */
const fileOf = (env: Env, given: string): string => keptFiles(folder(env)).find((file) => idOf(file) === given) ?? given

function readKept(file: string): KeptWrap | null {
  try { return Shape.parse(JSON.parse(readFileSync(file, 'utf8'))) as KeptWrap } catch { return null }
}

const keptFiles = (path: string): string[] => listed(path).filter((name) => name.startsWith('wrap-')).map((name) => join(path, name))

const newestFirst = (env: Env): string[] => keptFiles(folder(env)).toSorted((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)

function listed(path: string): string[] {
  try { return readdirSync(path) } catch { return [] }
}
