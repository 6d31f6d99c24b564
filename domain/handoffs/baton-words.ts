import { dayNumber } from '../time/dates.ts'
import { localDate, localTime } from '../time/local.ts'
import { dayWords, pastDayWords, showSameTime } from '../time/time-words.ts'
import type { Instant } from '../time/types.ts'
import { cityOf } from '../time/zones.ts'
import type { Baton, BatonStep, Plan } from './baton.ts'

/** For whom a sentence is written. */
export type Reader = { id: string; zone: string; now: Instant }
/** Names and zones of the people who occur, by id. */
export type Cast = ReadonlyMap<string, { name: string; zone: string }>

/**
 * When somebody starts, and what happens unless they accept.
 * @example 'Kenji starts at 09:00 Tokyo (01:00 for you); unless accepted by 09:30 it goes to Mei.'
 */
export function planSentence(plan: Plan, cast: Cast, reader: Reader): string {
  const away = plan.receiverId === plan.firstReceiverId ? '' : `${nameIn(cast, plan.firstReceiverId)} is away, and ${nameIn(cast, plan.receiverId)} covers. `
  return `${away}${startWords(plan, cast, reader)}; ${lapseWords(plan, cast, reader)}`
}

/** One line: who holds the baton, and what happens when. */
export function whySentence(baton: Baton, cast: Cast, reader: Reader): string {
  const giver = nameIn(cast, baton.giverId)
  const receiver = baton.receiverId === null ? '' : subject(baton.receiverId, cast, reader)
  switch (baton.state) {
    case 'offered': return `${subject(baton.giverId, cast, reader)} ${verb(baton.giverId, reader, 'hold')} it until ${receiver === 'You' ? 'you accept' : `${receiver} accepts`}. ${clockSentence(baton, cast, reader)}`
    case 'lapsed': return `Nobody accepted in time, so ${receiver === 'You' ? 'you cover' : `${receiver} covers`}; ${baton.giverId === reader.id ? 'you hold' : `${giver} holds`} it until then. ${clockSentence(baton, cast, reader)}`
    case 'returned': return `${receiver} asked a question. ${subject(baton.giverId, cast, reader)} ${verb(baton.giverId, reader, 'hold')} it, and the clock stands still until ${baton.giverId === reader.id ? 'you answer' : `${giver} answers`}.`
    case 'accepted': return `${receiver} ${verb(baton.receiverId, reader, 'hold')} it${baton.acceptedAt === null ? '' : ` since ${whenFor(baton.acceptedAt, reader.zone, reader)}`}.`
    case 'unowned': return 'Nobody accepted it in time, so nobody holds it. Whoever takes it, holds it.'
    case 'withdrawn': return `${subject(baton.giverId, cast, reader)} took it back; it needs nobody any more.`
  }
}

/** One line of the history, complete without the lines around it. */
export function stepSentence(step: BatonStep, cast: Cast, reader: Pick<Reader, 'id'>): string {
  const actor = step.actorId === null ? 'Longhand' : subject(step.actorId, cast, reader)
  const receiver = step.receiverId === null ? 'nobody' : object(step.receiverId, cast, reader)
  switch (step.kind) {
    case 'offered': return `${actor} offered it to ${receiver}.`
    case 'accepted': return `${actor} accepted it.`
    case 'returned': return `${actor} gave it back with a question: ${step.text}`
    case 'answered': return `${actor} answered, and it is offered to ${receiver} again: ${step.text}`
    case 'lapsed': return `Nobody accepted it in time; it went to ${receiver}, who ${step.receiverId === null ? 'covers' : verb(step.receiverId, reader, 'cover')}.`
    case 'unowned': return 'Nobody accepted it in time; it has no owner, and both sides were told.'
    case 'taken': return `${actor} took it.`
    case 'withdrawn': return `${actor} took it back: ${step.text}`
    case 'replanned': return `The hours of ${receiver} changed, and the clock follows them.`
  }
}

function clockSentence({ receiverId, startsAt, lapsesAt, coverId }: Baton, cast: Cast, reader: Reader): string {
  if (receiverId === null || startsAt === null || lapsesAt === null) return ''
  const plan: Plan = { receiverId, firstReceiverId: receiverId, startsAt, lapsesAt, coverId }
  const lapse = lapseWords(plan, cast, reader)
  return receiverId === reader.id ? upper(lapse) : `${startWords(plan, cast, reader)}; ${lapse}`
}

function startWords({ receiverId, startsAt }: Plan, cast: Cast, reader: Reader): string {
  const who = subject(receiverId, cast, reader)
  if (startsAt.epochMilliseconds <= reader.now.epochMilliseconds) return `${who} ${receiverId === reader.id ? 'are' : 'is'} at work`
  return `${who} ${verb(receiverId, reader, 'start')} ${whenAt(startsAt, zoneIn(cast, receiverId), reader)}`
}

function lapseWords({ receiverId, startsAt, lapsesAt, coverId }: Plan, cast: Cast, reader: Reader): string {
  const zone = receiverId === reader.id ? reader.zone : zoneIn(cast, receiverId)
  const sameDay = localDate(startsAt, zone) === localDate(lapsesAt, zone)
  const by = sameDay ? localTime(lapsesAt, zone) : `${dayWords(lapsesAt, reader.now, zone)} ${localTime(lapsesAt, zone)}`
  const then = coverId === null ? 'nobody owns it and both sides are told' : `it goes to ${object(coverId, cast, reader)}`
  return `unless accepted by ${by} ${then}.`
}

/** `at 09:00 Tokyo (01:00 for you)`, with the weekday or date where it is not today there. */
function whenAt(at: Instant, zone: string, reader: Reader): string {
  const same = showSameTime(at, zone, reader.zone)
  const today = localDate(at, zone) === localDate(reader.now, zone)
  const day = today ? '' : `on ${dayWords(at, reader.now, zone)} `
  return same ? `${day}at ${localTime(at, zone)}` : `${day}at ${localTime(at, zone)} ${cityOf(zone)} (${whenFor(at, reader.zone, reader)} for you)`
}

/** A moment on the reader's own clock. */
function whenFor(at: Instant, zone: string, { now }: Reader): string {
  if (localDate(at, zone) === localDate(now, zone)) return localTime(at, zone)
  return at.epochMilliseconds < now.epochMilliseconds ? pastWords(at, now, zone) : `${dayWords(at, now, zone)} ${localTime(at, zone)}`
}

/** Past days are named by their date, since a weekday alone would be taken for a coming one. */
function pastWords(at: Instant, now: Instant, zone: string): string {
  const date = localDate(at, zone)
  const today = localDate(now, zone)
  if (dayNumber(today) - dayNumber(date) === 1) return `yesterday ${localTime(at, zone)}`
  return `${pastDayWords(date, today)}, ${localTime(at, zone)}`
}

const nameIn = (cast: Cast, id: string): string => cast.get(id)?.name ?? 'Somebody who left'
const zoneIn = (cast: Cast, id: string): string => cast.get(id)?.zone ?? 'UTC'
const subject = (id: string, cast: Cast, reader: Pick<Reader, 'id'>): string => id === reader.id ? 'You' : nameIn(cast, id)
const object = (id: string, cast: Cast, reader: Pick<Reader, 'id'>): string => id === reader.id ? 'you' : nameIn(cast, id)
const verb = (id: string | null, reader: Pick<Reader, 'id'>, word: string): string => id === reader.id ? word : `${word}s`
const upper = (line: string): string => `${line.charAt(0).toUpperCase()}${line.slice(1)}`
