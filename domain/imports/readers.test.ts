import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ENGLISH, inWords, said } from '../words/said.ts'
import { ARCHIVE, entryProblem } from './archive.ts'
import { Batcher } from './batches.ts'
import { ircLog } from './irc.ts'
import { keyOf } from './keys.ts'
import { MailThreads } from './mail.ts'
import type { DecodedMail } from './mail.ts'
import { hardBreaks, inPieces, plainToMarkdown } from './prose.ts'
import { slackDay, slackWorkspace } from './slack.ts'
import { spaceNameFor } from './space-name.ts'
import { dayTitle, titleOf } from './titles.ts'
import { problemsIn } from './told.test-kit.ts'
import type { ImportedConversation, Piece } from './types.ts'
import { zulipName, zulipPlace, zulipTopic } from './zulip.ts'

const talks = (pieces: Iterable<Piece>): ImportedConversation[] => [...pieces].flatMap((piece) => 'conversation' in piece ? [piece.conversation] : [])
const told = ({ title, messages }: ImportedConversation) => [title, ...messages.map(({ author, markdown }) => `${author}: ${markdown}`)]

describe('a day of Slack', () => {
  const workspace = () => slackWorkspace({
    users: [{ id: 'U1', team_id: 'T1', name: 'ben', profile: { real_name: 'Ben Boat', email: 'ben@example.com' } }, { id: 'U2', name: 'pia' }, 'nobody', { id: 7 }],
    channels: [{ id: 'C1', name: 'wharf', purpose: { value: 'Boats' } }], groups: [{ id: 'G1', name: 'secret' }],
  })
  const day = (messages: unknown, path = 'wharf/2019-05-06.json') => [...slackDay({ path, text: typeof messages === 'string' ? messages : JSON.stringify(messages, null, 1), workspace: workspace(), emoji: (name) => name === 'tada' ? '🎉' : null })]
  const root = { type: 'message', user: 'U1', text: 'Where does it *land*?', ts: '1557136800.000100', thread_ts: '1557136800.000100' }

  test('threads stand apart from what was said in passing, the first message first', () => {
    const pieces = day([{ ...root, text: 'At the pier', user: 'U2', ts: '1557136900.000200' }, root, { user: 'U2', text: 'Morning', ts: '1557130000.0' }, { user: 'U1', text: 'Rain again', ts: '1557140000.0', edited: { ts: '1557140001.5' } }])
    expect(talks(pieces).map(told)).toEqual([['Where does it land?', 'U1: Where does it **land**?', 'U2: At the pier'], ['wharf, 6 May 2019', 'U2: Morning', 'U1: Rain again']])
    expect(talks(pieces)[1]?.messages[1]?.editedAt).toBe('2019-05-06T10:53:21.5Z')
    expect(pieces.flatMap((piece) => 'people' in piece ? piece.people.map(({ name, email }) => [name, email]) : [])).toContainEqual(['Ben Boat', 'ben@example.com'])
  })
  test('reactions, files by reference without their token, and apps', () => {
    const [talk] = talks(day([{ ...root, reactions: [{ name: 'tada', users: ['U2', 'U9'] }], files: [{ name: 'plan.pdf', url_private: 'https://files.example/plan.pdf?t=xoxe-1' }] }, { subtype: 'bot_message', username: 'Harbour', text: '', attachments: [{ title: 'Tide', text: 'High at 9' }], ts: '1557136901.1', thread_ts: root.ts }]))
    expect(talk?.messages[0]).toMatchObject({ markdown: 'Where does it **land**?\n\nFile: [plan.pdf](https://files.example/plan.pdf)', reactions: [{ emoji: '🎉', people: ['U2'] }] })
    expect(talk?.messages[1]).toMatchObject({ author: 'Harbour', markdown: 'Tide  \nHigh at 9' })
  })
  test('what cannot be read is said with its line, and notices are counted', () => {
    expect(problemsIn(day([{ user: 'U1', text: '', ts: '1557136800.0' }, { text: 'x' }, 3, { user: 'U7', text: 'hi', ts: '1557136802.0' }, { ...root, reactions: [{ name: 'ours', users: ['U1'] }] }])).map(({ line, what }) => [line, what])).toEqual([
      [5, 'This message holds no text.'], [null, 'The 2. message has no time that can be read.'], [null, 'The 3. message has no time that can be read.'],
      [14, 'Nobody in users.json has the id U7; the message came in under this id.'], [20, 'The reaction :ours: is no emoji that everybody has; it was left out.'],
    ])
    expect(problemsIn(day('[{"a": }]'))).toHaveLength(1)
    expect(problemsIn(day('{}'))).toHaveLength(1)
    expect(day([{ subtype: 'channel_join', user: 'U1', text: 'x', ts: '1557136800.0' }])).toEqual([{ left: said`notices that Slack wrote itself`, count: 1 }])
    expect(problemsIn(day([root], 'secret/2019-05-06.json')).map(({ what }) => what)).toEqual(['This channel is not in the list of public channels.'])
  })
  test('any JSON is read without falling over', () => {
    fc.assert(fc.property(fc.array(fc.record({ ts: fc.oneof(fc.constant('1557136800.1'), fc.anything()), user: fc.anything(), text: fc.oneof(fc.string(), fc.anything()), thread_ts: fc.anything(), reactions: fc.anything(), files: fc.anything(), attachments: fc.anything(), edited: fc.anything(), subtype: fc.anything() }, { requiredKeys: [] })), fc.json(), (messages, json) => {
      day(JSON.stringify(messages) ?? '[]')
      day(json)
    }), { numRuns: 60 })
  })
})

