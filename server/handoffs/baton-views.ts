import type { BatonView, Receiver } from '#contract/handoffs.ts'
import { holderOf, isPossible } from '#domain/handoffs/baton.ts'
import type { BatonStep } from '#domain/handoffs/baton.ts'
import { stepSentence, whySentence } from '#domain/handoffs/baton-words.ts'
import { nameIn } from '#domain/asks/moment-words.ts'
import type { Cast, Viewer } from '#domain/asks/moment-words.ts'
import { may } from '#domain/policy.ts'
import { inWords, said } from '#domain/words/said.ts'
import { namesOf } from '#server/people/public.ts'
import type { Act } from '#server/platform/act.ts'
import { wordsOf } from '#server/platform/words.ts'
import { batonOf, placeOfBaton, rolesById, stepsOf } from './queries.ts'
import type { BatonRow } from './queries.ts'

type Looker = Pick<Act, 'tx' | 'actor' | 'now'>
type StepRow = Awaited<ReturnType<typeof stepsOf>>[number]

/** What may be done with a baton, in the order in which it is offered. */
const WAYS = ['accept', 'return', 'answer', 'offer', 'withdraw', 'take', 'done', 'reopen'] as const

/** Batons as the actor sees them, in the order given: names, roles and histories in one query each. */
export async function viewBatons(act: Looker, rows: readonly BatonRow[]): Promise<BatonView[]> {
  const { workspaceId } = act.actor
  const [steps, roles] = await Promise.all([
    stepsOf(act.tx, workspaceId, rows.map((row) => row.id)),
    rolesById(act.tx, workspaceId, [...new Set(rows.flatMap((row) => row.to_role_id ?? []))]),
  ])
  const words = wordsOf(act)
  const cast = await namesOf(act, [
    ...rows.flatMap((row) => [row.giver_id, row.receiver_id, row.first_receiver_id, row.cover_id, row.to_person_id]),
    ...steps.flatMap((step) => [step.actor_id, step.receiver_id]),
  ].filter((id) => id !== null))
  const stepsByBaton = Map.groupBy(steps, (step) => step.baton_id)
  const roleName = (id: string | null) => (id === null ? undefined : roles.get(id)?.name) ?? inWords(said`a role that is gone`, words)
  return rows.map((row) => viewBaton(act, row, { cast, steps: stepsByBaton.get(row.id) ?? [], roleName }))
}

type Around = { cast: Cast; steps: readonly StepRow[]; roleName: (id: string | null) => string }

function viewBaton(act: Looker, row: BatonRow, { cast, steps, roleName }: Around): BatonView {
  const baton = batonOf(row)
  const words = wordsOf(act)
  const reader: Viewer = { id: act.actor.personId, zone: act.actor.zone, now: act.now, words }
  const nameOf = (id: string | null) => id === null ? null : inWords(nameIn(cast, id), words)
  return {
    id: row.id, number: row.number, spaceId: row.space_id, spaceName: row.space_name, text: row.text, nextStep: row.next_step,
    giverId: row.giver_id, giverName: nameOf(row.giver_id) ?? '', to: receiverOf(row), toName: toName(row, nameOf, roleName) ?? inWords(said`the next shift`, words),
    receiverId: row.receiver_id, receiverName: nameOf(row.receiver_id), coverName: nameOf(row.cover_id),
    state: row.state, question: row.question, answer: row.answer, outcome: row.outcome, doneAt: row.done_at?.toString() ?? null,
    offeredAt: row.offered_at.toString(), startsAt: row.starts_at?.toString() ?? null, lapsesAt: row.lapses_at?.toString() ?? null,
    holderId: holderOf(baton), why: whySentence(baton, cast, reader), can: waysOf(act, row), steps: steps.map((step) => viewStep(step, cast, reader)),
  }
}

/** What the actor may do with a baton now: the state allows it and the policy does. */
function waysOf({ actor }: Pick<Act, 'actor'>, row: BatonRow): BatonView['can'] {
  const baton = { giverId: row.giver_id, receiverId: row.receiver_id, firstReceiverId: row.first_receiver_id, place: placeOfBaton(actor.workspaceId, row) }
  return WAYS.filter((way) => isPossible(row.state, way) && may(actor, `baton.${way}`, { baton }))
}

function receiverOf(row: BatonRow): Receiver {
  if (row.to_kind === 'person' && row.to_person_id !== null) return { kind: 'person', personId: row.to_person_id }
  if (row.to_kind === 'role' && row.to_role_id !== null) return { kind: 'role', roleId: row.to_role_id }
  return { kind: 'shift' }
}

function toName(row: BatonRow, nameOf: (id: string | null) => string | null, roleName: (id: string | null) => string): string | null {
  if (row.to_kind === 'person') return nameOf(row.to_person_id) ?? ''
  return row.to_kind === 'role' ? roleName(row.to_role_id) : null
}

function viewStep(row: StepRow, cast: Cast, reader: Viewer): BatonView['steps'][number] {
  const step: BatonStep = { kind: row.kind as BatonStep['kind'], actorId: row.actor_id, receiverId: row.receiver_id, text: row.text }
  return { at: row.at.toString(), kind: step.kind, actorId: step.actorId, receiverId: step.receiverId, text: step.text, sentence: stepSentence(step, cast, reader) }
}
