import { countInWords } from '../brief/count-words.ts'
import { clockThere, inList, momentWords, nameIn, object, subject, verb, whose, zoneIn } from '../asks/moment-words.ts'
import type { Cast, Viewer } from '../asks/moment-words.ts'
import { dateWords } from '../time/time-words.ts'
import { localDate } from '../time/local.ts'
import { isBefore } from '../time/spans.ts'
import type { Instant } from '../time/types.ts'
import type { Decision } from './decision.ts'
import type { Duty } from './duty.ts'
import { inputIds, readinessOf } from './readiness.ts'

/** A decision with what its sentences need besides: names of options, when it became a record, and what superseded it. */
export type Told = {
  readonly decision: Decision
  readonly optionTitles: ReadonlyMap<string, string>
  readonly decidedAt: Instant | null
  readonly supersededBy: readonly number[]
  readonly reviewDue: boolean
  /** Others’ positions are kept from this reader. */
  readonly hidden: boolean
}

/** One line: what holds, and who moves next. */
export function statusSentence(told: Told, cast: Cast, viewer: Viewer): string {
  const { decision: { state, authorId, reason, provisionalUntil } } = told
  switch (state) {
    case 'draft': return `${authorId === viewer.id ? 'Your draft' : `A draft of ${nameIn(cast, authorId)}’s`}: nobody was asked yet.`
    case 'open': return openSentence(told, cast, viewer)
    case 'call_needed': return `An objection stands. ${callPeople(told, cast, viewer)} ${talkWords(told.decision.callPlan, viewer)}.`
    case 'ready': return readyState(told, cast, viewer)
    case 'decided': return `${decidedWords(told, cast, viewer)}.${reviewWords(told)}`
    case 'provisional': return `${decidedWords(told, cast, viewer)}. It holds until ${lastDay(provisionalUntil, viewer)}, unless it is confirmed.${reviewWords(told)}`
    case 'expired': return `It held until ${lastDay(provisionalUntil, viewer)}, and nobody has confirmed it. ${who(decisionOwner(told.decision), cast, viewer)} ${verb(decisionOwner(told.decision), viewer, 'confirm')} it, or ${verb(decisionOwner(told.decision), viewer, 'end')} it.`
    case 'withdrawn': return `Withdrawn: ${withoutStop(reason)}.`
    case 'lapsed': return 'It lapsed: nobody decided in time.'
    case 'superseded': return told.supersededBy.length === 0 ? 'Another decision has superseded it.' : `Superseded by ${inList(told.supersededBy.map((number) => `#${number}`))}.`
    case 'deprecated': return `It no longer holds: ${withoutStop(reason)}.`
  }
}

