import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { UsageError } from '../errors.ts'
import { clean, oneLine } from './clean.ts'
import { columnsOf, cutTo, fold, padTo } from './columns.ts'
import { table } from './table.ts'
import { readWhen, whenWords } from './when.ts'

describe('people’s text may not command the terminal', () => {
  test.each([
    ['a colour', '\u001b[31mred\u001b[0m', '[31mred[0m'],
    ['a title', '\u001b]0;owned\u0007x', ']0;ownedx'],
    ['a carriage return that overwrites', 'safe\rrm -rf', 'saferm -rf'],
    ['a change of direction', 'abc\u202egpj.exe', 'abcgpj.exe'],
    ['C1 control', 'a\u009b2Jb', 'a2Jb'],
  ])('%s', (_why, text, safe) => expect(clean(text)).toBe(safe))
  test('line breaks and tabs stay, or become spaces on one line', () => {
    expect(clean('a\n\tb')).toBe('a\n\tb')
    expect(oneLine(' a\n\n b ')).toBe('a b')
  })
})

describe('columns', () => {
  test.each([['abc', 3], ['größe', 5], ['e\u0301', 1], ['日本', 4], ['🚀', 2], ['👩‍💻', 2], ['\u001b[1mbold\u001b[22m', 4], ['', 0]])('%j takes %i', (text, columns) => expect(columnsOf(text)).toBe(columns))
  test('padding and cutting count columns, not letters', () => {
    expect(padTo('日本', 6)).toBe('日本  ')
    expect(cutTo('日本語です', 6)).toBe('日本…')
    expect(cutTo('short', 5)).toBe('short')
  })
  test('folding never makes a line longer than the width unless one word is, and loses no word', () => {
    fc.assert(fc.property(fc.array(fc.string({ minLength: 1, maxLength: 12, unit: fc.constantFrom(...'abc日é') }), { minLength: 1, maxLength: 40 }), fc.integer({ min: 14, max: 60 }), (words, width) => {
      const folded = fold(words.join(' '), width)
      expect(folded.split(/\s+/)).toEqual(words)
      for (const line of folded.split('\n')) if (line.includes(' ')) expect(columnsOf(line)).toBeLessThanOrEqual(width)
    }))
  })
  test('the indent stands before every line', () => expect(fold('one two three', 8, '  ')).toBe('  one\n  two\n  three'))
})

describe('a table', () => {
  test('aligns what is there', () => expect(table([['A', 'LONG'], ['bee', 'x']], 40)).toBe('A    LONG\nbee  x\n'))
  test('cuts the widest column, and never an id at the end', () => {
    const id = '019d197e-4980-7000-8004-000000000000'
    const lines = table([['x'.repeat(80), id]], 60, 1).trimEnd()
    expect(lines.endsWith(id)).toBe(true)
    expect(columnsOf(lines)).toBe(60)
  })
  test('is nothing without rows', () => expect(table([], 40)).toBe(''))
})

const at = (text: string) => Temporal.Instant.from(text)
const now = at('2026-03-26T08:00:00Z')

describe('a moment in words, on the reader’s clock', () => {
  test.each([
    ['today', '2026-03-26T10:30:00Z', '11:30'],
    ['tomorrow', '2026-03-27T07:00:00Z', 'tomorrow 08:00'],
    ['across the clock change', '2026-03-29T07:00:00Z', 'Sunday 09:00'],
    ['yesterday', '2026-03-25T07:00:00Z', 'yesterday 08:00'],
    ['later', '2026-05-04T07:00:00Z', '4 May 09:00'],
    ['another year', '2025-12-24T07:00:00Z', '24 December 2025 08:00'],
  ])('%s', (_why, moment, words) => expect(whenWords(at(moment), now, 'Europe/Berlin')).toBe(words))
})

describe('a moment as people write it', () => {
  test.each([
    ['16:00', '2026-03-26T15:00:00Z'],
    ['9:30', '2026-03-26T08:30:00Z'],
    ['today', '2026-03-26T16:00:00Z'],
    ['tomorrow 10:00', '2026-03-27T09:00:00Z'],
    ['yesterday 10:00', '2026-03-25T09:00:00Z'],
    ['Monday 09:00', '2026-03-30T07:00:00Z'],
    ['mon 09:00', '2026-03-30T07:00:00Z'],
    ['Thursday 16:00', '2026-04-02T14:00:00Z'],
    ['2026-03-31 16:00', '2026-03-31T14:00:00Z'],
    ['2026-03-31T16:00', '2026-03-31T14:00:00Z'],
    ['2026-03-31', '2026-03-31T15:00:00Z'],
    ['2026-03-31T16:00Z', '2026-03-31T16:00:00Z'],
    ['2026-03-31T16:00+09:00', '2026-03-31T07:00:00Z'],
  ])('%s', (text, moment) => expect(readWhen(text, now, 'Europe/Berlin').toString()).toBe(moment))
  test.each([['soon'], ['25:00'], ['2026-02-30'], ['Sunday 02:30'], ['tomorrow maybe 10:00']])('%s is refused with examples', (text) => {
    expect(() => readWhen(text, now, 'Europe/Berlin')).toThrow(UsageError)
  })
})
