import type { addFocus, adoptFocus, editFocus, endFocus, FocusNow, FocusView, noteFocus, startFocus } from '#contract/attention.ts'
import type { InputOf } from '#contract/operation.ts'
import { checkBlock } from '#domain/attention/check-block.ts'
import { FOCUS_PRESETS, PRESET_DAYS } from '#domain/attention/presets.ts'
import type { FocusBlock } from '#domain/attention/types.ts'
import { Refusal } from '#domain/refusal.ts'
import { said } from '#domain/words/said.ts'
import { contains } from '#domain/time/spans.ts'
import type { Weekday } from '#domain/time/types.ts'
import { settingsOf } from '#server/agreement/public.ts'
import type { Act } from '#server/platform/act.ts'
import { json } from '#server/platform/db/columns.ts'
import { readFocus, runsOf, viewBlock } from './focus-views.ts'
import { standingBlocks } from './queries.ts'
import type { BlockRow } from './queries.ts'

/** Most blocks that a person keeps; more would only be joined. */
const BLOCKS_MAX = 50

type Times = { what: string; days: readonly number[]; start: string; end: string; from: string; until: string | null }

export async function add(act: Act, input: InputOf<typeof addFocus>): Promise<FocusView> {
  const block = { ...input, from: input.from ?? today(act) }
  await check(act, recurring(block))
  const id = await insertRecurring(act, block)
  await focusChanged(act)
  return viewBlock(act, await mine(act, id))
}

/** Takes a preset instead of the recurring blocks that stand. */
export async function adopt(act: Act, { key }: InputOf<typeof adoptFocus>): Promise<{ blocks: FocusView[] }> {
  const preset = FOCUS_PRESETS.find((one) => one.name === key)
  if (!preset) throw new Refusal('not_found', said`There is no preset called ${key}.`, said`Choose one of ${FOCUS_PRESETS.map((one) => one.name).join(', ')}.`)
  const { workspaceId, personId } = act.actor
  await act.tx.updateTable('focus_block').set({ removed_at: act.now }).where('workspace_id', '=', workspaceId).where('person_id', '=', personId)
    .where('kind', '=', 'recurring').where('removed_at', 'is', null).execute()
  for (const { start, end } of preset.focus) await insertRecurring(act, { what: '', days: PRESET_DAYS, start, end, from: today(act), until: null })
  await focusChanged(act)
  const rows = await standingBlocks(act, [personId])
  return { blocks: rows.filter((row) => row.kind === 'recurring').map((row) => viewBlock(act, row)) }
}

export async function edit(act: Act, input: InputOf<typeof editFocus>): Promise<FocusView> {
  const row = await mine(act, input.id)
  if (row.kind === 'once') throw new Refusal('conflict', said`A block that was started by hand is not edited.`, said`End it, and start another.`)
  const next = {
    what: input.what ?? row.what, days: input.days ?? row.days, start: input.start ?? row.start_time ?? '', end: input.end ?? row.end_time ?? '',
    from: row.from_date ?? today(act), until: input.until === undefined ? row.until_date : input.until,
  }
  await check(act, recurring(next))
  await act.tx.updateTable('focus_block').set({
    what: next.what, days: json(next.days), start_time: next.start, end_time: next.end, until_date: next.until,
  }).where('workspace_id', '=', act.actor.workspaceId).where('id', '=', row.id).execute()
  await focusChanged(act)
  return viewBlock(act, await mine(act, row.id))
}

export async function remove(act: Act, { id }: { id: string }): Promise<{ ok: true }> {
  const row = await mine(act, id)
  await act.tx.updateTable('focus_block').set({ removed_at: act.now }).where('workspace_id', '=', act.actor.workspaceId).where('id', '=', row.id).execute()
  await focusChanged(act)
  return { ok: true }
}

/** Focus from now on. One that runs already goes on at least as long. */
export async function start(act: Act, { minutes, what }: InputOf<typeof startFocus>): Promise<FocusNow> {
  const ends = act.now.add({ minutes })
  await check(act, { kind: 'ad_hoc', id: '', start: act.now, end: ends })
  await roomForOne(act)
  await act.tx.insertInto('focus_block').values({
    workspace_id: act.actor.workspaceId, id: act.newId(), person_id: act.actor.personId, kind: 'once', what, start_time: null, end_time: null,
    from_date: null, until_date: null, starts_at: act.now, ends_at: ends, created_at: act.now, removed_at: null,
  }).execute()
  await focusChanged(act)
  return readFocus(act)
}

