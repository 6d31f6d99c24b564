import { isDeepStrictEqual } from 'node:util'
import type { createDecision, DecisionView, editDecision, setDecisionRoles } from '#contract/decisions.ts'
import type { InputOf } from '#contract/operation.ts'
import { changeDecision } from '#domain/decisions/change-decision.ts'
import { checkContent, checkDraft } from '#domain/decisions/content.ts'
import { contentText } from '#domain/decisions/content-text.ts'
import type { DecisionContent } from '#domain/decisions/content.ts'
import { OPEN_STATES } from '#domain/decisions/decision-table.ts'
import type { Decision, DecisionRoles } from '#domain/decisions/decision.ts'
import { inputIds, namedIds } from '#domain/decisions/readiness.ts'
import { PROPOSED_OPTION } from '#domain/decisions/templates.ts'
import { readerIds } from '#domain/decisions/window.ts'
import type { Window } from '#domain/decisions/window.ts'
import { Refusal } from '#domain/refusal.ts'
import { said } from '#domain/words/said.ts'
import { isBefore } from '#domain/time/spans.ts'
import type { Act } from '#server/platform/act.ts'
import { attachLinked } from '#server/files/public.ts'
import { json } from '#server/platform/db/columns.ts'
import { spaceFor } from '#server/spaces/public.ts'
import { rewordThread, threadFor } from '#server/threads/public.ts'
import { diffBody, proposedOn, withAgreementOptions } from './agreement-change.ts'
import type { AgreementChange } from './agreement-change.ts'
import { applyChange } from './apply.ts'
import { keepDeadlineBy, windowOrNull } from './deadline.ts'
import { changed, forDoing } from './doing.ts'
import { insertDecision, keepVersion, keepWords, titleOf, wordsOf } from './insert.ts'
import { linkTo, recordsFor } from './links.ts'
import type { Loaded } from './load.ts'
import { openOne } from './open.ts'
import type { DecisionRow } from './queries.ts'
import { checkNamed, readersOf } from './readers.ts'
import { checkReviewDate } from './review-date.ts'
import { tellOfText } from './telling.ts'
import { viewDecisionByNumber } from './views.ts'
import { doorFrom } from './wire.ts'

/** Writes a draft, from nothing, a thread or a proposed agreement; opens it at once where asked for. */
export async function create(act: Act, input: InputOf<typeof createDecision>): Promise<DecisionView> {
  const space = await spaceFor(act, input.spaceId, 'space.write')
  const roles = input.roles ?? { accountableId: act.actor.personId, responsibleIds: [], consultedIds: [], informedIds: [] }
  await checkNamed(act, space, roles)
  checkReviewDate(act, input.reviewOn)
  const agreement = input.agreementText === undefined ? null : await proposedOn(act, input.agreementText)
  const content = agreement === null ? input.content : withAgreementOptions(input.content, diffBody(agreement.inForce, agreement.text))
  checkDraft(content)
  const [older, needed] = [await recordsFor(act, input.supersedes), await recordsFor(act, input.dependsOn)]
  const thread = input.fromThread === undefined ? null : await threadFor(act, input.fromThread)
  const { id, number } = await insertDecision(act, {
    space, content, roles, agreement, door: doorFrom(input.door), windowDays: input.windowDays, chosenDeadline: input.chosenDeadline === null ? null : Temporal.Instant.from(input.chosenDeadline),
    hiddenUntilMine: input.hiddenUntilMine, reviewOn: input.reviewOn, triggers: input.triggers, tags: tagsOf(input.tags), state: 'draft', fromThread: thread && { threadId: thread.id, replyId: input.fromReplyId },
  })
  await attachLinked(act, { entryId: id, text: contentText(content) })
  await linkTo(act, id, older.map((row) => row.entry_id), 'supersedes')
  await linkTo(act, id, needed.map((row) => row.entry_id), 'depends_on')
  return input.open ? openOne(act, { number }) : viewDecisionByNumber(act, number)
}

const tagsOf = (tags: readonly string[]): string[] => [...new Set(tags.map((tag) => tag.trim()))]

type Edit = InputOf<typeof editDecision>

/** Changes what a decision says, or its settings, before it is decided. */
export async function edit(act: Act, input: Edit): Promise<DecisionView> {
  const one = await forDoing(act, input.number, 'edit')
  const { row, decision } = one
  if (input.version !== row.version) throw new Refusal('conflict', said`Somebody has saved this decision since you read it.`, said`Read it again and put your change into it; your text is not lost.`)
  const open = OPEN_STATES.has(decision.state)
  if (open) checkFixed(input, row)
  if (input.reviewOn !== undefined) checkReviewDate(act, input.reviewOn)
  const agreement = input.agreementText === undefined ? null : await proposedOn(act, input.agreementText)
  const content = contentOf(row, input, agreement)
  if (open) checkContent(content)
  else checkDraft(content)
  const newText = !isDeepStrictEqual(content, row.content) || (input.door !== undefined && doorFrom(input.door) !== row.door) || (agreement !== null && agreement.text !== row.agreement_text)
  await saveRow(act, row, input, { content, agreement })
  if (newText) await saveText(act, one, content)
  else await changed(act, row)
  return viewDecisionByNumber(act, row.number)
}

