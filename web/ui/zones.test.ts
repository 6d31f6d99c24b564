import { expect, test } from 'vitest'
import { zoneLabel, zoneOptions } from './zones.ts'

const NOW = Temporal.Instant.from('2026-03-24T09:04:00Z')

test.each([
  ['Europe/Lisbon', 'Lisbon, Europe'],
  ['America/Argentina/Buenos_Aires', 'Buenos Aires, Argentina, America'],
  ['UTC', 'UTC'],
])('%s is found as %s', (zone, label) => expect(zoneLabel(zone)).toBe(label))

test('zones stand west to east with the time they show', () => {
  const options = zoneOptions(NOW)
  const at = (zone: string) => options.findIndex((option) => option.value === zone)
  expect(at('America/Los_Angeles')).toBeLessThan(at('Europe/Lisbon'))
  expect(at('Europe/Lisbon')).toBeLessThan(at('Asia/Tokyo'))
  expect(options[at('Asia/Tokyo')]).toEqual({ value: 'Asia/Tokyo', label: 'Tokyo, Asia', hint: '18:04' })
})

test('a zone that the browser does not list can still stand', () => {
  expect(zoneOptions(NOW, ['Asia/Kolkata']).some((option) => option.value === 'Asia/Kolkata')).toBe(true)
})
