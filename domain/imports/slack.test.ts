import { describe, expect, test } from 'vitest'
import { emailOf, slackDay, slackWorkspace } from './slack.ts'
import { problemsIn } from './told.test-kit.ts'
import type { ImportedConversation, Piece } from './types.ts'

const talks = (pieces: readonly Piece[]): ImportedConversation[] => pieces.flatMap((piece) => 'conversation' in piece ? [piece.conversation] : [])
const people = (pieces: readonly Piece[]) => pieces.flatMap((piece) => 'people' in piece ? piece.people : [])
const LISTS = { users: [{ id: 'U1', team_id: 'T1', profile: { real_name: 'Ben Boat' } }], channels: [{ id: 'C1', name: 'wharf' }], groups: [{ id: 'G1', name: 'secret' }] }
const day = (messages: readonly unknown[], { path = 'wharf/2019-05-06.json', lists = LISTS as Parameters<typeof slackWorkspace>[0] } = {}) => [...slackDay({ path, text: JSON.stringify(messages), workspace: slackWorkspace(lists), emoji: (name) => name === 'tada' || name === 'wave' ? '🎉' : null })]
const at = (seconds: number, more: object = {}) => ({ type: 'message', user: 'U1', text: `Said ${seconds}`, ts: `1557136${seconds}.000100`, ...more })

describe('the lists of an export', () => {
  test.each([
    ['the name of the profile', { profile: { real_name: 'A', display_name: 'B' }, real_name: 'C', name: 'D' }, 'A'], ['the name itself', { profile: { real_name: ' ', display_name: 'B' }, real_name: 'C', name: 'D' }, 'C'],
    ['what is shown', { profile: { display_name: 'B' }, name: 'D' }, 'B'], ['the short name', { name: 'D' }, 'D'], ['the id', {}, 'U7'], ['without line ends', { name: ' D \n E\u0007' }, 'D E'], ['cut', { name: 'x'.repeat(150) }, 'x'.repeat(100)],
  ])('a person is called by %s', (_which, user, name) => {
    expect(slackWorkspace({ users: [{ id: 'U7', ...user }] }).people.get('U7')).toEqual({ key: 'U7', name, email: null })
  })
  test('places by name, and what is closed by name and id', () => {
    const workspace = slackWorkspace({
      channels: [{ id: 'C1', name: 'wharf', purpose: { value: ` ${'p'.repeat(300)}` } }, { id: 'C2', name: 'y'.repeat(99) }, { id: 'C3' }, { name: 'no id' }, 7],
      groups: [{ id: 'G1', name: 'secret' }, 3], dms: [{ id: 'D1' }], mpims: [{ id: 'M1', name: 'mpdm-a' }], users: [{ id: 'U0' }, { id: 'U1', team_id: 'T9' }],
    })
    expect([...workspace.places.values()]).toEqual([{ key: 'C1', name: 'wharf', purpose: 'p'.repeat(200) }, { key: 'C2', name: 'y'.repeat(80), purpose: '' }])
    expect([...workspace.closed].toSorted()).toEqual(['D1', 'G1', 'M1', 'mpdm-a', 'secret'])
    expect([workspace.team, workspace.listed]).toEqual(['T9', true])
    expect(slackWorkspace({})).toMatchObject({ team: null, listed: false })
  })
  test.each([['a@b.example', 'a@b.example'], [' a@b.co.example ', 'a@b.co.example'], ['a@b', null], ['a b@c.example', null], ['a@b..example', null], ['x a@b.example', null], ['a@b.example x', null], [7, null]])('the address %j is %j', (given, address) => { expect(emailOf(given)).toBe(address) })
})

describe('where a message belongs', () => {
  const listless = { users: LISTS.users }
  test.each([
    ['its folder', 'wharf/2019-05-06.json', LISTS, ['wharf', 'C1']], ['its folder in a folder', 'export/wharf/2019-05-06.json', LISTS, ['wharf', 'C1']], ['a folder that is not listed', 'pier/2019-05-06.json', LISTS, null], ['a folder where nothing is listed', 'pier/2019-05-06.json', listless, ['pier', 'pier']],
    ['a closed one where no channels are listed', 'secret/1.json', { groups: LISTS.groups }, null], ['the name of a file alone', 'pier.JSON', listless, ['pier', 'pier']], ['a name of nothing', '\u0007/1.json', listless, ['Slack', '\u0007']],
  ])('by %s', (_which, path, lists, place) => {
    const [talk] = talks(day([at(800)], { path, lists }))
    expect(talk ? [talk.place.name, talk.place.key] : null).toEqual(place)
  })
  test('in a file alone, by the channel that it names', () => {
    expect(talks(day([at(800, { channel_name: 'wharf' })], { path: 'all.json' })).map(({ place }) => place.key)).toEqual(['C1'])
  })
  test('what was said in passing is one conversation a day, and threads are one each, titled by their first words', () => {
    const found = talks(day([at(800), at(801), { ...at(801), ts: '1557236801.0' }, at(803, { thread_ts: '1557136802.000100' }), at(802, { thread_ts: '1557136802.000100' }), at(804, { thread_ts: '1557136000.5' })]))
    expect(found.map(({ key, title, messages }) => [key, title, messages.map(({ key: own }) => own)])).toEqual([
      ['C1/2019-05-06', 'wharf, 6 May 2019', ['C1:1557136800.000100', 'C1:1557136801.000100']], ['C1/2019-05-07', 'wharf, 7 May 2019', ['C1:1557236801.0']],
      ['C1:1557136802.000100', 'Said 802', ['C1:1557136802.000100', 'C1:1557136803.000100']], ['C1:1557136000.5', 'Said 804', ['C1:1557136804.000100']],
    ])
    expect(found[0]?.messages[0]).toEqual({ key: 'C1:1557136800.000100', author: 'U1', at: '2019-05-06T10:00:00.0001Z', markdown: 'Said 800', editedAt: null, reactions: [] })
  })
  test('a thread without a word for its title is called by place and day', () => {
    expect(talks(day([at(800, { text: '…', thread_ts: '1557136800.000100' })]))[0]?.title).toBe('wharf, 6 May 2019')
  })
})