/** Whoever reads an open decision relies on its terms; they can be asked to read again, and get more time. */
function checkFixed(input: Edit, row: DecisionRow): void {
  const chosen = input.chosenDeadline === undefined || input.chosenDeadline === null ? input.chosenDeadline : Temporal.Instant.from(input.chosenDeadline)
  const sameChosen = chosen === undefined || (chosen === null ? row.chosen_deadline === null : row.chosen_deadline?.equals(chosen) === true)
  if ((input.windowDays ?? row.window_days) !== row.window_days || !sameChosen) throw new Refusal('conflict', said`The time of an open decision is set.`, said`Give it more time instead.`)
  if ((input.hiddenUntilMine ?? row.hidden_until_mine) !== row.hidden_until_mine) throw new Refusal('conflict', said`Whether positions are hidden is settled when a decision is opened.`, said`Withdraw it and take it up again to change that.`)
}

/** The text that is saved; where it proposes an agreement, with both options and the lines that change. */
function contentOf(row: DecisionRow, input: Edit, agreement: (AgreementChange & { inForce: string }) | null): DecisionContent {
  const content = input.content ?? row.content
  if (agreement !== null) return withAgreementOptions(content, diffBody(agreement.inForce, agreement.text))
  return row.agreement_text === null ? content : withAgreementOptions(content, row.content.options.find(({ id }) => id === PROPOSED_OPTION)?.body ?? '')
}

async function saveRow(act: Act, row: DecisionRow, input: Edit, { content, agreement }: { content: DecisionContent; agreement: AgreementChange | null }): Promise<void> {
  await act.tx.updateTable('decision').set({
    content: json(content), version: row.version + 1, window_days: input.windowDays ?? row.window_days, hidden_until_mine: input.hiddenUntilMine ?? row.hidden_until_mine,
    ...(input.door !== undefined && { door: doorFrom(input.door) }), ...(input.reviewOn !== undefined && { review_on: input.reviewOn }), ...(input.triggers !== undefined && { triggers: json(input.triggers) }),
    ...(input.chosenDeadline !== undefined && { chosen_deadline: input.chosenDeadline === null ? null : Temporal.Instant.from(input.chosenDeadline) }),
    ...(input.tags !== undefined && { tags: json(tagsOf(input.tags)) }), ...(agreement !== null && { agreement_text: agreement.text, agreement_base: agreement.base }),
  }).where('workspace_id', '=', act.actor.workspaceId).where('entry_id', '=', row.entry_id).execute()
}

/** A new text: kept as a version, shown in lists, and, where it is open, put before whoever had taken a position. */
async function saveText(act: Act, { row, decision }: Loaded, content: DecisionContent): Promise<void> {
  const window = OPEN_STATES.has(decision.state) ? await freshWindow(act, decision) : null
  const change = changeDecision(decision, { kind: 'edit', by: act.actor.personId, optionIds: content.options.map(({ id }) => id), deadline: window?.deadline ?? null }, act.now)
  await keepVersion(act, { decisionId: decision.id, version: row.version + 1, revision: change.decision.revision, content })
  await attachLinked(act, { entryId: decision.id, text: contentText(content) })
  await rewordThread(act, decision.id, { title: titleOf(content), body: content.needed })
  await keepWords(act, decision.id, content)
  await applyChange(act, row, decision, change)
  if (window) await setBy(act, decision, change.decision, window)
  if (OPEN_STATES.has(decision.state)) await tellOfText(act, row, { decision: change.decision, before: wordsOf(row.content), text: wordsOf(content) })
  if (change.steps.length === 0) await changed(act, row)
}

/** The window of those who had taken a position, from now; of everybody where the deadline has gone by. */
async function freshWindow(act: Act, decision: Decision): Promise<Window | null> {
  const over = decision.deadline !== null && !isBefore(act.now, decision.deadline)
  const spoke = new Set(decision.positions.map(({ personId }) => personId))
  const ids = readerIds(decision.roles).filter((id) => over || spoke.has(id))
  return windowOrNull(await readersOf(act, ids), decision.windowDays, act.now)
}

/** Keeps who sets the deadline, where it came to be later. */
async function setBy(act: Act, before: Decision, after: Decision, window: Window): Promise<void> {
  if (after.deadline !== null && after.deadline !== before.deadline) await keepDeadlineBy(act, after.id, after.deadline.equals(window.deadline) ? window.setById : null)
}

/** Says anew who is named. Whoever is asked for input from now on has the whole window, if it is open. */
export async function setRoles(act: Act, { number, roles }: InputOf<typeof setDecisionRoles>): Promise<DecisionView> {
  const one = await forDoing(act, number, 'roles')
  const { row, decision } = one
  await checkNew(act, one, roles)
  const window = OPEN_STATES.has(decision.state) ? await windowOfNew(act, decision, roles) : null
  const change = changeDecision(decision, { kind: 'roles', by: act.actor.personId, roles, deadline: window?.deadline ?? null }, act.now)
  await applyChange(act, row, decision, change)
  if (window) await setBy(act, decision, change.decision, window)
  return viewDecisionByNumber(act, number)
}

/** Who is named already may have left since, and stays named; whoever signs must be there. */
async function checkNew(act: Act, { row, decision }: Loaded, { accountableId, responsibleIds, consultedIds, informedIds }: DecisionRoles): Promise<void> {
  const known = new Set(namedIds(decision))
  const fresh = (ids: readonly string[]) => ids.filter((id) => !known.has(id))
  const space = { id: row.space_id, name: row.space_name, visibility: row.visibility, archived_at: row.archived_at }
  await checkNamed(act, space, { accountableId, responsibleIds: fresh(responsibleIds), consultedIds: fresh(consultedIds), informedIds: fresh(informedIds) })
}

async function windowOfNew(act: Act, decision: Decision, roles: DecisionRoles): Promise<Window | null> {
  const known = new Set(readerIds(decision.roles))
  return windowOrNull(await readersOf(act, inputIds({ roles }).filter((id) => !known.has(id))), decision.windowDays, act.now)
}
