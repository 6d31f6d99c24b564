import { changeRole, deactivateMember } from '#contract/members.ts'
import {
  addAbsence, addHolidayCalendar, cancelAbsence, chooseHolidays, listHolidayCalendars, listHolidaySets, listPeople, listTeamRoles, readHours, readOverlap, saveTeamRole, setHours,
} from '#contract/people.ts'
import { readMe } from '#contract/account.ts'
import { createSpace } from '#contract/spaces.ts'
import { describeOnBoth } from '#server/platform/db/db.test-kit.ts'
import { codeOf, startTestApp, weekdays } from '#server/app.test-kit.ts'
import type { TestApp, TestPerson } from '#server/app.test-kit.ts'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'

const ICS = (lines: string) => `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nX-WR-CALNAME:Company days\r\nBEGIN:VEVENT\r\nUID:1\r\n${lines}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`

describeOnBoth('people and hours', (on) => {
  let app: TestApp
  let mei: TestPerson
  let ben: TestPerson
  beforeAll(async () => {
    app = await startTestApp(on)
    mei = await app.person('Mei', { zone: 'Asia/Manila' })
    ben = await app.person('Ben')
  })
  afterAll(() => app.stop())
  const hoursEvents = async (personId: string) => {
    const rows = await on.db.selectFrom('event').select('payload').where('kind', '=', 'people.hours_changed').execute()
    return rows.filter((row) => row.payload['personId'] === personId).length
  }
  const line = async (reader: TestPerson, id: string) => (await reader.call(listPeople, {})).people.find((person) => person.id === id)?.availability

  test('each person is shown with their hours, in the words of the reader’s zone', async () => {
    const { people } = await ben.call(listPeople, {})
    expect(people.map((person) => person.name)).toEqual(['Ben', 'Mei', 'Olga Owner'])
    expect(people[1]).toMatchObject({ working: true, availability: 'Works until 17:00 (Manila)', nextWorkingMoment: '2026-03-23T07:00:00Z', zone: 'Asia/Manila' })
    expect(await line(mei, mei.id)).toBe('Works until 17:00')
    expect(await line(ben, ben.id)).toBe('Starts in 1 h, at 09:00')
  })

  test('a guest sees people of their spaces, and nobody else by any way', async () => {
    const guest = await app.person('Gus Guest', { role: 'guest', joins: false })
    const { id: room } = await app.owner.call(createSpace, { name: 'Client room', visibility: 'private' })
    await app.asSystem(async ({ tx, now }) => {
      for (const person of [guest.id, ben.id]) await tx.insertInto('space_member').values({ workspace_id: app.workspaceId, space_id: room, person_id: person, joined_at: now }).execute()
    })
    const seen = (await guest.call(listPeople, {})).people
    expect(seen.map((person) => person.name)).toEqual(['Ben', 'Gus Guest', 'Olga Owner'])
    const absence = await app.owner.call(addAbsence, { id: ben.id, start: '2026-03-23T06:00:00Z', end: '2026-03-24T16:00:00Z', coverId: mei.id, note: 'dentist' })
    expect((await guest.call(listPeople, {})).people[0]).toMatchObject({ availability: 'Away until Wednesday', calendar: { absences: [{ coverId: null }] } })
    expect((await guest.call(readHours, { id: ben.id })).absences).toMatchObject([{ coverId: null, note: '' }])
    expect((await mei.call(readHours, { id: ben.id })).absences).toMatchObject([{ coverId: mei.id, note: '' }])
    expect((await ben.call(readHours, { id: ben.id })).absences).toMatchObject([{ coverId: mei.id, note: 'dentist' }])
    await ben.call(cancelAbsence, { id: absence.id })
    expect(await codeOf(guest.call(readHours, { id: mei.id }))).toBe('not_found')
    expect(await codeOf(guest.call(readOverlap, { people: [guest.id, mei.id], from: '2026-03-23' }))).toBe('not_found')
    expect(await codeOf(guest.call(addAbsence, { id: guest.id, start: '2026-04-01T00:00:00Z', end: '2026-04-02T00:00:00Z', coverId: mei.id }))).toBe('not_found')
    expect(await codeOf(guest.call(listPeople, { spaceId: app.spaceId }))).toBe('not_found')
  })

  test('an overlap is told over seven days, also where the clocks change in between', async () => {
    const lisbon = await app.person('Lia', { zone: 'Europe/Lisbon', weeks: [weekdays('09:00', '17:00')] })
    const { minutes, sentence, spans } = await ben.call(readOverlap, { people: [ben.id, lisbon.id], from: '2026-03-26' })
    expect(minutes).toBe(5 * 7 * 60)
    expect(sentence).toBe('Ben and Lia work at once Thursday, Friday, Monday, Tuesday and Wednesday 10:00–17:00, your time: 35 h in these seven days.')
    expect(spans[0]).toEqual({ start: '2026-03-26T09:00:00Z', end: '2026-03-26T16:00:00Z' })
    expect(spans[2]?.start).toBe('2026-03-30T08:00:00Z')
  })

  test('an overlap is told from the first day whose moments can be told, in every zone, and from no earlier one', async () => {
    for (const [index, zone] of ['Europe/Berlin', 'Pacific/Kiritimati', 'America/Los_Angeles'].entries()) {
      const reader = await app.person(`Early ${index}`, { zone })
      for (const from of ['1900-01-01', '1970-01-01']) expect(await codeOf(reader.call(readOverlap, { people: [reader.id, ben.id], from }))).toBe('bad_input')
      expect((await reader.call(readOverlap, { people: [reader.id, ben.id], from: '1970-01-02' })).sentence).toContain('these seven days')
    }
  })

  test('hours are planned from a date on; the zone follows on that day', async () => {
    const max = await app.person('Max Mover')
    await max.call(setHours, { id: max.id, from: '2026-03-24', zone: 'America/New_York', weeks: [weekdays('08:00', '16:00')] })
    expect((await max.call(readMe, {})).person.zone).toBe('Europe/Berlin')
    await app.advanceTo('2026-03-24T04:00:00Z')
    expect((await max.call(readMe, {})).person.zone).toBe('America/New_York')
    expect((await max.call(readHours, { id: max.id })).periods.map((period) => [period.from, period.zone])).toEqual([[null, 'Europe/Berlin'], ['2026-03-24', 'America/New_York']])
    await max.call(setHours, { id: max.id, zone: 'Asia/Tokyo', weeks: [weekdays('08:00', '16:00'), []], anchor: '2026-03-23' })
    expect((await max.call(readHours, { id: max.id })).periods).toMatchObject([{ from: null, zone: 'Asia/Tokyo', weeks: [{ length: 5 }, []] }])
    expect(await hoursEvents(max.id)).toBe(3)
  })

  test.each([
    ['intervals that overlap', { zone: 'Europe/Berlin', weeks: [[...weekdays('09:00', '17:00'), { day: 1 as const, start: '16:00', end: '18:00' }]] }],
    ['a zone spelt as IANA does not', { zone: 'europe/berlin', weeks: [weekdays('09:00', '17:00')] }],
    ['a date far ahead', { from: '2099-01-01', zone: 'Europe/Berlin', weeks: [weekdays('09:00', '17:00')] }],
    ['a date that does not exist', { from: '2026-02-30', zone: 'Europe/Berlin', weeks: [weekdays('09:00', '17:00')] }],
  ])('hours with %s are refused, and nothing changes', async (_why, hours) => {
    const before = await hoursEvents(ben.id)
    expect(await codeOf(ben.call(setHours, { id: ben.id, ...hours }))).toBe('bad_input')
    expect(await hoursEvents(ben.id)).toBe(before)
  })

  test('others edit nobody’s hours, managers do', async () => {
    const hours = { id: ben.id, zone: 'Europe/Berlin', weeks: [weekdays('09:00', '17:00')] }
    expect(await codeOf(mei.call(setHours, hours))).toBe('not_allowed')
    expect(await codeOf(app.owner.call(setHours, hours))).toBe('no refusal')
    expect((await mei.call(readHours, { id: ben.id })).can).toEqual([])
  })

  test('absences do not overlap, not even when noted twenty times at once', async () => {
    const ida = await app.person('Ida')
    const away = { id: ida.id, start: '2026-05-04T00:00:00Z', end: '2026-05-08T00:00:00Z' }
    const codes = await Promise.all(Array.from({ length: 20 }, () => codeOf(ida.call(addAbsence, away))))
    expect(codes.toSorted()).toEqual([...Array.from({ length: 19 }, () => 'conflict'), 'no refusal'])
    const [noted] = (await ida.call(readHours, { id: ida.id })).absences
    expect(await codeOf(mei.call(cancelAbsence, { id: noted?.id ?? '' }))).toBe('not_allowed')
    await ida.call(cancelAbsence, { id: noted?.id ?? '' })
    expect(await codeOf(ida.call(cancelAbsence, { id: noted?.id ?? '' }))).toBe('not_found')
    expect(await codeOf(ida.call(addAbsence, away))).toBe('no refusal')
    expect(await codeOf(ida.call(addAbsence, { ...away, start: '2026-06-04T00:00:00Z', end: '2026-06-05T00:00:00Z', coverId: ida.id }))).toBe('bad_input')
  })

  test('somebody who has left covers nobody and is listed no more', async () => {
    const gone = await app.person('Gone Gil')
    await app.owner.call(deactivateMember, { id: gone.id })
    expect(await codeOf(ben.call(addAbsence, { id: ben.id, start: '2026-06-01T00:00:00Z', end: '2026-06-02T00:00:00Z', coverId: gone.id }))).toBe('bad_input')
    expect((await ben.call(listPeople, {})).people.map((person) => person.id)).not.toContain(gone.id)
    expect(await hoursEvents(gone.id)).toBe(2)
  })

  test('bundled holidays are listed by country and region', async () => {
    const { sets } = await ben.call(listHolidaySets, {})
    expect(sets.length).toBeGreaterThan(150)
    expect(sets).toContainEqual({ code: 'PH', name: 'Philippines' })
    expect((await ben.call(listHolidaySets, { country: 'DE' })).sets).toContainEqual({ code: 'DE-BE', name: 'Berlin' })
    expect((await ben.call(listHolidaySets, { country: 'ZZ' })).sets).toEqual([])
  })

  test('a bundled set is added once and holds public holidays', async () => {
    const hana = await app.person('Hana')
    const made = await Promise.all(Array.from({ length: 5 }, () => hana.call(addHolidayCalendar, { bundled: 'DE-BE' })))
    expect(new Set(made.map((one) => one.calendar.id)).size).toBe(1)
    const { calendar } = made[0]!
    expect(calendar).toMatchObject({ name: 'Berlin', source: 'bundled:DE-BE', next: { date: '2026-04-03', name: 'Karfreitag' } })
    await hana.call(chooseHolidays, { id: hana.id, calendarIds: [calendar.id, calendar.id] })
    expect((await hana.call(readHours, { id: hana.id })).holidayCalendars.map((one) => one.name)).toEqual(['Berlin'])
    expect((await hana.call(listPeople, {})).people.find((person) => person.id === hana.id)?.calendar.holidays).toContain('2026-04-03')
  })

  test('a file of days off is taken, what is no day off is named, and a broken one changes nothing', async () => {
    const { calendar, left } = await ben.call(addHolidayCalendar, { ics: ICS('SUMMARY:Founders’ day\r\nDTSTART;VALUE=DATE:20260605\r\nRRULE:FREQ=YEARLY\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:2\r\nSUMMARY:Dinner\r\nDTSTART:20260605T190000Z') })
    expect(calendar).toMatchObject({ name: 'Company days', source: 'upload', next: { name: 'Founders’ day' } })
    expect(left).toEqual(['“Dinner” has a time of day, so it is no whole day off.'])
    const count = (await ben.call(listHolidayCalendars, {})).calendars.length
    expect(await codeOf(ben.call(addHolidayCalendar, { ics: 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n' }))).toBe('cannot_be_read')
    expect(await codeOf(ben.call(addHolidayCalendar, { ics: `${ICS('SUMMARY:x')}\u0000` }))).toBe('bad_input')
    expect(await codeOf(ben.call(addHolidayCalendar, {}))).toBe('bad_input')
    expect(await codeOf(ben.call(addHolidayCalendar, { bundled: 'DE', ics: 'x' }))).toBe('bad_input')
    expect(await codeOf(ben.call(addHolidayCalendar, { bundled: 'DE-XX' }))).toBe('not_found')
    expect((await ben.call(listHolidayCalendars, {})).calendars).toHaveLength(count)
    expect(await codeOf(ben.call(chooseHolidays, { id: ben.id, calendarIds: [randomUUID()] }))).toBe('not_found')
  })

  test('roles have holders, and a name belongs to one role', async () => {
    const id = randomUUID()
    const role = { id, name: 'On call', purpose: 'Answers alarms', holders: [ben.id, mei.id] }
    expect(await codeOf(ben.call(saveTeamRole, role))).toBe('not_allowed')
    expect(await app.owner.call(saveTeamRole, role)).toMatchObject({ holders: [ben.id, mei.id], archived: false })
    expect((await ben.call(listPeople, {})).people.find((person) => person.id === mei.id)?.teamRoles).toEqual(['On call'])
    expect(await codeOf(app.owner.call(saveTeamRole, { ...role, id: randomUUID(), name: 'on CALL' }))).toBe('conflict')
    expect(await codeOf(app.owner.call(saveTeamRole, { ...role, holders: [randomUUID()] }))).toBe('not_found')
    await app.owner.call(saveTeamRole, { ...role, name: 'First aid', holders: [], archived: true })
    expect((await ben.call(listTeamRoles, {})).roles).toEqual([{ id, name: 'First aid', purpose: 'Answers alarms', holders: [], archived: true }])
    expect((await ben.call(listPeople, {})).people.find((person) => person.id === mei.id)?.teamRoles).toEqual([])
  })

  test('a member who becomes a guest sees less at the next request', async () => {
    const tom = await app.person('Tom Turned', { joins: false })
    expect((await tom.call(listPeople, {})).people.length).toBeGreaterThan(3)
    await app.owner.call(changeRole, { id: tom.id, role: 'guest' })
    expect((await tom.call(listPeople, {})).people.map((person) => person.name)).toEqual(['Tom Turned'])
  })
})

describeOnBoth('public holidays of a bundled set', (on) => {
  let app: TestApp
  beforeAll(async () => {
    app = await startTestApp(on, { clock: '2026-12-30T09:00:00Z' })
  })
  afterAll(() => app.stop())

  test('grow at New Year, and whoever has them is told once', async () => {
    const hana = await app.person('Hana')
    const { calendar } = await hana.call(addHolidayCalendar, { bundled: 'DE-BE' })
    await hana.call(chooseHolidays, { id: hana.id, calendarIds: [calendar.id] })
    const last = () => on.db.selectFrom('holiday').select((row) => row.fn.max('on_date').as('day')).where('calendar_id', '=', calendar.id).executeTakeFirstOrThrow()
    const told = async () => (await on.db.selectFrom('event').select('payload').where('kind', '=', 'people.hours_changed').execute()).filter((row) => row.payload['personId'] === hana.id).length
    expect((await last()).day).toBe('2029-12-26')
    const before = await told()
    await app.advanceTo('2027-01-01T00:00:00Z')
    expect((await last()).day).toBe('2030-12-26')
    expect(await told()).toBe(before + 1)
  })
})
