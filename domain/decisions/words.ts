import { about, clockThere, inList, momentWords, nameIn, speak, whom, withWhom } from '../asks/moment-words.ts'
import type { Cast, Viewer } from '../asks/moment-words.ts'
import { dateWords } from '../time/time-words.ts'
import { localDate } from '../time/local.ts'
import { isBefore } from '../time/spans.ts'
import type { Instant } from '../time/types.ts'
import { said } from '../words/said.ts'
import type { Said, SaidValue } from '../words/said.ts'
import type { Decision } from './decision.ts'
import type { Duty } from './duty.ts'
import { readinessOf } from './readiness.ts'

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
export const statusSentence = (told: Told, cast: Cast, viewer: Viewer): string => speak(statusWords(told, cast, viewer), viewer)

function statusWords(told: Told, cast: Cast, viewer: Viewer): SaidValue {
  const { decision: { state, authorId, reason } } = told
  switch (state) {
    case 'draft': return about(authorId, cast, viewer, said`Your draft: nobody was asked yet.`, (name) => said`A draft of ${name}’s: nobody was asked yet.`)
    case 'open': return openSentence(told, cast, viewer)
    case 'call_needed': return callSentence(told, cast, viewer)
    case 'ready': return readyState(told, cast, viewer)
    case 'decided': return `${speak(decidedWords(told, cast, viewer), viewer)}.${speak(reviewWords(told), viewer)}`
    case 'provisional': case 'expired': return untilSentence(told, cast, viewer)
    case 'withdrawn': return said`Withdrawn: ${withoutStop(reason)}.`
    case 'lapsed': return said`It lapsed: nobody decided in time.`
    case 'superseded': return told.supersededBy.length === 0 ? said`Another decision has superseded it.` : said`Superseded by ${inList(told.supersededBy.map((number) => `#${number}`), viewer)}.`
    case 'deprecated': return said`It no longer holds: ${withoutStop(reason)}.`
  }
}

