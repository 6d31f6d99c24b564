import { describe, expect, test } from 'vitest'
import { afterTry, endpointSentence, WAITS_S } from './endpoint.ts'

const NOW = Temporal.Instant.from('2026-03-23T07:00:00Z')
const before = (hours: number) => NOW.subtract({ hours })

describe('a try at an endpoint', () => {
  test.each([
    ['200 is done', 200, null, null, 'sent', null],
    ['204 ends days of failing', 204, before(71), null, 'sent', null],
    ['299 is done', 299, null, null, 'sent', null],
    ['199 is not', 199, null, NOW, 'again', null],
    ['a redirect is not followed', 302, null, NOW, 'again', null],
    ['404 may be mended', 404, null, NOW, 'again', null],
    ['503 after a day', 503, before(24), before(24), 'again', null],
    ['410 switches off at once', 410, null, NOW, 'failed', 'gone'],
    ['no answer', null, null, NOW, 'again', null],
    ['a minute before three days', 500, before(72).add({ minutes: 1 }), before(72).add({ minutes: 1 }), 'again', null],
    ['after three days', 500, before(72), before(72), 'again', 'failing'],
  ] as const)('%s', (_why, status, failingSince, since, state, disable) => {
    const after = afterTry({ status, error: status === null ? 'No answer within 15 seconds.' : null, at: NOW, failingSince })
    expect({ ...after, failingSince: after.failingSince?.toString() ?? null }).toMatchObject({ state, disable, failingSince: since?.toString() ?? null })
  })

  test.each([[null, 'Nobody listens at this address.'], [503, 'It answered 503.'], [308, 'It answered 308, which leads elsewhere; give the address where it really is.']])('%s is said as %s', (status, said) => {
    expect(afterTry({ status, error: 'Nobody listens at this address.', at: NOW, failingSince: null }).error).toBe(said)
  })

  test('is the first of ten over three days', () => {
    expect(WAITS_S).toHaveLength(9)
    expect(WAITS_S.reduce((sum, wait) => sum + wait, 0) / 3600).toBeCloseTo(75.58, 1)
  })
})

test.each([
  ['active', null, false, 'It is told as things happen.'],
  ['active', null, true, 'The last tries failed. After three days of that it is switched off.'],
  ['disabled', 'hand', false, 'Switched off by hand.'],
  ['disabled', 'gone', true, 'Switched off: it answered 410, so it wants to hear nothing any more.'],
  ['disabled', 'failing', true, 'Switched off: each try failed for three days.'],
  ['disabled', 'owner', false, 'Switched off: Ana does not manage the workspace any more.'],
] as const)('%s, %s: a sentence', (state, because, failing, said) => {
  expect(endpointSentence({ state, because, failing, ownerName: 'Ana' })).toBe(said)
})