describe('who said it', () => {
  const author = (more: object) => { const found = day([at(800, { user: undefined, ...more })]); return [talks(found)[0]?.messages[0]?.author, people(found)[0]?.name, problemsIn(found).length] }
  test.each<[string, object, unknown[]]>([
    ['somebody listed', { user: 'U1' }, ['U1', 'Ben Boat', 0]], ['an app', { bot_id: 'B1', bot_profile: { name: 'Harbour' } }, ['B1', 'Harbour', 0]], ['a name', { username: 'tide' }, ['tide', 'tide', 0]], ['somebody from elsewhere', { user: 'U8', user_profile: { real_name: 'Zoe' } }, ['U8', 'Zoe', 0]],
    ['an id', { user: 'U9' }, ['U9', 'Somebody U9', 1]], ['Slack itself', { user: 'USLACKBOT' }, ['USLACKBOT', 'Somebody USLACKBOT', 0]], ['nobody', {}, ['unknown', 'Somebody unknown', 1]],
  ])('%s', (_who, more, said) => { expect(author(more)).toEqual(said) })
  test('somebody who is in no list is told of once', () => {
    const found = day([at(800, { user: 'U9' }), at(801, { user: 'U9' })])
    expect(problemsIn(found).map(({ what, next }) => [what, next])).toEqual([['Nobody in users.json has the id U9; the message came in under this id.', 'Say who it is under “People named by imports”.']])
  })
})

describe('what was said', () => {
  const markdown = (more: object) => talks(day([at(800, { text: '', ...more })]))[0]?.messages[0]?.markdown ?? null
  test.each<[string, object, string | null]>([
    ['words', { text: 'Hello' }, 'Hello'], ['words before what an app shows', { text: 'Hello', attachments: [{ text: 'no' }] }, 'Hello'], ['all that an app shows', { attachments: [{ pretext: 'a', title: 'b', text: 'c', fallback: 'd' }, { text: 'e' }] }, 'a  \nb  \nc  \ne'],
    ['what an app shows to those who see nothing else', { attachments: [{ fallback: 'd' }] }, 'd'], ['a doing', { text: 'waves *once*', subtype: 'me_message' }, '*waves once*'], ['nothing done', { subtype: 'me_message', files: [{ title: 'a.pdf' }] }, 'File: a.pdf'],
    ['a file by its title', { files: [{ title: 'Plan [1]\n', name: 'p.pdf', permalink: 'https://a.example/p#x' }] }, 'File: [Plan  1 ](https://a.example/p)'], ['a file by its name', { text: 'See', files: [{ name: 'p.pdf', url_private: 'http://a.example/p' }, 7] }, 'See\n\nFile: p.pdf'],
    ['a file without a name', { files: [{ permalink: 'https://a.example/(p)' }] }, 'File: without a name'], ['a file with a long name', { files: [{ name: 'x'.repeat(300) }] }, `File: ${'x'.repeat(200)}`], ['nothing', {}, null],
  ])('%s', (_what, more, said) => { expect(markdown(more)).toBe(said) })
  test('what is longer than a message goes in parts, and reactions stand at the first', () => {
    const [talk] = talks(day([at(800, { text: `${'word '.repeat(20_000)}`, reactions: [{ name: 'tada', users: ['U1'] }] })]))
    expect(talk?.messages.map(({ key, reactions }) => [key, reactions.length])).toEqual([['C1:1557136800.000100', 1], ['C1:1557136800.000100~2', 0]])
  })
  test('reactions of people who are known, by signs that everybody has', () => {
    const found = day([at(800, { reactions: [{ name: 'wave::skin-tone-2', users: ['U1', 7, 'U9'] }, { name: 'tada', users: ['U9'] }, { name: '' }, 7, { name: 'ours', users: ['U1'] }] })])
    expect(talks(found)[0]?.messages[0]?.reactions).toEqual([{ emoji: '🎉', people: ['U1'] }])
    expect(problemsIn(found).map(({ file, line, what }) => [file, line, what])).toEqual([['wharf/2019-05-06.json', 1, 'The reaction :ours: is no emoji that everybody has; it was left out.']])
  })
  test('mentions of people and channels are read by the lists', () => {
    expect(markdown({ text: '<@U1> in <#C1>, <#C9>' })).toBe('@Ben Boat in #wharf, #C9')
  })
})

test.each([['{', 1, 'This file is no JSON.'], ['{}', 1, 'This file holds no list of messages.']])('the file %j has one problem', (text, line, what) => {
  expect(problemsIn(slackDay({ path: 'wharf/a.json', text, workspace: slackWorkspace(LISTS), emoji: () => null }))).toEqual([{ file: 'wharf/a.json', line, what, next: expect.any(String) as string }])
})
