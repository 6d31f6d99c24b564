import type { DecisionView, readDecision } from '#contract/decisions.ts'
import type { InputOf } from '#contract/operation.ts'
import { clockThere } from '#domain/asks/moment-words.ts'
import type { Cast } from '#domain/asks/moment-words.ts'
import { contentProblems } from '#domain/decisions/content.ts'
import { RECORD_STATES } from '#domain/decisions/decision-table.ts'
import { DECISION_STEPS } from '#domain/decisions/decision.ts'
import { standingObjections } from '#domain/decisions/readiness.ts'
import { PROPOSED_OPTION } from '#domain/decisions/templates.ts'
import { deadlineSentence, readySentence } from '#domain/decisions/input-words.ts'
import { stepSentence } from '#domain/decisions/step-words.ts'
import { absenceAt } from '#domain/time/cover.ts'
import { inWords, said } from '#domain/words/said.ts'
import type { Words } from '#domain/words/said.ts'
import { calendarOf, namesOf } from '#server/people/public.ts'
import { wordsOf } from '#server/platform/words.ts'
import { viewCallPlan, viewCallProposal } from './call-view.ts'
import { castIdsOf, knownOf, supersedes, viewerOf, viewHead } from './head-view.ts'
import type { Known, Reading } from './head-view.ts'
import { ownerOf } from './owner.ts'
import { viewMissing, viewPositions } from './position-view.ts'
import { decisionFor } from './queries.ts'
import type { DecisionRow } from './queries.ts'
import { viewRemarks } from './remark-view.ts'
import { canDo } from './rights.ts'
import type { Doing } from './rights.ts'
import { everSpoke, originOf, remarksOf, sourceOf, stepsOf } from './view-queries.ts'
import type { LinkRow } from './view-queries.ts'
import { stateWord, viewContent } from './wire.ts'

/** One decision as the actor reads it. @throws {Refusal} `not_found` */
export const viewDecision = (act: Reading, { number }: InputOf<typeof readDecision>): Promise<DecisionView> => viewDecisionByNumber(act, number)

export async function viewDecisionByNumber(act: Reading, number: number): Promise<DecisionView> {
  const row = await decisionFor(act, number)
  const [known] = await knownOf(act, [row])
  if (!known) throw new Error(`Decision ${number} has no view.`)
  const [steps, remarks, source, origin, spoke] = await Promise.all([stepsOf(act, row.entry_id), remarksOf(act, row.entry_id), sourceOf(act, row.entry_id), originOf(act, row.from_thread), everSpoke(act, row.entry_id)])
  const cast = await namesOf(act, [
    ...castIdsOf(known), ...steps.flatMap((step) => [step.actor_id, step.person_id]), ...remarks.flatMap((remark) => [remark.author_id, remark.resolved_by]), row.deadline_by,
  ].filter((id) => id !== null))
  const can = doingsOf(act, known)
  return {
    ...viewHead(act, known, cast), ...viewText(row, known, wordsOf(act)), ...await viewTime(act, known, cast), people: viewPeople(known, cast), deciders: [...row.deciders],
    hidden: known.told.hidden, positions: viewPositions(known.told, act.actor.personId, cast), missing: viewMissing(known.told, spoke, { cast, words: wordsOf(act) }), readySentence: readySentence(known.told, cast, viewerOf(act)),
    call: known.decision.call && { at: known.decision.call.at.toString(), outcome: known.decision.call.outcome }, callPlan: viewCallPlan(known), callProposal: await viewCallProposal(act, known, cast),
    waived: known.decision.waived.map(({ personId, reason }) => ({ personId, name: cast.get(personId)?.name ?? '', reason })),
    remarks: viewRemarks(remarks, { content: row.content, cast, can: can.includes('remark') ? ['resolve'] : [] }),
    steps: steps.map((step) => viewStep(act, step, known, cast)), ...viewLinks(row, known.links), threadNumber: origin,
    source: source && { path: source.path, format: source.format, notes: [...source.notes], broughtInBy: cast.get(row.author_id)?.name ?? '' }, can,
  }
}

