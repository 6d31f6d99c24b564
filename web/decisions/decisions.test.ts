import { describe, expect, test } from 'vitest'
import { aboutWords, clockWords } from './log/DecisionList.tsx'
import { inLines } from './log/Graph.tsx'
import { layOut } from './log/layers.ts'
import { hrefOf, searchIn } from './log/search.ts'
import { byMonth } from './log/Timeline.tsx'
import { numbersIn } from './numbers.ts'
import { aDecision, ANA, aPosition, BEN, MEI, NOW, SPACE } from './decision.test-kit.ts'
import { saidWords } from './Initials.tsx'
import { daysRibbon } from './read/days-ribbon.ts'
import { equalBefore, plainQuote, quoteIn, shownPlace } from '../ui/passages.ts'
import { isAskedAgain, openObjections, preselected, saidAt } from './read/said.ts'
import { initialsOf, pointWords } from './words.ts'
import { noneIn } from './write/use-space-people.ts'

describe('words of a decision', () => {
  test.each([['Mei Tanaka', 'MT'], ['Ana Maria da Silva', 'AS'], ['Kenji', 'KE'], ['Ødegård Ås', 'ØÅ'], ['  ', '']])('initials of %s', (name, initials) => expect(initialsOf(name)).toBe(initials))
  test.each([
    [{}, 'Ben Okafor supports it'], [{ kind: 'objection' as const, onRecord: true }, 'Ben Okafor objects, on record'], [{ kind: 'no-concern' as const, current: false }, 'Ben Okafor has no concern, of an earlier text'],
  ])('what somebody holds %#', (change, words) => expect(saidWords(aPosition(change))).toBe(words))
  test.each([
    [{ optionId: null }, undefined], [{ optionId: 'broker' }, 'A message broker'], [{ optionId: 'table', tradeOffId: 'limit' }, '“about 500 messages a second”, of A table in Postgres'], [{ optionId: 'gone' }, undefined],
  ])('what it is about %#', (point, words) => expect(pointWords(aPosition(point), aDecision().content)).toBe(words))
  test.each([['#12, 30 and #7, #12', [12, 30, 7]], ['', []], ['none', []], ['#0', []]])('numbers in %s', (line, numbers) => expect(numbersIn(line)).toEqual(numbers))
})

describe('who stands where', () => {
  const objection = aPosition({ personId: ANA, kind: 'objection', text: 'It fills the disk.' })
  const support = aPosition()
  test('at one point, objections first and those without words apart', () => {
    const there = saidAt([support, objection, aPosition({ optionId: 'broker' })], { optionId: 'table', tradeOffId: null })
    expect(there).toEqual({ silent: [support], worded: [objection] })
  })
  test('an objection that a call has heard stands in the way no more', () => expect(openObjections([objection, { ...objection, onRecord: true }])).toEqual([objection]))
  test.each([
    ['what is recommended', {}, 'table'],
    ['what most support, where nothing is', { content: { ...aDecision().content, recommendation: { optionId: null, why: '' } }, positions: [aPosition({ optionId: 'broker' })] }, 'broker'],
    ['nothing where it is even', { content: { ...aDecision().content, recommendation: { optionId: null, why: '' } }, positions: [aPosition({ optionId: 'broker' }), aPosition({ personId: ANA })] }, undefined],
  ])('a signature would choose %s', (_why, change, id) => expect(preselected(aDecision(change))).toBe(id))
  test('who spoke on an earlier text is asked again until they speak', () => {
    const old = aPosition({ current: false })
    expect([isAskedAgain(aDecision({ positions: [old] }), BEN), isAskedAgain(aDecision({ positions: [old, aPosition()] }), BEN), isAskedAgain(aDecision({ positions: [old] }), MEI), isAskedAgain(aDecision({ positions: [old], state: 'decided' }), BEN)]).toEqual([true, false, false, false])
  })
})

describe('passages', () => {
  const text = 'The **server** dies. When the server\ndies, mail is lost.'
  test('a selection is found in the Markdown behind it, the right one of two', () => {
    expect(quoteIn(text, 'server dies', 'The ')?.quote).toBe('server** dies')
    expect(quoteIn(text, 'server dies', 'The server dies. When the ')).toMatchObject({ quote: 'server\ndies', prefix: 'The **server** dies. When the ', suffix: ', mail is lost.' })
  })
  test('what is not there, or is no word, is not', () => expect([quoteIn(text, 'broker', ''), quoteIn(text, ' — ', '')]).toEqual([undefined, undefined]))
  test.each([['January** we\nlost', 'January we lost'], ['the [table](/12) `x`', 'the table x'], ['> said', 'said']])('read as words: %s', (quote, words) => expect(plainQuote(quote)).toBe(words))
  test('and back: the quote among the words as they are shown', () => {
    const shown = 'The server dies. When the server dies, mail is lost.'
    const start = text.indexOf('server\ndies')
    expect(shownPlace(shown, 'server\ndies', equalBefore(text, 'server\ndies', start))).toEqual({ start: 26, end: 37 })
  })
})

