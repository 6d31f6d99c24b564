import { BEFORE_WRAP_MINUTES } from '#domain/attention/choices.ts'
import type { FocusBlock, WindowChoice } from '#domain/attention/types.ts'
import type { Weekday } from '#domain/time/types.ts'
import type { BlockRow } from './queries.ts'

/** Windows as they travel, for the planner: named moments, or `HH:MM` on the reader's own clock. */
export function windowChoices(windows: readonly string[]): WindowChoice[] {
  return windows.map((window) => {
    switch (window) {
      case 'shift-start': return { kind: 'shift_start' }
      case 'midday': return { kind: 'midday' }
      case 'focus-end': return { kind: 'focus_end' }
      case 'before-wrap': return { kind: 'before_wrap', minutes: BEFORE_WRAP_MINUTES }
      default: return { kind: 'local_time', time: window }
    }
  })
}

/**
 * Blocks as the planner knows them. One that was left early on a day is cut there: it stands until the day before, was
 * as long as it lasted on that day, and goes on from the day after.
 */
export function blocksOf(rows: readonly BlockRow[]): FocusBlock[] {
  return rows.flatMap((row): FocusBlock[] => {
    if (row.kind === 'once') return row.starts_at && row.ends_at ? [{ kind: 'ad_hoc', id: row.id, start: row.starts_at, end: row.ends_at }] : []
    const lefts = row.lefts.toSorted((a, b) => Temporal.Instant.compare(a.startedAt, b.startedAt))
    const kept: FocusBlock[] = []
    let from = row.from_date ?? ''
    for (const { startedAt, leftAt, date } of lefts) {
      kept.push(...recurring(row, from, before(date)), { kind: 'ad_hoc', id: row.id, start: startedAt, end: leftAt })
      from = Temporal.PlainDate.from(date).add({ days: 1 }).toString()
    }
    return [...kept, ...recurring(row, from, row.until_date)]
  })
}

const before = (date: string): string => Temporal.PlainDate.from(date).subtract({ days: 1 }).toString()

function recurring(row: BlockRow, from: string, until: string | null): FocusBlock[] {
  if (until !== null && until < from) return []
  return [{ kind: 'recurring', id: row.id, days: row.days.map((day) => day as Weekday), start: row.start_time ?? '', end: row.end_time ?? '', from, until }]
}
