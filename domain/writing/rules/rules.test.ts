import { describe, expect, test } from 'vitest'
import { filler, marked } from '../check.test-kit.ts'
import type { RuleName, WritingContext } from '../types.ts'

type Case = readonly [why: string, text: string, expected: readonly string[], context?: WritingContext]

/** One test for each case: the words that the rule marks in the text. */
function finds(rule: RuleName, cases: readonly Case[]): void {
  test.each(cases.map(([why, text, expected, context = {}]) => ({ why, text, expected, context })))(`${rule}: $why`, ({ text, expected, context }) => expect(marked(rule, text, context)).toEqual(expected))
}

describe('vague_opener: openers that nobody can answer in substance', () => {
  finds('vague_opener', [
    ['thoughts on this', 'Thoughts on this?', ['Thoughts on this?']],
    ['after a greeting', 'Hi all, any thoughts?', ['Hi all, any thoughts?']],
    ['with a typographic apostrophe', 'What’s the status?', ['What’s the status?']],
    ['updates', 'Any updates?', ['Any updates?']],
    ['updates on something', 'Any update on the billing migration?', ['Any update on the billing migration?']],
    ['nothing but a greeting', 'Hey, got a minute?', ['Hey, got a minute?']],
    ['asking to ask', 'Can I ask a quick question?', ['Can I ask a quick question?']],
    ['can we, without why', 'Can we move the release?', ['Can we move the release?']],
    ['with emphasis inside', '**Thoughts** on *this*?', ['Thoughts** on *this*?']],
    ['can we, with why', 'Can we move the release? The client asked for it because their office is closed.', []],
    ['can we, with something to look at', 'Can we merge https://example.org/pull/7 today, UTC?', []],
    ['can we, in a long text', `Can we move the release? ${filler(60)}`, []],
    ['can we, in a reply', 'Can we move the release?', [], { kind: 'reply' }],
    ['a question with a subject', 'What are your thoughts on caching the rates for an hour because the upstream limits us?', []],
    ['negated', 'I have no thoughts on this.', []],
    ['somebody else’s words', 'She wrote "Thoughts on this?" and nobody answered her for a week.', []],
    ['quoted', '> Any updates?\n\nYes: the table has moved.', []],
    ['in code', 'The bot says `any updates?` each morning.', []],
    ['as a heading', '# Any updates?\n\nThe table has moved.', []],
    ['in German', 'Gibt es Updates zu dem Thema von gestern?', []],
  ])
})

describe('ambiguous_time: another moment in another zone', () => {
  finds('ambiguous_time', [
    ['tomorrow', 'Please answer by tomorrow.', ['tomorrow']],
    ['end of day', 'I need your approval by EOD.', ['EOD']],
    ['this afternoon', 'Could you look at it this afternoon?', ['this afternoon']],
    ['a clock without a zone', 'We start at 5pm on 2026-03-24.', ['at 5pm']],
    ['twenty-four hours', 'The freeze begins at 17:00.', ['at 17:00']],
    ['both at once', 'Please answer tomorrow at 5pm.', ['tomorrow at 5pm']],
    ['with a zone', 'Please answer by 17:00 UTC.', []],
    ['with an IANA zone', 'Please answer by tomorrow, 17:00 Europe/Lisbon.', []],
    ['with whose time', 'Please answer by tomorrow noon your time.', []],
    ['with an offset', 'Please answer by 2026-03-24T17:00+01:00.', []],
    ['a day with its date', 'Please answer by tomorrow, 25 March.', []],
    ['told of the past', 'We shipped the fix today and talked about it this morning.', []],
    ['a version', 'It fails since 5.1 and 17.00 on my machine.', []],
    ['an amount', 'The limit is at 30 items, around 5 minutes.', []],
    ['a proverb about days', 'Tomorrow never came for that project.', []],
    ['in code', 'Set `deadline: tomorrow 5pm` in the file.', []],
    ['in a link’s address', 'The plan: [our calendar](https://example.org/tomorrow-at-5pm).', []],
    ['quoted', '> Please answer by tomorrow.\n\nI cannot.', []],
    ['this week', 'We should finish this week.', []],
  ])
})

describe('no_owner: work given to nobody', () => {
  finds('no_owner', [
    ['someone should', 'Someone should update the runbook.', ['Someone should']],
    ['needs to be', 'The certificate needs to be updated.', ['needs to be updated']],
    ['can somebody', 'Can somebody look at the build?', ['Can somebody look']],
    ['we should', 'We should probably document the exporter.', ['We should probably document']],
    ['with a name', '@mei could you take it? Someone should update the runbook, and @mei knows it.', []],
    ['I take it', 'Someone should update the runbook; I will.', []],
    ['the form names somebody', 'Someone should update the runbook.', [], { filled: ['responder'] }],
    ['a question to all', 'Can anyone explain how the exporter counts?', []],
    ['a rule, not work', 'A reader should be able to understand this.', []],
    ['should we', 'Should we update the runbook or delete it?', []],
    ['somebody else’s words', 'He said "someone should fix this" and left.', []],
  ])
})

describe('bare_link: a link without a reason', () => {
  finds('bare_link', [
    ['alone', 'https://example.org/a', ['https://example.org/a']],
    ['dumped', 'See also https://example.org/a https://example.org/b', ['https://example.org/a https://example.org/b']],
    ['with a word that says nothing', '[here](https://example.org/a)', ['[here](https://example.org/a)']],
    ['in another language', 'Siehe https://example.org/a', ['https://example.org/a']],
    ['with its reason', 'The measurements of last week: https://example.org/a', []],
    ['led to by a sentence', 'These are the measurements of last week:\n\nhttps://example.org/a', []],
    ['with words of its own', '[Architecture decisions on caching](https://example.org/a)', []],
    ['in code', '`https://example.org/a`', []],
    ['quoted', '> https://example.org/a', []],
  ])
})

describe('context: enough to answer without asking back', () => {
  finds('context', [
    ['nothing that this could be', 'Can you fix this?', ['fix this']],
    ['it does not work', 'It does not work.', ['It does not work']],
    ['in a reply this is what stands above', 'Can you fix this?', [], { kind: 'reply' }],
    ['something to look at', 'Can you fix this? https://example.org/issues/7', []],
    ['code to look at', 'Can you fix this?\n\n```\nTypeError: x\n```', []],
    ['named', 'Can you fix the login page of the shop?', []],
    ['told at length', `The exporter counts twice. ${filler(40)} Can you fix this?`, []],
  ])
})
