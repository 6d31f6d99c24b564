import { globSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { originOf } from './origin.ts'
import { FIXTURES } from './fixtures.test-kit.ts'
import { editedText } from './random-edits.test-kit.ts'
import { readMarkdown } from './read.ts'
import { writeMarkdown, writerFor } from './write.ts'

/** Folders of Markdown to try the same on, one after the other with `:` between; read where they lie. */
const CORPUS = process.env['LONGHAND_CORPUS']
const FILES = CORPUS === undefined ? [] : CORPUS.split(':').flatMap((folder) => globSync(`${folder}/**/*.md`)).map((file) => [file, readFileSync(file, 'utf8')] as const)
const TEXTS = [...Object.entries(FIXTURES), ...FILES]
const RUNS = Number(process.env['LONGHAND_EDITS'] ?? 150)

const roundTrip = (text: string): string => {
  const { doc, frame } = readMarkdown(text)
  return writeMarkdown(doc, writerFor(frame))
}

const WORDS = ['x', ' two words', '*', '_', '# ', '1. ', '- [ ] ', '[a](b)', '`', '<b>', '| x |', '&amp;', '~~', '\\', 'https://a.org/_x_', '  ', '@Mei #12', '> ', '---', '!', '[^1]', '\t']
const touch = fc.record({
  block: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), from: fc.double({ min: 0, max: 1, noNaN: true }), to: fc.double({ min: 0, max: 1, noNaN: true }),
  does: fc.constantFrom('type', 'type', 'delete', 'bold', 'italic', 'code', 'split'), words: fc.constantFrom(...WORDS),
})

describe('a text that is not edited comes back byte for byte', () => {
  test.each(TEXTS)('%s', (_name, text) => expect(roundTrip(text)).toBe(text))

  test('whatever it is', () => {
    const line = fc.oneof(fc.constantFrom('', '  ', '\t', '- a', '  - b', '1. c', '> q', '# h', '```', '~~~', '---', '| a | b |', '|---|---|', '<!-- c', '-->', '    code', '[a]: /b', '[^1]: n', 'a[^1] *b*  ', '===', '- [x] t', '\\'), fc.string({ maxLength: 12 }))
    fc.assert(fc.property(fc.array(line, { maxLength: 14 }), fc.constantFrom('\n', '\r\n'), fc.boolean(), (lines, eol, bom) => {
      const text = (bom ? '\uFEFF' : '') + lines.join(eol)
      expect(roundTrip(text)).toBe(text)
    }), { numRuns: 300 })
  })
})

describe('an edit of one block', () => {
  test('changes no byte outside this block, and is read back as it was made', () => {
    fc.assert(fc.property(fc.constantFrom(...TEXTS), touch, ([_name, text], made) => {
      const edit = editedText(text, made)
      if (!edit) return
      expect(edit.kept).toBe(true)
      if (!edit.source) expect(edit.says).toEqual(edit.shouldSay)
    }), { numRuns: RUNS })
  })
})

test('blocks that cannot be rich are shown as their source, and only those', () => {
  const kinds = (text: string) => {
    const found: string[] = []
    readMarkdown(text).doc.descendants((node) => { if (node.type.name === 'sourceBlock') found.push(String(node.attrs['kind'])) })
    return found
  }
  expect(kinds(FIXTURES['a runbook'] ?? '')).toEqual(['yaml', 'html', 'footnoteDefinition', 'definition'])
  expect(readMarkdown('a\n\nb').doc.children.map((node) => originOf(node)?.raw)).toEqual(['a', 'b'])
})
