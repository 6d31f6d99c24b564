import type { BatonView, listBatons, previewReceiver } from '#contract/handoffs.ts'
import type { InputOf, OutputOf } from '#contract/operation.ts'
import { planSentence } from '#domain/handoffs/baton-words.ts'
import { Refusal } from '#domain/refusal.ts'
import { inWords, said } from '#domain/words/said.ts'
import type { Receiver } from '#contract/handoffs.ts'
import type { BatonState } from '#server/platform/db/tables/handoffs.ts'
import type { Act } from '#server/platform/act.ts'
import { readCursor, writeCursor } from '#server/platform/http/cursor.ts'
import { spaceFor, visibleSpaces } from '#server/spaces/public.ts'
import { wordsOf } from '#server/platform/words.ts'
import { viewBatons } from './baton-views.ts'
import { loadHandover, planReceiver } from './handovers.ts'
import { selectBatons, selectUnowned } from './queries.ts'

const OPEN: BatonState[] = ['offered', 'returned', 'lapsed', 'unowned']
const SETTLED: BatonState[] = ['accepted', 'withdrawn', 'done']

/** Batons newest first. Ids follow time, so the id alone says where a page ended. Indexes: baton_by_receiver, _giver, _space, baton_unowned. */
export async function listOf(act: Act, input: InputOf<typeof listBatons>): Promise<{ items: BatonView[]; next: string | null }> {
  const { workspaceId, personId } = act.actor
  if (input.of === 'space' && input.spaceId === undefined) throw new Refusal('bad_input', said`Which space is missing.`, said`Send spaceId with of=space.`)
  const spaces = input.spaceId === undefined ? (await visibleSpaces(act)).map((space) => space.id) : [(await spaceFor(act, input.spaceId, 'space.see')).id]
  if (spaces.length === 0) return { items: [], next: null }
  let wanted = (input.of === 'unowned' ? selectUnowned(act.tx, act.actor, spaces) : selectBatons(act.tx, workspaceId).where('b.space_id', 'in', spaces)).where('b.state', 'in', input.settled === 'true' ? SETTLED : OPEN)
  if (input.of === 'to-me') wanted = wanted.where('b.receiver_id', '=', personId)
  if (input.of === 'from-me') wanted = wanted.where('b.giver_id', '=', personId)
  if (input.cursor !== undefined) wanted = wanted.where('b.id', '<', readCursor(input.cursor).id)
  const rows = await wanted.orderBy('b.id', 'desc').limit(input.limit + 1).execute()
  const shown = rows.slice(0, input.limit)
  const last = shown.at(-1)
  return { items: await viewBatons(act, shown), next: rows.length > input.limit && last ? writeCursor({ at: last.offered_at, id: last.id }) : null }
}

/** Who would receive a baton, and when. What stands in the way is said in `sentence`, since the form asks while people choose. */
export async function preview(act: Act, input: InputOf<typeof previewReceiver>): Promise<OutputOf<typeof previewReceiver>> {
  const space = await spaceFor(act, input.spaceId, 'space.write')
  const to = receiverFrom(input)
  const handover = await loadHandover(act, space, { giverId: act.actor.personId, to: [to] })
  try {
    const plan = planReceiver(to, handover)
    const receiver = handover.cast.get(plan.receiverId)
    return {
      receiverId: plan.receiverId, receiverName: receiver?.name ?? null, receiverZone: receiver?.zone ?? null, startsAt: plan.startsAt.toString(),
      lapsesAt: plan.lapsesAt.toString(), coverName: plan.coverId === null ? null : handover.names.get(plan.coverId) ?? null,
      sentence: planSentence(plan, handover.cast, { id: act.actor.personId, zone: act.actor.zone, now: act.now, words: wordsOf(act) }),
    }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { receiverId: null, receiverName: null, receiverZone: null, startsAt: null, lapsesAt: null, coverName: null, sentence: inWords(said`${error.said.message} ${error.said.next}`, wordsOf(act)) }
  }
}

function receiverFrom({ kind, id }: InputOf<typeof previewReceiver>): Receiver {
  if (kind === 'shift') return { kind }
  if (id === undefined) throw new Refusal('bad_input', kind === 'person' ? said`Which person is missing.` : said`Which role is missing.`, said`Send its id.`)
  return kind === 'person' ? { kind, personId: id } : { kind, roleId: id }
}
