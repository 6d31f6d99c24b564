import * as contract from '#contract/people.ts'
import { on } from '#server/platform/http/on.ts'
import type { Feature } from '#server/platform/http/on.ts'
import { wordsOf } from '#server/platform/words.ts'
import { dropAbsence, noteAbsence } from './absences.ts'
import { calendarViews } from './holiday-queries.ts'
import { holidaySets } from './holiday-sets.ts'
import { EXTEND_TIMER, addCalendar, choose, extendCalendar } from './holidays.ts'
import { ZONE_TIMER, followZone, planHours, viewHours } from './hours.ts'
import { answer, offer } from './swaps.ts'
import { saveRole, viewTeamRoles } from './team-roles.ts'
import { viewOverlap, viewPeople } from './views.ts'

/** Who works when: hours, holidays, absences with their covers, swaps, and the roles that people hold. */
export const people: Feature = {
  name: 'people',
  routes: [
    on(contract.listPeople, viewPeople),
    on(contract.readOverlap, viewOverlap),
    on(contract.readHours, viewHours),
    on(contract.setHours, planHours),
    on(contract.addAbsence, noteAbsence),
    on(contract.cancelAbsence, dropAbsence),
    on(contract.offerSwap, offer),
    on(contract.answerSwap, answer),
    on(contract.listHolidaySets, async (act, { country }) => ({ sets: await holidaySets(country, wordsOf(act)) })),
    on(contract.listHolidayCalendars, async (act) => ({ calendars: await calendarViews(act) })),
    on(contract.addHolidayCalendar, addCalendar),
    on(contract.chooseHolidays, choose),
    on(contract.listTeamRoles, viewTeamRoles),
    on(contract.saveTeamRole, saveRole),
  ],
  timers: { [EXTEND_TIMER]: extendCalendar, [ZONE_TIMER]: followZone },
}
