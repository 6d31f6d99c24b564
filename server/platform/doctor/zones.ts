import { judgeZones, olderTable, unknownZones, zoneDifferences } from '#domain/status/zones.ts'
import type { Reading } from '#domain/status/zones.ts'
import type { Finding } from '#domain/status/finding.ts'
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import { ENGLISH, inWords, said } from '#domain/words/said.ts'
import type { Said, Words } from '#domain/words/said.ts'

/** How far before and after now the tables are compared. Unit: years. */
const BACK = 1
const AHEAD = 2
/** Days of each month at which they are: rules change at its begin, middle or end. */
const DAYS = [1, 15]

/** Every zone of IANA that this Node knows. */
export const everyZone = (): string[] => Intl.supportedValuesOf('timeZone')

/** Noon in UTC on the first and fifteenth of each month. */
function momentsAround(now: Temporal.Instant): Temporal.Instant[] {
  const { year } = now.toZonedDateTimeISO('UTC')
  const years = Array.from({ length: BACK + AHEAD + 1 }, (_none, index) => year - BACK + index)
  return years.flatMap((one) => Array.from({ length: 12 }, (_none, month) => month + 1).flatMap((month) => DAYS.map((day) => Temporal.ZonedDateTime.from({ year: one, month, day, hour: 12, timeZone: 'UTC' }).toInstant())))
}

const NS_PER_MINUTE = 60e9

/** As working hours are reckoned: the table inside Temporal. */
function ourReadings(zones: readonly string[], moments: readonly Temporal.Instant[]): Reading[] {
  return zones.flatMap((zone) => moments.map((at) => ({ zone, at: at.toString(), offset: at.toZonedDateTimeISO(zone).offsetNanoseconds / NS_PER_MINUTE })))
}

/** As words for times are made: the table of ICU. */
function nodeReadings(zones: readonly string[], moments: readonly Temporal.Instant[]): Reading[] {
  return zones.flatMap((zone) => {
    const format = new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeZoneName: 'longOffset' })
    return moments.map((at) => ({ zone, at: at.toString(), offset: minutesOf(format.formatToParts(at.epochMilliseconds).find(({ type }) => type === 'timeZoneName')?.value ?? '') }))
  })
}

/** @example minutesOf('GMT+05:45') is 345 */
function minutesOf(text: string): number {
  const match = /^GMT(?:([+-])(\d\d):(\d\d)(?::(\d\d))?)?$/.exec(text)
  const minutes = Number(match?.[2] ?? 0) * 60 + Number(match?.[3] ?? 0) + Number(match?.[4] ?? 0) / 60
  return match?.[1] === '-' ? -minutes : minutes
}

/** As the database finds out on which date somebody is. */
async function databaseReadings<T>(db: Kysely<T>, zones: readonly string[], moments: readonly Temporal.Instant[]): Promise<Reading[]> {
  const { rows } = await sql<Reading>`with known as materialized (select name from pg_timezone_names where name = any(${zones}::text[]))
    select k.name as zone, m.text as at, (extract(epoch from ((m.text::timestamptz at time zone k.name) - (m.text::timestamptz at time zone 'UTC'))) / 60)::float8 as offset
    from known k cross join unnest(${moments.map((at) => at.toString())}::text[]) as m (text)`.execute(db)
  return rows
}

/** Whose table it is, and what to do where it is the older one. */
type Table = { whose: Said; update: Said }
const NODE: Table = { whose: said`Node’s`, update: said`Run Longhand on a newer Node, or update the system’s ICU where yours uses that; until then, times may be told wrongly in these zones.` }
const DATABASE: Table = {
  whose: said`the database’s`,
  update: said`Update PostgreSQL to its newest minor version, or the tzdata of its system where it uses that; the one that Longhand brings along is renewed with Longhand. Until then, it may take a wrong date for today in these zones.`,
}

/** Compares the three tables of time zones that a server lives with: Temporal's, ICU's, and the database's. */
export async function compareZones<T>(db: Kysely<T>, { zones, now, words = ENGLISH }: { zones: readonly string[]; now: Temporal.Instant; words?: Words }): Promise<Finding[]> {
  const moments = momentsAround(now)
  const ours = ourReadings(zones, moments)
  const compared = (id: string, { whose, update }: Table, theirs: readonly Reading[]) => {
    const table = inWords(whose, words)
    return judgeZones(id, { table, differences: zoneDifferences(ours, theirs, table), unknown: unknownZones(ours, theirs), older: olderTable(ours, theirs), update }, words)
  }
  return [compared('zones.node', NODE, nodeReadings(zones, moments)), compared('zones.database', DATABASE, await databaseReadings(db, zones, moments))]
}
