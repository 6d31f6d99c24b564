import type { DecisionContent } from '#contract/decisions.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readDecisionText, writeDecisionText } from './decision-text.ts'

const content: DecisionContent = {
  title: 'Choose a cache', needed: 'Which cache do we keep?', context: 'Two are in use.\n\n```\n## Not a heading\n```', criteria: 'Memory, and what it costs at night.',
  claims: [{ text: 'Redis holds 4 GB.', basis: 'known', confidence: 'high' }, { text: 'It will double.\nWithin a year.', basis: 'assumed', confidence: 'low' }],
  options: [
    { id: 'redis', title: 'Keep Redis', body: 'As it is today.', tradeOffs: [{ id: 'r1', side: 'good', text: 'We know it.' }, { id: 'r2', side: 'bad', text: 'One more process\nto look after.' }] },
    { id: 'table', title: 'A table', body: '', tradeOffs: [{ id: 't1', side: 'neutral', text: 'Slower: 4 ms instead of 1.' }] },
  ],
  recommendation: { optionId: 'table', why: 'Less to run.\n\nAnd less to learn.' }, objectionsForeseen: 'Ben will ask about latency.', consequences: '', confirmation: 'p95 stays under 20 ms.', more: '',
}

describe('a decision as text', () => {
  test('comes back the same, with the ids it had', () => expect(readDecisionText(writeDecisionText(content), content)).toEqual(content))

  test('a new option gets an id of its own, a renamed one keeps its own', () => {
    const text = writeDecisionText(content).replace('## Option: A table', '## Option: A table in Postgres').replace('## Recommendation\n\nOption: A table', '## Option: Nothing\n\n- Good: Free.\n\n## Recommendation\n\nOption: nothing')
    const read = readDecisionText(text, content)
    expect(read.options.map(({ id, title }) => [id, title])).toEqual([['redis', 'Keep Redis'], ['a-table-in-postgres', 'A table in Postgres'], ['nothing', 'Nothing']])
    expect(read.recommendation).toEqual({ optionId: 'nothing', why: content.recommendation.why })
    const renamed = readDecisionText(writeDecisionText(content).replaceAll('A table', 'A plain table'), content)
    expect(renamed.options[1]).toEqual({ ...content.options[1], title: 'A plain table' })
  })

  test.each([
    ['a note without headings is what is to be decided', 'Which one?', { needed: 'Which one?' }],
    ['headings of others are kept under More', '# T\n\n## Costs\n\n12 a month', { title: 'T', more: '## Costs\n\n12 a month' }],
    ['a claim without a mark is assumed', '## Known and assumed\n\n- It is cheap', { claims: [{ basis: 'assumed', confidence: 'medium', text: 'It is cheap' }] }],
    ['a recommendation of what is no option stays text', '## Recommendation\n\nOption: Redis', { recommendation: { optionId: null, why: 'Option: Redis' } }],
  ])('%s', (_why, text, expected) => expect(readDecisionText(text)).toMatchObject(expected))

  test('what people write in fields is never read as a heading, an option or a trade-off', () => {
    const line = fc.constantFrom('## Context', '# Title', '- good: yes', 'Option: Redis', '\\## Context', '<!-- x -->', 'plain words', '', '```', '~~~', '  indented', '\\plain')
    const fence = /^(?:```|~~~)/
    const text = fc.array(line, { maxLength: 8 }).map((lines) => (lines.filter((one) => fence.test(one)).length % 2 === 0 ? lines : lines.filter((one) => !fence.test(one))).join('\n').trim())
    fc.assert(fc.property(text, text, text, (context, more, why) => {
      const given: DecisionContent = { ...content, context, more, recommendation: { optionId: 'redis', why } }
      expect(readDecisionText(writeDecisionText(given), given)).toEqual(given)
    }))
  })
})