/** Leaves the focus that runs. A block that recurs goes on as before on other days. */
export async function end(act: Act, { gotDone }: InputOf<typeof endFocus>): Promise<FocusNow> {
  const running = (await runsOf(act)).runs.filter(({ span }) => contains(span, act.now))
  const last = running.at(-1)
  if (!last) throw new Refusal('conflict', said`You are not in focus.`, said`Start one, or look when your next block begins.`)
  for (const { row, span } of running) {
    if (row.kind === 'once') await endOnce(act, row.id)
    else await leaveToday(act, row.id, span.start)
  }
  if (gotDone.trim() !== '') await keepNote(act, { blockId: last.row.id, startedAt: last.span.start, gotDone })
  await focusChanged(act)
  return readFocus(act)
}

/** What got done, said after the end of a block. */
export async function note(act: Act, { id, startedAt, gotDone }: InputOf<typeof noteFocus>): Promise<FocusNow> {
  await mine(act, id)
  await keepNote(act, { blockId: id, startedAt: Temporal.Instant.from(startedAt), gotDone })
  return readFocus(act)
}

/** Whatever waits for this person, or runs on their clock, is planned again in the same transaction. */
async function focusChanged(act: Act): Promise<void> {
  await act.emit({ kind: 'attention.focus_changed', personId: act.actor.personId, payload: { personId: act.actor.personId } })
}

async function check(act: Act, block: FocusBlock): Promise<void> {
  checkBlock(block, (await settingsOf(act)).focus.floor_minutes)
}

const recurring = ({ days, start, end, from, until }: Times): FocusBlock => ({ kind: 'recurring', id: '', days: days.map((day) => day as Weekday), start, end, from, until })

async function roomForOne(act: Act): Promise<void> {
  if ((await standingBlocks(act, [act.actor.personId])).length < BLOCKS_MAX) return
  throw new Refusal('conflict', said`You keep ${BLOCKS_MAX} blocks already.`, said`Remove one that you do not need any more.`)
}

async function insertRecurring(act: Act, { what, days, start, end, from, until }: Times): Promise<string> {
  await roomForOne(act)
  const id = act.newId()
  await act.tx.insertInto('focus_block').values({
    workspace_id: act.actor.workspaceId, id, person_id: act.actor.personId, kind: 'recurring', what, days: json([...new Set(days)].toSorted()), start_time: start, end_time: end,
    from_date: from, until_date: until, starts_at: null, ends_at: null, created_at: act.now, removed_at: null,
  }).execute()
  return id
}

const endOnce = (act: Act, id: string) => act.tx.updateTable('focus_block').set({ ends_at: act.now })
  .where('workspace_id', '=', act.actor.workspaceId).where('id', '=', id).execute()

const leaveToday = (act: Act, id: string, startedAt: Temporal.Instant) => act.tx.insertInto('focus_left')
  .values({ workspace_id: act.actor.workspaceId, block_id: id, person_id: act.actor.personId, started_at: startedAt, left_at: act.now })
  .onConflict((row) => row.columns(['workspace_id', 'block_id', 'started_at']).doUpdateSet({ left_at: act.now })).execute()

const keepNote = (act: Act, { blockId, startedAt, gotDone }: { blockId: string; startedAt: Temporal.Instant; gotDone: string }) => act.tx.insertInto('focus_done')
  .values({ workspace_id: act.actor.workspaceId, person_id: act.actor.personId, block_id: blockId, started_at: startedAt, got_done: gotDone, noted_at: act.now })
  .onConflict((row) => row.columns(['workspace_id', 'person_id', 'block_id', 'started_at']).doUpdateSet({ got_done: gotDone, noted_at: act.now })).execute()

async function mine(act: Act, id: string): Promise<BlockRow> {
  const row = (await standingBlocks(act, [act.actor.personId])).find((one) => one.id === id)
  if (!row) throw new Refusal('not_found', said`You keep no such block.`, said`Look at your blocks on the Focus page.`)
  return row
}

const today = (act: Act): string => act.now.toZonedDateTimeISO(act.actor.zone).toPlainDate().toString()