describe('the ribbon to the deadline', () => {
  const EMPTY = { periods: [], holidays: new Set<string>(), absences: [], given: new Set<string>(), taken: [] }
  test('ends with the day of the deadline, and marks it', () => {
    const shape = daysRibbon({ calendar: EMPTY, zone: 'Europe/Berlin', now: NOW, until: Temporal.Instant.from('2026-03-26T16:00:00Z') })
    expect(shape).toMatchObject({ dayMinutes: 3 * 1440, now: 600, due: { at: 2 * 1440 + 17 * 60, label: 'Thu 26 17:00' } })
    expect(shape?.ticks?.map(({ label }) => label)).toEqual(['Tue', 'Wed', 'Thu'])
  })
  test('a day on which the clocks change has its own length', () => expect(daysRibbon({ calendar: EMPTY, zone: 'Europe/Berlin', now: Temporal.Instant.from('2026-03-28T09:00:00Z'), until: Temporal.Instant.from('2026-03-30T09:00:00Z') })?.dayMinutes).toBe(3 * 1440 - 60))
  test.each(['2026-03-24T09:00:00Z', '2026-03-01T09:00:00Z', '2027-03-01T09:00:00Z'])('there is none to %s', (until) => expect(daysRibbon({ calendar: EMPTY, zone: 'Europe/Berlin', now: NOW, until: Temporal.Instant.from(until) })).toBeUndefined())
})

describe('the log', () => {
  test('its address and its search are one', () => {
    const query = `view=graph&of=open&state=ready&space=${SPACE}&tag=costs&q=cache`
    expect(hrefOf(searchIn(`?${query}`))).toBe(`/decisions?${query}`)
    expect(hrefOf(searchIn('?view=cloud&of=none&state=maybe&space=1'))).toBe('/decisions')
  })
  test('a line says who signs and what stands in the way', () => {
    expect(aboutWords(aDecision({ counts: { support: 0, objections: 1, questions: 2, missing: 0 } }), false)).toEqual(['#219', 'Mei Tanaka signs', 'Platform', 'one objection', 'two questions'])
    expect(aboutWords(aDecision({ state: 'decided', adrNumber: 31, chosen: 'A table' }), true)).toEqual(['ADR 0031, #219', '“A table”'])
  })
  test.each([
    [aDecision(), 'open until Thursday 17:00'], [aDecision({ state: 'provisional', provisionalUntil: '2026-04-01T22:00:00Z' }), 'holds until Wednesday 1 April'], [aDecision({ state: 'decided' }), undefined],
  ])('the clock that runs %#', (decision, words) => expect(clockWords(decision, 'Europe/Berlin', NOW)).toBe(words))
  test('months are the reader’s', () => {
    const node = { number: 1, title: 'A', state: 'decided' as const, at: '2026-03-31T23:00:00Z', spaceName: 'Platform', adrNumber: 1 }
    expect([byMonth([node], 'UTC')[0]?.month, byMonth([node], 'Asia/Tokyo')[0]?.month]).toEqual(['March 2026', 'April 2026'])
  })
  test.each([
    ['A short one', ['A short one']], ['Where do outgoing mails wait: a table or a broker?', ['Where do outgoing mails wait:', 'a table or a broker?']],
    ['Where do outgoing mails wait: a table in Postgres, or a broker of messages?', ['Where do outgoing mails wait:', 'a table in Postgres, or a…']], ['x'.repeat(70), ['x'.repeat(30), `${'x'.repeat(15)}…`]],
  ])('a title in a box: %s', (title, lines) => expect(inLines(title)).toEqual(lines))
})

describe('the graph of what superseded what', () => {
  const supersedes = (from: number, to: number) => ({ from, to, how: 'supersedes' as const })
  const spotsOf = (...args: Parameters<typeof layOut>) => layOut(...args).map(({ number, layer, row }) => `${number}: ${layer}.${row}`)
  test('older ones stand on the left, one column for each step', () => expect(spotsOf([1, 2, 3], [supersedes(3, 2), supersedes(2, 1)])).toEqual(['1: 0.0', '2: 1.0', '3: 2.0']))
  test('whoever stands alone, and links to what is not there, are left out', () => expect(spotsOf([1, 2, 9], [supersedes(2, 1), supersedes(9, 77)])).toEqual(['1: 0.0', '2: 1.0']))
  test('rows follow what they are linked with', () => expect(spotsOf([1, 2, 3, 4], [supersedes(3, 2), supersedes(4, 1)])).toEqual(['2: 0.0', '1: 0.1', '3: 1.0', '4: 1.1']))
  test('a circle does not go round for ever', () => expect(layOut([1, 2], [supersedes(1, 2), supersedes(2, 1), supersedes(1, 1)])).toHaveLength(2))
  test('a long chain is laid out', () => expect(layOut(Array.from({ length: 300 }, (_, at) => at), Array.from({ length: 299 }, (_, at) => supersedes(at + 1, at))).at(-1)?.layer).toBe(299))
})

test('who can be named hangs on the space, so that one is chosen first', () => expect([noneIn(null), noneIn(SPACE)]).toEqual(['Choose the space first.', 'Nobody by that name can see this.']))
