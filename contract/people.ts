import { ROLES } from '#domain/policy.ts'
import { z } from 'zod'
import { Interval, Weeks } from './account.ts'
import { operation } from './operation.ts'
import { DateText, DayText, Id, InstantText, Ok, text, words, ZoneText } from './shapes.ts'

const NAME_MAX = 100
const NOTE_MAX = 500
/** Largest ICS file taken. Unit: characters. */
const ICS_MAX = 900_000
const MANY = 200

export const SpanView = z.object({ start: InstantText, end: InstantText })
export const PeriodView = z.object({ from: DateText.nullable(), zone: z.string(), anchor: DateText, weeks: z.array(z.array(Interval)) })
/** A working calendar as `calendarFromJson` of the domain reads it. */
export const CalendarView = z.object({
  periods: z.array(PeriodView), holidays: z.array(DateText),
  absences: z.array(SpanView.extend({ coverId: Id.nullable() })), given: z.array(DateText), taken: z.array(SpanView),
})
export const PersonView = z.object({
  id: Id, name: z.string(), role: z.enum(ROLES), state: z.enum(['invited', 'active', 'deactivated']), zone: z.string(),
  availability: z.string().describe('One generated sentence in the reader’s time; never a presence.'),
  nextWorkingMoment: InstantText.nullable(), working: z.boolean(),
  teamRoles: z.array(z.string()), calendar: CalendarView,
})

export const listPeople = operation({
  name: 'people.list', method: 'GET', path: '/people', needs: 'people:read', tool: true,
  does: 'Lists people with their hours, when each works next, and who covers whom.',
  input: z.object({ spaceId: Id.optional().describe('Only members of this space.') }), output: z.object({ people: z.array(PersonView) }),
})
export const readOverlap = operation({
  name: 'people.overlap', method: 'GET', path: '/people/overlap', needs: 'people:read', tool: true,
  does: 'Says when a set of people work at the same time, over seven days.',
  input: z.object({ people: z.preprocess((value) => typeof value === 'string' ? value.split(',') : value, z.array(Id).min(2).max(MANY)), from: DayText }),
  output: z.object({ spans: z.array(SpanView), minutes: z.number(), sentence: z.string() }),
})
export const AbsenceView = z.object({ id: Id, personId: Id, start: InstantText, end: InstantText, coverId: Id.nullable(), note: z.string().describe('Shown to the person and to admins only; empty for others.') })
export const SwapView = z.object({ id: Id, giverId: Id, takerId: Id, date: DateText, spans: z.array(SpanView), state: z.enum(['offered', 'accepted', 'declined', 'withdrawn']), note: z.string(), can: z.array(z.enum(['accept', 'decline', 'withdraw'])) })
export const HolidayCalendarView = z.object({ id: Id, name: z.string(), source: z.string(), days: z.number(), next: z.object({ date: DateText, name: z.string() }).nullable() })

