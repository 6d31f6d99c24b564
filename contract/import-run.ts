import { beginImport, finishImport, previewImport, sendConversations } from './imports.ts'
import { Batcher } from '#domain/imports/batches.ts'
import type { ImportBatch } from '#domain/imports/batches.ts'
import { Tally } from '#domain/imports/tally.ts'
import type { ImportReport } from '#domain/imports/tally.ts'
import type { ImportCounts, ImportKind, ImportedPerson, ImportedPlace, Piece } from '#domain/imports/types.ts'
import type { Words } from '#domain/words/said.ts'
import type { Call } from './client.ts'

/** Who sends, the language of what is said about it, and who hears how far it is. */
export type ImportRunning = { call: Call; words: Words; progress(counts: ImportCounts): void }
export type Importing = { kind: ImportKind; source: string; name: string; spaceId: string | undefined; dryRun: boolean }

/** As many as the server keeps of one run, and takes at once. */
const PROBLEMS_SENT = 500
const PEOPLE_ASKED = 500
const KEYS_ASKED = 2000
const PLACES_ASKED = 1000

/**
 * Reads everything once and sends it in batches; with `dryRun` only asks what it would meet. A run that is cut off is
 * gone on with by the same command, since what is here already stays as it is.
 */
export async function importAll(run: ImportRunning, importing: Importing, pieces: AsyncIterable<Piece>): Promise<ImportReport> {
  return importing.dryRun ? lookAhead(run, importing, pieces) : sendAll(run, importing, pieces)
}

async function sendAll(run: ImportRunning, { kind, source, name, spaceId }: Importing, pieces: AsyncIterable<Piece>): Promise<ImportReport> {
  const { id } = await run.call(beginImport, { kind, source, name, ...(spaceId !== undefined && { spaceId }) })
  const [tally, batcher] = [new Tally(run.words), new Batcher()]
  const send = async (batch: ImportBatch): Promise<void> => {
    const { counts } = await run.call(sendConversations, { id, ...batch })
    tally.sent(counts)
    run.progress(tally.counts)
  }
  for await (const piece of pieces) {
    tally.read(piece)
    for (const batch of batcher.put(piece)) await send(batch)
  }
  for (const batch of batcher.end()) await send(batch)
  await run.call(finishImport, { id, problems: tally.problems.slice(0, PROBLEMS_SENT), problemCount: tally.problems.length })
  return tally.report({ source, name, dryRun: false })
}

async function lookAhead(run: ImportRunning, { source, name, spaceId }: Importing, pieces: AsyncIterable<Piece>): Promise<ImportReport> {
  const tally = new Tally(run.words)
  const people = new Map<string, ImportedPerson>()
  const places = new Map<string, ImportedPlace>()
  let keys: string[] = []
  const ask = async (): Promise<void> => {
    tally.counts.known += (await run.call(previewImport, { source, keys })).known
    keys = []
  }
  for await (const piece of pieces) {
    tally.read(piece)
    if ('people' in piece) for (const person of piece.people) people.set(person.key, person)
    if ('conversation' in piece) {
      places.set(piece.conversation.place.key, piece.conversation.place)
      for (const { key } of piece.conversation.messages) {
        keys.push(key)
        if (keys.length === KEYS_ASKED) await ask()
      }
    }
  }
  if (keys.length > 0) await ask()
  const everybody = [...people.values()]
  for (let at = 0; at < everybody.length; at += PEOPLE_ASKED) tally.met(await run.call(previewImport, { source, people: everybody.slice(at, at + PEOPLE_ASKED) }))
  const all = [...places.values()]
  for (let at = 0; spaceId === undefined && at < all.length; at += PLACES_ASKED) tally.met(await run.call(previewImport, { source, places: all.slice(at, at + PLACES_ASKED) }))
  return tally.report({ source, name, dryRun: true })
}
