import { localDate } from '../time/local.ts'
import { durationWords } from '../time/time-words.ts'
import { said } from '../words/said.ts'
import type { Said, SaidValue } from '../words/said.ts'
import type { Ask } from './ask.ts'
import { NO_CONCERNS, silenceOf } from './kinds.ts'
import { about, clockThere, momentThere, momentWords, nameIn, speak, withWhom, zoneIn } from './moment-words.ts'
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
  const { readsAt, dueAt, takeover } = plan
  const dueZone = zoneIn(cast, takeover?.coverId ?? plan.answererId)
  const due = takeover === null && !isReadNow(plan, viewer) ? momentThere(dueAt, dueZone, readsAt, viewer) : momentWords(dueAt, dueZone, viewer)
  const reading = [awayWords, readingWords, takeoverWords].map((part) => speak(part(plan, cast, viewer), viewer)).join('')
  return speak(silence === null ? said`${reading}; answer due ${due}.` : said`${reading}; no reply by ${due} means: ${silenceWords(silence, viewer)}.`, viewer)
}

const withoutStop = (text: string): string => text.replace(/\.$/, '')
const silenceWords = (silence: string, viewer: Viewer): string => withoutStop(silence === NO_CONCERNS.key ? speak(NO_CONCERNS, viewer) : silence)

const isReadNow = ({ readsAt }: AskPlan, { now }: Viewer): boolean => readsAt.epochMilliseconds <= now.epochMilliseconds

function awayWords({ answererId, firstAnswererId }: AskPlan, cast: Cast, viewer: Viewer): SaidValue {
  if (answererId === firstAnswererId) return ''
  const away = nameIn(cast, firstAnswererId)
  return about(answererId, cast, viewer, said`${away} is away, and you cover. `, (name) => said`${away} is away, and ${name} covers. `)
}

function takeoverWords({ takeover }: AskPlan, cast: Cast, viewer: Viewer): SaidValue {
  if (takeover === null) return ''
  const at = momentWords(takeover.at, zoneIn(cast, takeover.coverId), viewer)
  return about(takeover.coverId, cast, viewer, said`; you cover from ${at}`, (name) => said`; ${name} covers from ${at}`)
}

function readingWords(plan: AskPlan, cast: Cast, viewer: Viewer): Said {
  const { answererId, readsAt } = plan
  if (isReadNow(plan, viewer)) return about(answererId, cast, viewer, said`You can read this now`, (name) => said`${name} can read this now`)
  const zone = zoneIn(cast, answererId)
  const moment = momentWords(readsAt, zone, viewer)
  const when = localDate(readsAt, zone) === localDate(viewer.now, zone) ? said`at ${moment}` : said`on ${moment}`
  return about(answererId, cast, viewer, said`You read this ${when}`, (name) => said`${name} reads this ${when}`)
}

/**
 * How long somebody still has, on their own clock.
 * @param left counted minutes until it is due, 0 when nothing is left
 * @example 'Due in 3 working hours', 'Due Thursday 17:00'
 */
export const dueInWords = (ask: Pick<Ask, 'clock'>, left: number, viewer: Viewer): string => speak(dueIn(ask, Math.floor(left), viewer), viewer)

function dueIn({ clock: { term, dueAt } }: Pick<Ask, 'clock'>, minutes: number, viewer: Viewer): Said {
  if (minutes > COUNTED_MINUTES || term.kind === 'chosen') return said`Due ${clockThere(dueAt, viewer.zone, viewer.now, viewer.words)}`
  if (minutes < 1) return said`Due now`
  const hours = minutes / 60
  if (term.kind === 'minutes') return said`Due in ${durationWords(minutes)}`
  if (Number.isInteger(hours)) return said`Due in ${hours === 1 ? said`1 working hour` : said`${hours} working hours`}`
  return minutes < 60 ? said`Due in ${minutes === 1 ? said`1 working minute` : said`${minutes} working minutes`}` : said`Due in ${durationWords(minutes)} of working time`
}

/** @example 'Stands still: the question is back with Ana.', 'Stands still in Mei’s focus until 11:00 Berlin (10:00 yours).' */
export const stillSentence = (still: Still, ask: Pick<Ask, 'askerId' | 'answererId'>, cast: Cast, viewer: Viewer): string => speak(stillWords(still, ask, cast, viewer), viewer)

function stillWords(still: Still, { askerId, answererId }: Pick<Ask, 'askerId' | 'answererId'>, cast: Cast, viewer: Viewer): Said {
  if (still.why === 'question') return said`Stands still: the question is back with ${withWhom(askerId, cast, viewer)}.`
  const until = still.until === null ? '' : said` until ${momentWords(still.until, zoneIn(cast, answererId), viewer)}`
  switch (still.why) {
    case 'focus': return about(answererId, cast, viewer, said`Stands still in your focus${until}.`, (name) => said`Stands still in ${name}’s focus${until}.`)
    case 'away': return about(answererId, cast, viewer, said`Stands still${until}: you are away.`, (name) => said`Stands still${until}: ${name} is away.`)
    case 'off': return about(answererId, cast, viewer, said`Stands still${until}: you are off work.`, (name) => said`Stands still${until}: ${name} is off work.`)
  }
}

