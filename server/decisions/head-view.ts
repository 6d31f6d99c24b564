import type { DecisionHead } from '#contract/decisions.ts'
import type { Cast, Viewer } from '#domain/asks/moment-words.ts'
import { RECORD_STATES } from '#domain/decisions/decision-table.ts'
import type { Decision } from '#domain/decisions/decision.ts'
import { dutyOf } from '#domain/decisions/duty.ts'
import { isHidden } from '#domain/decisions/hidden.ts'
import { namedIds, readinessOf } from '#domain/decisions/readiness.ts'
import { dutySentence, statusSentence } from '#domain/decisions/words.ts'
import type { Told } from '#domain/decisions/words.ts'
import { namesOf } from '#server/people/public.ts'
import type { Act } from '#server/platform/act.ts'
import { ownerOf } from './owner.ts'
import { partsOf } from './queries.ts'
import type { HeadRow } from './queries.ts'
import { decisionOf } from './rows.ts'
import { linksOf } from './view-queries.ts'
import type { LinkRow } from './view-queries.ts'
import { doorWord, stateWord } from './wire.ts'
import { wordsOf } from '#server/platform/words.ts'

export type Reading = Pick<Act, 'tx' | 'actor' | 'now'>
export type Known<Row extends HeadRow = HeadRow> = { row: Row; decision: Decision; told: Told; links: readonly LinkRow[] }

export const viewerOf = ({ actor, now }: Reading): Viewer => ({ id: actor.personId, zone: actor.zone, now, words: wordsOf({ actor }) })

/** These decisions with their people, positions and links, in the given order; three statements, however many. */
export async function knownOf<Row extends HeadRow>(act: Reading, rows: readonly Row[]): Promise<Known<Row>[]> {
  const ids = rows.map((row) => row.entry_id)
  const [parts, links] = await Promise.all([partsOf(act, ids), linksOf(act, ids)])
  const around = new Map(ids.map((id) => [id, [] as LinkRow[]]))
  for (const link of links) for (const id of [link.from_id, link.to_id]) around.get(id)?.push(link)
  return rows.map((row) => {
    const decision = decisionOf(row, parts.get(row.entry_id) ?? { people: [], seen: [], positions: [] })
    const mine = around.get(row.entry_id) ?? []
    return { row, decision, links: mine, told: toldOf(act, row, decision, mine) }
  })
}

function toldOf(act: Reading, row: HeadRow, decision: Decision, links: readonly LinkRow[]): Told {
  return {
    decision, optionTitles: new Map(row.options.map(({ id, title }) => [id, title])), decidedAt: row.decided_at, reviewDue: row.review_due,
    supersededBy: links.filter((link) => link.to_id === row.entry_id && supersedes(link)).map((link) => link.from_number),
    hidden: isHidden(decision, row.hidden_until_mine, act.actor.personId),
  }
}

/** What a draft means to supersede still holds. */
export const supersedes = ({ how, from_state }: LinkRow): boolean => how === 'supersedes' && RECORD_STATES.has(from_state)

/** Everybody whom the sentences of a decision name. */
export const castIdsOf = ({ decision }: Known): string[] => [
  decision.authorId, ...namedIds(decision), ...decision.positions.map(({ personId }) => personId), ...decision.waived.map(({ personId }) => personId),
  ...decision.signedById === null ? [] : [decision.signedById], ...decision.call?.objections.map(({ personId }) => personId) ?? [],
]

/** Decisions as lists show them, in the given order. All of them may be seen. */
export async function viewHeads(act: Reading, rows: readonly HeadRow[]): Promise<DecisionHead[]> {
  return rows.length === 0 ? [] : headsOf(act, await knownOf(act, rows))
}

/** The same where they were loaded already. */
export async function headsOf(act: Reading, known: readonly Known[]): Promise<DecisionHead[]> {
  const cast = await namesOf(act, known.flatMap(castIdsOf))
  return known.map((one) => viewHead(act, one, cast))
}

export function viewHead(act: Reading, { row, decision, told, links }: Known, cast: Cast): DecisionHead {
  const viewer = viewerOf(act)
  const { accountableId } = decision.roles
  const owner = ownerOf(row)
  const duty = dutyOf(decision, row.review_due, viewer.id)
  return {
    number: row.number, title: row.title, state: stateWord(decision.state), status: statusSentence(told, cast, viewer), door: doorWord(decision.door), spaceId: row.space_id, spaceName: row.space_name,
    authorId: row.author_id, authorName: cast.get(row.author_id)?.name ?? '', accountableId, accountableName: owner === null ? null : cast.get(owner)?.name ?? '',
    deadline: row.deadline?.toString() ?? null, openedAt: row.opened_at?.toString() ?? null, decidedAt: row.decided_at?.toString() ?? null, chosen: told.optionTitles.get(row.chosen_option ?? '') ?? null,
    provisionalUntil: row.provisional_until?.toString() ?? null, reviewOn: row.review_on, adrNumber: row.adr_number, fileName: row.file_name, createdAt: row.created_at.toString(),
    mine: duty === null ? null : dutySentence(duty, decision, viewer), counts: countsOf(told), supersedes: links.filter((link) => link.how === 'supersedes' && link.from_id === row.entry_id).map((link) => link.to_number),
    supersededBy: [...told.supersededBy], tags: [...row.tags],
  }
}

/** People by where they stand on this text, and objections that stand; nothing of it where positions are kept from the reader. */
function countsOf({ decision, hidden }: Told): DecisionHead['counts'] {
  const { missingIds, objections, questions } = readinessOf(decision)
  if (hidden) return { support: 0, objections: 0, questions: 0, missing: missingIds.length }
  const support = new Set(decision.positions.filter(({ kind, revision }) => kind === 'support' && revision === decision.revision).map(({ personId }) => personId))
  return { support: support.size, objections: objections.length, questions: questions.length, missing: decision.state === 'open' || decision.state === 'call_needed' ? missingIds.length : 0 }
}
