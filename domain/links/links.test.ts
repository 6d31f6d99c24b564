import { describe, expect, test } from 'vitest'
import { linksIn } from './links-in.ts'
import { sentenceAround } from './sentence.ts'
import { titleKey } from './title-key.ts'
import { splitAtTitles } from './titled.ts'

const where = { origin: 'https://team.example', people: [{ id: 'mei', name: 'Mei Tan' }, { id: 'ana', name: 'Ana Duarte' }] }
const said = (text: string) => linksIn(text, where).map((link) => link.kind === 'title' ? `[${link.title}]` : link.kind === 'person' ? `@${link.personId}` : `${link.kind} ${link.number}`)

describe('what a text points at', () => {
  test.each<[string, string, string[]]>([
    ['nothing', 'Plain words.', []],
    ['numbers, once each, in their order', 'See #12, #7 and #12.', ['number 12', 'number 7']],
    ['our own address', 'https://team.example/128 says so', ['url 128']],
    ['our own address with a place in it', 'See <https://team.example/128#reply-4>.', ['url 128']],
    ['a Markdown link inside', '[the plan](/44) and [that](/44/edit)', ['url 44']],
    ['an address of others', 'https://other.example/128', []],
    ['a path of ours that is no entry', 'https://team.example/128/edit https://team.example/people', []],
    ['the same by number and by address', '#5 is https://team.example/5', ['number 5']],
    ['a title', 'As [[Deploying the  API]] says.', ['[deploying the api]']],
    ['a title with a part and other words', '[[Deploying#Roll back|how we go back]]', ['[deploying]']],
    ['people by first and by full name', '@Mei and @Ana Duarte, not @Bob', ['@mei', '@ana']],
    ['nothing in code', '`#1` and\n\n```\n[[A]] @Mei\n```\n', []],
    ['nothing in a quote', '> as #1 says\n\n#2 does not', ['number 2']],
    ['no empty title', '[[ ]] [[]] [[a]', []],
  ])('%s', (_why, text, links) => expect(said(text)).toEqual(links))

  test('a link carries what was written, and the sentence around it', () => {
    expect(linksIn('Fine so far. **We follow** #12 there. More.', where)).toEqual([{ kind: 'number', number: 12, written: '#12', sentence: 'We follow #12 there.' }])
  })
})

test('titles are split out, and nothing is lost', () => {
  const parts = splitAtTitles('See [[A b|that]], [[C]].')
  expect(parts.map(({ text, title }) => title === undefined ? text : `<${title}: ${text}>`)).toEqual(['See ', '<A b: that>', ', ', '<C: C>', '.'])
  expect(parts.map(({ written }) => written).join('')).toBe('See [[A b|that]], [[C]].')
})

test('titles are alike whatever their case and spaces', () => expect(titleKey('  Deploying\tthe API ')).toBe(titleKey('deploying the api')))

describe('the sentence around', () => {
  const around = (text: string, word: string) => sentenceAround(text, text.indexOf(word), text.indexOf(word) + word.length)
  test.each([
    ['ends at stops', 'One. Two #1 here. Three.', '#1', 'Two #1 here.'],
    ['ends at lines, without the sign of a list', '# Head\n- see #1\n- more', '#1', 'see #1'],
    ['is the words of a Markdown link', 'As [the plan](https://a.example) says, #1.', '#1', 'As the plan says, #1.'],
    ['is cut at words where it is long', `${'word '.repeat(60)}#1${' word'.repeat(60)}`, '#1', `… ${'word '.repeat(27)}#1${' word'.repeat(27)} …`],
  ])('%s', (_why, text, word, sentence) => expect(around(text, word)).toBe(sentence))
})
