import type { DecisionView, moreTimeForDecision } from '#contract/decisions.ts'
import type { InputOf } from '#contract/operation.ts'
import { changeDecision } from '#domain/decisions/change-decision.ts'
import { contentText } from '#domain/decisions/content-text.ts'
import { checkContent } from '#domain/decisions/content.ts'
import { OPEN_STATES } from '#domain/decisions/decision-table.ts'
import { readerIds, windowFor } from '#domain/decisions/window.ts'
import { Refusal } from '#domain/refusal.ts'
import { said } from '#domain/words/said.ts'
import type { FilledField } from '#domain/writing/types.ts'
import type { Act } from '#server/platform/act.ts'
import { insist } from '#server/writing/public.ts'
import { checkAgreementChange } from './agreement-change.ts'
import { applyChange } from './apply.ts'
import { keepDeadlineBy, passDeadline } from './deadline.ts'
import { forDoing } from './doing.ts'
import { wordsOf } from './insert.ts'
import { loadForChange } from './load.ts'
import { checkNamed, readersOf } from './readers.ts'
import { tellOfText } from './telling.ts'
import { viewDecisionByNumber } from './views.ts'

/** A decision says these in fields of its own, so that its text need not. */
const SAID_ELSEWHERE: FilledField[] = ['due', 'scope', 'responder', 'criteria']

/** Puts a draft before its readers. Each has the whole window on the own calendar, and is told when they read. */
export async function openOne(act: Act, { number }: { number: number }): Promise<DecisionView> {
  const { row, decision } = await forDoing(act, number, 'open')
  if (decision.roles.accountableId === null) throw new Refusal('bad_input', said`Nobody is accountable for this decision.`, said`Name the one person who signs it.`)
  checkContent(row.content)
  await checkNamed(act, { id: row.space_id, name: row.space_name, visibility: row.visibility, archived_at: row.archived_at }, decision.roles)
  await checkAgreementChange(act, row)
  await insist(act, { text: contentText(row.content), kind: 'page', filled: SAID_ELSEWHERE })
  const readers = await readersOf(act, readerIds(decision.roles))
  const window = windowFor({ readers, days: decision.windowDays, chosen: row.chosen_deadline }, act.now)
  const change = changeDecision(decision, { kind: 'open', by: act.actor.personId, deadline: window.deadline }, act.now)
  await applyChange(act, row, decision, change)
  await tellOfText(act, row, { decision: change.decision, before: '', text: wordsOf(row.content) })
  await keepDeadlineBy(act, decision.id, window.setById)
  await act.tx.updateTable('decision_version').set({ revision: change.decision.revision }).where('workspace_id', '=', act.actor.workspaceId).where('decision_id', '=', decision.id)
    .where('version', '=', (of) => of.selectFrom('decision_version as v').select((max) => max.fn.max('v.version').as('last')).where('v.workspace_id', '=', act.actor.workspaceId).where('v.decision_id', '=', decision.id)).execute()
  return viewDecisionByNumber(act, number)
}

/** Notes that the actor has opened the text. On what is not open it says nothing, and changes nothing. */
export async function see(act: Act, { number }: { number: number }): Promise<DecisionView> {
  const { row, decision } = await passDeadline(act, await loadForChange(act, number))
  if (OPEN_STATES.has(decision.state)) {
    const change = changeDecision(decision, { kind: 'see', by: act.actor.personId }, act.now)
    if (change.decision !== decision) await applyChange(act, row, decision, change)
  }
  return viewDecisionByNumber(act, number)
}

/** Moves the deadline to a later moment; a time that was shown never comes earlier. */
export async function moreTime(act: Act, { number, deadline }: InputOf<typeof moreTimeForDecision>): Promise<DecisionView> {
  const { row, decision } = await forDoing(act, number, 'more-time')
  await applyChange(act, row, decision, changeDecision(decision, { kind: 'more_time', by: act.actor.personId, deadline: Temporal.Instant.from(deadline) }, act.now))
  await keepDeadlineBy(act, decision.id, null)
  return viewDecisionByNumber(act, number)
}
