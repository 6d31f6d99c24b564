import { localDate, localTime } from '../time/local.ts'
import { dayWords, showSameTime } from '../time/time-words.ts'
import type { Instant } from '../time/types.ts'
import { cityOf } from '../time/zones.ts'
import type { Moment, Plan, Reason, ReasonCode } from './types.ts'

/** Who reads the sentence, and on which clock. */
export type Viewer = {
  readonly side: 'reader' | 'sender'
  /** IANA name of the viewer's zone; for the reader the zone in which they live then. */
  readonly zone: string
  readonly now: Instant
}

/** Whom the plan is for: name, and the zone in which they live when it leaves. */
export type Named = { readonly name: string; readonly zone: string }

const READER_MOMENTS: Readonly<Record<Moment, string>> = {
  shift_start: 'the start of your shift', midday: 'the middle of your shift', focus_end: 'the end of your focus',
  before_wrap: 'shortly before your wrap', local_time: 'a time you chose for reading', back_at_work: 'when you are back at work',
}

const SENDER_MOMENTS: Readonly<Record<Moment, string>> = {
  shift_start: ', at the start of the shift', midday: ', in the middle of the shift', focus_end: ', at the end of a focus',
  before_wrap: ', shortly before the wrap', local_time: ', a time chosen for reading', back_at_work: ', when back at work',
}

const NOT_SENT: Readonly<Partial<Record<ReasonCode, { reader: string; sender: (name: string) => string }>>> = {
  muted: { reader: 'Not sent: you muted this conversation.', sender: (name) => `${name} finds this on the page; nothing is sent.` },
  lost_access: { reader: 'Not sent: you can no longer see this.', sender: (name) => `Not sent: ${name} can no longer see this.` },
  deactivated: { reader: 'Not sent: your account is no longer active.', sender: (name) => `Not sent: the account of ${name} is no longer active.` },
  deleted: { reader: 'Not sent: it was deleted before.', sender: () => 'Not sent: it was deleted before.' },
  read: { reader: 'Not sent: you had already read it.', sender: (name) => `Not sent: ${name} had already read it.` },
}

/**
 * Why something arrives when it does, in one sentence for the reader or for the sender. A mute is the reader's own
 * matter, and senders are not told of it.
 *
 * @example 'Held until 11:30: you are in focus (clause 5).', 'Mei reads this at 09:00 Manila, at the start of the shift.'
 */
export function reasonWords(plan: Plan, person: Named, viewer: Viewer): string {
  if (plan.when === 'never') return settledWords(plan.reason.code, person, viewer)
  return viewer.side === 'reader' ? readerWords(plan, viewer) : senderWords(plan, person, viewer)
}

/** Why something was not sent at all; empty for a code that lets it leave. */
function settledWords(code: ReasonCode, { name }: Named, { side }: Viewer): string {
  const words = NOT_SENT[code]
  if (words === undefined) return ''
  return side === 'reader' ? words.reader : words.sender(name)
}

type Leaving = Exclude<Plan, { when: 'never' }>

function readerWords({ when, at, reason, flagged }: Leaving, viewer: Viewer): string {
  const moment = momentWords(at, viewer.zone, viewer)
  if (when === 'now') return `Delivered at once: it is urgent${clauseWords(reason)}.`
  if (flagged) return `Waits for your digest ${atWords(moment)}: you have no working time outside focus within a year${clauseWords(reason)}.`
  const why = whyHeld(reason, at, viewer)
  if (when === 'digest') return why === '' ? `Waits for your digest ${atWords(moment)}.` : `Waits for your digest ${atWords(moment)}: ${why}.`
  return `Held until ${moment}: ${why}${clauseWords(reason)}.`
}

function whyHeld({ code, until, moment, focus }: Reason, at: Instant, viewer: Viewer): string {
  const held = until === null || until.epochMilliseconds === at.epochMilliseconds ? null : momentWords(until, viewer.zone, viewer)
  const ends = held === null ? '' : ` until ${held}`
  const thenFocus = focus === null ? '' : ', and then in focus'
  switch (code) {
    case 'in_focus': return `you are in focus${ends}`
    case 'away': return `you are away${ends}${thenFocus}`
    case 'off_hours': return `you are off until ${held ?? 'then'}${thenFocus}`
    case 'timed_mute': return `you muted this conversation${ends}`
    case 'focus_ended': return 'your focus ended before its time'
    case 'late': return 'the moment it was meant for had passed'
    default: return moment === null ? '' : READER_MOMENTS[moment]
  }
}

function senderWords({ when, at, reason, flagged }: Leaving, { name, zone }: Named, viewer: Viewer): string {
  const city = showSameTime(at, zone, viewer.zone) ? '' : ` ${cityOf(zone)}`
  const moment = `${atWords(momentWords(at, zone, viewer))}${city}`
  if (when === 'now') return `${name} is told at once, whatever the hour${clauseWords(reason)}.`
  if (flagged) return `${name} has no working time set; this goes into a digest ${moment}.`
  if (when === 'digest') return `${name} finds this in the digest ${moment}.`
  const then = reason.moment === null ? '' : SENDER_MOMENTS[reason.moment]
  return `${name} reads this ${moment}${then}${reason.code === 'timed_mute' ? '' : clauseWords(reason)}.`
}

function clauseWords({ clause }: Reason): string {
  return clause === null ? '' : ` (clause ${clause})`
}

/** The time alone today, with the day before it on other days. */
function momentWords(at: Instant, zone: string, { now }: Viewer): string {
  const time = localTime(at, zone)
  return localDate(at, zone) === localDate(now, zone) ? time : `${dayWords(at, now, zone)} at ${time}`
}

function atWords(moment: string): string {
  return moment.includes(' at ') ? `on ${moment}` : `at ${moment}`
}