const decisionOwner = ({ roles, authorId }: Pick<Decision, 'roles' | 'authorId'>): string => roles.accountableId ?? authorId
const withoutStop = (text: string): string => text.trim().replace(/\.$/, '')
const capital = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`
const reviewWords = ({ reviewDue }: Told): SaidValue => reviewDue ? said` It is time to look at it again.` : ''

/** A day as the reader counts it: `3 May`, with the year where it is another one. */
function dayOf(at: Instant, { zone, now, words }: Viewer): string {
  const date = localDate(at, zone)
  return `${dateWords(date, words)}${date.slice(0, 4) === localDate(now, zone).slice(0, 4) ? '' : ` ${date.slice(0, 4)}`}`
}

/** Until the end of which day it holds: the one that was named at signing, at whose midnight it ends. */
const lastDay = (until: Instant | null, viewer: Viewer): SaidValue => until === null ? said`it is ended` : dayOf(until.subtract({ seconds: 1 }), viewer)

function untilSentence(told: Told, cast: Cast, viewer: Viewer): Said {
  const day = lastDay(told.decision.provisionalUntil, viewer)
  if (told.decision.state === 'provisional') return said`${decidedWords(told, cast, viewer)}. It holds until ${day}, unless it is confirmed.${reviewWords(told)}`
  return about(decisionOwner(told.decision), cast, viewer, said`It held until ${day}, and nobody has confirmed it. You confirm it, or end it.`,
    (name) => said`It held until ${day}, and nobody has confirmed it. ${name} confirms it, or ends it.`)
}

function decidedWords({ decision, optionTitles, decidedAt }: Told, cast: Cast, viewer: Viewer): Said {
  const when = decidedAt === null ? '' : said` on ${dayOf(decidedAt, viewer)}`
  const by = decision.signedById === null ? '' : said` by ${withWhom(decision.signedById, cast, viewer)}`
  const chosen = decision.chosenOptionId === null ? undefined : optionTitles.get(decision.chosenOptionId)
  return said`Decided${when}${by}${chosen === undefined ? '' : `: ${withoutStop(chosen)}`}`
}

const nobodyAccountable = ({ authorId }: Decision, cast: Cast, viewer: Viewer): Said =>
  about(authorId, cast, viewer, said`Nobody is accountable any more: you name who signs.`, (name) => said`Nobody is accountable any more: ${name} names who signs.`)

function openSentence(told: Told, cast: Cast, viewer: Viewer): Said {
  const { decision } = told
  const { accountableId } = decision.roles
  const until = decision.deadline === null ? '' : said` until ${momentWords(decision.deadline, viewer.zone, viewer)}`
  if (accountableId === null) return nobodyAccountable(decision, cast, viewer)
  if (decision.phase === 'asked') return about(accountableId, cast, viewer, said`The time is over. You decide${until} how to go on.`, (name) => said`The time is over. ${name} decides${until} how to go on.`)
  const waiting = waitingFor(told, cast, viewer)
  return decision.phase === 'extended' ? said`Open once more${until}. ${waiting}` : said`Open${until}. ${waiting}`
}

function waitingFor({ decision, hidden }: Told, cast: Cast, viewer: Viewer): Said {
  const { missingIds, objections, questions } = readinessOf(decision)
  if (!hidden && objections.length > 0) return objectSentence([...new Set(objections.map((one) => one.personId))], cast, viewer)
  if (missingIds.length > 0) return said`It waits for ${people(missingIds, whom, cast, viewer)}.`
  if (!hidden && questions.length > 0) return said`${atStart(people(questions.map((one) => one.personId), withWhom, cast, viewer), viewer)} asked a question.`
  return said`What was asked for is in.`
}

function objectSentence(ids: readonly string[], cast: Cast, viewer: Viewer): Said {
  if (ids.length === 1 && ids[0] === viewer.id) return said`You object.`
  const who = atStart(people(ids, withWhom, cast, viewer), viewer)
  return ids.length > 1 ? said`${who} object.` : said`${who} objects.`
}

/** Why it is ready, and who signs. */
export function readyState({ decision }: Told, cast: Cast, viewer: Viewer): Said {
  const { accountableId } = decision.roles
  const why = decision.readyBy === 'silence' ? said`nobody spoke against it in time` : decision.readyBy === 'call' ? said`the call was held` : said`all input is in`
  const next = accountableId === null ? nobodyAccountable(decision, cast, viewer) : about(accountableId, cast, viewer, said`You sign.`, (name) => said`${name} signs.`)
  return said`Ready: ${why}. ${next}`
}

/** What those in the call do, and when. */
function callSentence({ decision }: Told, cast: Cast, viewer: Viewer): Said {
  const { roles: { accountableId }, callPlan: plan } = decision
  const who = atStart(people([...readinessOf(decision).objections.map(({ personId }) => personId), ...accountableId === null ? [] : [accountableId]], named, cast, viewer), viewer)
  if (plan === null) return said`An objection stands. ${who} talk, and write down what came of it.`
  const when = onOrAt(plan.startsAt, viewer)
  if (isOver(plan, viewer)) return said`An objection stands. ${who} were to talk ${when}, and what came of it is not written down yet.`
  return said`An objection stands. ${who} talk ${when} for ${plan.minutes} minutes, and write down what came of it.`
}

const isOver = ({ startsAt, minutes }: NonNullable<Decision['callPlan']>, { now }: Viewer): boolean => isBefore(startsAt.add({ minutes }), now)

/** @example 'at 15:00', 'on Thursday 15:00', 'yesterday 15:00' */
function onOrAt(at: Instant, { zone, now, words }: Viewer): SaidValue {
  const clock = clockThere(at, zone, now, words)
  if (/^\d\d:/.test(clock)) return said`at ${clock}`
  return /^(?:yesterday|gestern)/.test(clock) ? clock : said`on ${clock}`
}

const named = (id: string, cast: Cast, viewer: Viewer): SaidValue => id === viewer.id ? said`you¦who` : nameIn(cast, id)

/** `you and Ana`, each once. */
function people(ids: readonly string[], as: (id: string, cast: Cast, viewer: Viewer) => SaidValue, cast: Cast, viewer: Viewer): string {
  const each = [...new Set(ids)]
  return inList([...each.filter((id) => id === viewer.id), ...each.filter((id) => id !== viewer.id)].map((id) => as(id, cast, viewer)), viewer)
}

/** English begins these sentences with who; German has them further inside. */
const atStart = (who: string, { words }: Viewer): string => words?.language === 'de' ? who : capital(who)

/** What it waits for from the reader. @example 'Take a position by Thursday 17:00.' */
export const dutySentence = (duty: Duty, decision: Pick<Decision, 'deadline' | 'state' | 'phase' | 'callPlan'>, viewer: Viewer): string => speak(dutyWords(duty, decision, viewer), viewer)

function dutyWords(duty: Duty, { state, deadline, callPlan }: Pick<Decision, 'deadline' | 'state' | 'callPlan'>, viewer: Viewer): Said {
  switch (duty) {
    case 'name': return said`Name who signs it.`
    case 'sign': return state === 'ready' ? said`Sign it.` : said`Decide how it goes on: waive what is missing, give more time, or withdraw it.`
    case 'call': return callDuty(callPlan, viewer)
    case 'position': return deadline === null || state !== 'open' ? said`Take a position.` : said`Take a position by ${clockThere(deadline, viewer.zone, viewer.now, viewer.words)}.`
    case 'end': return said`It has expired: confirm it, supersede it, or say that it no longer holds.`
    case 'review': return said`Look at it again: does it still hold?`
  }
}

function callDuty(plan: Decision['callPlan'], viewer: Viewer): Said {
  if (plan === null) return said`Choose when you talk about the objections, and write down what came of it.`
  return isOver(plan, viewer) ? said`Write down what came of the call.` : said`Talk about the objections ${onOrAt(plan.startsAt, viewer)}, and write down what came of it.`
}