/** One line: how an ask stands, and what happens when. */
export const statusSentence = (ask: Ask, cast: Cast, viewer: Viewer): string => speak(statusWords(ask, cast, viewer), viewer)

function statusWords(ask: Ask, cast: Cast, viewer: Viewer): Said {
  const answerer = (you: Said, them: (name: SaidValue) => Said): Said => about(ask.answererId, cast, viewer, you, them)
  const settled = ask.settledAt === null ? '' : `, ${clockThere(ask.settledAt, viewer.zone, viewer.now, viewer.words)}`
  switch (ask.state) {
    case 'open': { const clock = clockSentence(ask, cast, viewer); return answerer(said`You have not opened it. ${clock}`, (name) => said`${name} has not opened it. ${clock}`) }
    case 'seen': { const clock = clockSentence(ask, cast, viewer); return answerer(said`You opened it. ${clock}`, (name) => said`${name} opened it. ${clock}`) }
    case 'question_back': { const still = stillWords({ why: 'question', until: null }, ask, cast, viewer); return answerer(said`You asked a question. ${still}`, (name) => said`${name} asked a question. ${still}`) }
    case 'clarified': return said`${clarifiedSentence(ask, cast, viewer)} ${clockSentence(ask, cast, viewer)}`
    case 'answered': return about(ask.answeredById ?? ask.answererId, cast, viewer, said`You answered it${settled}.`, (name) => said`${name} answered it${settled}.`)
    case 'declined': return answerer(said`You declined it${settled}, and nobody is asked.`, (name) => said`${name} declined it${settled}, and nobody is asked.`)
    case 'lapsed': return said`No reply by ${dueWords(ask, cast, viewer)}, so silence counts: ${silenceWords(silenceOf(ask) ?? '', viewer)}.`
    case 'overdue': return lateSentence(ask, cast, viewer)
    case 'escalated': return said`${lateSentence(ask, cast, viewer)} ${toldSentence(ask, cast, viewer)}`
    case 'withdrawn': return about(ask.askerId, cast, viewer, said`You withdrew it${settled}.`, (name) => said`${name} withdrew it${settled}.`)
  }
}

function clarifiedSentence({ askerId, answererId }: Ask, cast: Cast, viewer: Viewer): Said {
  const [asker, answerer] = [nameIn(cast, askerId), nameIn(cast, answererId)]
  if (askerId === viewer.id) return said`You answered ${answerer}’s question.`
  return answererId === viewer.id ? said`${asker} answered your question.` : said`${asker} answered ${answerer}’s question.`
}

/** @example 'Answer due 13:00 Manila (05:00 yours).', 'Goes by silence on Thursday 17:00 Berlin (16:00 yours).' */
function clockSentence(ask: Ask, cast: Cast, viewer: Viewer): Said {
  const cover = coverSentence(ask, cast, viewer)
  const due = dueWords(ask, cast, viewer)
  if (silenceOf(ask) === null) return said`Answer due ${due}.${cover}`
  const zone = zoneIn(cast, ask.takeover?.coverId ?? ask.answererId)
  return localDate(ask.clock.dueAt, zone) === localDate(viewer.now, zone) ? said`Goes by silence at ${due}.${cover}` : said`Goes by silence on ${due}.${cover}`
}

function coverSentence({ takeover }: Ask, cast: Cast, viewer: Viewer): SaidValue {
  if (takeover === null) return ''
  const at = momentWords(takeover.at, zoneIn(cast, takeover.coverId), viewer)
  return about(takeover.coverId, cast, viewer, said` You cover from ${at}.`, (name) => said` ${name} covers from ${at}.`)
}

function dueWords(ask: Ask, cast: Cast, viewer: Viewer): string {
  return momentWords(ask.clock.dueAt, zoneIn(cast, ask.takeover?.coverId ?? ask.answererId), viewer)
}

/** Overdue before the shown time means that whoever was asked left, and nobody covers. */
function lateSentence(ask: Ask, cast: Cast, viewer: Viewer): Said {
  const early = ask.overdueAt !== null && ask.overdueAt.epochMilliseconds < ask.clock.dueAt.epochMilliseconds
  if (early) return said`${nameIn(cast, ask.answererId)} cannot answer any more, and nobody covers.`
  const due = dueWords(ask, cast, viewer)
  return about(ask.answererId, cast, viewer, said`Overdue since ${due}: you have not answered.`, (name) => said`Overdue since ${due}: ${name} has not answered.`)
}

function toldSentence({ escalatedTo }: Ask, cast: Cast, viewer: Viewer): SaidValue {
  const told = escalatedTo.at(-1)
  if (told === undefined) return ''
  return told === null ? said`Everybody in the space was told.` : about(told, cast, viewer, said`You were told.`, (name) => said`${name} was told.`)
}