describe('mails', () => {
  const mail = (given: Partial<DecodedMail>): DecodedMail => ({ file: 'a.mbox', line: 1, messageId: '<1@x>', inReplyTo: null, references: [], from: { name: 'Ben Boat', address: 'Ben@Example.com' }, date: '2019-05-06T10:00:00Z', subject: 'The ferry', text: 'Hello', markdown: '', attachments: [], ...given })
  const read = (...mails: Partial<DecodedMail>[]) => {
    const threads = new MailThreads({ key: 'l', name: 'l', purpose: '' })
    return mails.flatMap((one) => [...threads.read(mail(one))])
  }
  test('join by what they answer, also where the parent never came', () => {
    const keys = talks(read({}, { messageId: '<2@x>', inReplyTo: '<1@x>' }, { messageId: '<3@x>', references: ['<0@x>', '<2@x>'] }, { messageId: '<8@x>', inReplyTo: '<7@x>' }, { messageId: '<9@x>', inReplyTo: '<7@x>' })).map(({ key }) => key)
    expect(keys).toEqual(['<1@x>', '<1@x>', '<1@x>', '<7@x>', '<7@x>'])
  })
  test.each([
    ['Re: [boats] AW: The ferry', 'The ferry'], ['[boats] Re: Tides', 'Tides'], ['', 'Hello'], ['Re: ', 'Hello'],
  ])('the subject %j is the title %j', (subject, title) => {
    expect(talks(read({ subject }))[0]?.title).toBe(title)
  })
  test('quotes stay, files are named, and a mail without a date is said with its line', () => {
    expect(talks(read({ text: '> Where?\n\nThere <b>\n', attachments: [{ name: 'tide.pdf', size: 2048 }] }))[0]?.messages[0]?.markdown).toBe('> Where?\n\nThere \\<b>\n\nFile that stayed in the mail: tide.pdf, 2 kB')
    expect(problemsIn(read({ date: null, line: 7 }, { text: '', markdown: '' }, { from: null })).map(({ line, what }) => `${line} ${what}`)).toEqual(['7 This mail has no date that can be read.', '1 This mail holds no text.', '1 This mail does not say who wrote it.'])
  })
})

