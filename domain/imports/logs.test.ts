import { describe, expect, test } from 'vitest'
import { ircLog } from './irc.ts'
import { MailThreads } from './mail.ts'
import { problemsIn } from './told.test-kit.ts'
import { said } from '../words/said.ts'
import type { DecodedMail } from './mail.ts'
import type { ImportedConversation, Piece } from './types.ts'
import { zulipPlace, zulipTopic } from './zulip.ts'

const talks = (pieces: readonly Piece[]): ImportedConversation[] => pieces.flatMap((piece) => 'conversation' in piece ? [piece.conversation] : [])
const problems = (pieces: readonly Piece[]) => problemsIn(pieces).map(({ line, what }) => `${line} ${what}`)
const people = (pieces: readonly Piece[]) => pieces.flatMap((piece) => 'people' in piece ? piece.people : [])

describe('a log of IRC', () => {
  const read = (text: string, { answers = null as string | null, path = 'pier/2004-11-15_03.raw.txt', day = null as string | null, folder = 'pier' } = {}) => [...ircLog({ path, text, answers, folder, day })]
  const lines = (text: string, more = {}) => talks(read(text, more)).flatMap(({ messages }) => messages.map(({ author, at, markdown }) => `${at.slice(0, 'YYYY-MM-DDTHH:MM:SS'.length)} ${author}: ${markdown}`))

  test.each<[string, string, string[]]>([
    ['words', '[10:00] <ben> hi', ['2004-11-15T10:00:00 ben: hi']], ['one figure of the hour, and seconds', '[9:05:07] <ben> hi', ['2004-11-15T09:05:07 ben: hi']], ['a bot', '[10:00] -tide- high', ['2004-11-15T10:00:00 tide: high']], ['a doing', '[10:00] * ben waves *twice*', ['2004-11-15T10:00:00 ben: *waves twice*']],
    ['colours and line ends of Windows', '[10:00] <ben> \u000304,05red\u0003 and\u0002 bold\r', ['2004-11-15T10:00:00 ben: red and bold']], ['a name of blanks', '[10:00] < > hi', ['2004-11-15T10:00:00 somebody: hi']], ['signs that are none', '[10:00] <ben> <b> #12', ['2004-11-15T10:00:00 ben: \\<b> #\u206012']],
    ['midnight', '[23:59] <a> x\n[00:00] <a> y\n[00:01] <a> z', ['2004-11-15T23:59:00 a: x', '2004-11-16T00:00:00 a: y', '2004-11-16T00:01:00 a: z']], ['a clock that goes back by less than half a day', '[13:00] <a> x\n[01:00] <a> y', ['2004-11-15T13:00:00 a: x', '2004-11-15T01:00:00 a: y']],
    ['a clock that goes back by more', '[13:01] <a> x\n[01:00] <a> y', ['2004-11-15T13:01:00 a: x', '2004-11-16T01:00:00 a: y']], ['an hour that there is not', '[25:00] <a> x', []],
  ])('%s', (_what, text, said) => { expect(lines(text)).toEqual(said) })

  test('notices are counted, also those in front of a time, and messages of nothing with them', () => {
    const pieces = read('=== zoe joins\n--- Log\n-!- x\n*** y\n[10:00] === away\n#pier 2004-11-15 === z\n[10:00] <a>  \n\n   \n[10:01] <a> hi')
    expect(pieces.filter((piece) => 'left' in piece)).toEqual([{ left: said`notices of joining and leaving, and empty lines`, count: 7 }])
    expect(problems(pieces)).toEqual([])
    expect(read('[10:01] <a> hi').some((piece) => 'left' in piece)).toBe(false)
  })
  test('a line that is none is told with its number; one without a day too', () => {
    expect(problems(read('nonsense\n[10:00] <a> hi\nmore'))).toEqual(['1 This line is neither a message nor a notice of the server.', '3 This line is neither a message nor a notice of the server.'])
    expect(problems(read('[10:00] <a> hi', { path: 'x.log' }))).toEqual(['1 Nothing says on which day this was said.'])
    expect(lines('[10:00] <a> hi', { path: 'x.log', day: '2020-02-29' })).toEqual(['2020-02-29T10:00:00 a: hi'])
    expect(lines('[10:00] <a> hi', { day: '2020-02-29' })).toEqual(['2004-11-15T10:00:00 a: hi'])
  })
  test('lines with a day of their own keep it', () => {
    const pieces = read('#tide 2018-05-29 [21:20:37] <a> x\n#tide 2018-05-29 [01:00] <b> y\n#wharf 2018-05-30 [01:00] <b> z')
    expect(talks(pieces).map(({ key, place, title, messages }) => [key, place.key, title, messages.length])).toEqual([['pier/2004-11-15_03/2018-05-29', 'tide', 'tide, 29 May 2018', 2], ['pier/2004-11-15_03/2018-05-30', 'wharf', 'wharf, 30 May 2018', 1]])
  })
  test('people stand once each, and messages have the number of their line', () => {
    const pieces = read('x\n[10:00] <a> hi\n[10:01] <a> you\n[10:02] <b> yes')
    expect(people(pieces)).toEqual([{ key: 'a', name: 'a', email: null }, { key: 'b', name: 'b', email: null }])
    expect(talks(pieces)[0]?.messages.map(({ key }) => key)).toEqual(['pier/2004-11-15_03#2', 'pier/2004-11-15_03#3', 'pier/2004-11-15_03#4'])
  })
  test('answers of answers are one thread, in whatever order they are told; one that answers itself is none', () => {
    const log = '[10:00] <a> zero\n[10:01] <b> one\n[10:02] <c> two\n[10:03] <d> three\n[10:04] <e> four\n'
    const threads = (answers: string) => talks(read(log, { answers })).map(({ key, title, messages }) => [key.split('/').at(-1), title, messages.length])
    expect(threads('2 3 -\n0 2 -\n4 4 -\n\n')).toEqual([['2004-11-15_03#1', 'zero', 3], ['2004-11-15', 'pier, 15 November 2004', 2]])
    expect(threads('3 2 -\n2 0 -\n3 0 -\n0 99 -\n98 1 -')).toEqual([['2004-11-15_03#1', 'zero', 3], ['2004-11-15', 'pier, 15 November 2004', 2]])
    expect(problems(read(log, { answers: '0 1 -\nwhat' }))).toEqual(['2 This line does not say which message answers which.'])
  })
  test.each([['##pier', 'pier'], ['', 'irc'], ['#', 'irc'], ['x'.repeat(99), 'x'.repeat(80)], ['a\u0007\nb', 'a b']])('the folder %j is the place %j', (folder, name) => {
    expect(talks(read('[10:00] <a> hi', { folder }))[0]?.place).toEqual({ key: name, name, purpose: '' })
  })
})

