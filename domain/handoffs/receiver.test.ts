import { describe, expect, test } from 'vitest'
import { Refusal } from '../refusal.ts'
import type { Absence, Weekday, WorkCalendar } from '../time/types.ts'
import { workingMinutes } from '../time/types.ts'
import { planSentence, stepSentence, whySentence } from './baton-words.ts'
import { offerBaton } from './baton.ts'
import { planAgain, planForCover, planForPerson, planForRole, planForShift } from './receiver.ts'
import type { Handover } from './receiver.ts'

const instant = (text: string) => Temporal.Instant.from(text)
/** A Monday evening in Berlin: 17:30 there, 01:30 on Tuesday in Tokyo, 11:30 in New York. */
const NOW = instant('2026-03-23T16:30:00Z')

const away = (start: string, end: string, coverId: string | null): Absence => ({ start: instant(start), end: instant(end), coverId })
function works(zone: string, start: string, end: string, absences: Absence[] = []): WorkCalendar {
  const week = ([1, 2, 3, 4, 5] as Weekday[]).map((day) => ({ day, start, end }))
  return { periods: [{ from: null, zone, anchor: '2026-01-05', weeks: [week] }], holidays: new Set(), absences, given: new Set(), taken: [] }
}
const NEVER: WorkCalendar = { periods: [], holidays: new Set(), absences: [], given: new Set(), taken: [] }
const TUESDAY_AWAY = (coverId: string | null) => away('2026-03-23T20:00:00Z', '2026-03-24T20:00:00Z', coverId)

function team(calendars: Record<string, WorkCalendar> = {}, more: Partial<Handover> = {}): Handover {
  const all = { ben: works('Europe/Berlin', '09:00', '18:00'), kenji: works('Asia/Tokyo', '09:00', '18:00'), mei: works('Asia/Manila', '10:00', '18:00'), nora: works('America/New_York', '08:00', '16:00'), ...calendars }
  const names = new Map(Object.keys(all).map((id) => [id, `${id.charAt(0).toUpperCase()}${id.slice(1)}`]))
  return { now: NOW, giverId: 'ben', grace: workingMinutes(30), calendars: new Map(Object.entries(all)), names, mayReceive: new Set(Object.keys(all)), ...more }
}
const shown = ({ receiverId, firstReceiverId, startsAt, lapsesAt, coverId }: ReturnType<typeof planForPerson>) =>
  [receiverId, firstReceiverId, startsAt.toString(), lapsesAt.toString(), coverId]

describe('a baton for one person', () => {
  test.each([
    ['waits for their shift and the grace', 'kenji', {}, ['kenji', 'kenji', '2026-03-24T00:00:00Z', '2026-03-24T00:30:00Z', null]],
    ['starts now where they work', 'nora', {}, ['nora', 'nora', '2026-03-23T16:30:00Z', '2026-03-23T17:00:00Z', null]],
    ['goes straight to the cover of somebody away', 'kenji', { kenji: works('Asia/Tokyo', '09:00', '18:00', [TUESDAY_AWAY('mei')]) }, ['mei', 'kenji', '2026-03-24T02:00:00Z', '2026-03-24T02:30:00Z', null]],
    ['waits for the return where nobody covers', 'kenji', { kenji: works('Asia/Tokyo', '09:00', '18:00', [TUESDAY_AWAY(null)]) }, ['kenji', 'kenji', '2026-03-25T00:00:00Z', '2026-03-25T00:30:00Z', null]],
    ['waits for the return where the giver covers', 'kenji', { kenji: works('Asia/Tokyo', '09:00', '18:00', [TUESDAY_AWAY('ben')]) }, ['kenji', 'kenji', '2026-03-25T00:00:00Z', '2026-03-25T00:30:00Z', null]],
    ['knows the cover of somebody who leaves within the grace', 'kenji', { kenji: works('Asia/Tokyo', '09:00', '18:00', [away('2026-03-24T00:15:00Z', '2026-03-26T00:00:00Z', 'mei')]) }, ['kenji', 'kenji', '2026-03-24T00:00:00Z', '2026-03-24T00:30:00Z', 'mei']],
    ['counts the grace over the end of a shift', 'nora', { nora: works('America/New_York', '08:00', '12:50') }, ['nora', 'nora', '2026-03-23T16:30:00Z', '2026-03-24T12:10:00Z', null]],
  ])('%s', (_why, personId, calendars, plan) => {
    expect(shown(planForPerson(personId, team(calendars)))).toEqual(plan)
  })

  test('somebody without working time is refused by name', () => {
    expect(refusalOf(() => planForPerson('kenji', team({ kenji: NEVER })))).toMatchObject({ code: 'no_working_time', message: 'Kenji has no working time within a year.' })
  })
})

