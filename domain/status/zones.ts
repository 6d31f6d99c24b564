import { ENGLISH, said } from '../words/said.ts'
import type { Words } from '../words/said.ts'
import { findingsIn } from './finding.ts'
import type { Finding } from './finding.ts'

/** A zone at a moment, and how far it is from UTC. Unit of `offset`: minutes. */
export type Reading = { zone: string; at: string; offset: number }
/** Where two tables of time zones do not say the same. */
export type ZoneDifference = { zone: string; at: string; ours: number; theirs: number; table: string }

/** How many zones a sentence names before it counts the rest. */
const NAMED = 3

/** The first moment of each zone at which another table differs from ours. Moments that only one table has are left out. */
export function zoneDifferences(ours: readonly Reading[], theirs: readonly Reading[], table: string): ZoneDifference[] {
  const other = new Map(theirs.map(({ zone, at, offset }) => [`${zone} ${at}`, offset]))
  const found = new Map<string, ZoneDifference>()
  for (const { zone, at, offset } of ours) {
    const their = other.get(`${zone} ${at}`)
    if (their !== undefined && their !== offset && !found.has(zone)) found.set(zone, { zone, at, ours: offset, theirs: their, table })
  }
  return [...found.values()]
}

/** Zones that another table does not know at all. */
export function unknownZones(ours: readonly Reading[], theirs: readonly Reading[]): string[] {
  const known = new Set(theirs.map(({ zone }) => zone))
  return [...new Set(ours.map(({ zone }) => zone))].filter((zone) => !known.has(zone))
}

type Compared = { table: string; differences: readonly ZoneDifference[]; unknown: readonly string[] }

/** What became of comparing our table of zones with another one. @param table its name; `the database` and such are said */
export function judgeZones(id: string, { table, differences, unknown }: Compared, words: Words = ENGLISH): Finding {
  const { fine, look } = findingsIn(words)
  const about = said`Time zones: ours and ${table}`
  const zones = [...new Set([...differences.map(({ zone }) => zone), ...unknown])]
  if (zones.length === 0) return fine(id, about, said`Both tables say the same for every zone, from last year to the year after next.`)
  const named = zones.length > NAMED ? said`${zones.slice(0, NAMED).join(', ')} and ${String(zones.length - NAMED)} more` : zones.join(', ')
  return look(id, about, said`They do not say the same for ${named}. Working hours go by ours.`, said`Update whichever is older: Longhand for ours, the system’s tzdata or PostgreSQL for ${table}.`)
}
