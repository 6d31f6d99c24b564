import { describe, expect, test } from 'vitest'
import { placeWords, problemPlace, reportSentences } from './report-words.ts'
import { Tally } from './tally.ts'
import { said } from '../words/said.ts'
import type { ImportReport } from './tally.ts'
import type { ImportCounts, Piece } from './types.ts'

const NONE: ImportCounts = { conversations: 0, messages: 0, pages: 0, known: 0, matched: 0, placeholders: 0, spaces: 0 }
const problem = { file: 'a.json', line: 3, what: said`It is odd.`, next: said`Look.` }
const told = { ...problem, what: 'It is odd.', next: 'Look.' }
const talk = (key: string, place: string, count: number): Piece => ({ conversation: { key, title: key, place: { key: place, name: place.toUpperCase(), purpose: '' }, messages: Array.from({ length: count }, (_none, index) => ({ key: `${key}${index}`, author: 'a', at: '2019-05-06T10:00:00Z', markdown: 'x', editedAt: null, reactions: [] })) } })
const HEAD = { source: 'slack:T1', name: 'x.zip' }

describe('the tally of an import', () => {
  const read = () => {
    const tally = new Tally()
    for (const piece of [talk('a', 'pier', 2), talk('b', 'pier', 1), talk('a', 'pier', 3), talk('c', 'wharf', 9), { people: [] }, { problem }, { left: said`notices`, count: 2 }, { left: said`notices`, count: 3 }, { left: said`polls`, count: 1 }]) tally.read(piece)
    return tally
  }
  test('counts each conversation once, however many parts it comes in; the fullest place first', () => {
    const { places, left, problems } = read().report({ ...HEAD, dryRun: false })
    expect(places).toEqual([{ name: 'WHARF', conversations: 1, messages: 9, isNew: false }, { name: 'PIER', conversations: 2, messages: 6, isNew: false }])
    expect(left).toEqual([{ what: 'notices', count: 5 }, { what: 'polls', count: 1 }])
    expect(problems).toEqual([told])
  })
  test('what came is what the server wrote; of a look ahead, what was read and is not here', () => {
    const tally = read()
    tally.sent({ ...NONE, messages: 4, known: 1 })
    tally.sent({ conversations: 1, messages: 2, pages: 3, known: 4, matched: 5, placeholders: 6, spaces: 7 })
    expect(tally.report({ ...HEAD, dryRun: false })).toMatchObject({ ...HEAD, dryRun: false, counts: { conversations: 1, messages: 6, pages: 3, known: 5, matched: 5, placeholders: 6, spaces: 7 } })
    expect(tally.report({ ...HEAD, dryRun: true })).toMatchObject({ dryRun: true, counts: { conversations: 3, messages: 10, pages: 3, known: 5 } })
  })
  test('says what was left out and what could not be read in the words of whoever imports', () => {
    const tally = new Tally({ language: 'de', texts: { 'It is odd.': 'Sie ist seltsam.', 'Look.': 'Sieh nach.', notices: 'Hinweise' } })
    for (const piece of [{ problem }, { left: said`notices`, count: 2 }]) tally.read(piece)
    expect(tally.report({ ...HEAD, dryRun: false })).toMatchObject({ left: [{ what: 'Hinweise', count: 2 }], problems: [{ ...problem, what: 'Sie ist seltsam.', next: 'Sieh nach.' }] })
  })
  test('what the server would meet adds up, and a place that is not there is new', () => {
    const tally = read()
    tally.met({ matched: 1, placeholders: 2, known: 9, spaces: [{ key: 'pier', there: false }, { key: 'wharf', there: true }] })
    tally.met({ matched: 3, placeholders: 1, known: 9, spaces: [{ key: 'elsewhere', there: false }] })
    const { counts, places } = tally.report({ ...HEAD, dryRun: true })
    expect(counts).toMatchObject({ matched: 4, placeholders: 3, spaces: 2, known: 0 })
    expect(places.map(({ name, isNew }) => [name, isNew])).toEqual([['WHARF', false], ['PIER', true]])
  })
})

