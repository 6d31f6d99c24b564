import { describe, expect, test } from 'vitest'
import { pasteIn } from './edit-paste.ts'
import { after, at } from './edits.test-kit.ts'

describe('pasting', () => {
  test.each([
    ['an address over words', '‹it›', { text: 'https://a.org' }, '[it](https://a.org)¦'],
    ['a sheet as text', 'so:¦', { text: 'a\tb\nc\td' }, 'so:\n\n| a   | b   |\n| --- | --- |\n| c   | d   |\n\n¦'],
    ['a sheet as HTML', '¦', { text: 'a b', rows: [['a', 'b'], ['1', '2']] }, '|   a |   b |\n| --: | --: |\n|   1 |   2 |\n\n¦'],
    ['words of a page', 'see ¦', { text: 'the list', markdown: 'the **list**' }, 'see the **list**¦'],
    ['paragraphs of a page', 'see¦', { text: 'a\nb', markdown: 'a\n\nb' }, 'see\n\na\n\nb\n\n¦'],
    ['plain text', '¦', { text: 'a' }, undefined],
    ['a page that is plain text', '¦', { text: 'a\n', markdown: 'a' }, undefined],
    ['a sheet inside code', '```\n¦', { text: 'a\tb\nc\td' }, undefined],
    ['an address inside code', '`‹it›`', { text: 'https://a.org' }, undefined],
    ['HTML of one cell', '¦', { text: 'a', rows: [['a']] }, undefined],
  ])('%s', (_why, before, pasted, then) => expect(after(at(before), pasteIn(at(before), pasted))).toBe(then))
})
