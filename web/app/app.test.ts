import { describe, expect, test } from 'vitest'
import { timeFrom } from './clock.ts'
import { newKey } from './new-key.ts'
import { staysInside } from './plain-links.ts'
import { isHere } from './Shell.tsx'
import { z } from './trusting-schema.ts'

describe('the page’s clock follows the server’s', () => {
  const server = Temporal.Instant.from('2026-03-24T00:04:00Z')
  test.each([
    ['a running one moves on', { server, browser: 1_000, runs: true }, '2026-03-24T00:05:00Z'],
    ['a standing one stays', { server, browser: 1_000, runs: false }, '2026-03-24T00:04:00Z'],
    ['without one the browser’s own is shown', undefined, '1970-01-01T00:01:01Z'],
  ])('%s', (_why, anchor, shown) => expect(timeFrom(anchor, 61_000).toString()).toBe(shown))
})

describe('plain links stay inside the app', () => {
  const click = { button: 0, metaKey: false, ctrlKey: false, shiftKey: false, altKey: false, defaultPrevented: false }
  const link = { origin: 'https://a.example', pathname: '/231', target: '', hash: '', download: '', here: '/' }
  test.each([
    ['an ordinary click', click, link, true],
    ['a new tab', { ...click, metaKey: true }, link, false],
    ['the middle button', { ...click, button: 1 }, link, false],
    ['another site', click, { ...link, origin: 'https://b.example' }, false],
    ['a download', click, { ...link, download: 'yes' }, false],
    ['a page of the server', click, { ...link, pathname: '/api/v1/openapi.json' }, false],
    ['a space that only sounds like one', click, { ...link, pathname: '/apis' }, true],
    ['a jump on this page', click, { ...link, pathname: '/', hash: '#main' }, false],
  ])('%s', (_why, clicked, to, inside) => expect(staysInside(clicked, to, 'https://a.example')).toBe(inside))
})

test.each([['/', '/', true], ['/', '/wrap', false], ['/people', '/people/7', true], ['/people', '/people-old', false]])('%s is current on %s: %s', (href, path, here) => {
  expect(isHere(href, path)).toBe(here)
})

test('keys do not repeat and fit a header', () => {
  expect(newKey()).toMatch(/^[0-9a-f]{32}$/)
  expect(newKey()).not.toBe(newKey())
})

test('in the browser a schema believes the server, but not an answer that is no object', () => {
  const schema = (z as { object: (shape: object) => { parse: (value: unknown) => unknown, safeParse: (value: unknown) => { success: boolean } } }).object({})
  expect(schema.parse({ any: 'thing' })).toEqual({ any: 'thing' })
  expect(schema.safeParse(null).success).toBe(false)
})
