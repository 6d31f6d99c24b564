import fc from 'fast-check'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { plainParagraphs } from './plain.ts'
import { RenderedMarkdown } from './render.tsx'
import { drawText } from './running-text.tsx'

const parsed = (text: string) => renderToStaticMarkup(<RenderedMarkdown text={text} />).replaceAll('</p>\n<p>', '</p><p>')
const quick = (paragraphs: readonly string[]) => renderToStaticMarkup(<>{paragraphs.map((paragraph, index) => <p key={index}>{drawText(paragraph, [])}</p>)}</>)

describe('text without Markdown is read without the parser', () => {
  test.each([
    ['a reply', 'Take 5 (I measured it), and say so in #212!', 1], ['two paragraphs', 'Yes.\n\nBut not today: the list is missing.', 2], ['a broken line', 'one\ntwo', 1], ['a dash inside', 'the run - again - stopped at 12:30', 1],
  ])('%s', (_why, text, count) => expect(plainParagraphs(text)).toHaveLength(count))

  test.each(['*a*', 'a_b', '# a', '- a', '1. a', 'a\n---', 'a\n===', 'https://a.b', 'www.a.b', 'a@b.c', '    code', 'a  \nb', 'a\\', '&amp;', '<b>', '[a]', '|a|', '> a', '~~a~~', '`a`', 'a\u0000', 'a\n    b', 'a\n: b', '^a', '', '  '])('%j is left to the parser', (text) => {
    expect(plainParagraphs(text)).toBeUndefined()
  })

  test('both always agree', () => {
    const piece = fc.constantFrom('word', ' ', '  ', '\n', '\n\n', '\n\n\n', '\t', '#', '#12', '-', '+', '=', '*', '_', '`', '1.', '2)', '12', ':', '.', '!', '(', ')', '"', '$', '%', '/', '@', '@Mei', '~', '&', ';', '\\', '[x]', '<', '>', '|', 'http', '://', 'www.', 'a@b.c', '\r', '\u00a0', '\u2028', 'é', '🎉', '{', '}', '^')
    fc.assert(fc.property(fc.array(fc.oneof({ weight: 3, arbitrary: fc.constantFrom('word', ' ', '\n', '\n\n', 'a,', 'b.') }, piece), { maxLength: 14 }), (pieces) => {
      const text = pieces.join('')
      const plain = plainParagraphs(text)
      if (plain) expect(quick(plain)).toBe(parsed(text))
    }), { numRuns: 2_000 })
  })
})
