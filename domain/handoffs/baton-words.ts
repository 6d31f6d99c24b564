import { about, clockThere, doer, momentWords, nameIn, speak, whom, withWhom, zoneIn } from '../asks/moment-words.ts'
import type { Cast, Reader as Somebody, Viewer } from '../asks/moment-words.ts'
import { dayNumber } from '../time/dates.ts'
import { localDate, localTime } from '../time/local.ts'
import { dayWords, pastDayWords, showSameTime } from '../time/time-words.ts'
import type { Instant } from '../time/types.ts'
import { cityOf } from '../time/zones.ts'
import { said } from '../words/said.ts'
import type { Said, SaidValue } from '../words/said.ts'
import type { Baton, BatonStep, Plan } from './baton.ts'

/**
 * When somebody starts, and what happens unless they accept.
 * @example 'Kenji starts at 09:00 Tokyo (01:00 for you); unless accepted by 09:30 it goes to Mei.'
 */
export function planSentence(plan: Plan, cast: Cast, reader: Viewer): string {
  const away = plan.receiverId === plan.firstReceiverId ? '' : said`${nameIn(cast, plan.firstReceiverId)} is away, and ${nameIn(cast, plan.receiverId)} covers. `
  return `${speak(away, reader)}${startWords(plan, cast, reader)}; ${lapseWords(plan, cast, reader)}`
}

/** One line: who holds the baton, and what happens when. */
export const whySentence = (baton: Baton, cast: Cast, reader: Viewer): string => speak(whyWords(baton, cast, reader), reader)

function whyWords(baton: Baton, cast: Cast, reader: Viewer): Said {
  switch (baton.state) {
    case 'offered': return offeredWords(baton, cast, reader)
    case 'lapsed': return lapsedWords(baton, cast, reader)
    case 'returned': return returnedWords(baton, cast, reader)
    case 'accepted': {
      const since = baton.acceptedAt === null ? '' : said` since ${whenFor(baton.acceptedAt, reader.zone, reader)}`
      return about(baton.receiverId ?? '', cast, reader, said`You hold it${since}.`, (name) => said`${name} holds it${since}.`)
    }
    case 'unowned': return said`Nobody accepted it in time, so nobody holds it. Whoever takes it, holds it.`
    case 'done': return doneWords(baton, cast, reader)
    case 'withdrawn': return about(baton.giverId, cast, reader, said`You took it back; it needs nobody any more.`, (name) => said`${name} took it back; it needs nobody any more.`)
  }
}

/** When it was said to be done, by whom, and what came of it. */
function doneWords({ receiverId, doneAt, outcome }: Baton, cast: Cast, reader: Viewer): Said {
  const at = doneAt === null ? '' : said` (${whenFor(doneAt, reader.zone, reader)})`
  const holder = receiverId ?? ''
  if (outcome === null || outcome === '') return about(holder, cast, reader, said`You said that it is done${at}.`, (name) => said`${name} said that it is done${at}.`)
  return about(holder, cast, reader, said`You said that it is done${at}: ${outcome}`, (name) => said`${name} said that it is done${at}: ${outcome}`)
}

/** The names of both sides, and which of them reads. */
function sidesOf({ giverId, receiverId }: Baton, cast: Cast, { id }: Viewer): { giver: SaidValue; receiver: SaidValue; gave: boolean; receives: boolean } {
  return { giver: nameIn(cast, giverId), receiver: receiverId === null ? '' : nameIn(cast, receiverId), gave: giverId === id, receives: receiverId === id }
}

function offeredWords(baton: Baton, cast: Cast, reader: Viewer): Said {
  const { giver, receiver, gave, receives } = sidesOf(baton, cast, reader)
  const clock = clockSentence(baton, cast, reader)
  if (gave && receives) return said`You hold it until you accept. ${clock}`
  if (gave) return said`You hold it until ${receiver} accepts. ${clock}`
  return receives ? said`${giver} holds it until you accept. ${clock}` : said`${giver} holds it until ${receiver} accepts. ${clock}`
}

function lapsedWords(baton: Baton, cast: Cast, reader: Viewer): Said {
  const { giver, receiver, gave, receives } = sidesOf(baton, cast, reader)
  const clock = clockSentence(baton, cast, reader)
  if (gave && receives) return said`Nobody accepted in time, so you cover; you hold it until then. ${clock}`
  if (gave) return said`Nobody accepted in time, so ${receiver} covers; you hold it until then. ${clock}`
  return receives ? said`Nobody accepted in time, so you cover; ${giver} holds it until then. ${clock}` : said`Nobody accepted in time, so ${receiver} covers; ${giver} holds it until then. ${clock}`
}

function returnedWords(baton: Baton, cast: Cast, reader: Viewer): Said {
  const { giver, receiver, gave, receives } = sidesOf(baton, cast, reader)
  if (gave && receives) return said`You asked a question. You hold it, and the clock stands still until you answer.`
  if (gave) return said`${receiver} asked a question. You hold it, and the clock stands still until you answer.`
  return receives ? said`You asked a question. ${giver} holds it, and the clock stands still until ${giver} answers.` : said`${receiver} asked a question. ${giver} holds it, and the clock stands still until ${giver} answers.`
}

