import { expect, test } from 'vitest'
import { standingWords, waitingWords } from './words.ts'

const now = Temporal.Instant.from('2026-03-24T14:20:00Z')
const base = { reachable: false, online: false, zone: 'UTC', now }

test.each([
  [{ ...base, reachable: true, at: now }, undefined],
  [{ ...base, at: Temporal.Instant.from('2026-03-24T14:05:00Z') }, 'You are offline. This is how it stood at 14:05.'],
  [{ ...base, online: true, at: Temporal.Instant.from('2026-03-23T14:05:00Z') }, 'The server does not answer. This is how it stood yesterday 14:05.'],
  [{ ...base, at: undefined }, 'You are offline.'],
])('how the page stands, case %#', (standing, words) => expect(standingWords(standing)).toBe(words))

test.each([[0, 0, undefined], [1, 0, 'One text to be sent once the server answers.'], [2, 1, 'One text could not be sent.']])('%s waiting, %s refused', (waiting, refused, words) => {
  expect(waitingWords(waiting, refused)).toBe(words)
})
