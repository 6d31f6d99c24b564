/* Chance that can be repeated, and the plain calendar arithmetic of stories that are made by it. */
export const MINUTE_MS = 60_000
/** Unit: minutes. */
export const DAY = 24 * 60

export type Dice = { upTo(count: number): number; one(of: number): boolean; pick<T>(list: readonly T[]): T; times<T>(count: number, make: (index: number) => T): T[] }

/** Repeatable chance (mulberry32), so that a seed in a failure message shows the same story again. */
export function diceFrom(seed: number): Dice {
  let state = seed * 0x9e3779b9
  const upTo = (count: number) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % count
  }
  return {
    upTo, one: (of) => upTo(of) === 0, pick: (list) => list[upTo(list.length)] as (typeof list)[number],
    times: (count, make) => Array.from({ length: count }, (_, index) => make(index)),
  }
}

/** A minute of a day as a clock shows it: 570 is `09:30`. */
export function face(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
}

export function dateAfter(date: string, days: number): string {
  return new Date(Date.parse(date) + days * DAY * MINUTE_MS).toISOString().slice(0, 10)
}