/** One line of the history, complete without the lines around it. */
export const stepSentence = (step: BatonStep, cast: Cast, reader: Somebody): string => speak(stepWords(step, cast, reader), reader)

function stepWords({ kind, actorId, receiverId, text }: BatonStep, cast: Cast, reader: Somebody): Said {
  const actor = doer(actorId, cast, reader)
  switch (kind) {
    case 'offered': return said`${actor} offered it to ${whom(receiverId, cast, reader)}.`
    case 'accepted': return said`${actor} accepted it.`
    case 'returned': return said`${actor} gave it back with a question: ${text}`
    case 'answered': return said`${actor} answered, and it is offered to ${whom(receiverId, cast, reader)} again: ${text}`
    case 'lapsed': return receiverId === reader.id ? said`Nobody accepted it in time; it went to you, who cover.` : said`Nobody accepted it in time; it went to ${whom(receiverId, cast, reader)}, who covers.`
    case 'unowned': return said`Nobody accepted it in time; it has no owner, and both sides were told.`
    case 'taken': return said`${actor} took it.`
    case 'withdrawn': return said`${actor} took it back: ${text}`
    case 'done': return text === '' ? said`${actor} said that it is done.` : said`${actor} said that it is done: ${text}`
    case 'reopened': return said`${actor} said that it is not done after all.`
    case 'replanned': return receiverId === reader.id ? said`Your hours changed, and the clock follows them.` : said`The hours of ${withWhom(receiverId, cast, reader)} changed, and the clock follows them.`
  }
}

function clockSentence({ receiverId, startsAt, lapsesAt, coverId }: Baton, cast: Cast, reader: Viewer): string {
  if (receiverId === null || startsAt === null || lapsesAt === null) return ''
  const plan: Plan = { receiverId, firstReceiverId: receiverId, startsAt, lapsesAt, coverId }
  const lapse = lapseWords(plan, cast, reader)
  return receiverId === reader.id ? upper(lapse) : `${startWords(plan, cast, reader)}; ${lapse}`
}

function startWords({ receiverId, startsAt }: Plan, cast: Cast, reader: Viewer): string {
  if (startsAt.epochMilliseconds <= reader.now.epochMilliseconds) return speak(about(receiverId, cast, reader, said`You are at work`, (name) => said`${name} is at work`), reader)
  const when = whenAt(startsAt, zoneIn(cast, receiverId), reader)
  return speak(about(receiverId, cast, reader, said`You start ${when}`, (name) => said`${name} starts ${when}`), reader)
}

function lapseWords({ receiverId, startsAt, lapsesAt, coverId }: Plan, cast: Cast, reader: Viewer): string {
  const by = lapseMoment(receiverId === reader.id ? reader.zone : zoneIn(cast, receiverId), { startsAt, lapsesAt }, reader)
  return speak(coverId === null ? said`unless accepted by ${by} nobody owns it and both sides are told.` : said`unless accepted by ${by} it goes to ${whom(coverId, cast, reader)}.`, reader)
}

/** By when, on the receiver's clock: a day that was just named is not said again, and a place that was not named is, with the reader's own time. */
function lapseMoment(zone: string, { startsAt, lapsesAt }: Pick<Plan, 'startsAt' | 'lapsesAt'>, reader: Viewer): string {
  const placeIsSaid = startsAt.epochMilliseconds > reader.now.epochMilliseconds
  if (!placeIsSaid && !showSameTime(lapsesAt, zone, reader.zone)) return momentWords(lapsesAt, zone, reader)
  const sameDay = localDate(startsAt, zone) === localDate(lapsesAt, zone)
  return sameDay ? localTime(lapsesAt, zone) : `${dayWords(lapsesAt, reader.now, zone, reader.words)} ${localTime(lapsesAt, zone)}`
}

/** `at 09:00 Tokyo (01:00 for you)`, with the weekday or date where it is not today there. */
function whenAt(at: Instant, zone: string, reader: Viewer): Said {
  const [time, city] = [localTime(at, zone), cityOf(zone)]
  const same = showSameTime(at, zone, reader.zone)
  if (localDate(at, zone) === localDate(reader.now, zone)) return same ? said`at ${time}` : said`at ${time} ${city} (${whenFor(at, reader.zone, reader)} for you)`
  const day = dayWords(at, reader.now, zone, reader.words)
  return same ? said`on ${day} at ${time}` : said`on ${day} at ${time} ${city} (${whenFor(at, reader.zone, reader)} for you)`
}

/** A moment on the reader's own clock. Past days are named by their date, since a weekday alone would be taken for a coming one. */
function whenFor(at: Instant, zone: string, { now, words }: Viewer): string {
  const [date, today] = [localDate(at, zone), localDate(now, zone)]
  const longAgo = date < today && dayNumber(today) - dayNumber(date) > 1
  return longAgo ? `${pastDayWords(date, today, words)}, ${localTime(at, zone)}` : clockThere(at, zone, now, words)
}

const upper = (line: string): string => `${line.charAt(0).toUpperCase()}${line.slice(1)}`
