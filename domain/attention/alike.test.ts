import { describe, expect, test } from 'vitest'
import { planForMany } from './alike.ts'
import { planDelivery } from './plan.ts'
import { DEFAULT_CLAUSES } from './types.ts'
import type { Item, Reader } from './types.ts'

const now = Temporal.Instant.from('2026-03-23T10:00:00Z')
const item: Item = { id: 'item', conversation: 'thread', at: now.add({ seconds: 10 }), urgent: false, standing: 'following', quiet: false, mutedUntil: null, maySee: true }

function reader(zone: string, change: Partial<Reader> = {}): Reader {
  const week = ([1, 2, 3, 4, 5] as const).map((day) => ({ day, start: '09:00', end: '17:00' }))
  return {
    calendar: { periods: [{ from: null, zone, anchor: '2026-01-05', weeks: [week] }], holidays: new Set(), absences: [], given: new Set(), taken: [] },
    focus: [], windows: [], digest: { every: 'day', time: null }, active: true, clauses: DEFAULT_CLAUSES, ...change,
  }
}
const lisbon = reader('Europe/Lisbon')
const away = { start: now, end: now.add({ hours: 72 }), coverId: null }

describe('many readers are planned as if each were alone', () => {
  const readers: readonly (readonly [string, Reader])[] = [
    ['Berlin', reader('Europe/Berlin')], ['Lisbon', lisbon], ['another in Lisbon', reader('Europe/Lisbon')], ['Manila', reader('Asia/Manila')],
    ['away', { ...lisbon, calendar: { ...lisbon.calendar, absences: [away] } }], ['with a day off', { ...lisbon, calendar: { ...lisbon.calendar, holidays: new Set(['2026-03-23']) } }],
    ['gave the shift away', { ...lisbon, calendar: { ...lisbon.calendar, given: new Set(['2026-03-23']) } }],
    ['took a shift over', { ...lisbon, calendar: { ...lisbon.calendar, taken: [{ start: now.add({ hours: 10 }), end: now.add({ hours: 12 }) }] } }],
    ['in focus', reader('Europe/Lisbon', { focus: [{ kind: 'ad_hoc', id: 'a', start: now, end: now.add({ hours: 2 }) }] })],
    ['with a window of their own', reader('Europe/Lisbon', { windows: [{ kind: 'local_time', time: '15:00' }] })],
    ['with a weekly digest', reader('Europe/Lisbon', { digest: { every: 'week', time: null } })], ['who left', reader('Europe/Lisbon', { active: false })],
  ]
  const standings = ['asked', 'mentioned', 'following', 'space', 'broadcast', 'muted'] as const

  test.each(standings)('told as %s', (standing) => {
    const plan = planForMany(item, now)
    for (const [who, one] of readers) {
      for (const maySee of [true, false]) expect([who, plan(one, { standing, maySee })]).toEqual([who, planDelivery({ ...item, standing, maySee }, one, now)])
    }
  })

  test('those who are alike share one plan', () => {
    const plan = planForMany(item, now)
    expect(plan(lisbon, item)).toBe(plan(reader('Europe/Lisbon'), item))
    expect(plan(lisbon, item)).not.toBe(plan(reader('Europe/Berlin'), item))
  })
})
