import { acknowledge, pushAgreement, readAgreement } from '#contract/agreement.ts'
import { createForm } from '#contract/checkins.ts'
import { addAbsence, addHolidayCalendar, answerSwap, chooseHolidays, offerSwap, saveTeamRole } from '#contract/people.ts'
import type { Scene } from './story.ts'
import type { DemoName } from './team.ts'
import type { Teller } from './teller.ts'

/** Ids of the demo's roles; fixed, so that the story can name them. */
export const ROLE_IDS = { 'On call': '01953000-0000-7000-8000-000000000001', 'Release manager': '01953000-0000-7000-8000-000000000002' } as const

/** What the team arranges in its month: roles, holidays, check-ins, time away, a swap, and one change of its agreement. */
export function settings(teller: Teller): Scene[] {
  const { people, dates: { begin, moved } } = teller
  const away = (who: DemoName, noted: string, start: string, end: string, cover: DemoName, note: string): Scene => ({
    at: moved(noted), play: async () => { await teller.as(who)(addAbsence, { id: people[who], start: moved(start).toString(), end: moved(end).toString(), coverId: people[cover], note }) },
  })
  return [
    { at: begin, play: () => arrangeTeam(teller) },
    away('mei', '2026-02-24T05:00:00Z', '2026-02-26T00:00:00+09:00', '2026-02-28T00:00:00+09:00', 'kenji', 'Moving house.'),
    away('tom', '2026-03-12T17:00:00Z', '2026-03-16T00:00:00-07:00', '2026-03-28T00:00:00-07:00', 'ben', 'Two weeks in the mountains.'),
    away('priya', '2026-03-23T13:00:00Z', '2026-03-23T00:00:00-07:00', '2026-03-24T00:00:00-07:00', 'kenji', 'Dentist, and then home.'),
    { at: moved('2026-03-09T03:00:00Z'), play: () => swapShifts(teller) },
    { at: moved('2026-03-11T11:00:00Z'), play: () => changeAgreement(teller) },
  ]
}

async function arrangeTeam(teller: Teller): Promise<void> {
  const { people, spaces } = teller
  const mei = teller.as('mei')
  await mei(saveTeamRole, { id: ROLE_IDS['On call'], name: 'On call', purpose: 'First to look when something breaks.', holders: [people.kenji, people.ben] })
  await mei(saveTeamRole, { id: ROLE_IDS['Release manager'], name: 'Release manager', purpose: 'Signs what goes to customers.', holders: [people.mei] })
  const countries: [string, DemoName[]][] = [['JP', ['kenji', 'mei']], ['PT', ['ana', 'ben']], ['US-CA', ['tom', 'priya']]]
  for (const [bundled, names] of countries) {
    const { calendar } = await mei(addHolidayCalendar, { bundled })
    for (const name of names) await mei(chooseHolidays, { id: people[name], calendarIds: [calendar.id] })
  }
  await mei(createForm, { spaceId: spaces.Billing, kind: 'standup' })
  await teller.as('ben')(createForm, { spaceId: spaces.Platform, kind: 'standup' })
  await teller.as('ana')(createForm, { spaceId: spaces.Search, kind: 'weekly_shipped' })
}

async function swapShifts(teller: Teller): Promise<void> {
  const swap = await teller.as('kenji')(offerSwap, { takerId: teller.people.mei, date: teller.dates.movedDate('2026-03-12'), note: 'School concert. I take a Thursday of yours.' })
  await teller.as('mei')(answerSwap, { id: swap.id, answer: 'accept' })
}

async function changeAgreement(teller: Teller): Promise<void> {
  const ana = teller.as('ana')
  const { text, version } = await ana(readAgreement, {})
  const changed = await ana(pushAgreement, {
    text: text.replace('window_minutes: 120', 'window_minutes: 180'), base: version,
    reason: 'Two hours were too few for those who begin their day with a meeting.',
  })
  for (const name of ['ana', 'mei', 'kenji'] as const) await teller.as(name)(acknowledge, { version: changed.version })
}
