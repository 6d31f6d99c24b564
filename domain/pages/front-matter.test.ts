import { expect, test } from 'vitest'
import { frontMatterIn } from './front-matter.ts'

const rowsOf = (text: string) => frontMatterIn(text)?.rows.map(({ name, value }) => `${name}=${value}`) ?? null

test.each([
  ['plain keys', '---\ntitle: "Draining"\ntags: [ops, on call]\nempty:\n---\n# Text', ['title=Draining', 'tags=ops, on call', 'empty=']],
  ['a list, and an end of another kind', '---\r\ntags:\r\n  - ops\r\n  - \'on call\'\r\n...\r\nText', ['tags=ops, on call']],
  ['what is nested stays in the source', '---\nowner:\n  name: Ann\n---\n', ['owner=']],
  ['a text that begins with a rule', '---\n\nJust words.\n\n---\n', null],
  ['no front matter', '# Text\n---\na: b\n---\n', null], ['an open one', '---\na: b\n', null], ['nothing', '', null],
])('%s', (_what, text, rows) => expect(rowsOf(text)).toEqual(rows))

test('says where the text begins, and keeps what was written', () => {
  const text = '---\nb: 1\n---\n\nWords.'
  const front = frontMatterIn(text)
  expect([front?.source, text.slice(front?.end)]).toEqual(['b: 1', '\nWords.'])
})
