import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mergedText, mergeField, mergeTexts } from './merge.ts'
import type { Stretch } from './merge.ts'

const text = (...lines: string[]): string => lines.map((line) => `${line}\n`).join('')
const merged = (base: string, mine: string, theirs: string): string | null => mergedText(mergeTexts({ base, mine, theirs }))
const side = (stretches: readonly Stretch[], of: 'mine' | 'theirs'): string => stretches.map((one) => one.kind === 'same' ? one.text : one[of]).join('')

describe('two people who changed different things both keep them', () => {
  test.each([
    ['different lines', text('a', 'b', 'c'), text('A', 'b', 'c'), text('a', 'b', 'C'), text('A', 'b', 'C')],
    ['neighbouring lines', text('a', 'b'), text('A', 'b'), text('a', 'B'), text('A', 'B')],
    ['a line changed, one added below it', text('a', 'b'), text('a', 'new', 'b'), text('A', 'b'), text('A', 'new', 'b')],
    ['both added at one place: theirs first', text('a', 'z'), text('a', 'mine', 'z'), text('a', 'theirs', 'z'), text('a', 'theirs', 'mine', 'z')],
    ['both added the same', text('a', 'z'), text('a', 'new', 'z'), text('a', 'new', 'z'), text('a', 'new', 'z')],
    ['what was saved before, and more', text('a'), text('a', 'x', 'y'), text('a', 'x'), text('a', 'x', 'y')],
    ['one deleted, the other added beside it', text('a', 'b', 'c'), text('a', 'c'), text('a', 'b', 'new', 'c'), text('a', 'new', 'c')],
    ['different words of one line', 'Ring Mei at nine in the morning, then write to the client.', 'Ring Mei at ten in the morning, then write to the client.', 'Ring Mei at nine in the morning, then write to the team.', 'Ring Mei at ten in the morning, then write to the team.'],
    ['no end of line, and one added below', 'a', 'a\nb', 'A', 'A\nb'],
    ['an end of line was added', 'a\nb', 'a\nb\n', 'A\nb', 'A\nb\n'],
    ['CRLF and a byte order mark stay', '\uFEFFa\r\nb\r\nc', '\uFEFFa\r\nB\r\nc', '\uFEFFa\r\nb\r\nC', '\uFEFFa\r\nB\r\nC'],
    ['an empty page', '', text('mine'), text('theirs'), text('theirs', 'mine')],
  ])('%s', (_what, base, mine, theirs, result) => expect(merged(base, mine, theirs)).toBe(result))
})

describe('where both changed the same words, both sides come back', () => {
  test('and where both wrote on a blank line', () =>
    expect(mergeTexts({ base: '\n', mine: '!', theirs: '"' })).toEqual([{ kind: 'conflict', base: '\n', mine: '!', theirs: '"' }]))

  test('and what stands around them is not part of it', () =>
    expect(mergeTexts({ base: text('a', 'b', 'c'), mine: text('a', 'B', 'c'), theirs: text('a', 'ß', 'c') })).toEqual([
      { kind: 'same', text: 'a\n' }, { kind: 'conflict', base: 'b\n', mine: 'B\n', theirs: 'ß\n' }, { kind: 'same', text: 'c\n' },
    ]))
  test.each([
    ['words beside each other', 'the red car', 'the blue car', 'the red bike'],
    ['a line changed that the other deleted', text('a', 'b', 'c'), text('a', 'B', 'c'), text('a', 'c')],
    ['a sentence that both wrote anew', 'The server runs in Berlin.', 'The server was moved to Lisbon.', 'Our servers run in Berlin and Manila.'],
    ['additions that share a line', text('a'), text('a', 'x', 'mine'), text('a', 'theirs', 'x')],
    ['a line added inside what the other deleted', text('a', 'b', 'c', 'd'), text('a', 'd'), text('a', 'b', 'new', 'c', 'd')],
  ])('%s', (_what, base, mine, theirs) => {
    expect(merged(base, mine, theirs)).toBeNull()
    const stretches = mergeTexts({ base, mine, theirs })
    expect(side(stretches, 'mine')).toBe(mine)
    expect(side(stretches, 'theirs')).toBe(theirs)
  })
  test('ten thousand lines that are all alike are compared at once, and nothing of either side is lost', () => {
    const many = '\n'.repeat(10_000)
    const stretches = mergeTexts({ base: `x\n${many}y\n`, mine: `a\n${many.slice(500)}b\n`, theirs: `c\n${many.slice(900)}d\n` })
    expect(side(stretches, 'mine')).toMatch(/^a\n+b\n$/)
    expect(side(stretches, 'theirs')).toMatch(/^c\n+d\n$/)
  })
})

test.each([
  ['changed by nobody', 'a', 'a', 'a', 'a', false], ['by me', 'a', 'b', 'a', 'b', false], ['by them', 'a', 'a', 'b', 'b', false],
  ['by both alike', 'a', 'b', 'b', 'b', false], ['by both', 'a', 'b', 'c', 'b', true],
])('a field: %s', (_what, base, mine, theirs, value, clash) => expect(mergeField({ base, mine, theirs })).toEqual({ value, clash }))

describe('whatever people write', () => {
  const line = fc.constantFrom('', 'a', 'b', 'one two three four five six', 'one two THREE four five six', '- item', '\r', '# Title')
  const ending = fc.constantFrom('\n', '\r\n')
  const page = fc.tuple(fc.array(fc.tuple(line, ending), { maxLength: 8 }), fc.boolean())
    .map(([lines, closed]) => lines.map(([words, end], index) => closed || index < lines.length - 1 ? words + end : words).join(''))
  const anything = fc.oneof(page, fc.string({ maxLength: 60 }))
  const linesIn = (of: string): string[] => of.split('\n').map((one) => one.trim()).filter((one) => one !== '').toSorted()

  test('the same change twice is that change; no change gives way to a change', () =>
    fc.assert(fc.property(anything, anything, (base, one) => {
      expect(merged(base, one, one)).toBe(one)
      expect(merged(base, base, one)).toBe(one)
      expect(merged(base, one, base)).toBe(one)
    })))

  test('whoever saves first, the same lines stand in the end, or both see a conflict', () =>
    fc.assert(fc.property(anything, anything, anything, (base, one, other) => {
      const [ours, theirs] = [merged(base, one, other), merged(base, other, one)]
      expect(ours === null).toBe(theirs === null)
      if (ours !== null && theirs !== null) expect(linesIn(ours)).toEqual(linesIn(theirs))
    })))

  test('no word that either added is missing', () =>
    fc.assert(fc.property(anything, anything, anything, (base, one, other) => {
      const words = (of: string): Set<string> => new Set(of.match(/[\p{L}\p{N}]+/gu))
      const stretches = mergeTexts({ base, mine: one, theirs: other })
      const result = words(stretches.map((stretch) => stretch.kind === 'same' ? stretch.text : `${stretch.mine}\n${stretch.theirs}`).join(''))
      const old = words(base)
      for (const word of [...words(one), ...words(other)]) if (!old.has(word)) expect(result).toContain(word)
    })))
})
