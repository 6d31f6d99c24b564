import { DAY_MS } from '../time/dates.ts'
import type { Instant } from '../time/types.ts'

/** One message of a thread, as far as rounds depend on it. `askId` is the open question it belongs to, if any. */
export type Exchange = { readonly authorId: string; readonly at: Instant; readonly asksBack?: boolean; readonly askId?: string | undefined }
/** How often it went back and forth over one question; `askId` null for what belongs to none. */
export type Rounds = {
  readonly askId: string | null; readonly rounds: number; readonly messages: number; readonly since: Instant
  /** Who wrote more than one turn: those between whom it goes back and forth. */
  readonly backIds: readonly string[]
}

/** When a call is offered; settings of the agreement (001:68, 002:215). */
export type RoundLimits = { readonly rounds: number; readonly messages: number; readonly days: number }
export const ROUND_LIMITS: RoundLimits = { rounds: 3, messages: 20, days: 3 }

/** What is still open, as it would stand on the agenda. */
export type OpenPoint = { readonly askId: string | null; readonly text: string; readonly peopleIds: readonly string[] }
/** What is known of a thread. Points that were answered are not passed. */
export type TalkedAbout = { readonly exchanges: readonly Exchange[]; readonly openPoints: readonly OpenPoint[] }

/** Unit: minutes. Longer needs a reason. */
export const CALL_MINUTES = 15
export const LONG_CALL_MINUTES = 30

export type CallOffer = {
  readonly why: 'rounds' | 'messages' | 'days'
  /** The number that reached the limit. */
  readonly count: number
  readonly limit: number
  /** Those concerned, and nobody else. */
  readonly peopleIds: readonly string[]
  readonly agenda: readonly OpenPoint[]
  readonly options: readonly [{ readonly kind: 'call'; readonly minutes: number; readonly longMinutes: number }, { readonly kind: 'decision' }]
}

/**
 * Counts A→B→A for each question of a thread, in the order of time. Several messages in a row by one person are one
 * turn; a round is one return of whoever came back most often, so C joining in does not make two rounds of one.
 * @returns one row a question, the most rounds first
 */
export function countRounds(exchanges: readonly Exchange[]): Rounds[] {
  const byQuestion = Map.groupBy(exchanges.toSorted((a, b) => a.at.epochMilliseconds - b.at.epochMilliseconds), ({ askId }) => askId ?? null)
  return [...byQuestion].map(([askId, said]) => roundsOf(askId, said)).toSorted((a, b) => b.rounds - a.rounds)
}

function roundsOf(askId: string | null, said: readonly Exchange[]): Rounds {
  const turns = said.filter(({ authorId }, index) => said[index - 1]?.authorId !== authorId)
  const byPerson = Map.groupBy(turns, ({ authorId }) => authorId)
  const rounds = Math.max(0, ...[...byPerson.values()].map((own) => own.length - 1))
  const since = said[0]?.at ?? Temporal.Instant.fromEpochMilliseconds(0)
  return { askId, rounds, messages: said.length, since, backIds: [...byPerson].flatMap(([id, own]) => own.length > 1 ? [id] : []) }
}

/**
 * Whether talking is better than writing on: more than so many rounds on one open question, or so many messages in the
 * thread, or a question that went round at least once and is open for so many days. A question that nobody answered
 * yet is late, not misunderstood; no call is offered for it. Nor for what a thread is about, only because it is old:
 * nobody waits for it by a clock.
 *
 * @returns null while it is not, and when nothing is open. The people are those of the points in dispute: who asked,
 * who is to answer, and who came back to it
 */
export function offerCall({ exchanges, openPoints }: TalkedAbout, limits: RoundLimits, now: Instant): CallOffer | null {
  const open = new Set(openPoints.map(({ askId }) => askId))
  const questions = countRounds(exchanges).filter(({ askId }) => open.has(askId))
  const over = questions.filter(({ rounds }) => rounds > limits.rounds)
  const most = over[0]
  if (most !== undefined) return offer('rounds', most.rounds, limits.rounds, over, openPoints)
  if (openPoints.length > 0 && exchanges.length >= limits.messages) return offer('messages', exchanges.length, limits.messages, questions, openPoints)
  const old = questions.filter(({ askId, rounds, since }) => askId !== null && rounds > 0 && daysSince(since, now) >= limits.days)
  if (old.length > 0) return offer('days', Math.max(...old.map(({ since }) => daysSince(since, now))), limits.days, old, openPoints)
  return null
}

/** Whole days of 24 hours. */
const daysSince = (since: Instant, now: Instant): number => Math.floor((now.epochMilliseconds - since.epochMilliseconds) / DAY_MS)

function offer(why: CallOffer['why'], count: number, limit: number, questions: readonly Rounds[], openPoints: readonly OpenPoint[]): CallOffer {
  const about = new Set(questions.map(({ askId }) => askId))
  const agenda = why === 'messages' ? openPoints : openPoints.filter(({ askId }) => about.has(askId))
  return {
    why, count, limit, agenda, peopleIds: [...new Set([...agenda.flatMap(({ peopleIds }) => peopleIds), ...questions.flatMap(({ backIds }) => backIds)])],
    options: [{ kind: 'call', minutes: CALL_MINUTES, longMinutes: LONG_CALL_MINUTES }, { kind: 'decision' }],
  }
}
