import type { takeEntries as operation } from '#contract/exports.ts'
import type { InputOf, OutputOf } from '#contract/operation.ts'
import { ENTRY_KINDS } from '#contract/spaces.ts'
import { addressedHere } from '#domain/exports/links.ts'
import { cleanFileName } from '#domain/files/name.ts'
import { Refusal } from '#domain/refusal.ts'
import { startAsksOf } from '#server/asks/public.ts'
import { said } from '#domain/words/said.ts'
import { putNewTexts } from '#server/entries/public.ts'
import { forgetFiles } from '#server/files/public.ts'
import type { Act } from '#server/platform/act.ts'
import { sql } from 'kysely'
import { z } from 'zod'
import { allowTaking, placedBy } from './alone.ts'
import type { Placed } from './alone.ts'
import { PARTS } from './parts.ts'
import { insertPart, insertShell, updateShell } from './put-parts.ts'
import type { Taking } from './put-parts.ts'
import { putReplies } from './put-replies.ts'
import { settle } from './settle.ts'
import { readExported, unreadable } from './read-file.ts'
import type { ReadFile } from './read-file.ts'

const Moment = z.iso.datetime()
const Front = z.object({
  number: z.number().int().min(1), kind: z.enum(ENTRY_KINDS), title: z.string(), space: z.string(), author: z.string(), at: Moment, edited: Moment, tldr: z.string(), words: z.number().int().min(0), id: z.uuid(),
  files: z.array(z.object({ path: z.string(), name: z.string(), sha256: z.string(), reply: z.uuid().optional(), by: z.string(), at: Moment })).default([]),
})
export type EntryFront = z.output<typeof Front>

/** Stands as the moment of its last edit while only the name of an entry is here, and not yet its text. */
const NAME_ONLY = Temporal.Instant.fromEpochMilliseconds(0)
/** Parts that others point at: they come with the names. */
const SHELLS: ReadonlySet<string> = new Set(['thread', 'page', 'decision'])

type Input = InputOf<typeof operation>

/** Entries of an export, under their numbers and ids. What is here already stays. */
export async function takeEntries(act: Act, { pass, files, attachments }: Input): Promise<OutputOf<typeof operation>> {
  await allowTaking(act)
  const read = files.map(readExported).map((file) => ({ file, front: frontOf(file) }))
  const placed = await placedBy(act)
  const here = await entriesHere(act, read.map(({ front }) => front))
  if (pass === 'names') return takeNames(act, placed, read.filter(({ file, front }) => isFresh(file, front, here)), { read, here })
  const waiting = read.filter(({ front }) => here.get(front.number)?.nameOnly === true)
  const missing = read.find(({ front }) => !here.has(front.number))
  if (missing) throw unreadable(missing.file.path, 'was not sent with the pass of names.')
  const told = { taken: waiting.length, known: read.length - waiting.length, waiting: pass === 'files' ? waiting.map(({ front }) => front.number) : [] }
  for (const one of waiting) await guarded(one.file, () => useFiles(act, one, { placed, attachments, whole: pass === 'texts' }))
  if (pass === 'files') return told
  const numbers = await numbersHere(act, waiting.map(({ file }) => file))
  for (const { file, front } of waiting) await guarded(file, () => takeText(act, { file, front, placed, numbers, attachments }))
  await putNewTexts(act, waiting.map(({ file, front }) => ({ id: front.id, entryId: front.id, title: front.title, text: addressedHere([file.text, ...file.sections.filter(({ about }) => about['reply'] === undefined).map(({ text }) => text)].join('\n'), filesHere({ file, front }, attachments)) })))
  await settle(act, waiting.map(({ front }) => front.id))
  await startAsksOf(act, act.actor.personId)
  return told
}

function frontOf(file: ReadFile): EntryFront {
  const read = Front.safeParse(file.front)
  if (read.success) return read.data
  throw unreadable(file.path, `does not say what an entry must${read.error.issues[0] ? ` (${read.error.issues[0].path.join('.')})` : ''}.`)
}

type Here = Map<number, { id: string; nameOnly: boolean }>

async function entriesHere({ tx, actor: { workspaceId } }: Act, fronts: readonly EntryFront[]): Promise<Here> {
  const rows = await tx.selectFrom('entry').select(['id', 'number', 'updated_at']).where('workspace_id', '=', workspaceId).where('number', 'in', fronts.map(({ number }) => number)).execute()
  return new Map(rows.map(({ id, number, updated_at }) => [number, { id, nameOnly: updated_at.equals(NAME_ONLY) }]))
}

function isFresh(file: ReadFile, { number, id }: EntryFront, here: Here): boolean {
  const there = here.get(number)
  if (there && there.id !== id) throw new Refusal('conflict', said`#${number} is another entry here than in ${file.path}.`, said`Import into a new workspace.`)
  return there === undefined
}

type ReadEntry = { file: ReadFile; front: EntryFront }

