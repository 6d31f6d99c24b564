import { concernedIds } from '#domain/decisions/change-decision.ts'
import type { Decision, DecisionChange, DecisionStep, DecisionStepKind } from '#domain/decisions/decision.ts'
import { dutyOf } from '#domain/decisions/duty.ts'
import type { Duty } from '#domain/decisions/duty.ts'
import { isHidden } from '#domain/decisions/hidden.ts'
import { inputIds, namedIds, standingObjections } from '#domain/decisions/readiness.ts'
import { settleItems, tell, withdraw } from '#server/attention/public.ts'
import type { Standing } from '#server/attention/public.ts'
import type { Act } from '#server/platform/act.ts'
import { membersOf } from '#server/spaces/public.ts'
import { follows, tellOfNames } from '#server/threads/public.ts'
import type { Place } from './apply.ts'
import { ASKED, MIND, SIGN, STATE } from './names.ts'
import type { DecisionRow } from './queries.ts'

type Happened = DecisionChange & { before: Decision | null }
type NamedIn = Pick<DecisionRow, 'space_id' | 'visibility' | 'archived_at'>
type Facts = { reviewDue: boolean; hiddenUntilMine: boolean }

/** Under which source somebody is told of their duty. */
export const SOURCE_OF: Readonly<Record<Duty, string>> = { position: ASKED, sign: SIGN, call: SIGN, name: SIGN, end: MIND, review: MIND }
/** What asks the same people again, though their duty is the one they had. */
const ASKS_AGAIN: ReadonlySet<DecisionStepKind> = new Set(['opened', 'edited', 'extended'])
/** Whose duty is anew: everybody's who has one, or that of those in a call whose time somebody else chose. */
const isAnew = (act: Act, steps: readonly DecisionStep[]) => (personId: string, duty: Duty): boolean =>
  steps.some(({ kind }) => ASKS_AGAIN.has(kind) || (kind === 'call_placed' && duty === 'call' && personId !== act.actor.personId))
/** What the whole space hears of in its digests. */
const PUBLIC: ReadonlySet<DecisionStepKind> = new Set(['opened', 'signed', 'expired'])

/**
 * Who hears of a change: whoever has something to do from now on, and those whom it concerns. Whoever has nothing to do
 * any more loses that from the inbox. Drafts are told to nobody.
 */
export async function tellOf(act: Act, place: Place, happened: Happened): Promise<void> {
  const { decision, steps, before } = happened
  if (steps.length === 0) return
  const facts = await factsOf(act, decision.id)
  const duties = dutiesOf(decision, facts.reviewDue)
  if (before !== null) await settleDone(act, happened, duties)
  if (isPrivate(decision, before)) return
  await follows(act, decision.id, [...inputIds(decision), ...(decision.roles.accountableId === null ? [] : [decision.roles.accountableId])], 'asked')
  const obliged = await tellDuties(act, place, happened, { duties, facts })
  await tellNews(act, place, happened, { obliged, facts })
}

/** Tells whoever the text of an open decision calls by name and did not call before; those whom it concerns hear of it anyway. */
export async function tellOfText(act: Act, row: NamedIn, { decision, ...texts }: { decision: Decision; before: string; text: string }): Promise<void> {
  await tellOfNames(act, { entryId: decision.id, place: { id: row.space_id, visibility: row.visibility, archived_at: row.archived_at }, source: STATE, but: concernedIds(decision) }, texts)
}

/** Nobody but its author knows of it: a draft, and what ended as one. */
const isPrivate = (decision: Decision, before: Decision | null): boolean => decision.state === 'draft' || (before?.state === 'draft' && decision.state === 'withdrawn')

async function factsOf({ tx, actor: { workspaceId } }: Act, id: string): Promise<Facts> {
  const row = await tx.selectFrom('decision').select(['review_due', 'hidden_until_mine']).where('workspace_id', '=', workspaceId).where('entry_id', '=', id).executeTakeFirstOrThrow()
  return { reviewDue: row.review_due, hiddenUntilMine: row.hidden_until_mine }
}

function dutiesOf(decision: Decision, reviewDue: boolean): Map<string, Duty> {
  const people = new Set([...concernedIds(decision), ...standingObjections(decision).map(({ personId }) => personId)])
  return new Map([...people].flatMap((id): [string, Duty][] => {
    const duty = dutyOf(decision, reviewDue, id)
    return duty === null ? [] : [[id, duty]]
  }))
}

