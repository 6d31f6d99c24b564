import { describe, expect, test } from 'vitest'
import { emojiNamed } from './emoji.ts'
import { htmlAsMarkdown, isLinkPreview, pictureAsLink } from './html.ts'
import { keyOf } from './keys.ts'
import { spaceNameFor } from './space-name.ts'
import { fieldsIn, fieldsOf, instantOfSeconds, lineOf, listIn, wordsOf } from './unknown.ts'

test('what is of another kind counts as not there', () => {
  expect([{ a: 1 }, null, [1], 'x', 3, undefined].map((one) => fieldsOf(one))).toEqual([{ a: 1 }, null, null, null, null, null])
  expect([[1], { length: 1 }, 'ab', null].map((one) => listIn(one))).toEqual([[1], [], [], []])
  expect(fieldsIn([{ a: 1 }, 2, null, [3], { b: 1 }])).toEqual([{ a: 1 }, { b: 1 }])
  expect([' a ', ' \n', '', 3, null].map((one) => wordsOf(one))).toEqual(['a', null, null, null, null])
})

test.each([
  ['a\nb\nc', 'c', 3], ['a\nb\nc', 'a', 1], ['a\nb\nc', 'b', 2], ['a\nb', 'x', null], ['a\nb', '', null], ['\n\na', 'a', 3], ['a\nb\na', 'a', 1], ['\n', '\n', 1], ['a\n\n', '\n\n', 1],
])('in %j, %j stands on line %j', (text, words, line) => { expect(lineOf(text, words)).toBe(line) })

test.each([
  [1557136800, '2019-05-06T10:00:00Z'], ['1557136800.000069', '2019-05-06T10:00:00.000069Z'], ['1557136800.5', '2019-05-06T10:00:00.5Z'], [' 0 ', '1970-01-01T00:00:00Z'], [253_402_300_799, '9999-12-31T23:59:59Z'], [253_402_300_800, null], ['1557136800.9999999999', null], ['-1', null], ['', null], [null, null], ['12h', null], [{}, null], [1.5, '1970-01-01T00:00:01.5Z'],
])('%j seconds are %j', (seconds, instant) => { expect(instantOfSeconds(seconds)).toBe(instant) })

test.each([['tada', '🎉'], ['heart_on_fire', '❤️‍🔥'], ['heart-on-fire', '❤️‍🔥'], ['thinking_face', '🤔'], ['man-shrugging', '🤷‍♂️'], ['ours', null], ['constructor', null], ['toString', null]])('the emoji %j is %j', (name, emoji) => {
  expect(emojiNamed(name, { tada: '🎉', heart_on_fire: '❤️‍🔥' })).toBe(emoji)
})

describe('HTML of a message', () => {
  const given = { convert: (html: string) => `${html} \n`, emoji: (name: string) => name === 'tada' || name === 'thumbs_up' ? '🎉' : null }
  const read = (html: string) => htmlAsMarkdown(html, given)
  test.each([
    ['goes to the converter, and ends where its words do', '<p>High</p>', '<p>High</p>'],
    ['signs that are pictures stand as themselves', 'a<span class="emoji emoji-1f389" title="tada">:tada:</span>b', 'a🎉b'], ['with a space in their name', '<span class="emoji">thumbs up</span>', '🎉'], ['and by their name where nobody has them', '<span class="emoji">:ours:</span>', ':ours:'],
    ['code says its language', '<div class="codehilite" data-code-language="Rust"><pre><span></span><code>fn', '<div><pre><code class="language-rust">fn'], ['cleaned of signs', '<div class="codehilite" data-code-language="C++ (x)"> <pre><code>', '<div><pre><code class="language-c++x">'],
  ])('%s', (_what, html, markdown) => { expect(read(html)).toBe(markdown) })
  test('what is nested deeper than any text comes as its words, and what is only long is converted', () => {
    expect(read(`${'<div>'.repeat(501)}deep`)).toMatch(/^ +deep$/)
    expect(read(`${'<div>'.repeat(500)}deep`)).toContain('<div>')
    expect(read('<b>x</b>'.repeat(600))).toContain('<b>')
    expect(read(`</i>${'<b>x</b>'.repeat(600)}`)).toContain('<b>')
    expect(read(`${'</i>'.repeat(600)}${'<div>'.repeat(501)}deep`)).toMatch(/^ +deep$/)
    expect(read('x'.repeat(1_000_001))).toHaveLength(1_000_000)
  })
  test.each([
    [{ src: 'https://a/b.png', alt: 'The pier' }, { type: 'link', url: 'https://a/b.png', title: null, children: [{ type: 'text', value: 'The pier' }] }], [{ src: 'x', title: 'A boat', alt: ' ' }, { type: 'link', url: 'x', title: null, children: [{ type: 'text', value: 'A boat' }] }],
    [{ src: 'x' }, { type: 'link', url: 'x', title: null, children: [{ type: 'text', value: 'picture' }] }], [{ alt: 'gone' }, { type: 'text', value: 'gone' }], [{ src: 'x', alt: ':tada:', className: ['emoji'] }, { type: 'text', value: ':tada:' }], [{ src: 7, alt: 7 }, { type: 'text', value: 'picture' }],
  ])('the picture %j', (properties, node) => { expect(pictureAsLink(properties)).toEqual(node) })
  test('previews of links are known', () => {
    expect([isLinkPreview({ className: ['message_embed'] }), isLinkPreview({ className: 'message' }), isLinkPreview({})]).toEqual([true, false, false])
  })
})

test('keys are cleaned, never empty, and marked where they were too long', () => {
  expect(keyOf('a\u0000b\ud800')).toBe('ab\ufffd')
  expect(keyOf('x'.repeat(400))).toBe('x'.repeat(400))
  expect(keyOf('x'.repeat(401))).toMatch(/^x{360}~[0-9a-f]{16}$/)
  expect([keyOf(''), keyOf(' ')]).toEqual(['empty:811c9dc5', 'empty:250c8f7f'])
  expect(keyOf(`${'x'.repeat(359)}😀${'x'.repeat(99)}`).isWellFormed()).toBe(true)
})

test('a space is called as its place, cut where that is long, with a number where it is taken', () => {
  const long = 'x'.repeat(90)
  expect(spaceNameFor('  ', new Set())).toBe('Imported')
  expect(spaceNameFor(long, new Set())).toBe('x'.repeat(80))
  expect(spaceNameFor(long, new Set(['x'.repeat(80)]))).toBe(`${'x'.repeat(70)}, imported`)
  expect(() => spaceNameFor('a', { has: () => true } as unknown as Set<string>)).toThrow('A thousand spaces')
  const taken = new Set(['a', 'a, imported', ...Array.from({ length: 998 }, (_none, index) => `a, imported ${index + 2}`)])
  expect(spaceNameFor('a', taken)).toBe('a, imported 1000')
})
