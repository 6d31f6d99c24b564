import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { diffLines } from './line-diff.ts'
import type { LineChange } from './line-diff.ts'

const shown = (lines: LineChange[]) => lines.map(({ kind, text }) => `${{ same: ' ', added: '+', removed: '-' }[kind]}${text}`)
const side = (lines: LineChange[], gone: LineChange['kind']) => lines.filter((line) => line.kind !== gone).map((line) => line.text).join('\n')

describe('a comparison says which lines went and which came', () => {
  test.each([
    ['nothing changed', 'a\nb', 'a\nb', [' a', ' b']],
    ['one line changed', 'a\nb\nc', 'a\nB\nc', [' a', '-b', '+B', ' c']],
    ['a line came', 'a\nc', 'a\nb\nc', [' a', '+b', ' c']],
    ['a line went', 'a\nb\nc', 'a\nc', [' a', '-b', ' c']],
    ['all new', '', 'a', ['-', '+a']],
    ['a new last line', 'a', 'a\n', [' a', '+']],
  ])('%s', (_why, before, after, expected) => {
    expect(shown(diffLines(before, after))).toEqual(expected)
  })

  const text = fc.array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 30 }).map((lines) => lines.join('\n'))
  test('it can always be read as either text', () => {
    fc.assert(fc.property(text, text, (before, after) => {
      const lines = diffLines(before, after)
      expect(side(lines, 'added')).toBe(before)
      expect(side(lines, 'removed')).toBe(after)
    }))
  })

  test('it never changes more than a longest common subsequence needs', () => {
    fc.assert(fc.property(text, text, (before, after) => {
      const [a, b] = [before.split('\n'), after.split('\n')]
      const same = diffLines(before, after).filter((line) => line.kind === 'same').length
      expect(same).toBe(longestCommon(a, b))
    }))
  })

  test('texts with nothing in common are shown whole, and quickly', () => {
    const before = Array.from({ length: 5000 }, (_, at) => `old ${at}`).join('\n')
    const after = Array.from({ length: 5000 }, (_, at) => `new ${at}`).join('\n')
    expect(diffLines(before, after)).toHaveLength(10_000)
  })
})

function longestCommon(a: string[], b: string[]): number {
  let row = Array.from({ length: b.length + 1 }, () => 0)
  for (const line of a) {
    const next = [0]
    for (const [at, other] of b.entries()) next.push(line === other ? (row[at] ?? 0) + 1 : Math.max(row[at + 1] ?? 0, next[at] ?? 0))
    row = next
  }
  return row.at(-1) ?? 0
}
