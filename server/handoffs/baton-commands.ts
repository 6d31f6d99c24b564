import type { BatonView, acceptBaton, answerBaton, batonDone, offerBaton, reopenBaton, returnBaton, withdrawBaton } from '#contract/handoffs.ts'
import type { InputOf } from '#contract/operation.ts'
import { changeBaton, isPossible } from '#domain/handoffs/baton.ts'
import type { BatonEvent } from '#domain/handoffs/baton.ts'
import { BATON_TABLE } from '#domain/handoffs/baton-table.ts'
import { planForPerson } from '#domain/handoffs/receiver.ts'
import { allow, may } from '#domain/policy.ts'
import type { Action } from '#domain/policy.ts'
import { Refusal } from '#domain/refusal.ts'
import type { Saying } from '#domain/refusal.ts'
import { said } from '#domain/words/said.ts'
import type { Act } from '#server/platform/act.ts'
import { applyChange } from './baton-changes.ts'
import { viewBatons } from './baton-views.ts'
import { loadHandover, planReceiver, requirePerson } from './handovers.ts'
import type { HandoverSpace } from './handovers.ts'
import { batonOf, lockBaton, placeOfBaton, selectBatons } from './queries.ts'
import type { BatonRow } from './queries.ts'

/** What a person may do to a baton. */
type Way = 'accept' | 'return' | 'answer' | 'offer' | 'withdraw' | 'take' | 'done' | 'reopen'

/** Who may do it, said to somebody who may not. */
const WHOSE: Record<Way, Saying> = {
  accept: { message: said`This baton is offered to somebody else.`, next: said`Ask them, or the giver to offer it to you.` },
  return: { message: said`This baton is offered to somebody else.`, next: said`Ask the giver what you want to know.` },
  answer: { message: said`Only the giver answers a question about a baton.`, next: said`Tell the giver what you know.` },
  offer: { message: said`Only the giver offers a baton to somebody else.`, next: said`Ask the giver.` },
  withdraw: { message: said`Only the giver takes a baton back.`, next: said`Ask the giver.` },
  done: { message: said`Somebody else holds this baton.`, next: said`Ask them to say that it is done.` },
  reopen: { message: said`Somebody else said that this baton is done.`, next: said`Ask them, or hand it over again in your next wrap.` },
  take: { message: said`You may not write in this space.`, next: said`Ask somebody in the space to add you, or to open it again.` },
}

/** One baton for the actor, whatever its state. Hidden ones are said not to exist. */
export async function readBaton(act: Act, { id }: { id: string }): Promise<BatonView> {
  const row = requireSeen(act, await selectBatons(act.tx, act.actor.workspaceId).where('b.id', '=', id).executeTakeFirst())
  return one(act, row)
}

/** From now on the actor holds it: as the one who is asked, or by taking what nobody holds. */
export async function accept(act: Act, { id }: InputOf<typeof acceptBaton>): Promise<BatonView> {
  const row = await locked(act, id)
  const kind = row.state === 'unowned' ? 'take' : 'accept'
  return happen(act, row, { way: kind, event: { kind, by: act.actor.personId } })
}

export async function giveBack(act: Act, { id, question }: InputOf<typeof returnBaton>): Promise<BatonView> {
  return happen(act, await locked(act, id), { way: 'return', event: { kind: 'return', by: act.actor.personId, question } })
}

/** Offers it again to whoever asked, with a clock of its own from now. */
export async function answer(act: Act, input: InputOf<typeof answerBaton>): Promise<BatonView> {
  const row = await locked(act, input.id)
  requireWay(act, row, 'answer')
  const receiverId = row.receiver_id
  if (receiverId === null) throw new Refusal('conflict', said`Nobody is asked to take this baton.`, said`Offer it to somebody.`)
  const handover = await loadHandover(act, spaceOf(row), { giverId: row.giver_id, also: [receiverId] })
  requirePerson(receiverId, handover)
  const plan = { ...planForPerson(receiverId, handover), firstReceiverId: row.first_receiver_id ?? receiverId }
  return happen(act, row, { way: 'answer', event: { kind: 'answer', by: act.actor.personId, answer: input.answer, plan } })
}

/** Offers it to somebody else; a question that was open is dropped with it. */
export async function offerAgain(act: Act, { id, to }: InputOf<typeof offerBaton>): Promise<BatonView> {
  const row = await locked(act, id)
  requireWay(act, row, 'offer')
  const plan = planReceiver(to, await loadHandover(act, spaceOf(row), { giverId: row.giver_id, to: [to] }))
  await act.tx.updateTable('baton').set({
    to_kind: to.kind, to_person_id: to.kind === 'person' ? to.personId : null, to_role_id: to.kind === 'role' ? to.roleId : null,
  }).where('workspace_id', '=', act.actor.workspaceId).where('id', '=', id).execute()
  return happen(act, row, { way: 'offer', event: { kind: 'offer', by: act.actor.personId, plan } })
}

export async function withdraw(act: Act, { id, reason }: InputOf<typeof withdrawBaton>): Promise<BatonView> {
  return happen(act, await locked(act, id), { way: 'withdraw', event: { kind: 'withdraw', by: act.actor.personId, reason } })
}

/** Whoever holds it says that it is done, and may say what came of it. */
export async function done(act: Act, { id, outcome }: InputOf<typeof batonDone>): Promise<BatonView> {
  return happen(act, await locked(act, id), { way: 'done', event: { kind: 'done', by: act.actor.personId, outcome } })
}

/** Not done after all: whoever said so holds it again. */
export async function reopen(act: Act, { id }: InputOf<typeof reopenBaton>): Promise<BatonView> {
  return happen(act, await locked(act, id), { way: 'reopen', event: { kind: 'reopen', by: act.actor.personId } })
}

/** One person's doing: allowed, decided, saved, and shown as it now is. */
async function happen(act: Act, row: BatonRow, { way, event }: { way: Way; event: BatonEvent }): Promise<BatonView> {
  requireWay(act, row, way)
  await applyChange(act, row, changeBaton(batonOf(row), event, act.now))
  return readBaton(act, { id: row.id })
}

async function locked(act: Act, id: string): Promise<BatonRow> {
  return requireSeen(act, await lockBaton(act.tx, act.actor.workspaceId, id))
}

function requireSeen(act: Act, row: BatonRow | undefined): BatonRow {
  if (!row) throw new Refusal('not_found', said`There is nothing here that you can see.`, said`Check the link, or ask the person who sent it to add you to the space.`)
  allow(act.actor, 'space.see', { place: placeOfBaton(act.actor.workspaceId, row) })
  return row
}

/** The state first, since "somebody accepted it already" helps more than "not yours". */
function requireWay(act: Act, row: BatonRow, way: Way): void {
  const cell = BATON_TABLE[row.state][way]
  if (!isPossible(row.state, way) && !cell.allowed) throw new Refusal('conflict', cell.message, cell.next)
  const baton = { giverId: row.giver_id, receiverId: row.receiver_id, firstReceiverId: row.first_receiver_id, place: placeOfBaton(act.actor.workspaceId, row) }
  const action: Action = `baton.${way}`
  if (!may(act.actor, action, { baton })) throw new Refusal('not_allowed', WHOSE[way].message, WHOSE[way].next)
}

export const spaceOf = (row: BatonRow): HandoverSpace => ({ id: row.space_id, name: row.space_name, visibility: row.visibility, archived_at: row.archived_at })

async function one(act: Act, row: BatonRow): Promise<BatonView> {
  const [view] = await viewBatons(act, [row])
  if (!view) throw new Error(`Baton ${row.id} has no view.`)
  return view
}
