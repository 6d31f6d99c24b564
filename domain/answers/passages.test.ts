import { readMarkdown } from '#contract/writing-text.ts'
import { describe, expect, test } from 'vitest'
import { passagesOf } from './passages.ts'

const cut = (source: string) => passagesOf(readMarkdown(source))
const LONG = 'A sentence of some length that says one thing. '.repeat(40)

describe('a text is cut into passages', () => {
  test('paragraphs stand under their headings, and headings are no passages', () => {
    const source = '# Cache\n\nWhich cache do we take for sessions of people who signed in, all of them, everywhere?\n\n## Outcome\n\nValkey, because its licence stays open and everything that we have speaks to it already.\n\n### Later\n\nNothing of this changes what is kept, for how long it is kept, and who may look at it.\n\n# Other\n\nSomething else altogether that is long enough to stand on a line of its own, without any neighbour.'
    expect(cut(source).map(({ headings, text }) => [headings.join(' / '), text.split(' ')[0]])).toEqual([['Cache', 'Which'], ['Cache / Outcome', 'Valkey,'], ['Cache / Outcome / Later', 'Nothing'], ['Other', 'Something']])
  })

  test('a line that introduces a list, and blocks too short to stand alone, stay together', () => {
    expect(cut('We take Valkey:\n\n- its licence\n- its clients\n\n# B\n\nShort.\n\nAlso short.').map(({ text }) => text)).toEqual(['We take Valkey:\n\n- its licence\n- its clients', 'Short.\n\nAlso short.'])
  })

  test('a long list is cut into its items, a long table into its rows', () => {
    const item = `- ${LONG.slice(0, 300)}`
    expect(cut([item, item, item].join('\n'))).toHaveLength(3)
    const row = `| one | ${'word '.repeat(50)} |`
    expect(cut(['| a | b |', '| --- | --- |', row, row, row, row].join('\n')).map(({ text }) => text.slice(0, 5))).toEqual(['| one', '| one', '| one', '| one'])
  })

  test('no passage is a long text whole, and it ends with a sentence', () => {
    const [only, ...rest] = cut(LONG)
    expect(rest).toEqual([])
    expect(only?.text.length).toBeLessThanOrEqual(702)
    expect(only?.text.endsWith('one thing. …')).toBe(true)
  })

  test('front matter, comments and addresses are left out', () => {
    expect(cut('---\nstatus: accepted\n---\n<!-- hidden -->\n\n[a]: https://example.org\n\nWhat is read by everybody.').map(({ text }) => text)).toEqual(['What is read by everybody.'])
    expect(cut('')).toEqual([])
    expect(cut('# Only a heading')).toEqual([])
  })
})