describe('a mail', () => {
  const mail = (given: Partial<DecodedMail>): DecodedMail => ({ file: 'a.mbox', line: 4, messageId: '<1@x>', inReplyTo: null, references: [], from: { name: 'Ben Boat', address: 'Ben@Example.com' }, date: '2019-05-06T10:00:00Z', subject: 'The ferry', text: 'Hello', markdown: '', attachments: [], ...given })
  const read = (...mails: Partial<DecodedMail>[]) => { const threads = new MailThreads({ key: 'l', name: 'List', purpose: '' }); return mails.flatMap((one) => [...threads.read(mail(one))]) }

  test('is a message of its thread', () => {
    expect(talks(read({}))).toEqual([{ key: '<1@x>', place: { key: 'l', name: 'List', purpose: '' }, title: 'The ferry', messages: [{ key: '<1@x>', author: 'ben@example.com', at: '2019-05-06T10:00:00Z', markdown: 'Hello', editedAt: null, reactions: [] }] }])
  })
  test.each<[string, Partial<DecodedMail>[], string[]]>([
    ['an answer that came before what it answers', [{ messageId: '<2@x>', inReplyTo: '<1@x>' }, {}], ['<1@x>', '<1@x>']], ['two threads', [{}, { messageId: '<5@x>' }], ['<1@x>', '<5@x>']], ['an answer to both goes to the first that is known', [{}, { messageId: '<9@x>', references: ['<7@x>', '<1@x>'] }, { messageId: '<8@x>', inReplyTo: '<7@x>' }], ['<1@x>', '<1@x>', '<1@x>']],
    ['the references before the one that it answers', [{ messageId: '<2@x>', references: ['<0@x>'], inReplyTo: '<1@x>' }], ['<0@x>']], ['without an id', [{ messageId: null }], ['2019-05-06T10:00:00Z Ben@Example.com The ferry']],
  ])('%s', (_what, mails, keys) => { expect(talks(read(...mails)).map(({ key }) => key)).toEqual(keys) })
  test.each<[string, DecodedMail['from'], unknown]>([
    ['name and address', { name: ' Ben\n Boat ', address: 'Ben@Example.com' }, { key: 'ben@example.com', name: 'Ben Boat', email: 'Ben@Example.com' }], ['an address alone', { name: '', address: 'ben@example.com' }, { key: 'ben@example.com', name: 'ben', email: 'ben@example.com' }],
    ['a name alone', { name: 'Ben Boat', address: '' }, { key: 'ben boat', name: 'Ben Boat', email: null }], ['no address', { name: 'Ben', address: 'Root' }, { key: 'root', name: 'Ben', email: null }], ['a long name', { name: 'x'.repeat(200), address: 'a@b.example' }, { key: 'a@b.example', name: 'x'.repeat(100), email: 'a@b.example' }], ['nothing to show', { name: '', address: '@' }, { key: '@', name: 'Somebody', email: null }],
  ])('of %s', (_who, from, person) => { expect(people(read({ from }))).toEqual([person]) })
  test.each<[string, Partial<DecodedMail>, string]>([
    ['a date of nothing', { date: 'soon' }, '4 This mail has no date that can be read.'], ['before 1970', { date: '1969-12-31T23:59:59Z' }, '4 This mail has no date that can be read.'], ['after the year 9999', { date: '+010000-01-01T00:00:00Z' }, '4 This mail has no date that can be read.'],
    ['nobody', { from: { name: '', address: '' } }, '4 This mail does not say who wrote it.'], ['no words', { text: ' \n', markdown: ' ' }, '4 This mail holds no text.'],
  ])('with %s is told of', (_what, given, problem) => { expect([problems(read(given)), talks(read(given))]).toEqual([[problem], []]) })
  test('of the first moment, and the last', () => {
    expect(talks(read({ date: '1970-01-01T00:00:00Z' }, { date: '9999-12-31T23:59:59Z' }))).toHaveLength(2)
  })
  test.each([
    ['Re: Re[2]: AW: [boats] Fwd: The ferry', 'The ferry'], ['[boats] [pier] The ferry', '[pier] The ferry'], ['The [boats] ferry', 'The [boats] ferry'], [' Re:\tThe\nferry ', 'The ferry'], ['x'.repeat(300), 'x'.repeat(200)], ['[boats]', 'Hello'],
  ])('with the subject %j is called %j', (subject, title) => { expect(talks(read({ subject }))[0]?.title).toBe(title) })
  test('HTML is read where there is no plain text, and files are named with their size', () => {
    expect(talks(read({ text: '', markdown: ' **High**\n' }))[0]?.messages[0]?.markdown).toBe('**High**')
    expect(talks(read({ text: 'Low', markdown: '**High**' }))[0]?.messages[0]?.markdown).toBe('Low')
    const [talk] = talks(read({ text: '', attachments: [{ name: 'a [1].pdf', size: 10 }, { name: ' ', size: 1536 }, { name: 'y'.repeat(300), size: 1 }] }))
    expect(talk?.messages[0]?.markdown.split('\n\n')).toEqual(['File that stayed in the mail: a 1 .pdf, 1 kB', 'File that stayed in the mail: without a name, 2 kB', `File that stayed in the mail: ${'y'.repeat(200)}, 1 kB`])
    expect(talks(read({ attachments: Array.from({ length: 60 }, () => ({ name: 'a', size: 1 })) }))[0]?.messages[0]?.markdown.split('\n\n')).toHaveLength(51)
  })
  test('what is longer than a message goes in parts', () => {
    expect(talks(read({ text: 'word '.repeat(20_000) }))[0]?.messages.map(({ key }) => key)).toEqual(['<1@x>', '<1@x>~2'])
  })
})

