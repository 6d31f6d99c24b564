import { localDate, localTime } from '../time/local.ts'
import { dayWords, showSameTime } from '../time/time-words.ts'
import type { Instant } from '../time/types.ts'
import { cityOf } from '../time/zones.ts'
import { ENGLISH, inWords, said } from '../words/said.ts'
import type { Said, SaidValue, Words } from '../words/said.ts'
import type { Moment, Plan, Reason, ReasonCode } from './types.ts'

/** Who reads the sentence, and on which clock. */
export type Viewer = {
  readonly side: 'reader' | 'sender'
  /** IANA name of the viewer's zone; for the reader the zone in which they live then. */
  readonly zone: string
  readonly now: Instant
  /** What the viewer reads; English unless given. */
  readonly words?: Words
}

/** Whom the plan is for: name, and the zone in which they live when it leaves. */
export type Named = { readonly name: string; readonly zone: string }

const READER_MOMENTS: Readonly<Record<Moment, Said>> = {
  shift_start: said`the start of your shift`, midday: said`the middle of your shift`, focus_end: said`the end of your focus`,
  before_wrap: said`shortly before your wrap`, local_time: said`a time you chose for reading`, back_at_work: said`when you are back at work`,
}

const SENDER_MOMENTS: Readonly<Record<Moment, Said>> = {
  shift_start: said`, at the start of the shift`, midday: said`, in the middle of the shift`, focus_end: said`, at the end of a focus`,
  before_wrap: said`, shortly before the wrap`, local_time: said`, a time chosen for reading`, back_at_work: said`, when back at work`,
}

const NOT_SENT: Readonly<Partial<Record<ReasonCode, { reader: Said; sender: (name: string) => Said }>>> = {
  muted: { reader: said`Not sent: you muted this conversation.`, sender: (name) => said`${name} finds this on the page; nothing is sent.` },
  lost_access: { reader: said`Not sent: you can no longer see this.`, sender: (name) => said`Not sent: ${name} can no longer see this.` },
  deactivated: { reader: said`Not sent: your account is no longer active.`, sender: (name) => said`Not sent: the account of ${name} is no longer active.` },
  deleted: { reader: said`Not sent: it was deleted before.`, sender: () => said`Not sent: it was deleted before.` },
  read: { reader: said`Not sent: you had already read it.`, sender: (name) => said`Not sent: ${name} had already read it.` },
}

/**
 * Why something arrives when it does, in one sentence for the reader or for the sender. A mute is the reader's own
 * matter, and senders are not told of it.
 *
 * @example 'Held until 11:30: you are in focus (clause 5).', 'Mei reads this at 09:00 Manila, at the start of the shift.'
 */
export function reasonWords(plan: Plan, person: Named, { words = ENGLISH, ...viewer }: Viewer): string {
  const reading = { ...viewer, words }
  if (plan.when === 'never') return inWords(settledWords(plan.reason.code, person, reading), words)
  return inWords(viewer.side === 'reader' ? readerWords(plan, reading) : senderWords(plan, person, reading), words)
}

type Reading = Required<Viewer>

/** Why something was not sent at all; empty for a code that lets it leave. */
function settledWords(code: ReasonCode, { name }: Named, { side }: Reading): SaidValue {
  const told = NOT_SENT[code]
  if (told === undefined) return ''
  return side === 'reader' ? told.reader : told.sender(name)
}

type Leaving = Exclude<Plan, { when: 'never' }>

function readerWords({ when, at, reason, flagged }: Leaving, viewer: Reading): Said {
  const clause = clauseWords(reason)
  if (when === 'now') return said`Delivered at once: it is urgent${clause}.`
  if (flagged) return said`Waits for your digest ${atWords(at, viewer.zone, viewer)}: you have no working time outside focus within a year${clause}.`
  const why = whyHeld(reason, at, viewer)
  if (when !== 'digest') return said`Held until ${momentWords(at, viewer.zone, viewer)}: ${why}${clause}.`
  return why === '' ? said`Waits for your digest ${atWords(at, viewer.zone, viewer)}.` : said`Waits for your digest ${atWords(at, viewer.zone, viewer)}: ${why}.`
}

function whyHeld({ code, until, moment, focus }: Reason, at: Instant, viewer: Reading): SaidValue {
  const held = until === null || until.epochMilliseconds === at.epochMilliseconds ? null : momentWords(until, viewer.zone, viewer)
  const ends = held === null ? '' : said` until ${held}`
  const thenFocus = focus === null ? '' : said`, and then in focus`
  switch (code) {
    case 'in_focus': return said`you are in focus${ends}`
    case 'away': return said`you are away${ends}${thenFocus}`
    case 'off_hours': return held === null ? said`you are off until then${thenFocus}` : said`you are off until ${held}${thenFocus}`
    case 'timed_mute': return said`you muted this conversation${ends}`
    case 'focus_ended': return said`your focus ended before its time`
    case 'late': return said`the moment it was meant for had passed`
    default: return moment === null ? '' : READER_MOMENTS[moment]
  }
}

function senderWords({ when, at, reason, flagged }: Leaving, { name, zone }: Named, viewer: Reading): Said {
  const moment = showSameTime(at, zone, viewer.zone) ? atWords(at, zone, viewer) : said`${atWords(at, zone, viewer)} ${cityOf(zone)}¦clock`
  if (when === 'now') return said`${name} is told at once, whatever the hour${clauseWords(reason)}.`
  if (flagged) return said`${name} has no working time set; this goes into a digest ${moment}.`
  if (when === 'digest') return said`${name} finds this in the digest ${moment}.`
  const then = reason.moment === null ? '' : SENDER_MOMENTS[reason.moment]
  return said`${name} reads this ${moment}${then}${reason.code === 'timed_mute' ? '' : clauseWords(reason)}.`
}

const clauseWords = ({ clause }: Reason): SaidValue => clause === null ? '' : said` (clause ${clause})`

/** The day in the viewer's words, where it is not today. */
const otherDay = (at: Instant, zone: string, { now, words }: Reading): string | null =>
  localDate(at, zone) === localDate(now, zone) ? null : dayWords(at, now, zone, words)

/** The time alone today, with the day before it on other days. @example 'Friday at 11:30' */
function momentWords(at: Instant, zone: string, viewer: Reading): SaidValue {
  const day = otherDay(at, zone, viewer)
  return day === null ? localTime(at, zone) : said`${day} at ${localTime(at, zone)}`
}

/** @example 'at 11:30', 'on Friday at 11:30' */
function atWords(at: Instant, zone: string, viewer: Reading): Said {
  const day = otherDay(at, zone, viewer)
  return day === null ? said`at ${localTime(at, zone)}` : said`on ${day} at ${localTime(at, zone)}`
}
