import { localDate } from '../time/local.ts'
import { durationWords } from '../time/time-words.ts'
import type { Ask, AskStep } from './ask.ts'
import { silenceOf } from './kinds.ts'
import { clockThere, momentThere, momentWords, nameIn, object, subject, verb, whose, zoneIn } from './moment-words.ts'
import type { Cast, Viewer } from './moment-words.ts'
import type { AskPlan } from './plan-ask.ts'
import type { Still } from './still.ts'

/** Longer than this is said as a moment, not counted in hours. Unit: working minutes. */
const COUNTED_MINUTES = 8 * 60

/**
 * What a sender sees before sending: who reads it, when, and when it is due.
 * @param silence what silence will mean; null where it says nothing
 * @example 'Mei reads this at 09:00 Manila (01:00 yours); answer due 13:00 there (05:00 yours).'
 */
export function planSentence(plan: AskPlan, silence: string | null, cast: Cast, viewer: Viewer): string {
  const { answererId, firstAnswererId, readsAt, dueAt, takeover } = plan
  const dueId = takeover?.coverId ?? answererId
  const away = answererId === firstAnswererId ? '' : `${nameIn(cast, firstAnswererId)} is away, and ${object(answererId, cast, viewer)} ${verb(answererId, viewer, 'cover')}. `
  const meanwhile = takeover === null ? '' : `; ${object(dueId, cast, viewer)} ${verb(dueId, viewer, 'cover')} from ${momentWords(takeover.at, zoneIn(cast, dueId), viewer)}`
  const reading = isReadNow(plan, viewer) ? `${subject(answererId, cast, viewer)} can read this now` : `${subject(answererId, cast, viewer)} ${verb(answererId, viewer, 'read')} this ${readingWords(plan, cast, viewer)}`
  const named = takeover === null && !isReadNow(plan, viewer)
  const due = named ? momentThere(dueAt, zoneIn(cast, dueId), readsAt, viewer) : momentWords(dueAt, zoneIn(cast, dueId), viewer)
  return `${away}${reading}${meanwhile}; ${silence === null ? `answer due ${due}` : `no reply by ${due} means: ${withoutStop(silence)}`}.`
}

const withoutStop = (text: string): string => text.replace(/\.$/, '')

const isReadNow = ({ readsAt }: AskPlan, { now }: Viewer): boolean => readsAt.epochMilliseconds <= now.epochMilliseconds

function readingWords({ answererId, readsAt }: AskPlan, cast: Cast, viewer: Viewer): string {
  const zone = zoneIn(cast, answererId)
  const today = localDate(readsAt, zone) === localDate(viewer.now, zone)
  return `${today ? 'at' : 'on'} ${momentWords(readsAt, zone, viewer)}`
}

/**
 * How long somebody still has, on their own clock.
 * @param left counted minutes until it is due, 0 when nothing is left
 * @example 'Due in 3 working hours', 'Due Thursday 17:00'
 */
export function dueInWords(ask: Pick<Ask, 'clock'>, left: number, viewer: Viewer): string {
  const minutes = Math.floor(left)
  if (minutes > COUNTED_MINUTES || ask.clock.term.kind === 'chosen') return `Due ${clockThere(ask.clock.dueAt, viewer.zone, viewer.now)}`
  if (minutes < 1) return 'Due now'
  const onTheWall = ask.clock.term.kind === 'minutes'
  const hours = minutes / 60
  if (onTheWall) return `Due in ${durationWords(minutes)}`
  if (Number.isInteger(hours)) return `Due in ${hours === 1 ? '1 working hour' : `${hours} working hours`}`
  return minutes < 60 ? `Due in ${minutes === 1 ? '1 working minute' : `${minutes} working minutes`}` : `Due in ${durationWords(minutes)} of working time`
}

/** @example 'Stands still: the question is back with Ana.', 'Stands still in Mei’s focus until 11:00 Berlin (10:00 yours).' */
export function stillSentence(still: Still, ask: Pick<Ask, 'askerId' | 'answererId'>, cast: Cast, viewer: Viewer): string {
  if (still.why === 'question') return `Stands still: the question is back with ${object(ask.askerId, cast, viewer)}.`
  const until = still.until === null ? '' : ` until ${momentWords(still.until, zoneIn(cast, ask.answererId), viewer)}`
  if (still.why === 'focus') return `Stands still in ${whose(ask.answererId, cast, viewer)} focus${until}.`
  const is = `${object(ask.answererId, cast, viewer)} ${verb(ask.answererId, viewer, 'are', 'is')}`
  return `Stands still${until}: ${is} ${still.why === 'away' ? 'away' : 'off work'}.`
}