/** What was asked of people leaves their inbox, unless they still have to do it. */
async function settleDone(act: Act, { decision, steps }: Happened, duties: ReadonlyMap<string, Duty>): Promise<void> {
  const again = isAnew(act, steps)
  for (const source of [ASKED, SIGN, MIND]) {
    const butFor = [...duties].filter(([id, duty]) => SOURCE_OF[duty] === source && !again(id, duty)).map(([id]) => id)
    await settleItems(act, { source, subjectIds: [decision.id], reason: 'settled', butFor })
  }
}

/** Tells whoever has something to do that they had not before. @returns everybody who has */
async function tellDuties(act: Act, place: Place, { steps, before }: Happened, { duties, facts }: { duties: ReadonlyMap<string, Duty>; facts: Facts }): Promise<Set<string>> {
  const again = isAnew(act, steps)
  const dueBefore = facts.reviewDue && !steps.some(({ kind }) => kind === 'review_due')
  const known = before === null ? new Map<string, Duty>() : dutiesOf(before, dueBefore)
  const fresh = [...duties].filter(([id, duty]) => again(id, duty) || known.get(id) !== duty)
  for (const [source, some] of Map.groupBy(fresh, ([, duty]) => SOURCE_OF[duty])) {
    for (const [personId] of some) await withdraw(act, { source: STATE, subjectIds: [place.entry_id], reason: 'newer', personId })
    await tell(act, { key: `decision:${act.newId()}`, kind: 'decision', source, obliges: true, ...about(place), readers: some.map(([personId]) => ({ personId, standing: 'asked' })) })
  }
  return new Set(duties.keys())
}

const about = ({ entry_id, space_id }: Place) => ({ subjectId: entry_id, conversationId: entry_id, spaceId: space_id })

/** One line of news a change, which takes the place of older news that was not delivered yet. */
async function tellNews(act: Act, place: Place, happened: Happened, { obliged, facts }: { obliged: ReadonlySet<string>; facts: Facts }): Promise<void> {
  const { decision, steps } = happened
  const readers = new Map<string, Standing>()
  if (steps.some(({ kind }) => PUBLIC.has(kind)) || lostOwner(happened)) for (const id of await membersOf(act, place.space_id)) readers.set(id, 'space')
  for (const step of steps) for (const id of hears(step, happened)) if (mayKnow(step, decision, facts, id)) readers.set(id, 'mentioned')
  for (const id of obliged) readers.delete(id)
  readers.delete(act.actor.personId)
  if (readers.size === 0) return
  for (const personId of readers.keys()) await withdraw(act, { source: STATE, subjectIds: [decision.id], reason: 'newer', personId })
  await tell(act, { key: `decision:${act.newId()}`, kind: 'decision', source: STATE, ...about(place), readers: [...readers].map(([personId, standing]) => ({ personId, standing })) })
}

const lostOwner = ({ decision, before }: Happened): boolean => before !== null && before.roles.accountableId !== null && decision.roles.accountableId === null

/** Whom a step concerns who has nothing to do for it. */
function hears({ kind, actorId, personId, text }: DecisionStep, { decision, before }: Happened): string[] {
  const spoke = decision.positions.map((one) => one.personId)
  const owners = [decision.authorId, ...(decision.roles.accountableId === null ? [] : [decision.roles.accountableId])]
  switch (kind) {
    case 'opened': return concernedIds(decision)
    case 'edited':
    case 'signed':
    case 'withdrawn':
    case 'lapsed':
    case 'expired':
    case 'confirmed':
    case 'superseded':
    case 'deprecated': return [...concernedIds(decision), ...spoke]
    case 'took_position': return text === 'objection' || text === 'question' ? [...owners, ...decision.roles.responsibleIds] : []
    case 'lifted': return [...owners, ...decision.roles.responsibleIds]
    case 'roles_changed': return namedIds(decision).filter((id) => before === null || !namedIds(before).includes(id))
    case 'waived': return personId === null ? [] : [personId]
    case 'call_held': return [...owners, ...decision.call?.objections.map((one) => one.personId) ?? []]
    case 'deadline_moved': return actorId === null ? [] : [...owners, ...inputIds(decision)]
    case 'extended':
    case 'accountable_asked':
    case 'call_needed':
    case 'call_placed':
    case 'ready':
    case 'no_longer_ready':
    case 'reviewed': return owners
    case 'drafted':
    case 'resumed':
    case 'review_due':
    case 'imported': return []
  }
}

/** That somebody objected, asked or lifted is kept from whoever may not see others' positions yet. */
function mayKnow({ kind }: DecisionStep, decision: Decision, { hiddenUntilMine }: Facts, personId: string): boolean {
  return (kind !== 'took_position' && kind !== 'lifted') || !isHidden(decision, hiddenUntilMine, personId)
}
