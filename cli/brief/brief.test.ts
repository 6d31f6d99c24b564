import type { BriefItem, BriefView } from '#contract/brief.ts'
import pc from 'picocolors'
import { describe, expect, test } from 'vitest'
import { columnsOf } from '../text/columns.ts'
import { briefText } from './render.ts'
import { ribbonText } from './ribbon.ts'

const colors = pc.createColors(false)
const week = (start: string, end: string) => [1, 2, 3, 4, 5].map((day) => ({ day: day as 1, start, end }))
const calendar = (start: string, end: string) => ({ periods: [{ from: null, zone: 'Europe/Berlin', anchor: '2026-03-23', weeks: [week(start, end)] }], holidays: new Set<string>(), absences: [], given: new Set<string>(), taken: [] })
const reader = { zone: 'Europe/Berlin', now: Temporal.Instant.from('2026-03-24T08:00:00Z') }

describe('the day as a band', () => {
  test('work stands in blocks to scale, and now below it', () => {
    expect(ribbonText(calendar('09:00', '17:30'), '2026-03-24', reader, { width: 48, colors })).toBe([
      '00          06          12          18', '··················█████████████████·············', '                  ▲ now, 09:00',
      'Works 09:00 to 17:30, your time.', '',
    ].join('\n'))
  })
  test('half a cell is half a block', () => {
    const [, band] = ribbonText(calendar('09:30', '16:30'), '2026-03-24', reader, { width: 24, colors }).split('\n')
    expect(band).toBe('·········▐██████▌·······')
  })
  test('late in the day the mark turns round and stays inside', () => {
    const late = { ...reader, now: Temporal.Instant.from('2026-03-24T22:00:00Z') }
    const mark = ribbonText(calendar('09:00', '17:00'), '2026-03-24', late, { width: 48, colors }).split('\n')[2]
    expect(mark?.endsWith('now, 23:00 ▲')).toBe(true)
    expect(columnsOf(mark ?? '')).toBeLessThanOrEqual(48)
  })
  test('a day of 23 hours keeps its scale', () => {
    expect(ribbonText(calendar('09:00', '17:00'), '2026-03-29', reader, { width: 46, colors })).toContain('the day has 23 hours')
  })
  test('another day has no mark', () => expect(ribbonText(calendar('09:00', '17:00'), '2026-03-25', reader, { width: 48, colors })).not.toContain('now'))
})

const item = (over: Partial<BriefItem>): BriefItem => ({
  key: 'k', kind: 'wrap', tldr: 'The cache fix is live.', by: 'Mei, Manila', why: null, at: '2026-03-24T07:00:00Z', dueAt: null, number: 128, spaceId: null, lineId: null, words: 5, baton: null, more: 'The whole story.', can: [], ...over,
})
const brief = (over: Partial<BriefView> = {}): BriefView => ({
  headline: 'Tuesday. You work until 17:00.', lede: 'One baton waits for you.', readingSeconds: 75, since: '2026-03-23T16:00:00Z', sinceWhy: 'shift', composedAt: '2026-03-24T08:00:00Z', shift: null,
  calendar: { ...calendar('09:00', '17:00'), holidays: [], given: [] }, focus: [], zone: 'Europe/Berlin', ending: 'That is all.',
  sections: [
    { name: 'due', title: 'Due', note: null, items: [], folded: [] },
    { name: 'changed', title: 'Changed', note: 'in what you follow', items: [item({})], folded: [{ spaceId: null, spaceName: 'Random', items: [item({ tldr: 'Lunch.' }), item({})] }] },
    { name: 'unblock', title: 'Yours to unblock', note: null, items: [item({ kind: 'blocker', tldr: 'Staging \u001b[2Jis down', lineId: 'l-1', dueAt: '2026-03-25T09:00:00Z', can: ['clear'] })], folded: [] },
  ], ...over,
})

describe('the brief in a terminal', () => {
  const shown = (all = false, width = 60) => briefText(brief(), { colors, width, reader, all })

  test('headline, day, sections in their order, and an end', () => {
    const places = ['Tuesday. You work until 17:00.', 'One baton waits for you.', '█', 'Changed · in what you follow', 'Yours to unblock', 'That is all.'].map((part) => shown().indexOf(part))
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(Math.min(...places)).toBe(0)
  })
  test('an empty section is not shown', () => expect(shown()).not.toContain('Due'))
  test('the rest is folded to a line, and unfolds', () => {
    expect(shown()).toContain('Random: 2 more. Add --all to read them.')
    expect(shown()).not.toContain('Lunch.')
    expect(shown(true)).toMatch(/Lunch\.[^]*The whole story\./)
  })
  test('what can be done stands there to be typed', () => expect(shown()).toContain('$ longhand wraps clear-line 128 l-1'))
  test('due times are told on my clock', () => expect(shown()).toContain('by tomorrow 10:00'))
  test('nobody’s text moves the cursor', () => expect(shown()).not.toContain('\u001b'))
  test.each([[40], [60], [88]])('no line is wider than %i columns', (width) => {
    for (const line of shown(true, width).split('\n')) if (!line.includes('$ ')) expect(columnsOf(line)).toBeLessThanOrEqual(width)
  })
})