export const readHours = operation({
  name: 'people.hours', method: 'GET', path: '/people/:id/hours', needs: 'people:read',
  does: 'Reads one person’s periods, holidays, absences and swaps.', input: z.object({ id: Id }),
  output: z.object({ personId: Id, periods: z.array(PeriodView), holidayCalendars: z.array(HolidayCalendarView), absences: z.array(AbsenceView), swaps: z.array(SwapView), can: z.array(z.enum(['edit'])) }),
  refuses: ['not_found'],
})
export const setHours = operation({
  name: 'people.set-hours', method: 'PUT', path: '/people/:id/hours', needs: 'people:write',
  does: 'Sets zone and weekly hours from a date on; without a date, for good. Several weeks rotate.',
  input: z.object({ id: Id, from: DateText.nullable().default(null), zone: ZoneText, anchor: DateText.optional(), weeks: Weeks }), output: Ok,
  refuses: ['not_found', 'not_allowed', 'bad_input'],
})
export const addAbsence = operation({
  name: 'people.add-absence', method: 'POST', path: '/people/:id/absences', needs: 'people:write', tool: true,
  does: 'Notes time away, with who covers.',
  input: z.object({ id: Id, start: InstantText, end: InstantText, coverId: Id.nullable().default(null), note: text(NOTE_MAX).default('') }), output: AbsenceView,
  refuses: ['not_found', 'not_allowed', 'bad_input', 'conflict'],
})
export const cancelAbsence = operation({
  name: 'people.cancel-absence', method: 'DELETE', path: '/absences/:id', needs: 'people:write', does: 'Cancels time away.', input: z.object({ id: Id }), output: Ok,
  refuses: ['not_found', 'not_allowed'],
})
export const offerSwap = operation({
  name: 'people.offer-swap', method: 'POST', path: '/swaps', needs: 'people:write',
  does: 'Offers one of your shifts to somebody; it counts once they accept.',
  input: z.object({ takerId: Id, date: DateText, note: text(NOTE_MAX).default('') }), output: SwapView, refuses: ['not_found', 'not_allowed', 'bad_input', 'conflict', 'no_working_time'],
})
export const answerSwap = operation({
  name: 'people.answer-swap', method: 'POST', path: '/swaps/:id/answer', needs: 'people:write',
  does: 'Accepts, declines or withdraws an offered shift.', input: z.object({ id: Id, answer: z.enum(['accept', 'decline', 'withdraw']) }), output: SwapView,
  refuses: ['not_found', 'not_allowed', 'conflict'],
})
export const listHolidaySets = operation({
  name: 'people.holiday-sets', method: 'GET', path: '/holiday-sets', needs: 'people:read',
  does: 'Lists countries, or the regions of one country, whose public holidays are bundled.',
  input: z.object({ country: z.string().regex(/^[A-Z]{2}$/).optional() }), output: z.object({ sets: z.array(z.object({ code: z.string(), name: z.string() })) }),
})
export const listHolidayCalendars = operation({
  name: 'people.holiday-calendars', method: 'GET', path: '/holiday-calendars', needs: 'people:read',
  does: 'Lists the holiday calendars of the workspace.', input: z.object({}), output: z.object({ calendars: z.array(HolidayCalendarView) }),
})
export const addHolidayCalendar = operation({
  name: 'people.add-holiday-calendar', method: 'POST', path: '/holiday-calendars', needs: 'people:write',
  does: 'Adds public holidays: a bundled set by its code, or an ICS file.',
  input: z.object({ name: words(NAME_MAX).optional(), bundled: z.string().max(20).optional(), ics: text(ICS_MAX).optional() }),
  output: z.object({ calendar: HolidayCalendarView, left: z.array(z.string()).describe('What in the file was not a day off, by name, and why it was left out.') }),
  refuses: ['cannot_be_read', 'bad_input', 'not_found', 'not_allowed'],
})
export const chooseHolidays = operation({
  name: 'people.choose-holidays', method: 'PUT', path: '/people/:id/holidays', needs: 'people:write',
  does: 'Says which holiday calendars hold for a person.', input: z.object({ id: Id, calendarIds: z.array(Id).max(20) }), output: Ok, refuses: ['not_found', 'not_allowed'],
})
export const TeamRoleView = z.object({ id: Id, name: z.string(), purpose: z.string(), holders: z.array(Id), archived: z.boolean() })
export const listTeamRoles = operation({
  name: 'people.team-roles', method: 'GET', path: '/team-roles', needs: 'people:read', tool: true,
  does: 'Lists roles that can be handed things, such as “on call”, and who holds them.', input: z.object({}), output: z.object({ roles: z.array(TeamRoleView) }),
})
export const saveTeamRole = operation({
  name: 'people.save-team-role', method: 'PUT', path: '/team-roles/:id', needs: 'people:write',
  does: 'Makes or changes a role: its name, purpose and holders. A new one takes a fresh id.',
  input: z.object({ id: Id, name: words(NAME_MAX), purpose: text(NOTE_MAX).default(''), holders: z.array(Id).max(MANY), archived: z.boolean().default(false) }), output: TeamRoleView,
  refuses: ['not_allowed', 'not_found', 'conflict'],
})

export type PersonView = z.output<typeof PersonView>
export type AbsenceView = z.output<typeof AbsenceView>
export type SwapView = z.output<typeof SwapView>
export type HolidayCalendarView = z.output<typeof HolidayCalendarView>
export type TeamRoleView = z.output<typeof TeamRoleView>
