import { Refusal } from '../refusal.ts'
import { said } from '../words/said.ts'
import { addWorkingMinutes } from '../time/add-working-minutes.ts'
import { absenceAt, coverAt } from '../time/cover.ts'
import { nextWorkingMoment } from '../time/next-working-moment.ts'
import { isBefore } from '../time/spans.ts'
import { workingMinutes } from '../time/types.ts'
import type { Absence, Instant, WorkCalendar } from '../time/types.ts'
import { dueAfter, later, startClock } from './clock.ts'
import type { AskClock, Term } from './clock.ts'
import { clockTime, without } from './reader.ts'
import type { Reader } from './reader.ts'
import { unlessNoWork } from './unless-no-work.ts'

/** Nobody is silent, or late for a chosen moment, before they had this long from reading. Unit: working minutes. */
const READ_FIRST_MINUTES = 60

/** Somebody covers from an absence's start on, since that answers sooner than waiting for the return. */
export type Takeover = { readonly coverId: string; readonly at: Instant }

/** Who is asked, when they read it, and when it is due: what a sender sees before sending. */
export type AskPlan = {
  readonly answererId: string
  /** Who was meant; differs where that one is away and somebody covers. */
  readonly firstAnswererId: string
  readonly readsAt: Instant
  /** From when the clock counts. */
  readonly startsAt: Instant
  readonly dueAt: Instant
  readonly takeover: Takeover | null
  readonly clock: AskClock
}

/** How one ask counts, whoever answers it. */
export type Terms = {
  readonly term: Term
  readonly urgent: boolean
  /** Whether silence will count as an answer. */
  readonly silent: boolean
}

/** What is known about the people who may be asked. */
export type Answerers = {
  readonly askerId: string
  /** Of everybody who may be asked, and of their covers. */
  readonly readers: ReadonlyMap<string, Reader>
  /** Active people who can see the ask. */
  readonly mayAnswer: ReadonlySet<string>
  /** The agreement's setting: whether a clock stands still in focus. */
  readonly stopsInFocus: boolean
  /** When the planner delivers to them what can be read from a moment on; without it, at once. Not for urgent ones. */
  readonly lands?: ((readerId: string, at: Instant) => Instant) | undefined
}

/**
 * The moment somebody reads what is sent now: their next working moment outside focus, or when the planner's next
 * delivery lands. Urgent reaches through focus, and where it counts around the clock, also outside working time.
 * @throws {Refusal} `no_working_time` when they do not work within a year
 */
export function whenRead(reader: Reader, sentAt: Instant, { urgent, term }: Pick<Terms, 'urgent' | 'term'>, lands?: Answerers['lands']): Instant {
  if (urgent && term.kind === 'minutes') return sentAt
  if (urgent) return nextWorkingMoment(sentAt, reader.calendar)
  const free = nextWorkingMoment(sentAt, without(reader.calendar, reader.focus))
  return lands === undefined ? free : later(free, lands(reader.id, free))
}

/**
 * Who answers an ask, and when it is due, if it is sent at `from`. Where the person is away, or will be before it is
 * due, and a cover would answer sooner, the cover does, with the whole time from then on.
 * @throws {Refusal} `no_working_time` when neither they nor a cover work enough within a year
 */
export function planAsk(answererId: string, terms: Terms, from: Instant, who: Answerers): AskPlan {
  const run: Run = { terms, whole: terms.term, from, now: from, landed: false }
  return chosen(answererId, run, who, [answererId]) ?? refuseNobody(who.readers.get(answererId)?.calendar, from)
}

/**
 * The same ask on calendars that have changed, from when its clock began to run. What it gives may be earlier than
 * what was shown; `changeAsk` keeps the shown time then.
 * @returns null when nobody works enough within a year any more: then what was shown stays
 */
export function planAgain(ask: { answererId: string; term: Term; clock: AskClock } & Pick<Terms, 'urgent' | 'silent'>, now: Instant, who: Answerers): AskPlan | null {
  const terms = { term: ask.clock.term, urgent: ask.urgent, silent: ask.silent }
  const from = ask.clock.runningSince ?? now
  return chosen(ask.answererId, { terms, whole: ask.term, from, now, landed: true }, who, [ask.answererId])
}

/**
 * What is left of a clock that stood still, from now on, on the answerer's calendar as it is now.
 * @throws {Refusal} `no_working_time` when nobody works enough within a year
 */
export function planResume(ask: { answererId: string; term: Term; clock: AskClock } & Pick<Terms, 'urgent' | 'silent'>, now: Instant, who: Answerers): AskPlan {
  return planAgain({ ...ask, clock: { ...ask.clock, runningSince: now } }, now, who) ?? refuseNobody(who.readers.get(ask.answererId)?.calendar, now)
}

