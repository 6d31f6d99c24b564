import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { entryFileName, isExportPath, slugOf, uniqueNames } from './names.ts'
import { readSections, writeSections } from './sections.ts'

const tricky = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.constantFrom('<!-- longhand:section {"reply":1} -->\n\n## Ann\n\nWords.', '<!-- longhand\\:section', '\n', '', '## x\n\n', '---\n', ' -->\n\n'))
const words = fc.array(tricky, { maxLength: 4 }).map((parts) => parts.join('\n'))

describe('a text and its sections', () => {
  test('come back byte for byte, whatever they hold', () => {
    fc.assert(fc.property(words, fc.array(fc.record({ about: fc.dictionary(fc.string({ maxLength: 8 }).filter((key) => key !== '__proto__'), words), text: words }), { maxLength: 4 }), (text, parts) => {
      const read = readSections(writeSections(text, parts.map((part) => ({ ...part, heading: part.text }))))
      expect(read?.text).toBe(text)
      expect(read?.sections.map(({ about, text: one }) => [{ ...about }, one])).toEqual(parts.map(({ about, text: one }) => [{ ...about }, one]))
    }), { numRuns: 500 })
  })

  test('a file that something else wrote is no such text', () => {
    expect(readSections('No end')).toBeNull()
    expect(readSections('Text\n\n<!-- longhand:section {"reply": -->\n\n## x\n\ny\n')).toBeNull()
    expect(readSections('Text\n\n<!-- longhand:section [] -->\n\n## x\n\ny\n')).toBeNull()
  })
})

describe('names', () => {
  test.each([
    ['Café & Küche', 'cafe-kuche'], ['  ', 'space'], ['../../etc', 'etc'], ['会議室', '会議室'], ['CON', 'con-space'], ['a/b\\c', 'a-b-c'], ['х̈а', 'х̈а'], ['x'.repeat(80), 'x'.repeat(50)],
  ])('%s → %s', (name, slug) => {
    expect(slugOf(name, 'space')).toBe(slug)
  })

  test('of two alike the first keeps the plain one', () => {
    expect([...uniqueNames([{ id: '1', name: 'Ben' }, { id: '2', name: 'BEN' }, { id: '3', name: 'Ben 2' }], 'person').values()]).toEqual(['ben', 'ben-2', 'ben-2-2'])
  })

  test('are paths that stay where they are', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), fc.nat(), (title, number) => {
      expect(isExportPath(`spaces/${slugOf(title, 'space')}/${entryFileName(number, title, 'thread')}`)).toBe(true)
    }))
    for (const path of ['../a.md', 'a/../b.md', '/a.md', 'a//b.md', '.git/config', 'a/.b', 'a\\b', 'C:/a.md', 'a/con.md', 'a/b.', 'a/\u0000', '']) expect([path, isExportPath(path)]).toEqual([path, false])
  })
})
