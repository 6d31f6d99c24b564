import { describe, expect, test } from 'vitest'
import { markdownOf } from './html-to-markdown.ts'
import type { HtmlNode } from './html-to-markdown.ts'

type Child = HtmlNode | string
const text = (value: string): HtmlNode => ({ nodeName: '#text', nodeValue: value, childNodes: [] })
const el = (nodeName: string, children: Child[] = [], attributes: Record<string, string> = {}): HtmlNode => ({
  nodeName, nodeValue: null, childNodes: children.map((child) => (typeof child === 'string' ? text(child) : child)), getAttribute: (name) => attributes[name] ?? null,
})
const body = (...children: Child[]) => markdownOf(el('BODY', children))

describe('words of a page as Markdown', () => {
  test.each([
    ['paragraphs', body(el('P', ['a ', el('B', ['b ']), 'c']), el('P', ['d'])), 'a **b** c\n\nd'],
    ['a heading', body(el('H2', ['Plan']), el('P', ['x'])), '## Plan\n\nx'],
    ['lists in lists', body(el('UL', [el('LI', ['a', el('OL', [el('LI', ['b']), el('LI', ['c'])])]), el('LI', [el('P', ['d'])])])), '- a\n  1. b\n  2. c\n- d'],
    ['a quote', body(el('BLOCKQUOTE', [el('P', ['a']), el('P', ['b'])])), '> a\n>\n> b'],
    ['code', body(el('PRE', [el('CODE', ['a  b\n  c\n'])]), el('P', [el('CODE', ['x'])])), '```\na  b\n  c\n```\n\n`x`'],
    ['a link', body(el('P', ['see ', el('A', ['the list '], { href: 'https://a.org/(x)' })])), 'see [the list](<https://a.org/(x)>)'],
    ['an address', body(el('A', ['https://a.org/'], { href: 'https://a.org/' })), 'https://a.org/'],
    ['a link that would run code is words', body(el('A', ['x'], { href: 'javascript:alert(1)' })), 'x'],
    ['what runs is left out', body('a', el('SCRIPT', ['alert(1)']), el('STYLE', ['*{}'])), 'a'],
    ['a bold that is none, around paragraphs', body(el('B', [el('P', ['a']), el('P', ['b'])], { style: 'font-weight:normal' })), 'a\n\nb'],
    ['line breaks', body('a', el('BR'), ' b'), 'a\nb'],
  ])('%s', (_why, made, wanted) => expect(made).toBe(wanted))
})
