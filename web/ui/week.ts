import { locale } from './spoken.ts'

const MONDAY = 1
const SUNDAY = 7
/** Where English or German is read and a week begins on Sunday; asked only where the browser does not know. Source: Unicode CLDR, `weekData`. */
const SUNDAY_FIRST = new Set(['US', 'CA', 'IN', 'ZA', 'PH', 'SG', 'HK', 'KE', 'ZW', 'BW', 'JM', 'BZ', 'TT', 'MT', 'PK', 'IL', 'JP'])

/** Some browsers have it as a property, some as a method, some not at all. */
type Weekly = Intl.Locale & { getWeekInfo?: () => { firstDay: number }, weekInfo?: { firstDay: number } }

/**
 * The day on which a week begins where a locale is at home.
 * @param tag BCP 47, e.g. `en-US`
 * @returns 1 for Monday to 7 for Sunday
 */
export function firstDayOf(tag: string, place: Weekly = new Intl.Locale(tag)): number {
  return (place.getWeekInfo?.() ?? place.weekInfo)?.firstDay ?? (SUNDAY_FIRST.has(place.region ?? '') ? SUNDAY : MONDAY)
}

/** The days of a week in the order of the reader's calendar: from Monday in Britain and Germany, from Sunday in America. */
export function asWeek<Day>(fromMonday: readonly Day[]): Day[] {
  const first = firstDayOf(locale()) - MONDAY
  return [...fromMonday.slice(first), ...fromMonday.slice(0, first)]
}