/** One line: how an ask stands, and what happens when. */
export function statusSentence(ask: Ask, cast: Cast, viewer: Viewer): string {
  const who = subject(ask.answererId, cast, viewer)
  switch (ask.state) {
    case 'open': return `${who} ${verb(ask.answererId, viewer, 'have', 'has')} not opened it. ${clockSentence(ask, cast, viewer)}`
    case 'seen': return `${who} opened it. ${clockSentence(ask, cast, viewer)}`
    case 'question_back': return `${who} asked a question. ${stillSentence({ why: 'question', until: null }, ask, cast, viewer)}`
    case 'clarified': return `${subject(ask.askerId, cast, viewer)} answered ${whose(ask.answererId, cast, viewer)} question. ${clockSentence(ask, cast, viewer)}`
    case 'answered': return `${subject(ask.answeredById ?? ask.answererId, cast, viewer)} answered it${settledWords(ask, viewer)}.`
    case 'declined': return `${who} declined it${settledWords(ask, viewer)}, and nobody is asked.`
    case 'lapsed': return `No reply by ${dueWords(ask, cast, viewer)}, so silence counts: ${withoutStop(silenceOf(ask) ?? '')}.`
    case 'overdue': return lateSentence(ask, cast, viewer)
    case 'escalated': return `${lateSentence(ask, cast, viewer)} ${toldSentence(ask, cast, viewer)}`
    case 'withdrawn': return `${subject(ask.askerId, cast, viewer)} withdrew it${settledWords(ask, viewer)}.`
  }
}

/** @example 'Answer due 13:00 Manila (05:00 yours).', 'Goes by silence on Thursday 17:00 Berlin (16:00 yours).' */
function clockSentence(ask: Ask, cast: Cast, viewer: Viewer): string {
  const cover = ask.takeover === null ? '' : ` ${subject(ask.takeover.coverId, cast, viewer)} ${verb(ask.takeover.coverId, viewer, 'cover')} from ${momentWords(ask.takeover.at, zoneIn(cast, ask.takeover.coverId), viewer)}.`
  if (silenceOf(ask) === null) return `Answer due ${dueWords(ask, cast, viewer)}.${cover}`
  const zone = zoneIn(cast, ask.takeover?.coverId ?? ask.answererId)
  const today = localDate(ask.clock.dueAt, zone) === localDate(viewer.now, zone)
  return `Goes by silence ${today ? 'at' : 'on'} ${dueWords(ask, cast, viewer)}.${cover}`
}

function dueWords(ask: Ask, cast: Cast, viewer: Viewer): string {
  return momentWords(ask.clock.dueAt, zoneIn(cast, ask.takeover?.coverId ?? ask.answererId), viewer)
}

/** Overdue before the shown time means that whoever was asked left, and nobody covers. */
function lateSentence(ask: Ask, cast: Cast, viewer: Viewer): string {
  const early = ask.overdueAt !== null && ask.overdueAt.epochMilliseconds < ask.clock.dueAt.epochMilliseconds
  if (early) return `${nameIn(cast, ask.answererId)} cannot answer any more, and nobody covers.`
  return `Overdue since ${dueWords(ask, cast, viewer)}: ${object(ask.answererId, cast, viewer)} ${verb(ask.answererId, viewer, 'have', 'has')} not answered.`
}

function toldSentence(ask: Ask, cast: Cast, viewer: Viewer): string {
  const told = ask.escalatedTo.at(-1)
  if (told === undefined) return ''
  return told === null ? 'Everybody in the space was told.' : `${subject(told, cast, viewer)} ${verb(told, viewer, 'were', 'was')} told.`
}

const settledWords = ({ settledAt }: Ask, viewer: Viewer): string => settledAt === null ? '' : `, ${clockThere(settledAt, viewer.zone, viewer.now)}`

/** One line of the history, complete without the lines around it. */
export function stepSentence({ kind, actorId, personId, text }: AskStep, cast: Cast, viewer: Pick<Viewer, 'id'>): string {
  const actor = actorId === null ? 'Longhand' : subject(actorId, cast, viewer)
  const whom = personId === null ? 'nobody' : object(personId, cast, viewer)
  const Whom = personId === null ? 'Nobody' : subject(personId, cast, viewer)
  switch (kind) {
    case 'asked': return `${actor} asked ${whom}.`
    case 'seen': return `${actor} opened it.`
    case 'asked_back': return `${actor} asked back, and the clock stands still: ${text}`
    case 'clarified': return `${actor} answered the question, and the clock runs again: ${text}`
    case 'answered': return `${actor} answered.`
    case 'declined': return personId === null ? `${actor} declined: ${text}` : `${actor} declined and named ${whom}: ${text}`
    case 'added': return `${actor} added something.`
    case 'reassigned': return `${actor} asked ${whom} instead.`
    case 'withdrawn': return `${actor} withdrew it: ${text}`
    case 'overdue': return `It was due, and ${whom} had not answered.`
    case 'lapsed': return `Nobody replied in time, so silence counts: ${text}`
    case 'escalated': return personId === null ? 'It is overdue, and everybody in the space was told.' : `It is overdue, and ${whom} ${verb(personId, viewer, 'were', 'was')} told.`
    case 'acknowledged': return `${actor} confirmed that it arrived.`
    case 'replanned': return `The hours of ${whom} changed, and there is more time.`
    case 'covered': return `${Whom} ${verb(personId ?? '', viewer, 'cover')}, with the whole time from then on.`
    case 'left': return `${Whom} cannot answer it any more.`
    case 'rated': return `${actor} said how urgent it was.`
    case 'due_changed': return `${actor} gave more time.`
    case 'reopened': return `${actor} reopened it: ${text}`
  }
}