const who = (id: string, cast: Cast, viewer: Viewer): string => subject(id, cast, viewer)
const decisionOwner = ({ roles, authorId }: Pick<Decision, 'roles' | 'authorId'>): string => roles.accountableId ?? authorId
const withoutStop = (text: string): string => text.trim().replace(/\.$/, '')
const capital = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`
const reviewWords = ({ reviewDue }: Told): string => reviewDue ? ' It is time to look at it again.' : ''

/** A day as the reader counts it: `3 May`, with the year where it is another one. */
function dayOf(at: Instant, { zone, now }: Viewer): string {
  const date = localDate(at, zone)
  return `${dateWords(date)}${date.slice(0, 4) === localDate(now, zone).slice(0, 4) ? '' : ` ${date.slice(0, 4)}`}`
}

/** Until the end of which day it holds: the one that was named at signing, at whose midnight it ends. */
const lastDay = (until: Instant | null, viewer: Viewer): string => until === null ? 'it is ended' : dayOf(until.subtract({ seconds: 1 }), viewer)

function decidedWords({ decision, optionTitles, decidedAt }: Told, cast: Cast, viewer: Viewer): string {
  const when = decidedAt === null ? '' : ` on ${dayOf(decidedAt, viewer)}`
  const by = decision.signedById === null ? '' : ` by ${object(decision.signedById, cast, viewer)}`
  const chosen = decision.chosenOptionId === null ? undefined : optionTitles.get(decision.chosenOptionId)
  return `Decided${when}${by}${chosen === undefined ? '' : `: ${withoutStop(chosen)}`}`
}

function openSentence(told: Told, cast: Cast, viewer: Viewer): string {
  const { decision } = told
  const { accountableId } = decision.roles
  const until = decision.deadline === null ? '' : ` until ${momentWords(decision.deadline, viewer.zone, viewer)}`
  if (accountableId === null) return `Nobody is accountable any more: ${object(decision.authorId, cast, viewer)} ${verb(decision.authorId, viewer, 'name')} who signs.`
  if (decision.phase === 'asked') return `The time is over. ${who(accountableId, cast, viewer)} ${verb(accountableId, viewer, 'decide')}${until} how to go on.`
  return `${decision.phase === 'extended' ? 'Open once more' : 'Open'}${until}. ${waitingFor(told, cast, viewer)}`
}

function waitingFor({ decision, hidden }: Told, cast: Cast, viewer: Viewer): string {
  const { missingIds, objections, questions } = readinessOf(decision)
  if (!hidden && objections.length > 0) return `${people(objections.map((one) => one.personId), cast, viewer)} ${agree(objections.map((one) => one.personId), viewer, 'object')}.`
  if (missingIds.length > 0) return `It waits for ${people(missingIds, cast, viewer, false)}.`
  if (!hidden && questions.length > 0) return `${people(questions.map((one) => one.personId), cast, viewer)} asked a question.`
  return 'What was asked for is in.'
}

function readyState({ decision }: Told, cast: Cast, viewer: Viewer): string {
  const { accountableId } = decision.roles
  const why = decision.readyBy === 'silence' ? 'nobody spoke against it in time' : decision.readyBy === 'call' ? 'the call was held' : 'all input is in'
  const next = accountableId === null ? `Nobody is accountable any more: ${object(decision.authorId, cast, viewer)} ${verb(decision.authorId, viewer, 'name')} who signs.` : `${who(accountableId, cast, viewer)} ${verb(accountableId, viewer, 'sign')}.`
  return `Ready: ${why}. ${next}`
}

/** What those in the call do, and when, in the words that follow their names. */
function talkWords(plan: Decision['callPlan'], viewer: Viewer): string {
  if (plan === null) return 'talk, and write down what came of it'
  if (isOver(plan, viewer)) return `were to talk ${onOrAt(plan.startsAt, viewer)}, and what came of it is not written down yet`
  return `talk ${onOrAt(plan.startsAt, viewer)} for ${plan.minutes} minutes, and write down what came of it`
}

const isOver = ({ startsAt, minutes }: NonNullable<Decision['callPlan']>, { now }: Viewer): boolean => isBefore(startsAt.add({ minutes }), now)

/** @example 'at 15:00', 'on Thursday 15:00', 'yesterday 15:00' */
function onOrAt(at: Instant, { zone, now }: Viewer): string {
  const words = clockThere(at, zone, now)
  if (words.startsWith('yesterday')) return words
  return /^\d\d:/.test(words) ? `at ${words}` : `on ${words}`
}

function callPeople({ decision }: Told, cast: Cast, viewer: Viewer): string {
  const { accountableId } = decision.roles
  return people([...readinessOf(decision).objections.map(({ personId }) => personId), ...accountableId === null ? [] : [accountableId]], cast, viewer)
}

/** `Ana and you`, each once; `You` at the start of a sentence. */
function people(ids: readonly string[], cast: Cast, viewer: Viewer, starts = true): string {
  const words = inList([...new Set(ids)].map((id) => object(id, cast, viewer)))
  return starts ? capital(words) : words
}

const agree = (ids: readonly string[], viewer: Viewer, word: string): string => new Set(ids).size > 1 ? word : verb(ids[0] ?? '', viewer, word)

/** What still stands between it and a signature, or why it is ready. Empty where neither: drafts and what is settled. */
export function readySentence(told: Told, cast: Cast, viewer: Viewer): string {
  const { decision, hidden } = told
  if (decision.state === 'ready') return readyState(told, cast, viewer)
  if (decision.state !== 'open' && decision.state !== 'call_needed') return ''
  const { missingIds, objections, questions } = readinessOf(decision)
  const asked = questions.filter(({ personId }) => inputIds(decision).includes(personId))
  const asking = new Set(hidden ? [] : asked.map(({ personId }) => personId))
  const silent = missingIds.filter((id) => !asking.has(id))
  const parts = [
    ...silent.length === 0 ? [] : [`the input of ${people(silent, cast, viewer, false)}`],
    ...hidden || objections.length === 0 ? [] : [objections.length === 1 ? `${whose(objections[0]?.personId ?? '', cast, viewer)} objection` : `${countInWords(objections.length)} objections`],
    ...hidden || asked.length === 0 ? [] : [asked.length === 1 ? `${whose(asked[0]?.personId ?? '', cast, viewer)} question` : `${countInWords(asked.length)} questions`],
  ]
  const missing = parts.length === 0 ? '' : `Before it can be signed: ${parts.length === 2 && parts[0]?.includes(' and ') ? parts.join(', and ') : inList(parts)}.`
  const rest = hidden ? 'What others say is shown once you have taken a position.' : silenceSentence(decision, viewer)
  return [missing, rest].filter((part) => part !== '').join(' ')
}

function silenceSentence(decision: Decision, viewer: Viewer): string {
  if (decision.state !== 'open' || decision.deadline === null || decision.phase === 'asked') return ''
  const { missingIds, objections, questions } = readinessOf(decision)
  if (missingIds.length === 0 || objections.length > 0 || questions.length > 0) return ''
  return decision.door === 'one_way' ? 'It is hard to undo, so silence closes nothing.' : `Whoever has opened it and says nothing by ${momentWords(decision.deadline, viewer.zone, viewer)} agrees.`
}

/** What it waits for from the reader. @example 'Take a position by Thursday 17:00.' */
export function dutySentence(duty: Duty, decision: Pick<Decision, 'deadline' | 'state' | 'phase' | 'callPlan'>, viewer: Viewer): string {
  switch (duty) {
    case 'name': return 'Name who signs it.'
    case 'sign': return decision.state === 'ready' ? 'Sign it.' : 'Decide how it goes on: waive what is missing, give more time, or withdraw it.'
    case 'call': return callDuty(decision.callPlan, viewer)
    case 'position': return decision.deadline === null || decision.state !== 'open' ? 'Take a position.' : `Take a position by ${clockThere(decision.deadline, viewer.zone, viewer.now)}.`
    case 'end': return 'It has expired: confirm it, supersede it, or say that it no longer holds.'
    case 'review': return 'Look at it again: does it still hold?'
  }
}

function callDuty(plan: Decision['callPlan'], viewer: Viewer): string {
  if (plan === null) return 'Choose when you talk about the objections, and write down what came of it.'
  return isOver(plan, viewer) ? 'Write down what came of the call.' : `Talk about the objections ${onOrAt(plan.startsAt, viewer)}, and write down what came of it.`
}

/** Why somebody's input is missing. `spokeBefore`: they took a position on an older text. */
export function missingSentence({ opened, asked, spokeBefore }: { opened: boolean; asked: boolean; spokeBefore: boolean }): string {
  if (asked) return 'Asked a question, which is open.'
  if (spokeBefore) return opened ? 'Has opened the new text, and not said yet whether the position holds.' : 'Took a position on an earlier text, and has not opened this one.'
  return opened ? 'Has opened it, and taken no position yet.' : 'Has not opened it yet.'
}

/**
 * When it is due, on the clock of who sets that and on the reader's.
 * @param setById null where the deadline was chosen; `awayUntil`: the end of that person's absence, where they are away now
 * @example 'Thursday 17:00 Manila (10:00 yours); set by Mei, who is back on Wednesday.'
 */
export function deadlineSentence(deadline: Instant, { setById, awayUntil, phase }: { setById: string | null; awayUntil: Instant | null; phase: Decision['phase'] }, cast: Cast, viewer: Viewer): string {
  if (phase === 'asked') return `${capital(momentWords(deadline, viewer.zone, viewer))}; by then the accountable decides how it goes on.`
  if (phase === 'extended') return `${capital(momentWords(deadline, viewer.zone, viewer))}; extended once, for the input that is missing.`
  if (setById === null) return `${capital(momentWords(deadline, viewer.zone, viewer))}; chosen, and later than anybody named needs.`
  const zone = zoneIn(cast, setById)
  const back = awayUntil === null ? '' : `, who ${verb(setById, viewer, 'are', 'is')} back on ${clockThere(awayUntil, zone, viewer.now).replace(/ \d\d:\d\d$/, '')}`
  return `${capital(momentWords(deadline, zone, viewer))}; set by ${object(setById, cast, viewer)}${back}.`
}

/** How long one reader has. @example 'Mei has until Thursday 17:00 Manila (10:00 yours).' */
export function readerSentence(personId: string, endsAt: Instant | null, cast: Cast, viewer: Viewer): string {
  if (endsAt === null) return `${subject(personId, cast, viewer)} ${verb(personId, viewer, 'do', 'does')} not work that much within a year, and ${verb(personId, viewer, 'are', 'is')} not waited for.`
  return `${subject(personId, cast, viewer)} ${verb(personId, viewer, 'have', 'has')} until ${momentWords(endsAt, zoneIn(cast, personId), viewer)}.`
}
