import { EMPTY_CONTENT } from '#domain/decisions/content.ts'
import { describe, expect, test } from 'vitest'
import { diffBody, withAgreementOptions } from './agreement-change.ts'

describe('the option of a proposed agreement', () => {
  test('shows the lines that change, with what stands around them', () => {
    expect(diffBody('a\nb\nc\nd\ne\nf\ng', 'a\nb\nc\nd\nE\nf\ng')).toBe('```diff\n c\n d\n-e\n+E\n f\n g\n```')
    expect(diffBody('a\nb\nc\nd\ne\nf\ng\nh', 'A\nb\nc\nd\ne\nf\ng\nH')).toBe('```diff\n-a\n+A\n b\n c\n…\n f\n g\n-h\n+H\n```')
    expect(diffBody('same', 'same')).toBe('Nothing changes.')
  })

  test('no line of the agreement ends the block in which it stands', () => {
    expect(diffBody('```ts\n', '````ts\n')).toMatch(/^`{5}diff\n[^]*\n`{5}$/)
  })

  test('stands beside what was written, or beside leaving it as it is', () => {
    expect(withAgreementOptions(EMPTY_CONTENT, 'diff').options.map(({ id, body }) => [id, body])).toEqual([['as-is', 'The agreement stays as it is.'], ['proposed', 'diff']])
    const own = { ...EMPTY_CONTENT, options: [{ id: 'proposed', title: 'Mine', body: 'old', tradeOffs: [] }, { id: 'x', title: 'X', body: '', tradeOffs: [] }] }
    expect(withAgreementOptions(own, 'diff').options.map(({ id, title, body }) => [id, title, body])).toEqual([['x', 'X', ''], ['proposed', 'Mine', 'diff']])
  })
})
