import type { Interval, Period } from '#domain/time/types.ts'
import { capital, countInWords, counted, listInWords, zoneCity } from '../ui/format.ts'
import { crossesMidnight, ofDay, WEEKDAYS } from '../ui/hours.ts'
import { t } from '../ui/words.ts'
import { dateInWords } from '../ui/calendar-words.ts'

/** `Monday to Friday 09:00 to 12:30 and 13:30 to 18:00; Saturday 10:00 to 16:00`. Days in a row that are alike are said once. */
export function weekWords(week: readonly Interval[]): string {
  const days = WEEKDAYS.map(({ day, name }) => ({ name, times: listInWords(ofDay(week, day).map(intervalWords)) }))
  const runs: { first: string, last: string, times: string }[] = []
  for (const { name, times } of days) {
    const run = runs.at(-1)
    if (run?.times === times) run.last = name
    else runs.push({ first: name, last: name, times })
  }
  const said = runs.filter((run) => run.times !== '').map(({ first, last, times }) => `${first === last ? first : t`${first} to ${last}`} ${times}`)
  return said.length === 0 ? t`no work` : said.join('; ')
}

const intervalWords = (interval: Interval) => t`${interval.start} to ${interval.end}${crossesMidnight(interval) ? t` the next day` : ''}`

/** `Lisbon: Monday to Friday 09:00 to 17:00.` Weeks that rotate are said one after the other. */
export function periodWords({ zone, weeks }: Pick<Period, 'zone' | 'weeks'>): string {
  if (weeks.length <= 1) return `${zoneCity(zone)}: ${weekWords(weeks[0] ?? [])}.`
  return t`${zoneCity(zone)}, ${countInWords(weeks.length)} weeks in turn. ${weeks.map((week, at) => `${capital(countInWords(at + 1))}: ${weekWords(week)}.`).join(' ')}`
}

/** `From 6 April 2026`, or `Always` for hours that hold for good. */
export const fromWords = (from: string | null): string => (from === null ? t`Until something else is set` : t`From ${dateWords(from)}`)

/** `Monday 6 April 2026`. */
export function dateWords(date: string): string {
  return dateInWords(Temporal.PlainDate.from(date), { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
}

/** `12 days, next Good Friday on Friday 3 April 2026`. */
export function holidayWords({ days, next }: { days: number, next: { date: string, name: string } | null }): string {
  return next ? t`${capital(counted(days, 'day'))}; next: ${next.name} on ${dateWords(next.date)}` : t`${capital(counted(days, 'day'))}, none ahead`
}
