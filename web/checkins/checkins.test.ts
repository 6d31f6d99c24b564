import { describe, expect, test } from 'vitest'
import type { PromptView } from '#contract/checkins.ts'
import { draftOf, leftOut, owned, readDraft, typed } from './answer-draft.ts'
import { stateWords } from './FormItem.tsx'
import { keyed, newKeyFor } from './question-keys.ts'
import { roundWords } from './Round.tsx'
import { daysWords, scheduleWords } from './schedule-words.ts'

const questions = [{ key: 'yesterday', text: 'Done?', required: false }, { key: 'today', text: 'Next?', required: true }]
const prompt = { form: { questions }, prefill: [{ key: 'yesterday', text: 'Moved the ledger.', source: 128 }] } as unknown as PromptView

describe('last evening’s wrap answers', () => {
  const draft = draftOf(prompt)
  test('with its number as the source', () => {
    expect(draft).toEqual({ yesterday: { text: 'Moved the ledger.', source: 128 }, today: { text: '', source: null } })
  })
  test('and keeps the source when the words are mended', () => {
    expect(readDraft(questions, typed(typed(draft, 'yesterday', 'Moved the ledger, all of it.'), 'today', 'Resume.'), 'UTC'))
      .toEqual({ answers: [{ key: 'yesterday', text: 'Moved the ledger, all of it.', source: 128 }, { key: 'today', text: 'Resume.', source: null }], missing: [] })
  })
  test('unless it is left out', () => {
    expect(readDraft(questions, typed(leftOut(draft, 'yesterday'), 'yesterday', 'Something else.'), 'UTC')).toEqual({ answers: [{ key: 'yesterday', text: 'Something else.', source: null }], missing: ['today'] })
  })
})

describe('who can clear a blocker', () => {
  const asks = [{ key: 'blockers', text: 'Blocked?', required: false }]
  const said = typed({}, 'blockers', 'The key.')
  test.each([
    [owned(said, 'blockers', { to: 'mei', needBy: '2026-03-24T14:00' }), { to: 'mei', needBy: '2026-03-24T13:00:00Z' }],
    [owned(said, 'blockers', { to: 'mei', needBy: '' }), { to: 'mei', needBy: null }],
    [owned(said, 'blockers', { to: null, needBy: '2026-03-24T14:00' }), undefined],
    [owned(owned(said, 'blockers', { to: 'mei', needBy: '' }), 'blockers', undefined), undefined],
  ])('%#', (draft, ask) => expect(readDraft(asks, draft, 'Europe/Berlin').answers).toEqual([{ key: 'blockers', text: 'The key.', source: null, ...(ask && { ask }) }]))
  test('stays chosen while the words are mended, and goes with them', () => {
    const draft = owned(said, 'blockers', { to: 'mei', needBy: '' })
    expect(readDraft(asks, typed(draft, 'blockers', 'The key of the client.'), 'UTC').answers[0]?.ask?.to).toBe('mei')
    expect(readDraft(asks, typed(draft, 'blockers', ' '), 'UTC').answers).toEqual([])
  })
})

test.each([[[1, 2, 3, 4, 5], 'Monday to Friday'], [[5, 1, 3], 'Monday, Wednesday and Friday'], [[5], 'Friday'], [[1, 2], 'Monday and Tuesday']])('%s is %s', (days, said) => expect(daysWords(days)).toBe(said))

test.each([
  [{ days: [1, 2, 3, 4, 5], at: 'shift_start', every_weeks: 1, window_minutes: 120 }, 'Monday to Friday when the shift starts, answered within 2 h of working time'],
  [{ days: [5], at: '14:00', every_weeks: 2, window_minutes: 480 }, 'Friday at 14:00 local time, every two weeks, answered within 8 h of working time'],
])('a schedule is said', (schedule, said) => expect(scheduleWords(schedule)).toBe(said))

describe('keys of questions', () => {
  test.each([['What shipped?', [], 'what_shipped'], ['What shipped?', ['what_shipped', 'what_shipped_2'], 'what_shipped_3'], ['何を?', [], 'question'], ['2 things', [], 'things']])('%s', (text, taken, key) => expect(newKeyFor(text, taken)).toBe(key))
  test('stay when words change, and empty questions go', () => {
    expect(keyed([{ key: 'today', text: 'Now what?', required: true }, { key: '', text: ' ', required: false }, { key: '', text: 'Today', required: false }]).map(({ key }) => key)).toEqual(['today', 'today_2'])
  })
})

describe('a check-in says whether it asks', () => {
  const now = Temporal.Instant.from('2026-03-24T08:00:00Z')
  const form = { archived: false, paused: false, pausedForMe: false, nextForMe: '2026-03-25T09:00:00Z', schedule: { days: [5], at: '14:00', every_weeks: 1, window_minutes: 480 } }
  const when = 'Friday at 14:00 local time, answered within 8 h of working time.'
  test.each([
    [form, `${when} You are asked next tomorrow 09:00.`],
    [{ ...form, nextForMe: null }, `${when} It does not ask you.`],
    [{ ...form, nextForMe: null, pausedForMe: true }, `${when} Paused for you.`],
    [{ ...form, paused: true }, 'Paused for everybody.'],
    [{ ...form, archived: true }, 'Archived; it asks nobody.'],
  ])('%#', (given, said) => expect(stateWords(given, 'UTC', now)).toBe(said))
})

test('a round is counted in words', () => {
  const people = (count: number) => Array.from({ length: count }, (_, at) => ({ personId: String(at), name: 'Ana', until: '2026-03-24T11:00:00Z', sentence: '' }))
  expect(roundWords({ answers: [], expected: people(2), missed: people(1), skipped: [] })).toBe('No answers; two people are still expected; one person did not answer.')
  expect(roundWords({ answers: [], expected: [], missed: [], skipped: [] })).toBe('No answers.')
})
