import { ENGLISH, inWords, said } from '#domain/words/said.ts'
import type { Words } from '#domain/words/said.ts'
import type { DayOff, Years } from './days-off.ts'

/** The library with the public holidays of the world; loaded when first asked for, since it holds megabytes of rules. */
const library = async () => (await import('date-holidays')).default

/** In which language days are named where there is a choice, and regions of a country that does not speak the reader's. */
const LANGUAGE = 'en'
/** Shorter ones leave part of the day for work, and are not days off. Unit: hours. */
const WHOLE_DAY_HOURS = 23

export type HolidaySet = { code: string; name: string }

/** Countries by name, or one country with its regions, as the reader calls them; nothing for a country that is not bundled. */
export async function holidaySets(country?: string, words: Words = ENGLISH): Promise<HolidaySet[]> {
  const Holidays = await library()
  const places = new Holidays()
  const countries = Object.entries(places.getCountries(LANGUAGE)).map(([code, name]) => ({ code, name: inTheirs(words, code) ?? name }))
  if (country === undefined) return byName(countries, words)
  const name = countries.find(({ code }) => code === country)?.name
  if (name === undefined) return []
  const spoken = new Holidays(country).getLanguages().includes(words.language) ? words.language : LANGUAGE
  const states = Object.entries(places.getStates(country, spoken) ?? {}).flatMap(([state, stateName]) => [
    { code: `${country}-${state}`, name: stateName },
    ...Object.entries(places.getRegions(country, state, spoken) ?? {}).map(([region, regionName]) => ({ code: `${country}-${state}-${region}`, name: `${stateName}, ${regionName}` })),
  ])
  return [{ code: country, name: inWords(said`${name}, everywhere`, words) }, ...byName(states, words)]
}

const byName = (sets: HolidaySet[], { language }: Words): HolidaySet[] => sets.toSorted((a, b) => a.name.localeCompare(b.name, language))
/** The library names a country in English and in what is spoken there alone. */
const inTheirs = ({ language }: Words, code: string): string | undefined => language === LANGUAGE ? undefined : new Intl.DisplayNames(language, { type: 'region', fallback: 'none' }).of(code)

/** A bundled set by its code, or undefined. */
export async function holidaySet(code: string, words: Words = ENGLISH): Promise<HolidaySet | undefined> {
  return (await holidaySets(code.slice(0, 2), words)).find((set) => set.code === code)
}

/** The public holidays of a set; half days, bank holidays and observances are working days. */
export async function holidaySetDays(code: string, years: Years): Promise<DayOff[]> {
  const Holidays = await library()
  const [country = '', state = '', ...region] = code.split('-')
  const rules = region.length > 0 ? new Holidays(country, state, region.join('-')) : state === '' ? new Holidays(country) : new Holidays(country, state)
  const days: DayOff[] = []
  for (let year = years.from; year <= years.to; year += 1) {
    for (const holiday of rules.getHolidays(year)) {
      const hours = (holiday.end.getTime() - holiday.start.getTime()) / 3_600_000
      if (holiday.type !== 'public' || hours < WHOLE_DAY_HOURS) continue
      const first = Temporal.PlainDate.from(holiday.date.slice(0, 'YYYY-MM-DD'.length))
      for (let day = 0; day < Math.round(hours / 24); day += 1) days.push({ date: first.add({ days: day }).toString(), name: holiday.name })
    }
  }
  return days
}
