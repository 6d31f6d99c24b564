import { describe, expect, test } from 'vitest'
import { cityOf, isZone, sameZone } from './zones.ts'

describe('isZone', () => {
  test.each(['Europe/Berlin', 'Asia/Kathmandu', 'America/Argentina/Buenos_Aires', 'America/Port-au-Prince', 'Etc/GMT+5', 'UTC'])('takes %s', (name) => {
    expect(isZone(name)).toBe(true)
  })

  test.each(['Mars/Base', '+01:00', 'europe/berlin', '', 'Z', '2026-01-01T00:00[Europe/Berlin]', ' Europe/Berlin', 'Europe/Berlin/'])('refuses “%s”', (name) => {
    expect(isZone(name)).toBe(false)
  })
})

test.each([['Europe/Berlin', 'Berlin'], ['America/Argentina/Buenos_Aires', 'Buenos Aires'], ['UTC', 'UTC']])('cityOf %s is %s', (zone, city) => {
  expect(cityOf(zone)).toBe(city)
})

describe('sameZone', () => {
  test('two names of one zone', () => expect(sameZone('Asia/Calcutta', 'Asia/Kolkata')).toBe(true))
  test('two zones that agree today are still two', () => expect(sameZone('Europe/Berlin', 'Europe/Paris')).toBe(false))
})
