import { describe, expect, test } from 'vitest'
import type { WorkCalendar } from '../time/types.ts'
import { nextTelling, urgentPath, urgentState } from './escalation.ts'
import type { Team, UrgentState } from './escalation.ts'
import { hitRate } from './ratings.ts'
import { at, calendarOf } from './attention.test-kit.ts'
import { checkMeetingFreeDays, isMeetingFree, meetingException } from './meeting-free.ts'

const numbers = { repeatMinutes: 10, stepMinutes: 30 }
const left = at('2026-05-05T10:00Z')
const berlin = calendarOf('Europe/Berlin', '09:00-17:00')
const away: WorkCalendar = { ...berlin, absences: [{ start: at('2026-05-01T00:00Z'), end: at('2026-06-01T00:00Z'), coverId: 'ana' }] }
const team: Team = {
  roles: new Map([['on call', ['dan', 'eva']]]),
  calendars: new Map([['ana', berlin], ['ben', berlin], ['cleo', away], ['dan', calendarOf('Asia/Manila', '09:00-17:00')], ['eva', berlin]]),
}

/** Every telling until nothing follows or a time is over: when, to whom, who is new, and the alarm. */
function story(start: UrgentState, path = urgentPath(numbers, ['ana'], 'on call'), until = '2026-05-05T12:00Z'): string[] {
  const lines: string[] = []
  let state = start
  for (let now = start.leftAt; ;) {
    const telling = nextTelling(state, path, team, now)
    if (telling === null || telling.at.epochMilliseconds > at(until).epochMilliseconds) return lines
    lines.push([telling.at.toString().slice(11, 16), telling.personIds.join(' '), telling.added.join(' '), telling.alarm ? 'alarm' : ''].join('|'))
    state = telling.next
    now = telling.at
  }
}

describe('an urgent ask', () => {
  test('is repeated, then walks people, the role on shift and the space, and is repeated on', () => {
    expect(story(urgentState(left, ['ben']))).toEqual([
      '10:00|ben||', '10:10|ben||', '10:20|ben||', '10:30|ben ana|ana|', '10:40|ben ana||', '10:50|ben ana||',
      '11:00|ben ana eva|eva|', '11:10|ben ana eva||', '11:20|ben ana eva||', '11:30|ben ana eva||alarm', '11:40|ben ana eva||', '11:50|ben ana eva||', '12:00|ben ana eva||',
    ])
  })

  test('tells the cover of somebody away at once', () => {
    expect(story(urgentState(left, ['cleo']), urgentPath(numbers, [], ''), '2026-05-05T10:30Z')).toEqual(['10:00|cleo ana|ana|', '10:10|cleo ana||', '10:20|cleo ana||', '10:30|cleo ana||alarm'])
  })

  test('goes past a step that finds nobody new', () => {
    const night = at('2026-05-05T20:00Z')
    expect(story(urgentState(night, ['ana']), urgentPath(numbers, ['ana', 'cleo'], 'on call'), '2026-05-05T20:30Z').at(-1)).toBe('20:30|ana||alarm')
  })

  test('is told of by nobody once somebody is on it', () => {
    expect(nextTelling({ ...urgentState(left, ['ben']), acknowledged: true }, urgentPath(numbers, [], ''), team, left)).toBeNull()
  })

  test('catches up once, now, and keeps its rhythm', () => {
    const first = nextTelling(urgentState(left, ['ben']), urgentPath(numbers, ['ana'], ''), team, left)
    const late = nextTelling(first!.next, urgentPath(numbers, ['ana'], ''), team, at('2026-05-05T10:47Z'))
    expect([late?.at.toString(), late?.added]).toEqual(['2026-05-05T10:47:00Z', ['ana']])
    expect(nextTelling(late!.next, urgentPath(numbers, ['ana'], ''), team, late!.at)?.at.toString()).toBe('2026-05-05T10:50:00Z')
  })

  test('waits for its time to leave', () => {
    expect(nextTelling(urgentState(left, ['ben']), urgentPath(numbers, [], ''), team, at('2026-05-05T09:00Z'))?.at.toString()).toBe(left.toString())
  })
})

test('the hit rate is the share that was urgent to its readers', () => {
  expect(hitRate([])).toEqual({ rated: 0, urgent: 0, rate: null })
  expect(hitRate(['urgent', 'could_wait_hour', 'could_wait_day', 'urgent'])).toEqual({ rated: 4, urgent: 2, rate: 0.5 })
})

describe('meeting-free days', () => {
  const free = { days: [3, 5] as const, exceptions: [meetingException('2026-05-08', ' The client is here only today. ')] }
  test.each([['2026-05-06', true], ['2026-05-07', false], ['2026-05-08', false], ['2026-05-15', true]])('%s: %s', (date, expected) => {
    expect(isMeetingFree(free, date)).toBe(expected)
  })
  test('are two at most, and an exception says why', () => {
    expect(() => checkMeetingFreeDays([1, 2, 3])).toThrow(/two meeting-free days at most/)
    expect(() => checkMeetingFreeDays([2, 2])).toThrow(/two meeting-free days at most/)
    checkMeetingFreeDays([2, 4])
    expect(() => meetingException('2026-05-08', ' ')).toThrow(/kept free of meetings/)
    expect(free.exceptions[0]?.reason).toBe('The client is here only today.')
  })
})
