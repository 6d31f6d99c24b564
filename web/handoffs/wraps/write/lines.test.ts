import { describe, expect, test } from 'vitest'
import { changeLine, lineBelow, removeLine, withRoom, written } from './lines.ts'
import type { Line } from './lines.ts'

const line = (key: number, text = '', more: Partial<Line> = {}): Line => ({ key, text, kept: true, offered: false, ...more })
const fresh = (key: number) => line(key)
const shown = (lines: readonly Line[]) => lines.map((one) => `${one.key}:${one.text}`)

describe('a list always ends in one empty line', () => {
  test('an empty list gets its first', () => {
    expect(shown(withRoom([], fresh))).toEqual(['1:'])
  })
  test('typing into the last line makes room for the next, with a key never used before', () => {
    expect(shown(changeLine([line(3, 'a'), line(7)], 7, { text: 'b' }, fresh))).toEqual(['3:a', '7:b', '8:'])
  })
  test('an offered line that was emptied is not taken for the empty one', () => {
    expect(shown(withRoom([line(1, '', { offered: true })], fresh))).toEqual(['1:', '2:'])
  })
})

describe('Enter', () => {
  test('in the middle opens a line below', () => {
    const { lines, focus } = lineBelow([line(1, 'a'), line(2, 'b'), line(3)], 1, fresh)
    expect([shown(lines), focus]).toEqual([['1:a', '4:', '2:b', '3:'], 4])
  })
  test('above the empty line goes there', () => {
    const { lines, focus } = lineBelow([line(1, 'a'), line(2)], 1, fresh)
    expect([shown(lines), focus]).toEqual([['1:a', '2:'], 2])
  })
  test('in the empty line does nothing', () => {
    expect(lineBelow([line(1, 'a'), line(2)], 2, fresh).focus).toBe(2)
  })
})

describe('Backspace', () => {
  test('in an empty line takes it away and goes up', () => {
    const removed = removeLine([line(1, 'a'), line(2), line(3, 'c'), line(4)], 2, fresh)
    expect([shown(removed?.lines ?? []), removed?.focus]).toEqual([['1:a', '3:c', '4:'], 1])
  })
  test.each([
    ['a line with words', [line(1, 'a'), line(2, 'b')], 2],
    ['the first line', [line(1)], 1],
    ['an offered line', [line(1, 'a'), line(2, '', { offered: true })], 2],
  ])('leaves %s to the browser', (_why, lines, key) => {
    expect(removeLine(lines, key, fresh)).toBeUndefined()
  })
})

test('only kept lines with words are published', () => {
  expect(shown(written([line(1, 'a'), line(2, 'b', { kept: false, offered: true }), line(3, '  '), line(4)]))).toEqual(['1:a'])
})
