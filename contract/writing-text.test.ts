import { describe, expect, test } from 'vitest'
import { proseOf } from '#domain/writing/prose.ts'
import { checkText } from '#domain/writing/check-text.ts'
import { readMarkdown } from './writing-text.ts'

/** What remains of a text for the rules, with its blanks as one. */
const read = (markdown: string): string => proseOf(readMarkdown(markdown)).text.replace(/\s+/g, ' ').trim()

describe('readMarkdown leaves the writer’s own words in their places', () => {
  test.each([
    ['# Head **two**', 'Head two'],
    ['Run `npm test` now', 'Run \uE000 now'],
    ['a [link](https://x.y "title") b', 'a link b'],
    ['see https://x.y/z and <https://a.b>', 'see \uE001 and \uE001'],
    ['![picture](x.png) after', '\uE002 after'],
    ['- [ ] do\n- [x] done', 'do done'],
    ['| a | b |\n|---|---|\n| c | d |', 'a b c d'],
    ['> quoted\n\nown', 'own'],
    ['```\ncode\n```\n\nown', 'own'],
    ['---\ntitle: x\n---\nown', 'own'],
    ['snake_case and *stars*', 'snake_case and stars'],
    ['<b>bold</b> &amp; plain', 'bold plain'],
    ['[undefined] brackets', 'undefined brackets'],
    ['one\r\ntwo', 'one two'],
  ])('%s', (markdown, words) => {
    expect(read(markdown)).toBe(words)
    expect(proseOf(readMarkdown(markdown)).text).toHaveLength(markdown.length)
  })

  test('counts words and parts', () => {
    const { words, structure } = checkText(readMarkdown('# Plan\n\nRun `x` first, see https://a.b.\n\n1. one\n2. [two](https://c.d)?\n\n> quoted\n\n```\ncode\n```'))
    expect(words).toBe(8)
    expect(structure).toEqual({ headings: 1, paragraphs: 1, lists: 1, listItems: 2, tables: 0, links: 2, bareLinks: 1, codeBlocks: 1, quotes: 1, images: 0, sentences: 4, questions: 1 })
  })
})