describe('a baton for a role goes to the holder who works next', () => {
  test.each([
    ['the one at work', ['kenji', 'nora'], {}, 'nora'],
    ['ties go by name', ['zoe', 'yan'], { zoe: works('Asia/Tokyo', '09:00', '17:00'), yan: works('Asia/Tokyo', '09:00', '17:00') }, 'yan'],
    ['whoever is away is passed over', ['kenji', 'mei'], { kenji: works('Asia/Tokyo', '09:00', '18:00', [TUESDAY_AWAY('nora')]) }, 'mei'],
    ['the cover where everybody is away', ['kenji'], { kenji: works('Asia/Tokyo', '09:00', '18:00', [TUESDAY_AWAY('nora')]) }, 'nora'],
    ['others before the giver', ['ben', 'kenji'], {}, 'kenji'],
    ['the giver where nobody else holds it', ['ben'], {}, 'ben'],
  ])('%s', (_why, holders, calendars, receiver) => {
    expect(planForRole({ name: 'On call', holders }, team(calendars)).receiverId).toBe(receiver)
  })

  test.each([
    ['nobody holds it', [], 'bad_input'], ['nobody who holds it sees the space', ['olga'], 'bad_input'], ['no holder works', ['kenji'], 'no_working_time'],
  ])('refused when %s', (_why, holders, code) => {
    expect(refusalOf(() => planForRole({ name: 'On call', holders }, team({ kenji: NEVER })))?.code).toBe(code)
  })
})

describe('a baton for the next shift goes to the member who starts next', () => {
  test.each([
    ['after the giver’s own shift', ['ben', 'kenji', 'mei'], {}, ['kenji', '2026-03-24T00:00:00Z']],
    ['not to a colleague of the same shift', ['kenji', 'same'], { same: works('Europe/Berlin', '10:00', '19:00') }, ['kenji', '2026-03-24T00:00:00Z']],
    ['to a shift that overlaps for the handover', ['kenji', 'late'], { late: works('Europe/Berlin', '15:00', '23:00') }, ['late', '2026-03-23T16:30:00Z']],
    ['the same in a wrap that comes a little late', ['kenji', 'late'], { ben: works('Europe/Berlin', '09:00', '17:00'), late: works('Europe/Berlin', '17:00', '23:00') }, ['late', '2026-03-23T16:30:00Z']],
    ['from now on where the giver has not worked', ['kenji', 'late'], { ben: NEVER, late: works('Europe/Berlin', '17:00', '23:00') }, ['kenji', '2026-03-24T00:00:00Z']],
    ['past somebody away', ['kenji', 'mei'], { kenji: works('Asia/Tokyo', '09:00', '18:00', [TUESDAY_AWAY('nora')]) }, ['mei', '2026-03-24T02:00:00Z']],
  ])('%s', (_why, members, calendars, [receiver, start]) => {
    expect(planForShift(members, team(calendars))).toMatchObject({ receiverId: receiver, startsAt: instant(start ?? '') })
  })

  test('refused when nobody else is there', () => {
    expect(refusalOf(() => planForShift(['ben'], team()))?.code).toBe('no_working_time')
  })
})

describe('when it lapses', () => {
  const absent = (cover: string | null) => team({ kenji: works('Asia/Tokyo', '09:00', '18:00', [TUESDAY_AWAY(cover)]) }, { now: instant('2026-03-24T00:30:00Z') })
  test.each([
    ['the cover of the moment is asked, from their own shift on', absent('mei'), '2026-03-24T02:30:00Z'],
    ['nobody, where nobody covers', absent(null), null], ['nobody, where the giver covers', absent('ben'), null],
    ['nobody, where the receiver is there', team({}, { now: instant('2026-03-24T00:30:00Z') }), null],
    ['nobody, where the cover may not see the space', { ...absent('mei'), mayReceive: new Set(['kenji']) }, null],
    ['nobody, where the cover does not work', { ...absent('mei'), calendars: new Map([...absent('mei').calendars, ['mei', NEVER]]) }, null],
  ])('%s', (_why, handover, lapsesAt) => {
    expect(planForCover('kenji', handover)?.lapsesAt.toString() ?? null).toBe(lapsesAt)
  })
})

