import { describe, expect, test } from 'vitest'
import type { Instant } from '../time/types.ts'
import { planDelivery } from './plan.ts'
import { nextRelease, release, replan } from './release.ts'
import type { Bundle, Waiting } from './release.ts'
import { adHoc, at, block, itemAt, readerWith } from './attention.test-kit.ts'
import type { Item, Reader } from './types.ts'

const morning = readerWith({ focus: [block('09:00-11:30')] })
const tuesday = (time: string) => at(`2026-05-05T${time}+02:00`)

function waitingFor(reader: Reader, known: Partial<Item> & { id: string }, from: Instant = tuesday('10:00')): Waiting {
  const item = itemAt(from, known)
  return { item, plan: planDelivery(item, reader, from), isRead: false, isDeleted: false }
}

const ids = (bundles: readonly Bundle[]) => bundles.map(({ conversation, items }) => [conversation, ...items.map(({ id }) => id)])
const planned = (waiting: readonly Waiting[]) => waiting.map(({ plan }) => [plan.at?.toString(), plan.reason.code])

describe('the end of a focus', () => {
  const waiting = [
    waitingFor(morning, { id: '4', conversation: 'b' }, tuesday('10:20')),
    waitingFor(morning, { id: '3', conversation: 'a' }, tuesday('10:30')),
    waitingFor(morning, { id: '1', conversation: 'a' }, tuesday('09:30')),
    waitingFor(morning, { id: '2', conversation: 'a' }, tuesday('10:00')),
    waitingFor(morning, { id: '5', conversation: 'c', standing: 'space' }),
  ]

  test('lets one batch go, by conversation and in order', () => {
    const gone = release(waiting, morning, tuesday('11:30'))
    expect(ids(gone.batch)).toEqual([['a', '1', '2', '3'], ['b', '4']])
    expect(gone.waiting.map(({ item }) => item.id)).toEqual([])
    expect(ids(gone.digest)).toEqual([['c', '5']])
    expect(gone.settled.map(({ itemId, outcome, reason }) => [itemId, outcome, reason.code])).toEqual([
      ['1', 'delivered', 'in_focus'], ['2', 'delivered', 'in_focus'], ['5', 'digested', 'for_digest'], ['4', 'delivered', 'in_focus'], ['3', 'delivered', 'in_focus'],
    ])
  })

  test('comes in whatever order things came', () => {
    expect(release(waiting.toReversed(), morning, tuesday('11:30'))).toEqual(release(waiting, morning, tuesday('11:30')))
  })

  test('lets nothing go before', () => {
    expect(release(waiting, morning, tuesday('11:29'))).toEqual({ urgent: [], batch: [], digest: [], settled: [], waiting })
    expect(nextRelease(waiting)?.toString()).toBe(tuesday('11:30').toString())
    expect(nextRelease([])).toBeNull()
  })

  test('does not send what was read, deleted or may not be seen any more', () => {
    const [first, second, third, fourth, fifth] = waiting as [Waiting, Waiting, Waiting, Waiting, Waiting]
    const now = [{ ...first, isRead: true }, { ...second, isDeleted: true }, { ...third, item: { ...third.item, maySee: false } }, { ...fourth, item: { ...fourth.item, standing: 'muted' as const } }, fifth]
    const gone = release(now, morning, tuesday('11:30'))
    expect(gone.batch).toEqual([])
    expect(gone.settled.map(({ outcome, reason }) => [outcome, reason.code])).toEqual([['read', 'read'], ['withdrawn', 'deleted'], ['withdrawn', 'lost_access'], ['withdrawn', 'muted'], ['digested', 'for_digest']])
  })

  test('sends nothing to somebody who left', () => {
    expect(release(waiting, { ...morning, active: false }, tuesday('11:30')).settled.map(({ reason }) => reason.code)).toEqual(waiting.map(() => 'deactivated'))
  })
})

