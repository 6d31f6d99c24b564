import { describe, expect, test } from 'vitest'
import type { BriefItem, BriefView } from '#contract/brief.ts'
import { begin, follow, itemsOf } from './brief-state.ts'

const item = (key: string, tldr = key): BriefItem => ({
  key, kind: 'wrap', tldr, by: 'Ana', why: null, at: '2026-03-24T00:00:00Z', dueAt: null, number: 1, spaceId: null, lineId: null, words: 3, baton: null, more: null, can: ['open'],
})
const brief = (handed: BriefItem[], folded: BriefItem[] = []): BriefView => ({
  headline: 'Tuesday.', lede: '', readingSeconds: 60, since: '2026-03-23T09:00:00Z', sinceWhy: 'shift', composedAt: '2026-03-24T00:00:00Z', shift: null, zone: 'Asia/Tokyo', ending: 'That is all.',
  calendar: { periods: [], holidays: [], absences: [], given: [], taken: [] }, focus: [],
  sections: [
    { name: 'handed', title: 'Handed to you', note: null, items: handed, folded: [] },
    { name: 'rest', title: 'The rest', note: null, items: [], folded: [{ spaceId: null, spaceName: 'Billing', items: folded }] },
  ],
})
const said = (view: BriefView) => itemsOf(view).map((one) => one.tldr)

describe('a brief that is being read stands still', () => {
  test('known items are brought up to date in their places, folded ones too', () => {
    const reading = follow(begin(brief([item('a'), item('b')], [item('c')])), brief([item('b', 'b, answered'), item('a')], [item('c', 'c, cleared')]))
    expect(said(reading.view)).toEqual(['a', 'b, answered', 'c, cleared'])
  })
  test('what is settled stays and is marked', () => {
    const reading = follow(begin(brief([item('a'), item('b')])), brief([item('b')]))
    expect(said(reading.view)).toEqual(['a', 'b'])
    expect([...reading.gone]).toEqual(['a'])
  })
  test('what is new waits until the reader asks for it', () => {
    const reading = follow(begin(brief([item('a')])), brief([item('new'), item('a')], [item('other')]))
    expect(said(reading.view)).toEqual(['a'])
    expect(reading.waiting).toBe(2)
    expect(follow(reading, brief([item('a')])).waiting).toBe(0)
  })
  test('how much waits is told as it is now', () => {
    const lede = 'One minute to read. Nothing waits for you.'
    expect(follow(begin(brief([item('a')])), { ...brief([]), lede }).view.lede).toBe(lede)
  })
  test('the day stays as it was read', () => {
    expect(follow(begin(brief([])), { ...brief([]), headline: 'Tuesday, later.' }).view.headline).toBe('Tuesday.')
  })
})
