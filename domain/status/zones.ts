import { ENGLISH, said } from '../words/said.ts'
import type { Said, Words } from '../words/said.ts'
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

/** Which of two tables is the older one; null where nothing tells. */
type Older = 'ours' | 'theirs' | null

/**
 * The older table is the one that does not know of a change: its years are alike in a zone, and those of the other are
 * not; or it does not know the zone at all. Where that speaks for both or neither, nothing is said.
 */
export function olderTable(ours: readonly Reading[], theirs: readonly Reading[]): Older {
  const differing = zoneDifferences(ours, theirs, '').map(({ zone }) => zone)
  const [our, their] = [changesIn(ours), changesIn(theirs)]
  const theirsLacks = unknownZones(ours, theirs).length > 0 || differing.some((zone) => our.has(zone) && !their.has(zone))
  const oursLacks = differing.some((zone) => their.has(zone) && !our.has(zone))
  return theirsLacks === oursLacks ? null : theirsLacks ? 'theirs' : 'ours'
}

/** In `2026-11-15T12:00:00Z`: clocks are moved on weekdays near the begin or end of a month, whose dates are others each year; its middle is alike. */
const MIDDLE = '-15T'

/** Zones that are not as far from UTC in the middle of some month as in that month of another year. */
function changesIn(readings: readonly Reading[]): Set<string> {
  const first = new Map<string, number>()
  const changed = new Set<string>()
  for (const { zone, at, offset } of readings.filter((reading) => reading.at.includes(MIDDLE))) {
    const month = `${zone} ${at.slice('2026-'.length)}`
    if ((first.get(month) ?? offset) !== offset) changed.add(zone)
    if (!first.has(month)) first.set(month, offset)
  }
  return changed
}

/** `update`: what to do where the other table is the older one. */
type Compared = { table: string; differences: readonly ZoneDifference[]; unknown: readonly string[]; older: Older; update: Said }

/** What became of comparing our table of zones with another one. @param table its name; `the database` and such are said */
export function judgeZones(id: string, { table, differences, unknown, older, update }: Compared, words: Words = ENGLISH): Finding {
  const { fine, look } = findingsIn(words)
  const about = said`Time zones: ours and ${table}`
  const zones = [...new Set([...differences.map(({ zone }) => zone), ...unknown])]
  if (zones.length === 0) return fine(id, about, said`Both tables say the same for every zone, from last year to the year after next.`)
  const named = zones.length > NAMED ? said`${zones.slice(0, NAMED).join(', ')} and ${String(zones.length - NAMED)} more` : zones.join(', ')
  if (older === 'theirs') return look(id, about, said`They do not say the same for ${named}: ours knows of a change that ${table} does not, so ${table} is the older one. Working hours go by ours.`, update)
  if (older === 'ours') return look(id, about, said`They do not say the same for ${named}: ${table} knows of a change that ours does not, so ours is the older one. Working hours go by ours.`, said`Update Longhand and the Node that it runs on; until then, working hours in these zones may be wrong.`)
  return look(id, about, said`They do not say the same for ${named}. Working hours go by ours.`, said`Update whichever is older: Longhand for ours, the system’s tzdata or PostgreSQL for ${table}.`)
}