describe('planning again', () => {
  const ask = waitingFor(morning, { id: '1' })
  test('a deleted focus lets go at once (past failure 35)', () => {
    const again = replan([ask], { ...morning, focus: [] }, tuesday('10:15'))
    expect(planned(again.waiting)).toEqual([[tuesday('10:15').toString(), 'focus_ended']])
    expect(ids(release(again.waiting, { ...morning, focus: [] }, tuesday('10:15')).batch)).toEqual([['thread', '1']])
  })

  test('a focus that was made shorter lets go at its new end', () => {
    expect(planned(replan([ask], { ...morning, focus: [block('09:00-10:45')] }, tuesday('10:15')).waiting)).toEqual([[tuesday('10:45').toString(), 'in_focus']])
  })

  test('a focus that was made longer holds on', () => {
    expect(planned(replan([ask], { ...morning, focus: [block('09:00-12:45')] }, tuesday('10:15')).waiting)).toEqual([[tuesday('12:45').toString(), 'in_focus']])
  })

  test('a focus deleted before it begins leaves the windows', () => {
    const early = waitingFor(morning, { id: '1' }, tuesday('07:00'))
    expect(planned(replan([early], { ...morning, focus: [] }, tuesday('07:30')).waiting)).toEqual([[tuesday('09:00').toString(), 'off_hours']])
  })

  test('a new absence holds until its end', () => {
    const away = { ...morning, calendar: { ...morning.calendar, absences: [{ start: tuesday('10:00'), end: at('2026-05-07T00:00+02:00'), coverId: null }] } }
    expect(planned(replan([ask], away, tuesday('10:15')).waiting)).toEqual([[at('2026-05-07T11:30+02:00').toString(), 'away']])
  })

  test('a timed mute holds, and its end is a reason', () => {
    const following = waitingFor(morning, { id: '1', standing: 'following' })
    const muted = { ...following, item: { ...following.item, mutedUntil: tuesday('14:00') } }
    expect(planned(replan([muted], morning, tuesday('10:15')).waiting)).toEqual([[tuesday('16:30').toString(), 'timed_mute']])
    expect(planned(release([muted], morning, tuesday('11:30')).waiting)).toEqual([[tuesday('16:30').toString(), 'timed_mute']])
  })

  test('rights that came back, or a mute that was lifted, plan it', () => {
    const lost = { ...waitingFor(morning, { id: '1', standing: 'muted' }), item: itemAt(tuesday('10:00')) }
    expect(planned(release([lost], morning, tuesday('10:15')).waiting)).toEqual([[tuesday('11:30').toString(), 'in_focus']])
  })

  test('what is due stays due, and what runs late waits for the next open moment', () => {
    expect(replan([ask], morning, tuesday('12:10')).waiting).toEqual([ask])
    expect(ids(release([ask], morning, tuesday('12:10')).batch)).toEqual([['thread', '1']])
    const late = release([ask], morning, tuesday('19:00'))
    expect(late.batch).toEqual([])
    expect(planned(late.waiting)).toEqual([[at('2026-05-06T11:30+02:00').toString(), 'late']])
    expect(planned(replan(late.waiting, morning, tuesday('20:00')).waiting)).toEqual([[at('2026-05-06T11:30+02:00').toString(), 'late']])
  })

  test('what is due in a focus that began just now waits for its end', () => {
    const noon = waitingFor(readerWith(), { id: '1' }, tuesday('12:00'))
    const focused = readerWith({ focus: [adHoc('2026-05-05T12:55+02:00', '2026-05-05T14:30+02:00')] })
    expect(planned(release([noon], focused, tuesday('13:00')).waiting)).toEqual([[tuesday('14:30').toString(), 'late']])
  })

  test('twice is once', () => {
    const once = replan([ask], { ...morning, focus: [] }, tuesday('08:15')).waiting
    expect(replan(once, { ...morning, focus: [] }, tuesday('08:15')).waiting).toEqual(once)
  })
})

test('a digest goes to somebody without hours, but not while they are in focus', () => {
  const nobody = readerWith({ calendar: { ...morning.calendar, periods: [{ ...morning.calendar.periods[0]!, weeks: [[]] }] } })
  const waiting = [waitingFor(nobody, { id: '1' })]
  const nine = at('2026-05-06T09:00+02:00')
  expect(ids(release(waiting, nobody, nine).digest)).toEqual([['thread', '1']])
  expect(planned(release(waiting, { ...nobody, focus: [block('08:00-10:00')] }, nine).waiting)).toEqual([[at('2026-05-06T10:00+02:00').toString(), 'no_working_time']])
})

test('urgent leaves by itself', () => {
  const waiting = [waitingFor(morning, { id: '1', urgent: true, standing: 'space' }), waitingFor(morning, { id: '2' })]
  const gone = release(waiting, morning, tuesday('10:00'))
  expect([ids(gone.urgent), gone.batch, gone.waiting.map(({ item }) => item.id)]).toEqual([[['thread', '1']], [], ['2']])
})