async function takeNames(act: Act, placed: Placed, fresh: readonly ReadEntry[], { read, here }: { read: readonly ReadEntry[]; here: Here }): Promise<OutputOf<typeof operation>> {
  const { workspaceId } = act.actor
  for (const { file, front } of fresh) {
    const spaceId = placed.space(front.space)
    const authorId = placed.person(front.author)
    await guarded(file, async () => {
      await act.tx.insertInto('entry').values({
        workspace_id: workspaceId, id: front.id, number: front.number, kind: front.kind, space_id: spaceId, author_id: authorId, title: front.title, tldr: front.tldr, word_count: front.words,
        published_at: Temporal.Instant.from(front.at), updated_at: NAME_ONLY, deleted_at: null,
      }).execute()
      const taking: Taking = { act, file, entryId: front.id, spaceId, authorId, at: front.at, placed, entry: () => null, text: (text) => text }
      for (const part of PARTS) if (SHELLS.has(part.name) && file.front[part.name] !== undefined) await insertShell(taking, part)
    })
  }
  const next = Math.max(0, ...fresh.map(({ front }) => front.number)) + 1
  await act.tx.updateTable('workspace').set({ next_number: sql<number>`greatest(next_number, ${next}::bigint)` }).where('id', '=', workspaceId).execute()
  return { taken: fresh.length, known: read.length - fresh.length, waiting: read.flatMap(({ front: { number } }) => here.get(number)?.nameOnly === false ? [] : [number]) }
}

/** Ids of the entries that these files point at by number; those of the whole batch in one query. */
async function numbersHere({ tx, actor: { workspaceId } }: Act, files: readonly ReadFile[]): Promise<ReadonlyMap<number, string>> {
  const wanted = new Set<number>()
  const collect = (value: unknown): void => {
    if (typeof value === 'number' && Number.isSafeInteger(value) && value > 0) wanted.add(value)
    else if (typeof value === 'object' && value !== null) for (const one of Object.values(value)) collect(one)
  }
  for (const { front, sections } of files) { collect(front); for (const { about } of sections) collect(about) }
  const rows = await tx.selectFrom('entry').select(['id', 'number']).where('workspace_id', '=', workspaceId).where('number', 'in', [...wanted]).execute()
  return new Map(rows.map(({ id, number }) => [number, id]))
}

type Text = ReadEntry & { placed: Placed; numbers: ReadonlyMap<number, string>; attachments: Input['attachments'] }

async function takeText(act: Act, { file, front, placed, numbers, attachments }: Text): Promise<void> {
  const { workspaceId } = act.actor
  const here = filesHere({ file, front }, attachments)
  const text = (given: string): string => addressedHere(given, here)
  const taking: Taking = { act, file, entryId: front.id, spaceId: placed.space(front.space), authorId: placed.person(front.author), at: front.at, placed, entry: (number) => numbers.get(number) ?? null, text }
  for (const part of PARTS) {
    if (file.front[part.name] === undefined) continue
    if (SHELLS.has(part.name)) await updateShell(taking, part)
    else await insertPart(taking, part)
  }
  await putReplies(taking)
  await act.tx.updateTable('entry').set({ updated_at: Temporal.Instant.from(front.edited) }).where('workspace_id', '=', workspaceId).where('id', '=', front.id).execute()
}

/** The files of an entry that were uploaded here, under the names that they have in its front matter. */
function filesHere({ file, front }: ReadEntry, attachments: Input['attachments']): { id: string; name: string; path: string }[] {
  const folder = file.path.slice(0, file.path.lastIndexOf('/') + 1)
  return front.files.flatMap(({ path, name }) => {
    const found = attachments.find((one) => one.path === folder + path)
    return found ? [{ id: found.id, name: cleanFileName(name), path }] : []
  })
}

/** Files may come a few at a time, before the text that shows them. With the text all of them are named, and what an import that was cut brought for it goes. */
async function useFiles(act: Act, one: ReadEntry, { placed, attachments, whole }: { placed: Placed; attachments: Input['attachments']; whole: boolean }): Promise<void> {
  const here = new Map(filesHere(one, attachments).map((file) => [file.path, file]))
  if (whole) await forgetFiles(act, { entryId: one.front.id, except: [...here.values()].map(({ id }) => id) })
  for (const { path, sha256, reply, by, at } of one.front.files) {
    const file = here.get(path)
    if (file) await useFile(act, { ...file, sha256, entryId: one.front.id, replyId: reply ?? null, by: placed.person(by), at })
  }
}

type Use = { id: string; name: string; sha256: string; entryId: string; replyId: string | null; by: string; at: string }

/** A file that was uploaded before, by the one who imports; what was not is left out, and its text links to nothing. */
async function useFile(act: Act, { id, name, sha256, entryId, replyId, by, at }: Use): Promise<void> {
  const { workspaceId, personId } = act.actor
  // Nobody else is here, so every file of this workspace was uploaded by the one who imports.
  const whole = await act.tx.updateTable('file').set((row) => ({ state: 'used', name, owner_id: row.case().when('owner_id', '=', personId).then(by).else(row.ref('owner_id')).end() }))
    .where('workspace_id', '=', workspaceId).where('id', '=', id).where('state', 'in', ['loose', 'used']).where('deleted_at', 'is', null).where('sha256', '=', Buffer.from(sha256, 'hex')).returning('id').executeTakeFirst()
  if (!whole) throw new Refusal('bad_input', said`${name} was not uploaded, or its bytes are not those of the export.`, said`Upload the files of the export as they are, and try again.`)
  await act.tx.insertInto('file_use').values({ workspace_id: workspaceId, id: act.newId(), file_id: id, entry_id: entryId, reply_id: replyId, added_by: by, added_at: Temporal.Instant.from(at), hidden_at: null }).onConflict((row) => row.doNothing()).execute()
  await act.dropTimer('file.remove', id)
}

/** What the database does not take is a fault of the file, and named. */
const OF_THE_DATA = /^(?:22|23)/
async function guarded(file: ReadFile, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
    if (!OF_THE_DATA.test(code)) throw error
    throw Object.assign(unreadable(file.path, 'holds something that cannot be.'), { cause: error })
  }
}

