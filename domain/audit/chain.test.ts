import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { ENGLISH, inWords } from '../words/said.ts'
import { canonical, checkChain, faultWords, NO_LINK, nextLink } from './chain.ts'
import type { AuditContent, AuditHead, AuditLink } from './chain.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const content = (at: number): AuditContent => ({
  workspaceId: 'w', id: `id-${at}`, at: '2026-03-23T07:00:00Z', deed: 'member.role-changed', actorId: 'olga', via: 'web', personId: 'ben', spaceId: null, thingId: null, facts: { from: 'member', to: 'admin' },
})
const chainOf = (length: number): AuditLink[] => Array.from({ length }).reduce<AuditLink[]>((chain, _none, at) => [...chain, nextLink(chain.at(-1) ?? NO_LINK, content(at), sha256)], [])
const faultsOf = (chain: readonly AuditLink[], head: AuditHead, kept: readonly AuditHead[] = []) => {
  const check = checkChain(sha256, kept)
  for (const link of chain) check.add(link)
  return check.end(head).faults
}
const WHOLE = chainOf(6)
const END = WHOLE[5]!

describe('a chain', () => {
  test('that nobody touched has no fault, whoever may read it', () => {
    expect(faultsOf(WHOLE, END)).toEqual([])
    expect(faultsOf(WHOLE.map((link, at) => at % 2 === 0 ? { ...link, content: null } : link), END)).toEqual([])
    expect(faultsOf([], NO_LINK)).toEqual([])
  })

  test('writes the same content the same way, whatever order its facts came in, and another in another way', () => {
    const { facts: _facts, ...rest } = content(1)
    expect(canonical({ ...rest, facts: { to: 'admin', from: 'member' } })).toBe(canonical(content(1)))
    expect(canonical({ ...rest, facts: { from: 'member,"to":"admin' } })).not.toBe(canonical(content(1)))
  })

  test('begins as docs/guides/audit.md says', () => {
    const first = nextLink(NO_LINK, content(0), sha256)
    expect(first.contentHash).toBe(sha256('["longhand-audit-1","w","id-0","2026-03-23T07:00:00Z","member.role-changed","olga","web","ben",null,null,[["from","member"],["to","admin"]]]'))
    expect(first.hash).toBe(sha256(`${'0'.repeat(64)}\n1\n${first.contentHash}`))
  })

  test.each<[string, AuditLink[], AuditHead, string]>([
    ['a word was changed', WHOLE.with(2, { ...WHOLE[2]!, content: { ...content(2), deed: 'space.left' } }), END, 'What line 3 says was changed.'],
    ['a line was taken out', WHOLE.toSpliced(2, 1), END, 'Line 3 is missing, or stands in another place.'],
    ['the first was taken out', WHOLE.slice(1), END, 'Line 1 is missing, or stands in another place.'],
    ['a line was written anew by itself', WHOLE.with(2, nextLink(NO_LINK, content(9), sha256)), END, 'Line 3 is missing, or stands in another place.'],
    ['a hash was changed', WHOLE.with(2, { ...WHOLE[2]!, hash: 'f'.repeat(64) }), END, 'Line 3 does not follow from the one before.'],
    ['the end was cut', WHOLE.slice(0, 4), END, 'The log does not end where it should: at line 6.'],
    ['something was put behind it', [...WHOLE, nextLink(END, content(7), sha256)], END, 'The log does not end where it should: at line 7.'],
  ])('tells where it was changed: %s', (_what, chain, head, says) => {
    expect(inWords(faultWords(faultsOf(chain, head)[0]!), ENGLISH)).toBe(says)
  })

  test('whose end was cut and whose head was set back has no fault of its own; a head that was kept elsewhere shows it', () => {
    const cut = WHOLE.slice(0, 4)
    expect(faultsOf(cut, cut[3]!)).toEqual([])
    expect(faultsOf(cut, cut[3]!, [END])).toEqual([{ seq: 6, what: 'cut' }])
  })

  test('that was written anew from some line on has no fault of its own; a head that was kept elsewhere shows it', () => {
    const anew = [content(10), content(11), content(12)].reduce<AuditLink[]>((chain, one) => [...chain, nextLink(chain.at(-1)!, one, sha256)], WHOLE.slice(0, 3))
    expect(faultsOf(anew, anew[5]!)).toEqual([])
    expect(faultsOf(anew, anew[5]!, [{ seq: 6, hash: END.hash }])).toEqual([{ seq: 6, what: 'other' }])
    expect(inWords(faultWords({ seq: 6, what: 'other' }), ENGLISH)).toBe('Line 6 is another than when it was last looked at.')
  })
})