describe('the report in words', () => {
  const report = (counts: Partial<ImportCounts>, more: Partial<ImportReport> = {}) => reportSentences({ source: 'Slack', dryRun: false, counts: { ...NONE, ...counts }, places: [{ name: 'pier', conversations: 1, messages: 1, isNew: false }], left: [], problems: [], ...more })
  test.each<[string, Partial<ImportCounts>, Partial<ImportReport>, string[]]>([
    ['many', { messages: 9494, conversations: 246 }, {}, ['9,494 messages in 246 new conversations came from Slack.']],
    ['one', { messages: 1, conversations: 1 }, {}, ['1 message in 1 new conversation came from Slack.']],
    ['a look ahead', { messages: 2, conversations: 1 }, { dryRun: true }, ['2 messages in 1 conversation would come from Slack.']],
    ['some are here', { messages: 2, conversations: 2, known: 1 }, {}, ['2 messages in 2 new conversations came from Slack; 1 message is here already.']],
    ['more are here', { messages: 0, conversations: 0, known: 3 }, {}, ['0 messages in 0 new conversations came from Slack; 3 messages are here already.']],
    ['pages and a folder', { pages: 3 }, { places: [], source: 'markdown:pier', folders: 1 }, ['3 pages came from pier.', 'One of these pages is a folder, under which its files stand.']],
    ['folders that are here', { known: 3 }, { places: [], folders: 1 }, ['0 pages came from Slack; 3 pages are here already.']],
    ['pages', { pages: 2 }, { places: [] }, ['2 pages came from Slack.']], ['one page', { pages: 1, known: 2 }, { places: [] }, ['1 page came from Slack; 2 pages are here already.']],
    ['only what is here', { known: 1 }, { places: [] }, ['0 pages came from Slack; 1 page is here already.']], ['nothing', {}, { places: [] }, ['0 messages in 0 new conversations came from Slack.']],
    ['one and one', { matched: 1, placeholders: 1, spaces: 1 }, {}, [expect.any(String), '1 person is here by e-mail; 1 person stands as a placeholder until they come.', '1 space was made.']],
    ['two and two', { matched: 2, placeholders: 2, spaces: 2 }, {}, [expect.any(String), '2 people are here by e-mail; 2 people stand as placeholders until they come.', '2 spaces were made.']],
    ['nobody by e-mail', { placeholders: 1 }, {}, [expect.any(String), '0 people are here by e-mail; 1 person stands as a placeholder until they come.']],
    ['would be made', { matched: 1, spaces: 1 }, { dryRun: true }, [expect.any(String), '1 person is here by e-mail; 0 people would stand as placeholders until they come.', '1 space would be made.']],
    ['left out', {}, { left: [{ what: 'notices', count: 1200 }, { what: 'polls', count: 1 }] }, [expect.any(String), 'Left out: 1,200 notices.', 'Left out: 1 polls.']],
    ['one problem', {}, { problems: [told] }, [expect.any(String), '1 thing could not be read as it stands; the rest is here.']],
    ['two problems ahead', {}, { dryRun: true, problems: [told, told] }, [expect.any(String), '2 things could not be read as they stand.']],
  ])('%s', (_what, counts, more, sentences) => { expect(report(counts, more)).toEqual(sentences) })
  test('a place, and where a problem stands', () => {
    expect(placeWords({ name: 'pier', conversations: 246, messages: 3116, isNew: true })).toBe('3,116 messages in 246 conversations, a new space')
    expect(placeWords({ name: 'pier', conversations: 1, messages: 1, isNew: false })).toBe('1 message in 1 conversation')
    expect([problemPlace(problem), problemPlace({ file: 'a', line: null })]).toEqual(['a.json:3', 'a'])
  })
})
