import type { importAdr } from '#contract/decisions.ts'
import type { InputOf, OutputOf } from '#contract/operation.ts'
import type { Act } from '#server/platform/act.ts'
import { spaceFor, whoSees } from '#server/spaces/public.ts'
import type { Space } from '#server/spaces/public.ts'
import { stateWord } from '../wire.ts'
import { insertRecord } from './insert-record.ts'
import { linkAll } from './link-records.ts'
import { pathProblem } from './file-kind.ts'
import { outcomeOf } from './importing.ts'
import type { Importing, Outcome } from './importing.ts'
import type { Person } from './people.ts'
import { readAdr } from './read.ts'
import type { AdrRecord } from './record.ts'
import { everybody, shelfOf } from './shelf.ts'
import { ownFile, updateRecord } from './update-record.ts'

/**
 * Imports files into a space, each once by its path: what is here already and unchanged does nothing, what changed brings
 * its status and links, and whatever else differs is said. Nobody is told.
 */
export async function importRecords(act: Act, { spaceId, files, dryRun }: InputOf<typeof importAdr>): Promise<OutputOf<typeof importAdr>> {
  const space = await spaceFor(act, spaceId, 'space.write')
  // Two imports into one space take turns, so that nothing is imported twice.
  await act.tx.selectFrom('space').select('id').where('workspace_id', '=', act.actor.workspaceId).where('id', '=', space.id).forNoKeyUpdate().executeTakeFirst()
  const importing: Importing = { act, space, dryRun, shelf: await shelfOf(act, space.id), people: await peopleOf(act, space) }
  const read = new Map<string, AdrRecord>()
  const outcomes: Outcome[] = []
  for (const { path, text } of files) {
    const problem = read.has(path) ? 'This path stands twice in the import; the first was taken.' : pathProblem(path)
    const record = readAdr(path, text)
    outcomes.push(problem === null ? await importOne(importing, record, text) : outcomeOf(record, { notes: [{ line: null, message: problem }], state: null }))
    if (problem === null) read.set(path, record)
  }
  const { notes, waiting } = await linkAll(importing, read)
  const told = outcomes.map((outcome) => ({ ...outcome, notes: [...outcome.notes, ...notes.get(outcome.path) ?? []] }))
  return {
    files: told.map(({ notes: said, state, ...outcome }) => ({ ...outcome, state: state === null ? null : stateWord(importing.shelf.find((one) => one.number === outcome.number)?.state ?? state), notes: said.map((note) => ({ ...note })), waiting: waiting.get(outcome.path) ?? [] })),
    sentence: sentenceOf(told, dryRun),
  }
}

async function importOne(importing: Importing, record: AdrRecord, text: string): Promise<Outcome> {
  if (record.format === 'page' || record.format === 'template') {
    return outcomeOf(record, { state: null, notes: [{ line: null, message: `This is ${text.trim() === '' ? 'an empty file' : record.format === 'page' ? 'a page about records' : 'a template'}, so nothing was imported.` }] })
  }
  const known = importing.shelf.find((one) => one.path === record.path) ?? await ownFile(importing, record.path, text)
  if (known) return updateRecord(importing, known, record, text)
  if (importing.dryRun) return outcomeOf(record, {})
  return outcomeOf(record, await insertRecord(importing, record, text))
}

/** Whom names in files can mean: active people who see the space. */
async function peopleOf(act: Act, space: Space): Promise<Person[]> {
  const rows = await everybody(act)
  const seeing = new Set(await whoSees(act, space, rows.map((row) => row.id)))
  return rows.filter((row) => seeing.has(row.id))
}

function sentenceOf(outcomes: readonly Outcome[], dryRun: boolean): string {
  const none = outcomes.filter(({ state }) => state === null).length
  const same = outcomes.filter(({ unchanged }) => unchanged).length
  const here = outcomes.filter(({ state, unchanged, number }) => state !== null && !unchanged && (dryRun || number !== null)).length
  const parts = [`${files(here)} ${dryRun ? 'would be imported or brought up to date' : here === 1 ? 'was imported or brought up to date' : 'were imported or brought up to date'}`]
  if (same > 0) parts.push(`${files(same)} ${same === 1 ? 'is' : 'are'} here as ${same === 1 ? 'it stands' : 'they stand'}`)
  if (none > 0) parts.push(`${files(none)} ${none === 1 ? 'is no decision' : 'are no decisions'}`)
  return `${parts.join('; ')}.`
}
const files = (count: number): string => `${count} ${count === 1 ? 'file' : 'files'}`
