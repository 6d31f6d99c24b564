import { describe, expect, test } from 'vitest'
import { chooseQuotes, standingSentence } from './choose.ts'
import type { Choice } from './choose.ts'
import { confidence, coverage, howSure, tellingOf } from './confidence.ts'
import { holdsNames, namesAsked } from './names-asked.ts'
import { passageWeight } from './weigh.ts'

const choice = (entryId: string, weight: number, more: Partial<Choice> = {}): Choice => ({ entryId, weight, state: null, isReply: false, decidedAs: null, replacedBy: null, ...more })
const ids = (choices: readonly Choice[]) => chooseQuotes(choices, 3).map(({ entryId }) => entryId)

describe('which passages are quoted', () => {
  test.each([
    ['the best three, one of each entry', [choice('a', 1), choice('b', 3), choice('b', 2), choice('c', 0.5), choice('d', 2)], ['b', 'd', 'a']],
    ['a decided record before the talk that led to it', [choice('talk', 3, { decidedAs: 'record' }), choice('record', 1)], ['record', 'talk']],
    ['a talk whose record is quoted goes last', [choice('talk', 3, { decidedAs: 'record' }), choice('record', 1), choice('x', 0.5), choice('y', 0.4)], ['record', 'x', 'y']],
    ['what holds before what it replaced', [choice('old', 3, { state: 'superseded', replacedBy: 'new' }), choice('new', 0.1)], ['new', 'old']],
    ['a record that is not among them changes nothing', [choice('talk', 3, { decidedAs: 'elsewhere' }), choice('b', 1)], ['talk', 'b']],
    ['nothing of nothing', [], []],
  ])('%s', (_what, choices, quoted) => expect(ids(choices)).toEqual(quoted))

  test.each([['decided', null, 'Decided; it holds.'], ['superseded', 7, 'It does not hold any more: #7 does.'], ['superseded', null, 'It does not hold any more.'], ['stale', null, 'Its time has run out: nobody has verified it since.'], [null, null, 'As it was written then.']] as const)(
    'what is %s says so', (state, holds, sentence) => expect(standingSentence({ state, isReply: false }, holds)).toBe(sentence))
})

describe('names that a question asks about', () => {
  test.each([
    ['how do I rotate the Twilio API token', ['Twilio', 'API']], ['Why do we use Valkey?', ['Valkey']], ['which service for the iOS app', ['iOS']], ['why max_wal_size2', ['max_wal_size2']],
    ['PostgreSQL or not', ['PostgreSQL']], ['Postgres or not', []], ['how do I write a review', []], ['Use The Slug As Its Unique ID', []], ['', []], ['was it in 2026', []],
  ])('%s', (question, names) => expect(namesAsked(question)).toEqual(names))

  test.each([
    [['Twilio'], 'The twilio-token is rotated.', true], [['VPCs'], 'Each VPC', true], [['iOS'], 'see iostat', false], [['iOS'], 'at kubernetes.io', false], [['iOS'], 'an ios build', true], [['API'], 'two APIs', true], [['Lisbon', 'API'], 'the API', false], [[], '', true], [['db/schema.ts'], 'In db/schema.ts.', true],
  ])('%j in %j', (names, text, held) => expect(holdsNames(names, text)).toBe(held))
})

const term = (word: string, texts: number, kin: [string, number][] = []) => ({ kin: new Map<string, number>([[word, 1], ...kin]), weight: 1, texts })
const text = (counts: Record<string, number>, size = 100) => ({ id: 'x', size, counts })
const ALL = { texts: 1000, meanSize: 100 }

describe('how sure one may be', () => {
  const asked = [term('valkey', 3), term('licenc', 10), term('use', 500)]
  const sure = (counts: Record<string, number>, terms = asked) => {
    const around = [text(counts), text({ use: 1 })]
    const telling = tellingOf(terms, ALL, around)
    return { text: confidence([text(counts)], telling, around), passage: coverage([counts], telling) }
  }
  test('more, the more of the rare words stand there, and the more often', () => {
    expect(howSure(sure({ valkey: 3, licenc: 2, use: 2 }))).toBe('sure')
    expect(howSure(sure({ valkey: 1, licenc: 1 }))).toBe('sure')
    expect(sure({ valkey: 3 }).text).toBeGreaterThan(sure({ valkey: 1 }).text)
    expect(howSure(sure({ use: 9 }))).toBe('not')
    expect(sure({})).toEqual({ text: 0, passage: 0 })
    expect(howSure({ text: 0.5, passage: 0.3 })).toBe('near')
  })
  test('what is quoted meets half of the question at least, however much of it stands in the rest of a long text', () => {
    expect(howSure({ text: 1, passage: 0.4 })).toBe('near')
    expect(howSure({ text: 0.7, passage: 0.5 })).toBe('sure')
  })
  test('two names of four words are half of a question, however rare they are', () => {
    const named = [term('python', 3), term('sdk', 2), term('version', 100), term('public', 100)]
    expect(sure({ python: 4, sdk: 4 }, named).passage).toBe(0.5)
    expect(sure({ python: 1, sdk: 1, version: 1 }, named).passage).toBe(0.75)
  })
  test('a word that stands nowhere counts most, and words that look like it do not stand for it', () => {
    expect(howSure(sure({ reset: 5, thermos: 5 }, [term('thermostat', 4, [['thermos', 0.5]]), term('reset', 50)]))).toBe('not')
  })
  test('without words there is nothing to be sure of', () => expect(sure({ a: 1 }, [])).toEqual({ text: 0, passage: 0 }))
})

test('a passage weighs what it holds of the rare words, and a little for what stands above it', () => {
  const weigh = (counts: Record<string, number>, headings: Record<string, number> = {}, headingText = '') => passageWeight({ counts, headings, title: {}, size: 20, headingText }, [term('valkey', 3), term('use', 500)], ALL, 20)
  expect(weigh({ valkey: 1 })).toBeGreaterThan(weigh({ use: 3 }))
  expect(weigh({}, { valkey: 1 })).toBeGreaterThan(0)
  expect(weigh({ valkey: 1 }, {}, 'Decision Outcome')).toBeGreaterThan(weigh({ valkey: 1 }, {}, 'Context'))
  expect(weigh({})).toBe(0)
})