/** One stretch of a clock: `whole` is what a cover would have; `landed` once it was delivered, so that nothing lands again. */
type Run = { terms: Terms; whole: Term; from: Instant; now: Instant; landed: boolean }

/** The answerer, or whoever covers and answers sooner. Null when neither works enough within a year. */
function chosen(id: string, run: Run, who: Answerers, chain: readonly string[]): AskPlan | null {
  const reader = who.readers.get(id)
  if (reader === undefined) return null
  const own = unlessNoWork(() => ownPlan(reader, run, who))
  const stand = standIn(reader, run, own, who, chain)
  if (stand === null) return own
  if (!isBefore(run.now, stand.at)) return { ...stand.plan, firstAnswererId: id }
  const { plan, at } = stand
  const readsAt = unlessNoWork(() => readingOf(reader, run, who)) ?? at
  return { answererId: id, firstAnswererId: id, readsAt, startsAt: startOf(reader, readsAt, run, who), dueAt: plan.dueAt, takeover: { coverId: plan.answererId, at }, clock: startClock(run.terms.term, startOf(reader, readsAt, run, who), plan.dueAt) }
}

function ownPlan(reader: Reader, run: Run, who: Answerers): AskPlan {
  const readsAt = readingOf(reader, run, who)
  const startsAt = startOf(reader, readsAt, run, who)
  const dueAt = dueOf(reader, readsAt, startsAt, run, who)
  return { answererId: reader.id, firstAnswererId: reader.id, readsAt, startsAt, dueAt, takeover: null, clock: startClock(run.terms.term, startsAt, dueAt) }
}

function readingOf(reader: Reader, { terms, from, now, landed }: Run, who: Answerers): Instant {
  return landed ? whenRead(reader, later(now, from), terms) : whenRead(reader, from, terms, who.lands)
}

/** The clock counts from reading; from sending, where it is the wall's or does not stand still in focus. */
function startOf(reader: Reader, readsAt: Instant, { terms, from, landed }: Run, { stopsInFocus }: Answerers): Instant {
  if (landed || terms.term.kind === 'minutes') return from
  return stopsInFocus || terms.urgent ? readsAt : nextWorkingMoment(from, reader.calendar)
}

function dueOf(reader: Reader, readsAt: Instant, startsAt: Instant, { terms, landed }: Run, { stopsInFocus }: Answerers): Instant {
  const time = clockTime(reader, { urgent: terms.urgent, stopsInFocus })
  const due = dueAfter(terms.term, startsAt, time)
  const unreadable = terms.term.kind === 'chosen' && isBefore(due, readsAt) && !landed
  if (!unreadable && !terms.silent) return due
  return later(due, addWorkingMinutes(startsAt, workingMinutes(READ_FIRST_MINUTES), time.counted))
}

/** Who would answer in an absence, and from when: where that is sooner, or the person would be away when it is due. */
function standIn(reader: Reader, run: Run, own: AskPlan | null, who: Answerers, chain: readonly string[]): { plan: AskPlan; at: Instant } | null {
  for (const absence of absencesAhead(reader.calendar, run, own)) {
    const at = later(absence.start, run.now)
    const coverId = coverFor(reader.id, at, who)
    if (coverId === null || chain.includes(coverId)) continue
    const plan = chosen(coverId, { terms: { ...run.terms, term: run.whole }, whole: run.whole, from: at, now: at, landed: false }, who, [...chain, coverId])
    if (plan !== null && (own === null || isBefore(plan.dueAt, own.dueAt) || !isBefore(absence.end, own.dueAt))) return { plan, at }
  }
  return null
}

function absencesAhead({ absences }: WorkCalendar, { now }: Run, own: AskPlan | null): Absence[] {
  return absences
    .filter((absence) => absence.coverId !== null && isBefore(now, absence.end) && (own === null || isBefore(absence.start, own.dueAt)))
    .toSorted((a, b) => a.start.epochMilliseconds - b.start.epochMilliseconds)
}

/** Whoever covers at a moment and may answer; never the asker. */
function coverFor(personId: string, at: Instant, { readers, askerId, mayAnswer }: Answerers): string | null {
  const { personId: coverId } = coverAt(personId, at, new Map([...readers].map(([id, { calendar }]) => [id, calendar])))
  return coverId === null || coverId === personId || coverId === askerId || !mayAnswer.has(coverId) ? null : coverId
}

function refuseNobody(calendar: WorkCalendar | undefined, at: Instant): never {
  const away = calendar !== undefined && absenceAt(at, calendar) !== null
  throw new Refusal('no_working_time', away ? said`This person is away, and nobody who can answer covers for them within a year.` : said`This person does not work enough within a year.`, said`Ask somebody else, or ask them to set working hours.`)
}
