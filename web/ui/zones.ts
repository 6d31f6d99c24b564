import { cityOf } from '#domain/time/zones.ts'
import type { Option } from './Select.tsx'

/** The zone that the browser is set to: a first guess, never an answer. */
export const browserZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone

/**
 * Every zone to choose from, west to east, with its area and what its clock shows now.
 * @param also zones that must be in the list although the browser does not name them, such as the one chosen before
 * @example 'Europe/Lisbon' → { label: 'Lisbon, Europe', hint: '09:04' }
 */
export function zoneOptions(now: Temporal.Instant, also: readonly string[] = []): Option[] {
  const names = new Set([...Intl.supportedValuesOf('timeZone'), ...also.filter(Boolean)])
  return [...names].map((zone) => ({ zone, local: now.toZonedDateTimeISO(zone) }))
    .sort((a, b) => a.local.offsetNanoseconds - b.local.offsetNanoseconds || a.zone.localeCompare(b.zone))
    .map(({ zone, local }) => ({ value: zone, label: zoneLabel(zone), hint: local.toPlainTime().toString({ smallestUnit: 'minute' }) }))
}

/** A zone so that it is found by its city and by its area: `Lisbon, Europe`; `UTC` stays. */
export function zoneLabel(zone: string): string {
  const [area = '', ...rest] = zone.replaceAll('_', ' ').split('/')
  return rest.length === 0 ? area : [cityOf(zone), ...rest.slice(0, -1).reverse(), area].join(', ')
}
