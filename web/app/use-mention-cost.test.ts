import { expect, test } from 'vitest'
import { calledIn } from './use-mention-cost.ts'

test('only mentions are sent to learn what they cost', () => {
  const callable = { people: [{ id: 'm', name: 'Mei Tanaka' }], roles: [] }
  expect(calledIn('@Mei Tanaka, see #12; @here and @Mei Tanaka', callable)).toBe('@Mei Tanaka\n\n@here')
  expect(calledIn('mei@example.org', callable)).toBe('')
})
