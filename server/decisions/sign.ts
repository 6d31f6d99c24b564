import type { DecisionView, signDecision } from '#contract/decisions.ts'
import type { InputOf } from '#contract/operation.ts'
import { changeDecision } from '#domain/decisions/change-decision.ts'
import { fileNameOf } from '#domain/decisions/file-name.ts'
import { may } from '#domain/policy.ts'
import { Refusal } from '#domain/refusal.ts'
import { said } from '#domain/words/said.ts'
import { nextDate } from '#domain/time/dates.ts'
import { startOfDate } from '#domain/time/local.ts'
import type { Act } from '#server/platform/act.ts'
import { applyAgreement } from './agreement-change.ts'
import { applyChange } from './apply.ts'
import { forDoing } from './doing.ts'
import { linkedTo, linkTo, recordsFor } from './links.ts'
import { loadById } from './load.ts'
import type { DecisionRow } from './queries.ts'
import { keepReview } from './review-date.ts'
import { reviewDependants } from './review.ts'
import { rightsOf } from './rows.ts'
import { viewDecisionByNumber } from './views.ts'

/**
 * Signs: from here on it is a record, with the next number of its space. What it supersedes holds no more from the same
 * moment, and a proposed agreement is in force. What was imported keeps its number and its file.
 * @throws {Refusal} `conflict` while something stands in the way, or where the agreement changed meanwhile
 */
export async function sign(act: Act, { number, optionId, provisionalUntil, supersedes }: InputOf<typeof signDecision>): Promise<DecisionView> {
  const { row, decision } = await forDoing(act, number, 'sign')
  const until = provisionalUntil === null ? null : startOfDate(nextDate(provisionalUntil), act.actor.zone)
  const change = changeDecision(decision, { kind: 'sign', by: act.actor.personId, optionId, provisionalUntil: until }, act.now)
  await applyAgreement(act, row, optionId)
  const adr = row.adr_number ?? await nextAdrNumber(act, row.space_id)
  await act.tx.updateTable('decision').set({ decided_at: act.now, adr_number: adr, file_name: row.file_name ?? fileNameOf(adr, row.title) }).where('workspace_id', '=', act.actor.workspaceId).where('entry_id', '=', decision.id).execute()
  await applyChange(act, row, decision, change)
  await keepReview(act, { decisionId: decision.id, ownerId: act.actor.personId, reviewOn: row.review_on })
  await linkTo(act, decision.id, (await recordsFor(act, supersedes)).map((older) => older.entry_id), 'supersedes')
  for (const olderId of await linkedTo(act, decision.id, 'supersedes')) await endOlder(act, olderId, row)
  return viewDecisionByNumber(act, number)
}

/** The next number in a space; two signatures there take turns. */
async function nextAdrNumber({ tx, actor: { workspaceId } }: Act, spaceId: string): Promise<number> {
  await tx.selectFrom('space').select('id').where('workspace_id', '=', workspaceId).where('id', '=', spaceId).forNoKeyUpdate().executeTakeFirst()
  const row = await tx.selectFrom('decision as d').innerJoin('entry as e', (join) => join.onRef('e.workspace_id', '=', 'd.workspace_id').onRef('e.id', '=', 'd.entry_id'))
    .select((max) => max.fn.max('d.adr_number').as('last')).where('d.workspace_id', '=', workspaceId).where('e.space_id', '=', spaceId).executeTakeFirst()
  return Number(row?.last ?? 0) + 1
}

/** What another one has superseded already keeps both links; whoever signs must be able to write where it stands. */
async function endOlder(act: Act, olderId: string, newer: Pick<DecisionRow, 'number'>): Promise<void> {
  const one = await loadById(act, olderId)
  if (!one || one.decision.state === 'superseded') return
  if (!may(act.actor, 'decision.speak', { decision: rightsOf(act.actor.workspaceId, one.row, one.decision) })) {
    throw new Refusal('not_allowed', said`You may not write in ${one.row.space_name}, where #${one.row.number} stands.`, said`Ask somebody there to sign, or to supersede it once this is signed.`)
  }
  await supersedeBy(act, one, newer.number)
}

/** Another record has taken its place: both pages show it, and whatever depends on it is looked at again. */
export async function supersedeBy(act: Act, { row, decision }: NonNullable<Awaited<ReturnType<typeof loadById>>>, byNumber: number): Promise<void> {
  await applyChange(act, row, decision, changeDecision(decision, { kind: 'supersede', by: act.actor.personId, byNumber }, act.now))
  await keepReview(act, { decisionId: decision.id, ownerId: decision.authorId, reviewOn: null })
  await reviewDependants(act, decision.id, `#${row.number} was superseded by #${byNumber}.`)
}
