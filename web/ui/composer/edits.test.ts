import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toggleQuote } from './edit-lines.ts'
import { continueLine, indentItems, outdentItems, toggleList } from './edit-lists.ts'
import { linkOver, makeLink, toggleCode, toggleMark } from './edit-marks.ts'
import { quoteIn } from './edit-quote.ts'
import { applied, inCode, insertBlock } from './edits.ts'
import type { Selected } from './edits.ts'
import { after, at } from './edits.test-kit.ts'

describe('bold', () => {
  test.each([
    ['a selection', 'it ‹stopped› here', 'it **‹stopped›** here'],
    ['without the spaces around it', 'it‹ stopped › here', 'it **‹stopped›**  here'],
    ['the word at the cursor', 'it sto¦pped', 'it **sto¦pped**'],
    ['nothing at all', 'it ¦', 'it **¦**'],
    ['away again from outside', 'it **‹stopped›**', 'it ‹stopped›'],
    ['away again from inside', 'it ‹**stopped**›', 'it ‹stopped›'],
    ['line by line, after the marks of lists', '‹- a\n- [ ] b\n\n> c›', '‹- **a**\n- [ ] **b**\n\n> **c**›'],
  ])('%s', (_why, before, then) => expect(after(at(before), toggleMark(at(before), '**'))).toBe(then))
})

test('italic has a mark of its own, so that it stands inside bold', () => expect(after(at('**‹a›**'), toggleMark(at('**‹a›**'), '_'))).toBe('**_‹a›_**'))

describe('code', () => {
  test.each([
    ['a stretch', 'run ‹npm ci› now', 'run `‹npm ci›` now'],
    ['an empty place', 'run ¦', 'run `¦`'],
    ['away again', 'run `‹npm ci›`', 'run ‹npm ci›'],
    ['with a backtick in it', '‹a`b›', '``‹a`b›``'],
    ['that begins with a backtick', '‹`a›', '`` ‹`a› ``'],
    ['lines, between fences', 'so:\n‹a\nb›\nthen', 'so:\n\n```¦\na\nb\n```\n\nthen'],
    ['lines that hold a fence', '‹```\nb\n```›', '````¦\n```\nb\n```\n````\n\n'],
  ])('%s', (_why, before, then) => expect(after(at(before), toggleCode(at(before)))).toBe(then))
})

describe('a link', () => {
  test.each([
    ['of words asks for the address', 'see ‹the list›', 'see [the list](¦)'],
    ['of an address asks for words', '‹https://example.org/a›', '[¦](https://example.org/a)'],
    ['of nothing asks for words', 'see ¦', 'see [¦]()'],
  ])('%s', (_why, before, then) => expect(after(at(before), makeLink(at(before)))).toBe(then))

  test.each([
    ['over words makes them a link', 'see ‹the list›.', ' https://example.org/a ', 'see [the list](https://example.org/a)¦.'],
    ['with brackets stays whole', '‹it›', 'https://example.org/a_(b)', '[it](<https://example.org/a_(b)>)¦'],
    ['over words with brackets', '‹a [b]›', 'https://example.org', '[a \\[b\\]](https://example.org)¦'],
    ['without a selection is pasted as it is', 'see ¦', 'https://example.org', undefined],
    ['over an address is pasted as it is', '‹https://a.org›', 'https://b.org', undefined],
    ['over several lines is pasted as it is', '‹a\nb›', 'https://b.org', undefined],
    ['that is none is pasted as it is', '‹a›', 'https://a.org and more', undefined],
    ['that runs code is pasted as it is', '‹a›', 'javascript:alert(1)', undefined],
  ])('an address pasted %s', (_why, before, pasted, then) => expect(after(at(before), linkOver(at(before), pasted))).toBe(then))
})

describe('a list', () => {
  test.each([
    ['of the line', 'bullets', 'bu¦y', '- bu¦y'], ['of an empty line', 'bullets', '¦', '- ¦'], ['of lines', 'bullets', '‹a\nb›', '‹- a\n- b›'], ['of lines, empty ones left out', 'numbers', '‹a\n\nb›', '‹1. a\n\n2. b›'],
    ['away again', 'bullets', '- bu¦y', 'bu¦y'], ['numbers from bullets', 'numbers', '‹- a\n- b›', '‹1. a\n2. b›'], ['bullets from a task list keep the boxes', 'bullets', '‹1. [ ] a›', '‹- [ ] a›'],
    ['inside a quote', 'bullets', '> bu¦y', '> - bu¦y'], ['the line after the selection is left out', 'bullets', '‹a\n›b', '‹- a›\nb'],
  ] as const)('%s', (_why, kind, before, then) => expect(after(at(before), toggleList(at(before), kind))).toBe(then))
})

describe('a quote', () => {
  test.each([['of the line', 'a¦', '> a¦'], ['of lines', '‹a\n\nb›', '‹> a\n> \n> b›'], ['away again', '> a¦', 'a¦']])('%s', (_why, before, then) => expect(after(at(before), toggleQuote(at(before)))).toBe(then))
})

