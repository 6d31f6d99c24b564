import { isDeepStrictEqual } from 'node:util'
import { canHappen } from '#domain/decisions/decision-table.ts'
import type { DecisionState } from '#domain/decisions/decision-table.ts'
import { may } from '#domain/policy.ts'
import type { Act } from '#server/platform/act.ts'
import { json } from '#server/platform/db/columns.ts'
import { applyChange } from '../apply.ts'
import { changed } from '../doing.ts'
import { loadById } from '../load.ts'
import type { Loaded } from '../load.ts'
import { decisionFor } from '../queries.ts'
import { rightsOf } from '../rows.ts'
import { filesOf } from './export.ts'
import { outcomeOf } from './importing.ts'
import type { Importing, Outcome } from './importing.ts'
import { readAdr } from './read.ts'
import type { AdrNote, AdrRecord, AdrState } from './record.ts'
import { sourcesOf } from './shelf.ts'
import type { Shelved, SourceRow } from './shelf.ts'

/** A file whose path is here already: the same, our own, or changed since. */
export async function updateRecord(importing: Importing, known: Shelved, record: AdrRecord, text: string): Promise<Outcome> {
  const { act } = importing
  const here = { number: known.number, title: known.title, state: known.state }
  const source = (await sourcesOf(act, [known.id])).get(known.id)
  if (source?.text === text || (await textOf(act, known)) === text) return { ...outcomeOf(record, { ...here, unchanged: true }), notes: [] }
  if (!source) return { ...outcomeOf(record, here), notes: [{ line: null, message: `#${known.number} was decided here, and its file differs from it. Nothing was imported; change it on its page.` }] }
  const notes: AdrNote[] = []
  const before = readAdr(source.path, source.text)
  const sameText = isDeepStrictEqual(before.content, record.content)
  if (!sameText) notes.push({ line: firstDifference(source.text, text), message: known.state === 'draft' ? 'The text differs from what was imported. Change the draft on its page, or import it under another name.' : 'The text differs from what was imported. The text of a record never changes; write a new decision that supersedes it.' })
  for (const [what, one, other] of [['date', before.date, record.date], ['deciders', before.deciders, record.deciders]] as const) {
    if (!isDeepStrictEqual(one, other)) notes.push({ line: null, message: `Its ${what} changed in the file; here it stays as it was.` })
  }
  await takeTags(importing, { known, before, record, notes })
  const state = await takeState(importing, { known, source, record, notes })
  if (sameText && !importing.dryRun && state !== null) await keepSource(act, { known, record, text })
  return outcomeOf(record, { ...here, state: state ?? known.state, notes })
}

/** A record of this space as it was written into another folder; null where there is none with these very words. */
export async function ownFile({ act, shelf }: Importing, path: string, text: string): Promise<Shelved | null> {
  const own = shelf.find((one) => !one.imported && one.path === path.slice(path.lastIndexOf('/') + 1))
  return own && (await textOf(act, own)) === text ? own : null
}

const textOf = async (act: Act, known: Shelved): Promise<string | undefined> => {
  const row = await decisionFor(act, known.number)
  return (await filesOf(act, [row])).get(row.entry_id)?.text
}

type Tagged = { known: Shelved; before: AdrRecord; record: AdrRecord; notes: AdrNote[] }
/** Brings tags that changed in the file, where nobody changed them here: they are how a record is found, and nothing that was decided. */
async function takeTags({ act, dryRun }: Importing, { known, before, record, notes }: Tagged): Promise<void> {
  const one = sameTags(before.tags, record.tags) ? null : await loadById(act, known.id)
  if (!one || sameTags(one.row.tags, record.tags)) return
  if (!sameTags(one.row.tags, before.tags)) { notes.push({ line: null, message: 'Its tags changed in the file and here as well; here they stay as they are.' }); return }
  if (!may(act.actor, 'decision.write', { decision: rightsOf(act.actor.workspaceId, one.row, one.decision) })) {
    notes.push({ line: null, message: 'Its tags changed in the file; only who imported it, is responsible or accountable can bring that here.' })
    return
  }
  if (dryRun) return
  await act.tx.updateTable('decision').set({ tags: json([...record.tags]) }).where('workspace_id', '=', act.actor.workspaceId).where('entry_id', '=', known.id).execute()
  await changed(act, one.row)
}
const sameTags = (one: readonly string[], other: readonly string[]): boolean => isDeepStrictEqual(one.toSorted(), other.toSorted())

type Taking = { known: Shelved; source: SourceRow; record: AdrRecord; notes: AdrNote[] }
/** Brings a status that changed in the file, where nothing else was done here. @returns null where it could not be taken */
async function takeState(importing: Importing, { known, source, record, notes }: Taking): Promise<DecisionState | null> {
  if (record.state === source.state || record.state === known.state) return known.state
  const said = `The file now says ${record.status === null ? 'nothing of a status' : `“${record.status.slice(0, STATUS_SHOWN)}”`}`
  if (known.state !== source.state) { notes.push({ line: null, message: `${said}; its state was changed here as well and stays.` }); return null }
  const one = await loadById(importing.act, known.id)
  if (!one || !canTake(known.state, record.state)) { notes.push({ line: null, message: `${said}; here it stays as it is.` }); return null }
  if (!may(importing.act.actor, 'decision.write', { decision: rightsOf(importing.act.actor.workspaceId, one.row, one.decision) })) {
    notes.push({ line: null, message: `${said}; only who imported it, is responsible or accountable can bring that here.` })
    return null
  }
  if (!importing.dryRun) await bringState(importing.act, one, record)
  known.state = record.state
  return record.state
}
const STATUS_SHOWN = 80

/** A draft may become anything; a record may end, as its own page would let it. */
function canTake(from: DecisionState, to: AdrState): boolean {
  if (from === 'draft') return to === 'decided' || to === 'withdrawn' || to === 'superseded' || to === 'deprecated'
  return (to === 'superseded' && canHappen(from, 'supersede')) || (to === 'deprecated' && canHappen(from, 'deprecate'))
}

async function bringState(act: Act, { row, decision }: Loaded, record: AdrRecord): Promise<void> {
  const status = record.status ?? record.state
  const changed = { ...decision, state: record.state, chosenOptionId: record.chosenOptionId ?? decision.chosenOptionId, reason: `The file that it was imported from says: ${status}` }
  await applyChange(act, row, decision, { decision: changed, steps: [{ kind: 'imported', actorId: act.actor.personId, personId: null, text: `its status: ${status}` }] })
  if (row.decided_at === null) await act.tx.updateTable('decision').set({ decided_at: record.date === null ? act.now : Temporal.Instant.from(`${record.date}T12:00:00Z`) }).where('workspace_id', '=', act.actor.workspaceId).where('entry_id', '=', decision.id).execute()
}

/** The file as it is now is what it was imported from; its links are looked for again. */
async function keepSource(act: Act, { known, record, text }: { known: Shelved; record: AdrRecord; text: string }): Promise<void> {
  known.links = record.links.map(({ how, target }) => ({ how, target, to: null }))
  await act.tx.updateTable('decision_source').set({ text, state: record.state, links: json(known.links), imported_at: act.now }).where('workspace_id', '=', act.actor.workspaceId).where('decision_id', '=', known.id).execute()
}

/** The first line on which two texts differ. */
function firstDifference(one: string, other: string): number {
  const [before, after] = [one.split('\n'), other.split('\n')]
  const at = after.findIndex((line, index) => line !== before[index])
  return (at < 0 ? after.length : at) + 1
}