test('an absence that is added later does not stop the clock that was shown', () => {
  const handover = team({ kenji: works('Asia/Tokyo', '09:00', '18:00', [TUESDAY_AWAY('mei')]) }, { now: instant('2026-03-23T20:00:00Z') })
  expect(planAgain('kenji', NOW, handover)).toMatchObject({ startsAt: instant('2026-03-24T00:00:00Z'), lapsesAt: instant('2026-03-24T00:30:00Z'), coverId: 'mei' })
  expect(planAgain('kenji', NOW, team({ kenji: NEVER }))).toBeNull()
})

describe('in words', () => {
  const cast = new Map([['ben', { name: 'Ben', zone: 'Europe/Berlin' }], ['kenji', { name: 'Kenji', zone: 'Asia/Tokyo' }], ['mei', { name: 'Mei', zone: 'Asia/Manila' }]])
  const ben = { id: 'ben', zone: 'Europe/Berlin', now: NOW }
  const plan = { ...planForPerson('kenji', team()), coverId: 'mei' }
  test.each([
    ['to the giver', plan, ben, 'Kenji starts at 09:00 Tokyo (Tuesday 01:00 for you); unless accepted by 09:30 it goes to Mei.'],
    ['to the receiver', plan, { ...ben, id: 'kenji', zone: 'Asia/Tokyo' }, 'You start at 09:00; unless accepted by 09:30 it goes to Mei.'],
    ['for somebody at work', { ...plan, startsAt: NOW, coverId: null }, ben, 'Kenji is at work; unless accepted by 09:30 Tokyo (Tuesday 01:30 yours) nobody owns it and both sides are told.'],
    ['for somebody at work in the same zone', { ...plan, startsAt: NOW, coverId: null }, { ...ben, zone: 'Asia/Tokyo' }, 'Kenji is at work; unless accepted by 09:30 nobody owns it and both sides are told.'],
    ['for a cover', { ...plan, firstReceiverId: 'kenji', receiverId: 'mei', coverId: null }, ben, 'Kenji is away, and Mei covers. Mei starts at 08:00 Manila (Tuesday 01:00 for you); unless accepted by 08:30 nobody owns it and both sides are told.'],
    ['for next week', { ...plan, startsAt: instant('2026-03-30T00:00:00Z'), lapsesAt: instant('2026-03-30T00:30:00Z') }, ben, 'Kenji starts on Monday at 09:00 Tokyo (30 March 02:00 for you); unless accepted by 09:30 it goes to Mei.'],
  ])('%s', (_why, given, reader, sentence) => {
    expect(planSentence(given, cast, reader)).toBe(sentence)
  })

  test('who holds it', () => {
    const { baton } = offerBaton('ben', plan, NOW)
    expect(whySentence(baton, cast, ben)).toBe('You hold it until Kenji accepts. Kenji starts at 09:00 Tokyo (Tuesday 01:00 for you); unless accepted by 09:30 it goes to Mei.')
    expect(whySentence(baton, cast, { ...ben, id: 'kenji', zone: 'Asia/Tokyo' })).toBe('Ben holds it until you accept. Unless accepted by 09:30 it goes to Mei.')
    expect(whySentence({ ...baton, state: 'returned', lapsesAt: null }, cast, ben)).toBe('Kenji asked a question. You hold it, and the clock stands still until you answer.')
    expect(stepSentence({ kind: 'lapsed', actorId: null, receiverId: 'mei', text: '' }, cast, ben)).toBe('Nobody accepted it in time; it went to Mei, who covers.')
  })

  test.each([
    ['2026-03-23T16:30:00Z', '17:30'], ['2026-03-22T16:30:00Z', 'yesterday 17:30'], ['2026-03-19T08:05:00Z', 'Thursday 19 March, 09:05'], ['2025-12-31T23:30:00Z', 'Thursday 1 January, 00:30'],
    ['2025-12-31T08:05:00Z', 'Wednesday 31 December 2025, 09:05'],
  ])('accepted at %s is said as people say it', (at, said) => {
    const { baton } = offerBaton('ben', plan, NOW)
    expect(whySentence({ ...baton, state: 'accepted', acceptedAt: instant(at) }, cast, ben)).toBe(`Kenji holds it since ${said}.`)
  })
})

function refusalOf(work: () => unknown): Refusal | null {
  try {
    work()
    return null
  } catch (error) {
    return error instanceof Refusal ? error : null
  }
}
