import { describe, expect, test } from 'vitest'
import { proposeTimes } from './call-times.ts'
import { ROUND_LIMITS, countRounds, offerCall } from './rounds.ts'
import type { Exchange, OpenPoint } from './rounds.ts'
import { NEVER, instant, span, tuesday, works } from './asks.test-kit.ts'

/** A thread as letters, one message an hour. */
const thread = (authors: string, askId?: string): Exchange[] => [...authors].map((authorId, index) => ({ authorId, at: tuesday('00:00').add({ hours: index }), askId }))
const point: OpenPoint = { askId: 'q', text: 'Which cache?', peopleIds: ['A', 'B'] }
const NOW = instant('2026-03-25T00:00Z')

describe('rounds of one question', () => {
  test.each([['', 0], ['A', 0], ['AB', 0], ['ABA', 1], ['AABBBA', 1], ['ABAB', 1], ['ABABA', 2], ['ABABABABA', 4], ['ABCA', 1], ['ABCBCB', 2], ['AAAA', 0]])('%s: %i', (authors, rounds) => {
    expect(countRounds(thread(authors))[0]?.rounds ?? 0).toBe(rounds)
  })

  test('are counted for each question of a thread, in the order of time', () => {
    const mixed = [...thread('ABA', 'one'), ...thread('ABABA', 'two')]
    expect(countRounds(mixed.toReversed()).map(({ askId, rounds, messages, backIds }) => [askId, rounds, messages, backIds])).toEqual([['two', 2, 5, ['A', 'B']], ['one', 1, 3, ['A']]])
  })
})

describe('a call', () => {
  const offered = (exchanges: Exchange[], openPoints: OpenPoint[] = [point], now = NOW) => {
    const found = offerCall({ exchanges, openPoints }, ROUND_LIMITS, now)
    return found === null ? null : [found.why, found.count, found.peopleIds, found.agenda.map(({ askId }) => askId)]
  }
  test.each<[string, Exchange[], OpenPoint[] | undefined, ReturnType<typeof offered>]>([
    ['three rounds: write on', thread('ABABABA', 'q'), undefined, null],
    ['a fourth: offer it', thread('ABABABABA', 'q'), undefined, ['rounds', 4, ['A', 'B'], ['q']]],
    ['who came back to it is concerned, who looked in is not', thread('ABABABABACADCA', 'q'), undefined, ['rounds', 6, ['A', 'B', 'C'], ['q']]],
    ['the question is answered: nothing to settle', thread('ABABABABA', 'q'), [], null],
    ['only the point in dispute is on the agenda', [...thread('ABABABABA', 'q'), ...thread('CD', 'r')], [point, { askId: 'r', text: 'Who?', peopleIds: ['C', 'D'] }], ['rounds', 4, ['A', 'B'], ['q']]],
    ['nineteen messages: write on', thread('ABCDEFGHIJKLMNOPQRS', 'q'), undefined, null],
    ['twenty: all that is open', thread('ABCDEFGHIJKLMNOPQRST', 'q'), [point, { askId: 'r', text: 'Who?', peopleIds: ['C'] }], ['messages', 20, ['A', 'B', 'C'], ['q', 'r']]],
  ])('%s', (_why, exchanges, openPoints, offer) => {
    expect(offered(exchanges, openPoints)).toEqual(offer)
  })

  test.each([['ABA', '2026-03-26T23:59Z', null], ['ABA', '2026-03-27T00:00Z', ['days', 3, ['A', 'B'], ['q']]], ['AB', '2026-03-30T00:00Z', null], ['A', '2026-03-30T00:00Z', null]])('%s at %s: a question that went round and is three days old', (authors, now, offer) => {
    expect(offered(thread(authors, 'q'), [point], instant(now))).toEqual(offer)
  })

  test('is of 15 minutes, 30 with a reason, or a decision instead', () => {
    expect(offerCall({ exchanges: thread('ABABABABA', 'q'), openPoints: [point] }, ROUND_LIMITS, NOW)?.options).toEqual([{ kind: 'call', minutes: 15, longMinutes: 30 }, { kind: 'decision' }])
  })
})

describe('times for a call', () => {
  const reader = (id: string, zone: string, focus = [] as ReturnType<typeof span>[]) => ({ id, calendar: works(zone), focus })
  const times = (...args: Parameters<typeof proposeTimes>) => proposeTimes(...args).map(({ start, end }) => `${start.toString().slice(8, 16)}–${end.toString().slice(11, 16)}`)
  test.each<[string, Parameters<typeof proposeTimes>, string[]]>([
    ['one in each shared stretch, half an hour from now at the earliest', [[reader('ben', 'Europe/Berlin'), reader('nora', 'America/New_York')], 15, tuesday('13:05')], ['24T13:45–14:00', '25T13:00–13:15', '26T13:00–13:15']],
    ['outside focus', [[reader('ben', 'Europe/Berlin', [span('2026-03-24T08:00Z', '2026-03-24T14:50Z')]), reader('nora', 'America/New_York')], 30, tuesday('07:00')], ['24T15:00–15:30', '25T13:00–13:30', '26T13:00–13:30']],
    ['a stretch that is too short is left out', [[reader('ben', 'Europe/Berlin', [span('2026-03-24T08:00Z', '2026-03-24T15:40Z')]), reader('nora', 'America/New_York')], 30, tuesday('07:00')], ['25T13:00–13:30', '26T13:00–13:30', '27T13:00–13:30']],
    ['none where nobody works at once', [[reader('mei', 'Asia/Manila'), { id: 'kim', calendar: NEVER, focus: [] }], 15, tuesday('07:00')], []],
  ])('%s', (_why, args, expected) => {
    expect(times(...args)).toEqual(expected)
  })
})
