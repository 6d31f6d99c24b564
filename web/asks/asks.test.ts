import { describe, expect, test } from 'vitest'
import type { AskView } from '#contract/asks.ts'
import { defaultSettings } from '#domain/agreement/settings.ts'
import { asideWords, ratingWords } from './list/list-words.ts'
import { stayPut } from './list/staying.ts'
import { fieldsOf, isUrgent, missingIn, NEW_ASK, urgencyOf, wholeText, wrongFrom } from './write/ask-draft.ts'
import { cameAlong, threadBeingWritten } from './write/came-along.ts'
import { filledIn } from './write/filled-in.ts'
import { offerLabel, offerRest, peopleToAsk } from './write/landing-words.ts'
import { moreWords } from './write/more-words.ts'

const [SEEDS, OTHER] = [defaultSettings('002').responses, defaultSettings('001').responses]
const DRAFT = { ...NEW_ASK, to: 'mei', title: 'Which index?', body: 'The old or the new one?' }
const ID = '0198c0de-0000-7000-8000-000000000001'

test('an ask is shown whole to whoever chooses between two versions of it', () => {
  expect(wholeText({ ...DRAFT, criteria: 'A yes is enough.', silentDefault: 'We keep the old one.' })).toBe('Which index?\n\nThe old or the new one?\n\nA yes is enough.\n\nWe keep the old one.')
})

describe('a list keeps what was done while it is read', () => {
  const ask = (number: number) => ({ number }) as AskView
  const group = (name: 'now' | 'today', ...numbers: number[]) => ({ name, title: name, asks: numbers.map(ask) })
  const numbersOf = (shown: ReturnType<typeof stayPut>) => shown.groups.map(({ asks }) => asks.map(({ number }) => number))
  test.each([
    ['nothing was shown before', [], [group('now', 1)], [[1]], []],
    ['one was answered: it keeps its place', [group('now', 1, 2, 3)], [group('now', 1, 3)], [[1, 2, 3]], [2]],
    ['the last one of a group', [group('now', 1), group('today', 2)], [group('now'), group('today', 2)], [[1], [2]], [1]],
    ['one moved on to another group', [group('now'), group('today', 2)], [group('now', 2), group('today')], [[2], []], []],
    ['one came, one left', [group('now', 1, 2)], [group('now', 5, 2)], [[1, 5, 2]], [1]],
  ])('%s', (_what, before, fresh, numbers, left) => {
    const shown = stayPut(before, fresh)
    expect([numbersOf(shown), [...shown.left]]).toEqual([numbers, left])
  })
})

describe('the urgency of an ask', () => {
  test.each([
    ['the agreement’s usual one', SEEDS, null, 'normal', false], ['the usual one of the other preset', OTHER, null, 'standard', false],
    ['a chosen one', SEEDS, 'complex', 'complex', false], ['urgent', SEEDS, 'urgent', 'urgent', true], ['one that was named in an older agreement', SEEDS, 'important', 'normal', false],
  ])('%s', (_what, responses, urgency, name, urgent) => expect([urgencyOf({ urgency }, responses), isUrgent({ urgency }, responses)]).toEqual([name, urgent]))
  test('without response times nothing is urgent', () => expect(isUrgent({ urgency: null }, [])).toBe(false))
})

describe('an ask as it is sent', () => {
  test('has moments in the writer’s zone, and nobody twice', () => {
    const sent = fieldsOf({ ...DRAFT, due: '2026-03-24T14:00', needBy: '2026-03-24', others: ['mei', 'ben'], silentDefault: ' we merge it ' }, SEEDS, 'Europe/Berlin')
    expect(sent).toMatchObject({ urgency: 'normal', dueAt: '2026-03-24T13:00:00Z', needBy: '2026-03-23T23:00:00Z', others: ['ben'], silentDefault: 'we merge it', urgentReason: '' })
  })
  test('what an urgent ask may not have stays behind', () => {
    const urgent = { ...DRAFT, urgency: 'urgent', urgentReason: 'Payments fail.', silentDefault: 'go' }
    expect(fieldsOf(urgent, SEEDS, 'UTC')).toMatchObject({ urgentReason: 'Payments fail.', silentDefault: null, dueAt: null, needBy: null })
    expect(fieldsOf({ ...urgent, urgency: null }, SEEDS, 'UTC')).toMatchObject({ urgentReason: '', silentDefault: 'go' })
  })
  test.each([
    ['nothing', DRAFT, true, false, []], ['everything', NEW_ASK, false, false, ['space', 'title', 'body', 'to']],
    ['what urgent needs', DRAFT, true, true, ['urgentReason', 'blockedPath']], ['the chosen time', { ...DRAFT, due: '' }, true, false, ['dueAt']],
  ])('missing: %s', (_what, draft, hasPlace, urgent, fields) => expect(Object.keys(missingIn(draft, { hasPlace, urgent }))).toEqual(fields))
  test('what the server found wrong stands beside its field; what nobody has come to yet does not', () =>
    expect(wrongFrom([{ field: 'dueAt', message: 'It has passed.' }, { field: 'urgentReason', message: 'Why?' }])).toEqual({ dueAt: 'It has passed.' }))
})

