import type { addRemark, DecisionView, holdDecisionCall, placeDecisionCall, resolveRemark, takePosition, waiveInput } from '#contract/decisions.ts'
import type { InputOf } from '#contract/operation.ts'
import { placeOf } from '#domain/text/anchor.ts'
import { fieldText } from '#domain/decisions/content-text.ts'
import { Refusal } from '#domain/refusal.ts'
import { said } from '#domain/words/said.ts'
import { tell } from '#server/attention/public.ts'
import type { Act } from '#server/platform/act.ts'
import { changed, forDoing, happen } from './doing.ts'
import type { Loaded } from './load.ts'
import { REMARK } from './names.ts'
import { viewDecisionByNumber } from './views.ts'
import { kindFrom } from './wire.ts'

/** Takes a position on the whole, an option or one trade-off; a new one on the same point replaces the old. */
export async function position(act: Act, { number, kind, optionId, tradeOffId, text }: InputOf<typeof takePosition>): Promise<DecisionView> {
  const one = await forDoing(act, number, 'position')
  checkPoint(one, { optionId, tradeOffId })
  return happen(act, one, { kind: 'position', by: act.actor.personId, position: kindFrom(kind), about: { optionId, tradeOffId }, text })
}

/** A trade-off is one of its option; where the actor has spoken on it before, it may be gone since. */
function checkPoint({ row, decision }: Loaded, { optionId, tradeOffId }: { optionId: string | null; tradeOffId: string | null }): void {
  const known = decision.positions.some((one) => one.optionId === optionId && one.tradeOffId === tradeOffId)
  if (tradeOffId === null || known) return
  const option = row.content.options.find(({ id }) => id === optionId)
  if (!option?.tradeOffs.some(({ id }) => id === tradeOffId)) throw new Refusal('bad_input', said`There is no such trade-off in this option.`, said`Read it again; its text may have changed.`)
}

/** Goes on without the input of somebody, with the reason; also on a one-way door, where silence would never do. */
export async function waive(act: Act, { number, personId, reason }: InputOf<typeof waiveInput>): Promise<DecisionView> {
  return happen(act, await forDoing(act, number, 'waive'), { kind: 'waive', by: act.actor.personId, personId, reason })
}

export async function proposeCall(act: Act, { number }: { number: number }): Promise<DecisionView> {
  return happen(act, await forDoing(act, number, 'propose-call'), { kind: 'propose_call', by: act.actor.personId })
}

export async function placeCall(act: Act, { number, startsAt }: InputOf<typeof placeDecisionCall>): Promise<DecisionView> {
  return happen(act, await forDoing(act, number, 'place-call'), { kind: 'place_call', by: act.actor.personId, startsAt: Temporal.Instant.from(startsAt) })
}

export async function holdCall(act: Act, { number, outcome }: InputOf<typeof holdDecisionCall>): Promise<DecisionView> {
  return happen(act, await forDoing(act, number, 'hold-call'), { kind: 'hold_call', by: act.actor.personId, outcome })
}

/** Remarks on a passage, or answers a remark. Its author and whoever is answered are told; nothing else of the decision changes. */
export async function remark(act: Act, input: InputOf<typeof addRemark>): Promise<DecisionView> {
  const { row, decision } = await forDoing(act, input.number, 'remark')
  const text = fieldText(row.content, input.field)
  if (text === null) throw new Refusal('bad_input', said`There is no such part in this decision.`, said`Read it again; its text may have changed.`)
  if (placeOf(text, input) === null) throw new Refusal('bad_input', said`The passage is not there any more.`, said`Read it again, and remark on what it says now.`)
  const answered = input.inReplyTo === null ? null : await remarkFor(act, decision.id, input.inReplyTo)
  const id = act.newId()
  await act.tx.insertInto('decision_remark').values({
    workspace_id: act.actor.workspaceId, id, decision_id: decision.id, author_id: act.actor.personId, field: input.field, quote: input.quote, prefix: input.prefix, suffix: input.suffix, body: input.body,
    in_reply_to: answered?.in_reply_to ?? answered?.id ?? null, at: act.now, resolved_at: null, resolved_by: null,
  }).execute()
  const readers = new Set([row.author_id, ...answered === null ? [] : [answered.author_id]])
  await tell(act, {
    key: `remark:${id}`, kind: 'reply', source: REMARK, subjectId: id, conversationId: decision.id, spaceId: row.space_id, readers: [...readers].map((personId) => ({ personId, standing: 'mentioned' })),
  })
  await changed(act, row)
  return viewDecisionByNumber(act, input.number)
}

async function remarkFor({ tx, actor: { workspaceId } }: Act, decisionId: string, id: string) {
  const found = await tx.selectFrom('decision_remark').select(['id', 'author_id', 'in_reply_to', 'resolved_at']).where('workspace_id', '=', workspaceId).where('decision_id', '=', decisionId).where('id', '=', id).executeTakeFirst()
  if (found) return found
  throw new Refusal('not_found', said`There is no such remark on this decision.`, said`Read it again.`)
}

/** Marks a remark as dealt with, or as open again; whoever may remark may say so. */
export async function resolve(act: Act, { number, id, resolved }: InputOf<typeof resolveRemark>): Promise<DecisionView> {
  const { row, decision } = await forDoing(act, number, 'remark')
  await remarkFor(act, decision.id, id)
  await act.tx.updateTable('decision_remark').set({ resolved_at: resolved ? act.now : null, resolved_by: resolved ? act.actor.personId : null })
    .where('workspace_id', '=', act.actor.workspaceId).where('id', '=', id).execute()
  await changed(act, row)
  return viewDecisionByNumber(act, number)
}