describe('a topic of Zulip', () => {
  const message = { id: 5, content: '<p>High</p>', sender_full_name: 'Ben', sender_email: 'ben@example.com', timestamp: 1557136800 }
  const read = (messages: unknown, path = '42-pier/Tides.json') => [...zulipTopic({ path, text: typeof messages === 'string' ? messages : JSON.stringify(messages), place: zulipPlace('42-pier'), toMarkdown: (html) => html.replace(/<[^>]{1,9}>/g, '') })]
  test('is a conversation of its stream', () => {
    expect(talks(read([message, { ...message, id: '6', timestamp: 1557136801, last_edit_timestamp: 1557136900 }]))).toEqual([{ key: '42/Tides', title: 'Tides', place: { key: '42', name: 'pier', purpose: '' }, messages: [
      { key: '5', author: 'ben@example.com', at: '2019-05-06T10:00:00Z', markdown: 'High', editedAt: null, reactions: [] }, { key: '6', author: 'ben@example.com', at: '2019-05-06T10:00:01Z', markdown: 'High', editedAt: '2019-05-06T10:01:40Z', reactions: [] },
    ] }])
  })
  test.each<[string, object, unknown]>([
    ['name and address', {}, { key: 'ben@example.com', name: 'Ben', email: 'ben@example.com' }], ['a name', { sender_email: undefined }, { key: 'Ben', name: 'Ben', email: null }], ['nobody', { sender_email: undefined, sender_full_name: 7 }, { key: 'Somebody', name: 'Somebody', email: null }],
    ['an address that is none', { sender_email: 'user5@x' }, { key: 'user5@x', name: 'Ben', email: null }], ['a long name', { sender_full_name: ` ${'x'.repeat(200)}` }, { key: 'ben@example.com', name: 'x'.repeat(100), email: 'ben@example.com' }],
  ])('by %s', (_who, more, person) => { expect(people(read([{ ...message, ...more }]))).toEqual([person]) })
  test('what cannot be read is told, and the rest is read', () => {
    expect(problems(read([7, { ...message, id: null }, { ...message, timestamp: 'x' }, { ...message, content: 7 }, message]))).toEqual(['1 The 1. message has no time or no number.', '1 The 2. message has no time or no number.', '1 The 3. message has no time or no number.', '1 This message holds no text.'])
    expect([problems(read('{')), problems(read('{}')), talks(read([]))]).toEqual([['1 This file holds no list of messages in JSON.'], ['1 This file holds no list of messages in JSON.'], []])
  })
  test.each([['.E2.9C.94.20Tides', 'Tides'], ['✔ ✔', '✔'], ['.20', 'High'], ['x'.repeat(300), 'x'.repeat(200)], ['a.0Ab', 'a b']])('the file %j is called %j', (name, title) => { expect(talks(read([message], `42-pier/${name}.json`))[0]?.title).toBe(title) })
  test.each([['42-pier.20x', '42', 'pier x'], ['pier', 'pier', 'pier'], ['7-.20', '7', 'Zulip'], [`9-${'x'.repeat(99)}`, '9', 'x'.repeat(80)], ['-x', '-x', '-x']])('the folder %j is the place %j, %j', (folder, key, name) => { expect(zulipPlace(folder)).toEqual({ key, name, purpose: '' }) })
  test('what is longer than a message goes in parts', () => {
    expect(talks(read([{ ...message, content: 'word '.repeat(20_000) }]))[0]?.messages.map(({ key }) => key)).toEqual(['5', '5~2'])
  })
})