describe('what comes along from another page', () => {
  test.each([
    ['nothing', '', { thread: undefined, replyId: null, text: {} }],
    ['a thread and a reply', `?thread=12&reply=${ID}`, { thread: 12, replyId: ID, text: {} }],
    ['a person and a text', `?to=${ID}&title=Which%20index%3F&body=Old%20or%20new%3F`, { text: { to: ID, title: 'Which index?', body: 'Old or new?' } }],
    ['a thread that was being written', `?from=thread&space=${ID}`, { fromThread: true, replyId: null, text: { spaceId: ID, title: 'Limits', body: '' } }],
    ['an ask that was taken back', '?again=7&title=Which%20index%3F', { thread: 3, text: DRAFT }],
    ['nonsense', '?thread=x&space=y&to=z', { thread: undefined, replyId: null, text: {} }],
  ])('%s', (_what, query, came) => expect(cameAlong(query, { beingWritten: { title: 'Limits', body: '' }, asked: () => ({ thread: 3, draft: DRAFT }) })).toMatchObject(came))
  test('a thread is being written once it has words', () => {
    const stored = (value: object | null) => ({ getItem: () => value && JSON.stringify({ value, version: 1, at: '2026-03-24T08:00:00Z', by: 'w' }) })
    expect(threadBeingWritten(stored({ title: 'Limits', body: 'x', kind: 'thread' }), 'me')).toEqual({ title: 'Limits', body: 'x', files: [] })
    expect([threadBeingWritten(stored({ title: ' ' }), 'me'), threadBeingWritten(stored(null), 'me')]).toEqual([undefined, undefined])
  })
})

describe('words', () => {
  test('put aside', () => expect([0, 1, 3].map(asideWords)).toEqual([undefined, 'One ask put aside', 'Three asks put aside']))
  test.each([
    [{ sent: 2, rated: 0, urgent: 0, hour: 0, day: 0 }, 'Two sent, none rated.'],
    [{ sent: 4, rated: 3, urgent: 2, hour: 1, day: 0 }, 'Four sent, three rated: two were urgent and one could have waited an hour.'],
    [{ sent: 1, rated: 1, urgent: 0, hour: 0, day: 1 }, 'One sent, one rated: one could have waited a day.'],
  ])('%o', (rate, words) => expect(ratingWords({ ...rate, sentence: '' })).toBe(words))
  test('what is filled in under the fold', () => {
    expect(moreWords(DRAFT, false)).toBe('A brief look; if you like, criteria and what silence means')
    expect(moreWords({ ...DRAFT, scope: 'detailed', criteria: 'x', silentDefault: 'y' }, false)).toBe('In detail, with criteria and what silence means')
  })
  test('the check knows what the form says', () => expect([filledIn(NEW_ASK), filledIn({ ...DRAFT, criteria: 'x' })]).toEqual([['due', 'scope'], ['responder', 'due', 'scope', 'criteria']]))
  test('an offer says what it does', () => {
    expect(offerLabel({ kind: 'urgent', sentence: '' })).toBe('Make it urgent')
    expect(offerLabel({ kind: 'cover', personId: 'b', name: 'Ben', dueAt: '', sentence: '' })).toBe('Ask Ben, who covers')
    expect(offerLabel({ kind: 'person', personId: 'b', name: 'Ben', dueAt: '', sentence: '' })).toBe('Ask Ben instead')
    expect(['Make it urgent: due 10:30. It then needs a reason.', 'Soon.'].map((sentence) => offerRest({ sentence }))).toEqual(['Due 10:30. It then needs a reason.', 'Soon.'])
  })
  test('people are asked by their name and clock, never oneself', () => {
    const person = { id: 'mei', name: 'Mei', role: 'member' as const, state: 'active' as const, zone: 'Asia/Manila', availability: '', nextWorkingMoment: null, working: false, teamRoles: [], calendar: { periods: [], holidays: [], absences: [], given: [], taken: [] } }
    expect(peopleToAsk([person, { ...person, id: 'me' }, { ...person, id: 'gone', state: 'deactivated' }], 'me', Temporal.Instant.from('2026-03-23T18:10:00Z'))).toEqual([{ value: 'mei', label: 'Mei', hint: '02:10 in Manila, off work' }])
  })
})
