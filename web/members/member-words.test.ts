import { describe, expect, test } from 'vitest'
import { inviteWords, memberWords, rolesFor } from './member-words.ts'

const NOW = Temporal.Instant.from('2026-03-24T09:00:00Z')
const ana = { role: 'admin', state: 'active', zone: 'Europe/Lisbon', lastSeenAt: '2026-03-23T18:00:00Z' } as const

describe('members are said in words', () => {
  test.each([
    [ana, 'Admin in Lisbon, last here yesterday 18:00'],
    [{ ...ana, lastSeenAt: null }, 'Admin in Lisbon, not here yet'],
    [{ ...ana, state: 'deactivated' as const }, 'Admin; deactivated, cannot sign in'],
    [{ ...ana, state: 'invited' as const }, 'Admin; invited, not here yet'],
  ])('%#', (member, said) => expect(memberWords(member, 'UTC', NOW)).toBe(said))
})

test.each([[false, '2026-03-27T09:00:00Z', 'the link works until Friday'], [true, '2026-03-23T09:00:00Z', 'the link ended yesterday']])('an invite that is over: %s', (expired, expiresAt, said) => {
  expect(inviteWords({ invitedBy: 'Ana', role: 'member', expired, expiresAt }, 'UTC', NOW)).toBe(`Invited by Ana as member; ${said}`)
})

test('only owners make owners', () => {
  expect(rolesFor('admin').map(({ value }) => value)).toEqual(['member', 'guest', 'admin'])
  expect(rolesFor('owner')).toHaveLength(4)
})
