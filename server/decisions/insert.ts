import type { DecisionContent } from '#domain/decisions/content.ts'
import { contentText } from '#domain/decisions/content-text.ts'
import { distinct } from '#domain/decisions/change-decision.ts'
import { canHappen } from '#domain/decisions/decision-table.ts'
import type { DecisionState } from '#domain/decisions/decision-table.ts'
import type { Decision, DecisionRoles, DecisionStepKind, Door } from '#domain/decisions/decision.ts'
import { putText } from '#server/entries/public.ts'
import type { Act } from '#server/platform/act.ts'
import { json } from '#server/platform/db/columns.ts'
import type { Space } from '#server/spaces/public.ts'
import { openQuietly } from '#server/threads/public.ts'
import type { CameFrom } from '#server/threads/public.ts'
import { keepPeople, record } from './apply.ts'
import { keepReview } from './review-date.ts'

export type NewDecision = {
  space: Space
  /** Whoever acts, unless an imported record names somebody else. */
  authorId?: string
  content: DecisionContent
  roles: DecisionRoles
  door: Door
  /** Unit: working days. */
  windowDays: number
  chosenDeadline: Temporal.Instant | null
  hiddenUntilMine: boolean
  /** A date, YYYY-MM-DD. */
  reviewOn: string | null
  triggers: readonly string[]
  tags: readonly string[]
  /** A draft, or a record that is imported as it stands; those that are open go through `decisions.open`. */
  state: Exclude<DecisionState, 'open' | 'ready' | 'call_needed'>
  decidedAt?: Temporal.Instant | null
  chosenOption?: string | null
  adrNumber?: number | null
  fileName?: string | null
  /** Names of an imported record who are nobody here. */
  deciders?: readonly string[]
  /** Whom an imported record names first of those who decide, if that is somebody here. */
  namedId?: string | null
  /** Why it was withdrawn, deprecated or superseded. */
  reason?: string
  fromThread?: CameFrom | null
  /** The whole agreement as it would be, and the version that it was written on. */
  agreement?: { text: string; base: number } | null
  /** The first line of its history. */
  step?: DecisionStepKind
}

export type Inserted = { id: string; number: number }

/** Lists show something also while a draft has no name. */
export const titleOf = ({ title }: Pick<DecisionContent, 'title'>): string => title.trim() === '' ? 'A decision without a title' : title.trim()

/**
 * Writes a decision: its entry, the thread of its discussion, the text, who is named, and the first line of its history.
 * Nobody is told. Whoever calls has checked rights, the text and the people.
 */
export async function insertDecision(act: Act, given: NewDecision): Promise<Inserted> {
  const authorId = given.authorId ?? act.actor.personId
  const writer: Act = authorId === act.actor.personId ? act : { ...act, actor: { ...act.actor, personId: authorId } }
  const { content, fromThread = null } = given
  const opened = await openQuietly(writer, { kind: 'decision', space: given.space, title: titleOf(content), body: content.needed }, fromThread)
  const decision = fresh(opened.id, authorId, given)
  await insertRow(act, decision, given)
  await keepPeople(act, decision)
  await keepVersion(act, { decisionId: opened.id, version: 1, revision: 0, content })
  await keepWords(act, opened.id, content)
  const kind = given.step ?? 'drafted'
  await record(act, { entry_id: opened.id, number: opened.number, space_id: given.space.id }, { decision, steps: [{ kind, actorId: act.actor.personId, personId: given.namedId ?? null, text: '' }] })
  if (canHappen(decision.state, 'review') && given.reviewOn !== null) await keepReview(act, { decisionId: opened.id, ownerId: decision.roles.accountableId ?? authorId, reviewOn: given.reviewOn })
  return opened
}

function fresh(id: string, authorId: string, { content, roles, door, windowDays, state, chosenOption = null, reason = '' }: NewDecision): Decision {
  return {
    id, authorId, state, door, windowDays, roles: distinct(roles), revision: 0, optionIds: content.options.map((option) => option.id), openedAt: null, deadline: null, phase: 'first', readyBy: null,
    positions: [], seen: new Map(), waived: [], call: null, callPlan: null, chosenOptionId: chosenOption, signedById: null, signedAt: null, provisionalUntil: null, reason,
  }
}

async function insertRow(act: Act, decision: Decision, given: NewDecision): Promise<void> {
  const { content, agreement = null } = given
  await act.tx.insertInto('decision').values({
    workspace_id: act.actor.workspaceId, entry_id: decision.id, state: decision.state, door: decision.door, accountable_id: decision.roles.accountableId, content: json(content), version: 1, revision: 0,
    window_days: decision.windowDays, chosen_deadline: given.chosenDeadline, hidden_until_mine: given.hiddenUntilMine, created_at: act.now, opened_at: null, deadline: null, deadline_by: null, phase: 'first',
    ready_by: null, call: null, chosen_option: decision.chosenOptionId, signed_by: null, signed_at: null, provisional_until: null, decided_at: given.decidedAt ?? null, reason: decision.reason,
    review_on: given.reviewOn, review_due: false, triggers: json([...given.triggers]), tags: json([...given.tags]), adr_number: given.adrNumber ?? null, file_name: given.fileName ?? null,
    deciders: json([...given.deciders ?? []]), from_thread: given.fromThread?.threadId ?? null, agreement_text: agreement?.text ?? null, agreement_base: agreement?.base ?? null,
  }).execute()
}

/** All that a decision says is found and linked, not its question alone. */
export async function keepWords(act: Act, decisionId: string, content: DecisionContent): Promise<void> {
  await putText(act, { id: decisionId, entryId: decisionId, title: titleOf(content), text: wordsOf(content) })
}

/** Without the title, which stands beside it. */
export const wordsOf = (content: DecisionContent): string => contentText({ ...content, title: '' })

type Version = { decisionId: string; version: number; revision: number; content: DecisionContent }

/** Keeps a text that was saved, for what changed since. */
export async function keepVersion(act: Act, { decisionId, version, revision, content }: Version): Promise<void> {
  await act.tx.insertInto('decision_version')
    .values({ workspace_id: act.actor.workspaceId, decision_id: decisionId, version, revision, content: json(content), by_id: act.actor.personId, at: act.now }).execute()
}
