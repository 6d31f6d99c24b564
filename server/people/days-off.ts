import { Refusal } from '#domain/refusal.ts'
import type { Sentence } from '#domain/refusal.ts'

export type DayOff = { date: string; name: string }
/** First and last year, both included. */
export type Years = { from: number; to: number }

/** A file of days off that is broken, said by naming the place. */
export const unreadable = (message: Sentence, next: Sentence): Refusal => new Refusal('cannot_be_read', message, next)
