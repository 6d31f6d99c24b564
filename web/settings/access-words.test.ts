import { describe, expect, test } from 'vitest'
import { SCOPES } from '#contract/scopes.ts'
import { agentWords, endsWords, grantable, scopesWords, scopeWords, usedWords } from './access-words.ts'
import { endOf } from './token-draft.ts'

const NOW = Temporal.Instant.from('2026-03-24T09:00:00Z')

test.each([
  ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox on Linux'],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15', 'Safari on macOS'],
  ['Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 Edg/140.0', 'Edge on Windows'],
  ['longhand-cli', 'longhand-cli'], ['', 'A browser or script'],
])('%s is %s', (label, said) => expect(agentWords(label)).toBe(said))

describe('when it was used and when it ends', () => {
  test.each([['2026-03-23T18:04:00Z', 'last used yesterday 18:04'], [null, 'made last Friday 09:00, not used yet']])('%s', (lastUsedAt, said) => {
    expect(usedWords({ lastUsedAt, createdAt: '2026-03-20T09:00:00Z' }, 'UTC', NOW)).toBe(said)
  })
  test.each([[null, 'does not end by itself'], ['2026-04-20T09:00:00Z', 'ends Monday 20 April'], ['2026-03-23T09:00:00Z', 'ended yesterday']])('%s', (expiresAt, said) => {
    expect(endsWords({ expiresAt }, 'UTC', NOW)).toBe(said)
  })
})

test('every scope is said in words, and only managers grant those of the workspace', () => {
  expect(SCOPES.map(scopeWords).filter((said) => said.includes(':'))).toEqual([])
  expect(scopeWords('handoffs:write')).toBe('Change wraps with batons and briefs')
  expect(scopesWords(['handoffs:read', 'people:read', 'checkins:write'])).toBe('May read wraps with batons and briefs and people and hours; change check-ins')
  expect(grantable(false).some((scope) => scope.startsWith('admin'))).toBe(false)
  expect(grantable(true)).toContain('admin:write')
})

test.each([['never', undefined], ['30', '2026-04-23T09:00:00Z']] as const)('a token ends after %s days', (choice, at) => expect(endOf(choice, NOW)).toBe(at))
