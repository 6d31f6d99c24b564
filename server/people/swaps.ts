import type { SwapView, answerSwap, offerSwap } from '#contract/people.ts'
import type { InputOf } from '#contract/operation.ts'
import { checkSwap, givenSpans } from '#domain/people/swaps.ts'
import { allow } from '#domain/policy.ts'
import { Refusal } from '#domain/refusal.ts'
import { said } from '#domain/words/said.ts'
import type { Said } from '#domain/words/said.ts'
import type { Act } from '#server/platform/act.ts'
import { json } from '#server/platform/db/columns.ts'
import { viewSpan } from './calendar-views.ts'
import { calendarOf, calendarsOf, hoursChanged, personFor } from './public.ts'
import { swapById, swapRights, viewSwap } from './swap-views.ts'
import type { SwapRow } from './swap-views.ts'

const STATES = { accept: 'accepted', decline: 'declined', withdraw: 'withdrawn' } as const

/** Offers the shift of one date. Its spans are fixed now, so that both know what is offered. */
export async function offer(act: Act, { takerId, date, note }: InputOf<typeof offerSwap>): Promise<SwapView> {
  const { workspaceId, personId } = act.actor
  const { person: taker } = await personFor(act, takerId)
  if (takerId === personId) throw new Refusal('bad_input', said`Nobody takes over their own shift.`, said`Choose somebody else.`)
  if (taker.state !== 'active') throw new Refusal('bad_input', said`${taker.name} is not active in this workspace.`, said`Choose somebody else.`)
  const spans = givenSpans(await calendarOf(act, personId), date, act.now)
  const endsAt = spans.at(-1)?.end ?? act.now
  const row: SwapRow = { id: act.newId(), giver_id: personId, taker_id: takerId, on_date: date, spans: spans.map(viewSpan), state: 'offered', note, ends_at: endsAt }
  const offered = await act.tx.insertInto('shift_swap').values({ ...row, spans: json(row.spans), workspace_id: workspaceId, created_at: act.now, answered_at: null })
    .onConflict((on) => on.doNothing()).executeTakeFirst()
  if (offered.numInsertedOrUpdatedRows !== 1n) throw new Refusal('conflict', said`You have offered or given the shift on ${date} already.`, said`Withdraw that offer first.`)
  await tellBoth(act, row)
  return viewSwap(act, row)
}

/** Accepts, declines or withdraws. Accepting looks again whether the shift is still there. */
export async function answer(act: Act, { id, answer: given }: InputOf<typeof answerSwap>): Promise<SwapView> {
  const row = await swapById(act, id)
  if (!row) throw new Refusal('not_found', said`There is no such offer that you can see.`, said`Read your hours again.`)
  const swap = swapRights(act.actor.workspaceId, row)
  allow(act.actor, 'swap.see', { swap })
  allow(act.actor, given === 'withdraw' ? 'swap.withdraw' : 'swap.answer', { swap })
  if (row.state !== 'offered') throw answered(row)
  if (given === 'accept') await checkStillThere(act, row)
  const state = STATES[given]
  const settled = await act.tx.updateTable('shift_swap').set({ state, answered_at: act.now })
    .where('workspace_id', '=', act.actor.workspaceId).where('id', '=', id).where('state', '=', 'offered').executeTakeFirst()
  if (settled.numUpdatedRows !== 1n) throw answered((await swapById(act, id)) ?? row)
  if (given === 'accept') for (const personId of [row.giver_id, row.taker_id]) await hoursChanged(act, personId)
  await tellBoth(act, row)
  return viewSwap(act, { ...row, state })
}

const SETTLED: Readonly<Record<SwapRow['state'], Said>> = {
  offered: said`This offer was offered already.`, accepted: said`This offer was accepted already.`, declined: said`This offer was declined already.`, withdrawn: said`This offer was withdrawn already.`,
}

const answered = (row: SwapRow): Refusal => new Refusal('conflict', SETTLED[row.state], said`Ask for a new offer, or offer it anew.`)

async function checkStillThere(act: Act, row: SwapRow): Promise<void> {
  const { person: giver } = await personFor(act, row.giver_id)
  if (giver.state !== 'active') throw new Refusal('conflict', said`${giver.name} has left the workspace.`, said`Decline the offer.`)
  const calendars = await calendarsOf(act, [row.giver_id, row.taker_id])
  const [from, to] = [calendars.get(row.giver_id), calendars.get(row.taker_id)]
  if (!from || !to) throw new Error('A swap names people without calendars.')
  const offered = row.spans.map((span) => ({ start: Temporal.Instant.from(span.start), end: Temporal.Instant.from(span.end) }))
  checkSwap({ giver: from, taker: to, date: row.on_date, offered, now: act.now })
}

async function tellBoth(act: Act, { giver_id, taker_id }: SwapRow): Promise<void> {
  for (const personId of [giver_id, taker_id]) await act.emit({ kind: 'people.swap', personId })
}
