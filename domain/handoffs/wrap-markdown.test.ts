import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Refusal } from '../refusal.ts'
import { readWrapMarkdown, writeWrapMarkdown } from './wrap-markdown.ts'
import type { WrapText } from './wrap-text.ts'

const FULL = `# My wrap
<!-- Save and close when done. -->
## State
Rollout at 50 %.

Second paragraph.

## Done
- Cut the release
  Commits: 3f2a1b 99aa11 on "main" of "the app"
* Cleared the DNS blocker
  From: #12 #15

## Next action
Watch the error rate.

## Blockers
- Quota of the new region
  Owner: Mei
  By: 2026-03-24T18:00+09:00

## Decisions
- Keep one database
  Why: two would need
    a second backup

## Open questions
1. Which region next?
   Who: ana@example.com

## Most important
Do not deploy before 10.

## Batons
- Rollout
  of version 12
  To: role On call
  Next: go to 100 %
- Answer the customer
  To: next shift
`

test('a wrap is read from Markdown', () => {
  expect(readWrapMarkdown(FULL)).toEqual({
    state: 'Rollout at 50 %.\n\nSecond paragraph.',
    done: [
      { text: 'Cut the release', source: { kind: 'git', repository: 'the app', group: 'main', commits: ['3f2a1b', '99aa11'] } },
      { text: 'Cleared the DNS blocker', source: { kind: 'workspace', numbers: [12, 15] } },
    ],
    nextAction: 'Watch the error rate.', blockers: [{ text: 'Quota of the new region', owner: 'Mei', eta: '2026-03-24T09:00:00Z' }],
    decisions: [{ text: 'Keep one database', why: 'two would need\na second backup' }], questions: [{ text: 'Which region next?', answerer: 'ana@example.com' }],
    mostImportant: 'Do not deploy before 10.',
    batons: [{ text: 'Rollout\nof version 12', nextStep: 'go to 100 %', to: { kind: 'role', name: 'On call' } }, { text: 'Answer the customer', nextStep: '', to: { kind: 'shift' } }],
  })
})

const least = (more: string) => `## State\na\n## Next action\nb\n## Most important\nc\n${more}`

describe('what cannot be read is named by its line', () => {
  test.each([
    ['a heading that is not one', '## Blocker\n- x', 'Line 7: there is no heading called “Blocker”.'],
    ['a heading that comes twice', '## State\nagain', 'Line 7: “State” stands here a second time.'],
    ['text where items stand', '## Done\nfixed it', 'Line 8: “fixed it” under “Done” is not a list item.'],
    ['a baton to nobody', '## Batons\n- take this', 'Line 8: this baton says nobody to hand it to.'],
    ['a moment that is none', '## Blockers\n- x\n  By: tomorrow', 'Line 9: “tomorrow” is not a moment.'],
    ['a field that comes twice', '## Blockers\n- x\n  Owner: A\n  Owner: B', 'Line 10: “Owner” stands here a second time.'],
    ['entries that are no numbers', '## Done\n- x\n  From: somewhere', 'Line 9: is not a list of entries.'],
    ['commits that were mangled', '## Done\n- x\n  Commits: on main', 'Line 9: does not name commits.'],
  ])('%s', (_why, more, message) => {
    expect(refusalOf(() => readWrapMarkdown(least(more)))).toMatchObject({ code: 'bad_input', message, next: expect.stringMatching(/\.$/) })
  })

  test.each([['', 'The wrap has no “State”.'], ['## State\n\n## Next action\nx', 'The wrap has no “State”.'], ['hello', 'Line 1: this stands before the first heading.']])('%j', (text, message) => {
    expect(refusalOf(() => readWrapMarkdown(text))?.message).toBe(message)
  })
})

test('empty items, Windows line ends and other heading levels do no harm', () => {
  expect(readWrapMarkdown('# State\r\na\r\n### Next action ##\r\nb\r\n## most important:\r\nc\r\n## Done\r\n- \r\n- x\r\n')).toMatchObject({ state: 'a', nextAction: 'b', mostImportant: 'c', done: [{ text: 'x' }] })
})

/** Text as people might write it, with everything in it that means something here. */
const piece = fc.oneof(fc.string({ maxLength: 12, unit: 'grapheme' }), fc.constantFrom('## Done', '# x', '- item', '\\', '\\# y', 'Owner: Mei', 'To: x', 'Why: y', 'next: z', 'From: #1', '```', '  two', '    four', '<!-- no -->', '', '"', '\\Owner: z', '1. one'))
const text = fc.array(piece, { minLength: 1, maxLength: 5 }).map((parts) => parts.join('\n').replaceAll('\r', '').trim()).filter((value) => value !== '')
const maybeText = fc.oneof(fc.constant(''), text)
const name = fc.oneof(fc.string({ minLength: 1, maxLength: 12 }), fc.constantFrom('role x', 'person y', 'Next shift', 'Mei')).map((value) => value.replace(/\s+/gu, ' ').trim()).filter((value) => value !== '')
const source = fc.oneof(
  fc.constant(null), fc.record({ kind: fc.constant('workspace' as const), numbers: fc.array(fc.integer({ min: 1, max: 9999 }), { minLength: 1, maxLength: 4 }) }),
  fc.record({ kind: fc.constant('git' as const), repository: name, group: name, commits: fc.array(fc.constantFrom('3f2a', '99aa', 'on'), { maxLength: 3 }) }),
)
const wrap: fc.Arbitrary<WrapText> = fc.record({
  state: text, nextAction: text, mostImportant: text, done: fc.array(fc.record({ text, source }), { maxLength: 3 }),
  blockers: fc.array(fc.record({ text, owner: fc.option(name), eta: fc.constantFrom(null, '2026-03-24T09:00:00Z') }), { maxLength: 3 }),
  decisions: fc.array(fc.record({ text, why: maybeText }), { maxLength: 3 }), questions: fc.array(fc.record({ text, answerer: fc.option(name) }), { maxLength: 3 }),
  batons: fc.array(fc.record({ text, nextStep: maybeText, to: fc.oneof(fc.record({ kind: fc.constantFrom('person' as const, 'role' as const), name }), fc.constant({ kind: 'shift' as const })) }), { maxLength: 3 }),
})

test('what is written is read again, letter for letter', () => {
  fc.assert(fc.property(wrap, (given) => { expect(readWrapMarkdown(writeWrapMarkdown(given))).toEqual(given) }), { numRuns: 1000 })
})

function refusalOf(work: () => unknown): Refusal | null {
  try {
    work()
    return null
  } catch (error) {
    return error instanceof Refusal ? error : null
  }
}