describe('Enter', () => {
  test.each([
    ['goes on with bullets', '- a¦', '- a\n- ¦'], ['splits an item', '* a¦b', '* a\n* ¦b'], ['counts', '9. a¦', '9. a\n10. ¦'], ['counts with brackets', '1) a¦', '1) a\n2) ¦'],
    ['goes on with an open task', '- [x] a¦', '- [x] a\n- [ ] ¦'], ['goes on with a quote', '> a¦', '> a\n> ¦'], ['goes on with a list in a quote', '> - a¦', '> - a\n> - ¦'], ['keeps the indent', '- a\n  - b¦', '- a\n  - b\n  - ¦'],
    ['ends an empty item', '- a\n- ¦', '- a\n¦'], ['ends an empty task', '- [ ] ¦', '¦'], ['ends an empty quote', '> a\n> ¦', '> a\n¦'], ['ends a list before its quote', '> - ¦', '> ¦'],
    ['leaves one level at a time', '- a\n  - ¦', '- a\n- ¦'], ['leaves to the count above', '1. a\n   1. ¦', '1. a\n2. ¦'],
    ['keeps the indent of code', '```\n  a¦\n```', '```\n  a\n  ¦\n```'],
    ['is only a line elsewhere', 'a¦', undefined], ['before the mark is only a line', '¦- a', undefined], ['does not go on with a list in code', '```\n- a¦', undefined], ['a dash without a space is no list', '-a¦', undefined], ['a rule is no list', '---¦', undefined],
  ])('%s', (_why, before, then) => expect(after(at(before), continueLine(at(before)))).toBe(then))
})

describe('Tab in a list', () => {
  test.each([
    ['puts an item under the one above', '- a\n- b¦', '- a\n  - b¦'], ['as deep as the mark above is wide', '10. a\n11. b¦', '10. a\n    1. b¦'], ['goes on with the count there', '1. a\n   1. b\n2. c¦', '1. a\n   1. b\n   2. c¦'],
    ['takes all selected items', '- a\n‹- b\n- c›', '- a\n‹  - b\n  - c›'], ['keeps the depth between them', '- a\n‹- b\n  - c›', '- a\n‹  - b\n    - c›'],
    ['goes on to the next field at the first item', '- a¦', undefined], ['goes on to the next field outside a list', 'a¦', undefined], ['goes on to the next field when it is as deep as can be', '- a\n  - b¦', undefined], ['does not join another list', '- a\n\ntext\n\n- b¦', undefined],
  ])('%s', (_why, before, then) => expect(after(at(before), indentItems(at(before)))).toBe(then))

  test.each([
    ['leaves the item above', '- a\n  - b¦', '- a\n- b¦'], ['to the count there', '1. a\n   1. b¦', '1. a\n2. b¦'], ['takes all selected items', '- a\n‹  - b\n    - c›', '- a\n‹- b\n  - c›'],
    ['goes back to the field before where nothing is indented', '- a¦', undefined], ['goes back to the field before outside a list', '  a¦', undefined],
  ])('⇧Tab %s', (_why, before, then) => expect(after(at(before), outdentItems(at(before)))).toBe(then))
})

describe('a block between paragraphs', () => {
  test.each([
    ['in an empty text', '¦', 'B\n\n¦'], ['after text', 'a¦', 'a\n\nB\n\n¦'], ['before text', '¦a', 'B\n\n¦a'], ['in the place of a selection', 'a ‹b› c', 'a\n\nB\n\n¦ c'], ['without too many empty lines', 'a\n\n\n¦\n\nb', 'a\n\nB\n\n¦b'],
  ])('%s', (_why, before, then) => expect(after(at(before), insertBlock(at(before), 'B'))).toBe(then))
})

test('a quote carries its author and place, and splits no sentence', () => {
  expect(after(at('Yes, be¦cause'), quoteIn(at('Yes, be¦cause'), 'one\n\n> two\n', 'Ana [ops]', '/231#reply-7')))
    .toBe('Yes, because\n\n> one\n>\n> > two\n>\n> — [Ana \\[ops\\]](/231#reply-7)\n\n¦')
})

test.each([['`a¦`', true], ['`a`¦', false], ['```\na¦', true], ['```\na\n```\n¦', false], ['a¦', false]])('%s is inside code: %s', (drawn, inside) => expect(inCode(at(drawn).value, at(drawn).start)).toBe(inside))

test('no edit ever leaves the text or loses a letter', () => {
  const text = fc.array(fc.constantFrom('- ', '1. ', '> ', '  ', '[ ] ', 'word', ' ', '\n', '`', '```\n', '**', '_', '|', '9) '), { maxLength: 20 }).map((parts) => parts.join(''))
  const edits = [(s: Selected) => toggleMark(s, '**'), (s: Selected) => toggleMark(s, '_'), toggleCode, makeLink, (s: Selected) => toggleList(s, 'bullets'), (s: Selected) => toggleList(s, 'numbers'), continueLine, indentItems, outdentItems]
  const letters = (value: string) => value.replace(/[^a-z]/g, '')
  fc.assert(fc.property(text, fc.nat(), fc.nat(), fc.nat(edits.length - 1), (value, one, other, which) => {
    const [start = 0, end = 0] = [one % (value.length + 1), other % (value.length + 1)].sort((a, b) => a - b)
    const edit = edits[which]?.({ value, start, end })
    if (!edit) return
    const then = applied({ value, start, end }, edit)
    expect(edit.from).toBeGreaterThanOrEqual(0)
    expect(edit.to).toBeLessThanOrEqual(value.length)
    expect(then.start).toBeGreaterThanOrEqual(0)
    expect(then.end).toBeGreaterThanOrEqual(then.start)
    expect(then.end).toBeLessThanOrEqual(then.value.length)
    if (start === end || edits[which] !== continueLine) expect(letters(then.value)).toBe(letters(value))
  }), { numRuns: 3_000 })
})
