import { describe, expect, test } from 'vitest'
import { check, filler, marked } from '../check.test-kit.ts'
import type { RuleName, WritingContext } from '../types.ts'

type Case = readonly [why: string, text: string, expected: readonly string[], context?: WritingContext]

/** One test for each case: the words that the rule marks in the text. */
function finds(rule: RuleName, cases: readonly Case[]): void {
  test.each(cases.map(([why, text, expected, context = {}]) => ({ why, text, expected, context })))(`${rule}: $why`, ({ text, expected, context }) => expect(marked(rule, text, context)).toEqual(expected))
}

const BACKGROUND = 'The cache was built three years ago. It keeps rates for an hour. Last spring a client saw old rates. Then another one did. The team talked about it in the summer. Nothing came of it. There are three ways in which others build such a cache. The first keeps rates by client. The second keeps them by currency. The third keeps nothing and asks each time. Each has its price, and each was measured in the autumn on the old machines. The figures stand in the table of the wiki.'

describe('purpose_first: why you read this comes first', () => {
  finds('purpose_first', [
    ['the request at the end', `${BACKGROUND}\n\nPlease choose one of them by Friday 27 March.`, ['The cache was built three years ago.']],
    ['the request first', `Please choose a way to cache by Friday 27 March. ${BACKGROUND}`, []],
    ['the purpose first', `We need to decide how to cache. ${BACKGROUND} Please choose one by Friday 27 March.`, []],
    ['a summary first', `TL;DR: keep rates by currency. ${BACKGROUND} Please choose one by Friday 27 March.`, []],
    ['a heading that says it', `# Decision needed: the cache\n\n${BACKGROUND} Please choose one by Friday 27 March.`, []],
    ['nothing is asked', BACKGROUND, []],
    ['a short text', 'The cache is old. Please choose another.', []],
    ['a reply', `${BACKGROUND}\n\nPlease choose one of them by Friday 27 March.`, [], { kind: 'reply' }],
  ])
})

describe('explicit_action: what is wanted of the reader', () => {
  finds('explicit_action', [
    ['a soft hint', 'It would be good to have this before the audit.', ['It would be good to have this before the audit.']],
    ['options without a question', 'There are two options for the cache. Both work.', ['There are two options for the cache.']],
    ['an ask without a question', 'The draft of the contract is in the folder.', ['The draft of the contract is in the folder.'], { ask: 'review' }],
    ['for information', 'FYI: it would be good to know that the audit is in May.', []],
    ['a question', 'It would be good to have this before the audit. Which week suits you?', []],
    ['an FYI ask', 'The draft of the contract is in the folder.', [], { ask: 'fyi' }],
    ['a plain report', 'The table has moved. All counts agree.', []],
  ])
})

describe('deadline: by when', () => {
  finds('deadline', [
    ['a review without a time', 'Please review the draft of the contract.', ['Please review the draft of the contract.']],
    ['an ask without a time', 'Which of the two colours do you want?', ['Which of the two colours do you want?'], { ask: 'answer' }],
    ['with a time', 'Please review the draft of the contract by Friday.', []],
    ['no rush', 'Please review the draft of the contract, no rush.', []],
    ['a date', 'Please review the draft of the contract: 2026-03-27.', []],
    ['the form says it', 'Please review the draft of the contract.', [], { filled: ['due'] }],
    ['a mere question', 'Which of the two colours do you want?', []],
    ['negated', 'There is nothing to review in the contract.', []],
    ['in code', 'The button says `Please review`.', []],
  ])
})

describe('scope: a brief look or a detailed review', () => {
  finds('scope', [
    ['a review of anything', 'Please review the draft by Friday.', ['review']],
    ['a look', 'Could you take a look at the draft?', ['take a look']],
    ['a brief one', 'Could you take a quick look at the draft?', []],
    ['said beside it', 'Please review the draft by Friday, mainly section two.', []],
    ['the form says it', 'Please review the draft by Friday.', [], { filled: ['scope'] }],
    ['told of', 'The review of the draft took a week.', []],
  ])
})

describe('criteria: what a decision is judged by', () => {
  finds('criteria', [
    ['a choice', 'Which option should we take?', ['Which option should we take?']],
    ['an approval', 'We need your approval for the move to Lisbon.', ['We need your approval for the move to Lisbon.']],
    ['with what matters', 'Which option should we take? What matters most is that nobody waits.', []],
    ['with a recommendation', 'I recommend the second. Which option should we take?', []],
    ['the form says it', 'Which option should we take?', [], { filled: ['criteria'] }],
    ['no decision', 'Which city is the office in?', []],
  ])
})

describe('length and shape', () => {
  finds('tldr', [
    ['long without a summary', `It began in May. ${filler(220)}`, ['It began in May.']],
    ['long with a summary', `TL;DR: it began in May. ${filler(220)}`, []],
    ['long with a summary as a heading', `# Summary\n\nIt began in May. ${filler(220)}`, []],
    ['long by another agreement', `It began in May. ${filler(60)}`, ['It began in May.'], { tldrOverWords: 50 }],
    ['a page may be long', `It began in May. ${filler(220)}`, [], { kind: 'page' }],
    ['code does not count', `It began in May.\n\n\`\`\`\n${filler(300)}\n\`\`\``, []],
  ])

  test('a very long message is offered a page', () => {
    const text = `TL;DR: it began in May. ${filler(850)}`
    expect(marked('page', text, { kind: 'thread' })).toHaveLength(1)
    expect(marked('page', text)).toEqual([])
    expect(marked('page', text, { kind: 'thread', pageOverWords: 900 })).toEqual([])
  })

  test('a wall of text is marked, the same in paragraphs is not', () => {
    expect(marked('structure', filler(170))).toHaveLength(1)
    expect(marked('structure', `${filler(80)}\n\n${filler(80)}`)).toEqual([])
  })
})

test('texts that the sources praise are left alone', () => {
  const better = 'We need to decide our caching strategy by Friday to unblock the performance work. Here are three approaches with tradeoffs.'
  expect(check(better).findings).toEqual([])
  expect(check('FYI only, no response needed unless concerns.').findings).toEqual([])
  expect(check("We're prioritizing performance over features because of customer feedback. Feedback particularly needed on whether this assumption is valid and whether Option B's performance gains justify its complexity, by Friday.").findings).toEqual([])
})
