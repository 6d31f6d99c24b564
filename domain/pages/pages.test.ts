import { describe, expect, test } from 'vitest'
import { countChanges } from './changes.ts'
import { checkText, checkTitle } from './limits.ts'
import { pageNewsWords } from './news-words.ts'
import { summaryOf } from './summary.ts'
import { orderWith, treeOf, withBelow } from './tree.ts'

describe('what stands for a page in lists', () => {
  test.each([
    ['its first paragraph', '# Title\n\nOne line\nand another.\n\nMore.', 'One line and another.'],
    ['after front matter', '---\ntitle: A\n---\n\nWords.', 'Words.'],
    ['after a comment and a table', '<!-- a\nb -->\n| a |\n|---|\n\nWords.', 'Words.'],
    ['after code', '```\ncode\n```\n\nWords.', 'Words.'],
    ['with Windows line ends and a byte order mark', '\uFEFF# T\r\n\r\nWords.\r\n', 'Words.'],
    ['nothing where there is no prose', '# Title\n\n| a |\n|---|\n', ''],
    ['nothing of an empty page', '', ''],
    ['front matter that never ends is text', '---\ntitle: A', 'title: A'],
  ])('%s', (_what, text, summary) => expect(summaryOf(text)).toBe(summary))
  test('is cut where it is long', () => expect(summaryOf('word '.repeat(500)).length).toBeLessThanOrEqual(400))
})

describe('the tree of a space', () => {
  const page = (number: number, parent: number | null, position: number, deleted = false) => ({ id: `${number}`, number, parentId: parent === null ? null : `${parent}`, position, deleted })
  const pages = [page(1, null, 1), page(2, null, 0), page(3, 1, 0), page(4, 1, 1, true), page(5, 4, 0), page(6, 4, 1), page(7, 1, 2)]
  test('is read from top to bottom; what stood below a deleted page stands in its place', () =>
    expect(treeOf(pages).map(({ page: { number }, parent, position }) => [number, parent, position])).toEqual([[2, null, 0], [1, null, 1], [3, 1, 0], [5, 1, 1], [6, 1, 2], [7, 1, 3]]))
  test('a page goes with all below it, also with what was deleted', () => expect(withBelow(pages, '1')).toEqual(['1', '3', '4', '5', '6', '7']))
  test.each([[0, ['x', 'a', 'gone', 'b']], [1, ['a', 'gone', 'x', 'b']], [2, ['a', 'gone', 'b', 'x']], [99, ['a', 'gone', 'b', 'x']]])('place %i among those that are shown', (position, order) =>
    expect(orderWith([{ id: 'a', deleted: false }, { id: 'gone', deleted: true }, { id: 'b', deleted: false }], 'x', position)).toEqual(order))
})

test.each([['a\nb\n', 'a\nc\nd\n', 2, 1], ['', 'a\nb', 2, 0], ['a', '', 0, 1], ['a', 'a\n', 0, 0], ['', '', 0, 0], ['a\r\nb', 'a\r\nb\r\nc', 2, 1]])('lines that came and went: %j, %j', (before, after, added, removed) =>
  expect(countChanges(before, after)).toEqual({ added, removed }))

test.each([
  [{ isNew: true, byNames: ['Mei'], edits: 3, note: '' }, 'Mei wrote Restart.'],
  [{ isNew: false, byNames: ['Mei'], edits: 1, note: 'The port' }, 'Mei edited Restart: The port.'],
  [{ isNew: false, byNames: ['Mei', 'Ben'], edits: 2, note: 'Why?' }, 'Mei and Ben edited Restart twice: Why?'],
  [{ isNew: false, byNames: ['Mei', 'Ben', 'Ana'], edits: 12, note: '' }, 'Mei, Ben and Ana edited Restart twelve times.'],
])('one line for a brief', (news, words) => expect(pageNewsWords({ title: 'Restart', ...news })).toBe(words))

test('a page holds a million characters, and a title two hundred', () => {
  expect(() => checkText('a'.repeat(1_000_001))).toThrow('a million')
  expect(() => checkText('a'.repeat(1_000_000))).not.toThrow()
  expect(() => checkTitle(' ')).toThrow('a title')
  expect(() => checkTitle('a'.repeat(201))).toThrow('a title')
})