describe('logs of IRC', () => {
  const LOG = '=== zoe has joined #pier\n[23:58] <ben> first\n[23:59] <pia> second\n[00:01] * ben waves\n[00:02] <zoe> third\n[00:03] -tidebot- high\nnonsense\n'
  const read = (text: string, answers: string | null = null, path = 'pier/2004-11-15_03.raw.txt', day: string | null = null) => [...ircLog({ path, text, answers, folder: 'pier', day })]
  test('make one conversation a day, past midnight too', () => {
    const pieces = read(LOG)
    expect(talks(pieces).map(told)).toEqual([['pier, 15 November 2004', 'ben: first', 'pia: second'], ['pier, 16 November 2004', 'ben: *waves*', 'zoe: third', 'tidebot: high']])
    expect(problemsIn(pieces)).toMatchObject([{ file: 'pier/2004-11-15_03.raw.txt', line: 7 }])
  })
  test('annotations make threads, and what stands alone stays with the day', () => {
    expect(talks(read(LOG, '1 1 -\n1 4 -\nrubbish\n')).map(told)).toEqual([['first', 'ben: first', 'zoe: third'], ['pier, 15 November 2004', 'pia: second'], ['pier, 16 November 2004', 'ben: *waves*', 'tidebot: high']])
    expect(problemsIn(read(LOG, 'rubbish'))).toMatchObject([{ line: 7 }, { file: 'pier/2004-11-15_03.annotation.txt', line: 1 }])
  })
  test('a log may name channel and day itself, and one that names none needs to be told', () => {
    expect(talks(read('rust 2018-05-29 [21:20:37] <tal[] > but why\n', null, 'rust.0.ascii.txt')).map(({ place, messages }) => [place.name, messages[0]?.author, messages[0]?.at])).toEqual([['rust', 'tal[]', '2018-05-29T21:20:37Z']])
    expect(problemsIn(read('[10:00] <a> b', null, 'x.log'))).toHaveLength(1)
    expect(talks(read('[10:00] <a> b', null, 'x.log', '2020-02-29'))[0]?.messages[0]?.at).toBe('2020-02-29T10:00:00Z')
  })
})

describe('topics of Zulip', () => {
  test.each([['Meeting.20at.20noon.3F', 'Meeting at noon?'], ['.E2.9C.94.20done', '✔ done'], ['a.b', 'a.b'], ['100.25', '100%'], ['broken.E2', 'broken.E2']])('%j is called %j', (written, name) => { expect(zulipName(written)).toBe(name) })
  test('are threads of their stream', () => {
    const pieces = [...zulipTopic({ path: '42-pier/.E2.9C.94.20Tides.json', text: JSON.stringify([{ id: 5, content: '<p>High</p>', sender_full_name: 'Ben', timestamp: 1557136800 }, { id: 6 }], null, 1), place: zulipPlace('42-pier'), toMarkdown: (html) => html.replace(/<[^>]{1,9}>/g, '') })]
    expect(talks(pieces)).toMatchObject([{ key: '42/✔ Tides', title: 'Tides', place: { key: '42', name: 'pier' }, messages: [{ key: '5', author: 'Ben', at: '2019-05-06T10:00:00Z', markdown: 'High' }] }])
    expect(problemsIn(pieces)).toMatchObject([{ line: 9 }])
  })
})

describe('what archives may hold', () => {
  const entry = { path: 'wharf/2019-05-06.json', packed: 100, size: 1000, mode: 0o100644, encrypted: false }
  test.each([
    ['an ordinary file', {}, null], ['a step up', { path: '../etc/passwd' }, /leads out/], ['a step up inside', { path: 'a/../../b' }, /leads out/], ['a root', { path: '/etc/passwd' }, /leads out/], ['a drive', { path: 'C:/x' }, /leads out/], ['backslashes', { path: '..\\x' }, /leads out/],
    ['a long name', { path: 'a'.repeat(5000) }, /5,000 characters/], ['a link', { mode: 0o120777 }, /link/], ['a bomb', { size: 5_000_000, packed: 5000 }, /1,000 times/], ['something huge', { size: ARCHIVE.textBytes + 1, packed: 9e6 }, /8 MB/], ['a secret', { encrypted: true }, /encrypted/], ['an unseen character', { path: 'a\u0000b' }, /cannot be shown/],
  ])('%s', (_why, given, expected) => {
    const problem = entryProblem({ ...entry, ...given })
    if (expected === null) expect(problem).toBeNull()
    else expect(problem && inWords(problem, ENGLISH)).toMatch(expected)
  })
})

