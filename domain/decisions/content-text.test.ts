import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { contentText, fieldText } from './content-text.ts'
import { EMPTY_CONTENT } from './content.ts'
import type { DecisionContent } from './content.ts'

const FULL: DecisionContent = {
  title: 'How the list gets fast', needed: 'What we do about Mondays.', context: 'It takes nine seconds.\n\n\tcode', criteria: 'Cost.',
  claims: [{ text: 'Nine seconds at most.', basis: 'known', confidence: 'high' }, { text: 'It grows.\nBy half a year.', basis: 'assumed', confidence: 'low' }],
  options: [
    { id: 'cache', title: 'A cache', body: 'In front of it.', tradeOffs: [{ id: 'g', side: 'good', text: 'Fast.' }, { id: 'b', side: 'bad', text: 'Stale.\n\nFor a minute.' }] },
    { id: 'index', title: 'An index', body: '', tradeOffs: [{ id: 'n', side: 'neutral', text: 'Slow to build.' }] },
  ],
  recommendation: { optionId: 'index', why: 'It stays right.' }, objectionsForeseen: 'Writes slow down.', consequences: 'One migration.', confirmation: 'Mondays below one second.', more: 'See #12.',
}

test('a decision reads as one text', () => {
  expect(contentText(FULL)).toBe(`# How the list gets fast

## What has to be decided

What we do about Mondays.

## Context

It takes nine seconds.

	code

## What the options are judged by

Cost.

## Known and assumed

- Known, high confidence: Nine seconds at most.
- Assumed, low confidence: It grows.
  By half a year.

## Options

### A cache

In front of it.

- Good: Fast.
- Bad: Stale.

  For a minute.

### An index

- Neutral: Slow to build.

## Recommendation

**An index**

It stays right.

## Objections foreseen

Writes slow down.

## Consequences

One migration.

## How we see that it was done

Mondays below one second.

## More

See #12.`)
})

describe('what is not there leaves no trace', () => {
  test('an empty decision is an empty text', () => { expect(contentText(EMPTY_CONTENT)).toBe('') })
  test.each([
    ['a title alone', { title: 'Fast' }, '# Fast'],
    ['fields of white space', { needed: ' \n\n', context: '\n\nYes.\n \n' }, '## Context\n\nYes.'],
    ['white space that means code stays', { context: '\n    code' }, '## Context\n\n    code'],
    ['a recommendation of an option that is gone', { recommendation: { optionId: 'x', why: 'Because.' } }, '## Recommendation\n\nBecause.'],
    ['an option without a name', { options: [{ id: 'a', title: '', body: 'Words.', tradeOffs: [] }] }, '## Options\n\n###\n\nWords.'],
  ])('%s', (_why, more, text) => { expect(contentText({ ...EMPTY_CONTENT, ...more })).toBe(text) })
})

describe('whatever is changed shows in the text', () => {
  const word = fc.constantFrom('fast', 'slow', 'right', 'a\nb', '- one\n- two')
  const content: fc.Arbitrary<DecisionContent> = fc.record({
    title: word, needed: word, context: word, criteria: word, claims: fc.array(fc.record({ text: word, basis: fc.constantFrom('known', 'assumed'), confidence: fc.constantFrom('high', 'medium', 'low') }), { maxLength: 3 }),
    options: fc.array(fc.record({ id: fc.uuid(), title: word, body: word, tradeOffs: fc.array(fc.record({ id: fc.uuid(), side: fc.constantFrom('good', 'neutral', 'bad'), text: word }), { maxLength: 3 }) }), { maxLength: 4 }),
    recommendation: fc.record({ optionId: fc.constant(null), why: word }), objectionsForeseen: word, consequences: word, confirmation: word, more: word,
  })

  test('in every field', () => {
    fc.assert(fc.property(content, fc.constantFrom(...(Object.keys(EMPTY_CONTENT) as (keyof DecisionContent)[])), content, (before, field, other) => {
      const after = { ...before, [field]: other[field] }
      expect(contentText(after) === contentText(before)).toBe(withoutIds(after) === withoutIds(before))
    }))
  })

  const withoutIds = (one: DecisionContent) => JSON.stringify({ ...one, options: one.options.map(({ title, body, tradeOffs }) => ({ title, body, tradeOffs: tradeOffs.map(({ side, text }) => ({ side, text })) })) })
})

describe('the field that a remark is on', () => {
  test.each([
    ['title', 'How the list gets fast'], ['needed', 'What we do about Mondays.'], ['context', 'It takes nine seconds.\n\n\tcode'], ['criteria', 'Cost.'], ['recommendation', 'It stays right.'],
    ['objectionsForeseen', 'Writes slow down.'], ['consequences', 'One migration.'], ['confirmation', 'Mondays below one second.'], ['more', 'See #12.'], ['option:cache', 'In front of it.'], ['option:index', ''],
    ['option:gone', null], ['option:', null], ['options', null], ['claims', null], ['', null], ['constructor', null], ['__proto__', null],
  ])('%s', (field, text) => { expect(fieldText(FULL, field)).toBe(text) })
})