function viewText(row: DecisionRow, { decision }: Known, words: Words) {
  const nobody = decision.roles.accountableId === null ? [{ field: 'roles', message: inWords(said`Nobody is accountable for it. Name the one person who signs it.`, words) }] : []
  return {
    content: viewContent(row.content), revision: row.revision, version: row.version, hiddenUntilMine: row.hidden_until_mine, phase: row.phase, triggers: [...row.triggers], reason: row.reason,
    agreement: row.agreement_text === null ? null : { baseVersion: row.agreement_base ?? 0, text: row.agreement_text, applied: RECORD_STATES.has(row.state) && row.chosen_option === PROPOSED_OPTION },
    problems: decision.state === 'draft' ? [...contentProblems(row.content).map(({ field, message, next }) => ({ field, message: inWords(said`${message} ${next}`, words) })), ...nobody] : [],
  }
}

async function viewTime(act: Reading, { row, decision }: Known, cast: Cast) {
  const { deadline } = decision
  const away = row.deadline_by === null ? null : absenceAt(act.now, await calendarOf(act, row.deadline_by))
  const owner = ownerOf(row)
  return {
    windowDays: row.window_days, chosenDeadline: row.chosen_deadline?.toString() ?? null, ownerName: RECORD_STATES.has(row.state) && owner !== null ? cast.get(owner)?.name ?? null : null,
    deadlineSentence: deadline === null ? '' : deadlineSentence(deadline, { setById: row.deadline_by, awayUntil: away?.end ?? null, phase: decision.phase }, cast, viewerOf(act)),
  }
}

function viewPeople({ row, decision: { roles } }: Known, cast: Cast): DecisionView['people'] {
  const inRole = (role: DecisionView['people'][number]['role'], ids: readonly string[]) => ids.map((id) => ({ id, name: cast.get(id)?.name ?? '', zone: cast.get(id)?.zone ?? 'UTC', role }))
  const owner = ownerOf(row)
  return [...inRole('accountable', owner === null ? [] : [owner]), ...inRole('responsible', roles.responsibleIds), ...inRole('consulted', roles.consultedIds), ...inRole('informed', roles.informedIds)]
}

function viewStep(act: Reading, row: Awaited<ReturnType<typeof stepsOf>>[number], { told, decision }: Known, cast: Cast): DecisionView['steps'][number] {
  const kind = DECISION_STEPS.find((one) => one === row.kind) ?? 'drafted'
  const text = kind === 'signed' ? told.optionTitles.get(decision.chosenOptionId ?? '') ?? row.text : kind === 'call_placed' ? clockThere(Temporal.Instant.from(row.text), act.actor.zone, act.now, wordsOf(act)) : kind === 'superseded' && !told.supersededBy.some((number) => row.text === `#${number}`) ? '' : row.text
  const kept = told.hidden && kind === 'lifted' && row.actor_id !== act.actor.personId
  return {
    at: row.at.toString(), kind: kept ? 'took_position' : kind, actorName: row.actor_id === null ? null : cast.get(row.actor_id)?.name ?? '',
    sentence: stepSentence({ kind, actorId: row.actor_id, personId: row.person_id, text }, cast, viewerOf(act), told.hidden),
  }
}

function viewLinks({ entry_id: id }: DecisionRow, links: readonly LinkRow[]) {
  const of = (how: LinkRow['how'], end: 'from' | 'to') => links.filter((link) => link.how === how && (end === 'to' ? link.from_id === id : link.to_id === id && (how !== 'supersedes' || supersedes(link)))).map((link) => end === 'to'
    ? { number: link.to_number, title: link.to_title, state: stateWord(link.to_state) } : { number: link.from_number, title: link.from_title, state: stateWord(link.from_state) })
  return { supersedesLinks: of('supersedes', 'to'), supersededByLinks: of('supersedes', 'from'), dependsOn: of('depends_on', 'to'), neededBy: of('depends_on', 'from') }
}

const DOINGS: readonly Doing[] = ['edit', 'open', 'position', 'remark', 'roles', 'waive', 'more-time', 'propose-call', 'place-call', 'hold-call', 'sign', 'withdraw', 'resume', 'confirm', 'supersede', 'deprecate', 'review']

/** A call is offered where an objection stands that the actor may know of. */
function doingsOf(act: Reading, { row, decision, told }: Known): Doing[] {
  const objected = !told.hidden && standingObjections(decision).length > 0
  return DOINGS.filter((doing) => canDo(act, row, decision, doing) && (doing !== 'propose-call' || objected))
}