test('long texts go in pieces and short ones whole, with nothing lost', () => {
  fc.assert(fc.property(fc.array(fc.constantFrom('word ', '\n', '\n\n', 'é', '🎉'), { maxLength: 80 }), fc.integer({ min: 4, max: 40 }), (parts, max) => {
    const text = parts.join('').trim()
    const pieces = inPieces(text, max)
    expect(pieces.every((piece) => piece.length <= max && piece.isWellFormed())).toBe(true)
    expect(pieces.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
  }))
})
test.each([['<T> and a<b', '\\<T> and a\\<b'], ['<https://a.b> <a@b.c>', '<https://a.b> <a@b.c>'], ['`<T> #1`', '`<T> #1`'], ['# title', '\\# title'], ['#include <x.h>', '#include \\<x.h>']])('plain text %j as Markdown %j', (text, markdown) => { expect(plainToMarkdown(text)).toBe(markdown) })
test.each([['a\nb', 'a  \nb'], ['- a\n- b', '- a\n- b'], ['```\na\nb\n```\nc', '```\na\nb\n```\nc'], ['a\n\nb', 'a\n\nb'], ['> a\nb', '> a\nb']])('lines of chat %j', (text, markdown) => { expect(hardBreaks(text)).toBe(markdown) })
test.each([['**Where** to?\nmore', 'Where to?'], ['> quoted\n', 'quoted'], ['[a](b) c', 'a c'], ['…', 'else'], ['```rust\nfn', 'fn']])('the title of %j is %j', (markdown, title) => { expect(titleOf(markdown, 'else')).toBe(title) })
test('names of days, spaces and keys', () => {
  expect(dayTitle('wharf', '2019-05-06')).toBe('wharf, 6 May 2019')
  expect([spaceNameFor('Wharf', new Set()), spaceNameFor('Wharf', new Set(['wharf'])), spaceNameFor('Wharf', new Set(['wharf', 'wharf, imported']))]).toEqual(['Wharf', 'Wharf, imported', 'Wharf, imported 2'])
  expect(keyOf('a')).toBe('a')
  expect(keyOf('x'.repeat(999)).length).toBeLessThanOrEqual(400)
  expect(keyOf('x'.repeat(999))).not.toBe(keyOf('x'.repeat(998)))
})
test('batches keep the order, send each person once, and stay small', () => {
  const batcher = new Batcher()
  const person = { key: 'a', name: 'A', email: null }
  const talk = (key: string, count: number): Piece => ({ conversation: { key, title: key, place: { key: 'p', name: 'p', purpose: '' }, messages: Array.from({ length: count }, (_none, index) => ({ key: `${key}${index}`, author: 'a', at: '2019-05-06T10:00:00Z', markdown: 'x'.repeat(300), editedAt: null, reactions: [] })) } })
  const batches = [{ people: [person] }, talk('a', 700), { people: [person] }, talk('b', 300)].flatMap((piece) => [...batcher.put(piece)])
  const all = [...batches, ...batcher.end()]
  expect(all.flatMap(({ people }) => people)).toEqual([person])
  expect(all.flatMap(({ conversations }) => conversations.flatMap(({ messages }) => messages)).length).toBe(1000)
  expect(all.every(({ conversations }) => conversations.reduce((sum, { messages }) => sum + messages.length, 0) <= 400)).toBe(true)
})
