import { listOutbox } from '#contract/outbox.ts'
import { beginImport, claimPlaceholder, finishImport, listPlaceholders, previewImport, readImport, sendConversations, undoImport } from '#contract/imports.ts'
import { importMarkdownFiles } from '#contract/import-pages.ts'
import { pageTree, readPage } from '#contract/pages.ts'
import { acceptInvite, invitePerson, listMembers } from '#contract/members.ts'
import { listPeople } from '#contract/people.ts'
import { search } from '#contract/search.ts'
import { listThreads, markRead, postReply, readThread } from '#contract/threads.ts'
import { ENGLISH } from '#domain/words/said.ts'
import { describeOnNewest } from '#server/platform/db/db.test-kit.ts'
import { codeOf, startTestApp, weekdays } from '#server/app.test-kit.ts'
import type { TestApp, TestPerson } from '#server/app.test-kit.ts'
import { brokenFacts } from '#server/invariants.test-kit.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'

const SOURCE = 'slack:T1'
const place = { key: 'C1', name: 'wharf', purpose: 'Where boats land' }
const people = [{ key: 'U1', name: 'Ben Boat', email: 'BEN@example.com' }, { key: 'U2', name: 'Pia Plank', email: 'pia@example.com' }, { key: 'U3', name: 'Quin', email: null }]
const message = (key: string, author: string, minute: number, markdown: string, more: object = {}) =>
  ({ key, author, at: `2019-05-06T10:${String(minute).padStart(2, '0')}:00Z`, markdown, editedAt: null, reactions: [], ...more })
const landing = {
  key: 'C1:1', place, title: 'Where does the ferry land?', messages: [
    message('C1:1', 'U2', 0, 'Where does the ferry land on Sundays?'), message('C1:2', 'U1', 5, 'At the **north** pier, @Pia Plank.', { reactions: [{ emoji: '👍', people: ['U2', 'U3'] }] }), message('C1:3', 'U3', 9, 'Thanks', { editedAt: '2019-05-06T11:00:00Z' }),
  ],
}

describeOnNewest('imports', (on) => {
  let app: TestApp
  let ben: TestPerson
  const bring = async (conversations: (typeof landing)[], given: { spaceId?: string } = {}) => {
    const run = await app.owner.call(beginImport, { kind: 'slack', source: SOURCE, name: 'export.zip', ...given })
    const { counts } = await app.owner.call(sendConversations, { id: run.id, people, conversations })
    return { counts, run: await app.owner.call(finishImport, { id: run.id, problems: [{ file: 'wharf/2019-05-06.json', line: 4, what: 'No text.', next: 'Nothing.' }], problemCount: 3 }) }
  }
  const imported = async (call = ben.call) => (await call(listThreads, { of: 'all' })).items.filter(({ title }) => title.startsWith('Where does'))

  beforeAll(async () => {
    app = await startTestApp(on)
    ben = await app.person('Ben')
    await app.asSystem((act) => act.tx.updateTable('person').set({ email: 'ben@example.com' }).where('workspace_id', '=', app.workspaceId).where('id', '=', ben.id).execute())
  })
  afterAll(() => app.stop())

  test('a preview says what would come and changes nothing', async () => {
    expect(await app.owner.call(previewImport, { source: SOURCE, people, places: [place], keys: ['C1:1'] })).toEqual({ matched: 1, placeholders: 2, known: 0, spaces: [{ key: 'C1', name: 'wharf', there: false }] })
    expect(await imported()).toEqual([])
  })

  test('what was written keeps its time, its author and its place, and is new to nobody', async () => {
    const told = app.mails.length
    const { counts, run } = await bring([landing])
    expect(counts).toEqual({ conversations: 1, messages: 3, pages: 0, known: 0, matched: 1, placeholders: 2, spaces: 1 })
    expect({ state: run.state, problems: run.problems.length, count: run.problemCount }).toEqual({ state: 'finished', problems: 1, count: 3 })
    const [head] = await imported()
    const thread = await ben.call(readThread, { number: head?.number ?? 0 })
    expect({ space: head?.spaceName, unread: head?.unread, author: thread.authorName, at: thread.publishedAt, via: thread.via, resolved: thread.resolved }).toEqual({ space: 'wharf', unread: 0, author: 'Pia Plank', at: '2019-05-06T10:00:00Z', via: 'import', resolved: true })
    expect(thread.items.map((reply) => [reply.authorName, reply.postedAt, reply.editedAt, reply.reactions.length])).toEqual([['Ben', '2019-05-06T10:05:00Z', null, 1], ['Quin', '2019-05-06T10:09:00Z', '2019-05-06T11:00:00Z', 0]])
    await app.advanceTo('2026-03-24T18:00:00Z')
    expect(app.mails.slice(told).filter(({ body }) => body.text.includes('ferry'))).toEqual([])
    expect((await app.owner.call(listOutbox, {})).items.filter(({ subject }) => subject.includes('ferry'))).toEqual([])
    expect((await ben.call(search, { q: 'ferry' })).items[0]?.number).toBe(head?.number)
  })

  test('the same again changes nothing; what is new is added, and stands as read only where nobody here spoke since', async () => {
    expect((await bring([landing])).counts).toMatchObject({ conversations: 0, messages: 0, known: 3, matched: 0, placeholders: 0, spaces: 0 })
    const more = { ...landing, messages: [...landing.messages, message('C1:4', 'U1', 20, 'And on Mondays at the south one.')] }
    expect((await bring([more])).counts).toMatchObject({ messages: 1, known: 3 })
    const [head] = await imported()
    expect({ replies: head?.replies, unread: head?.unread }).toEqual({ replies: 3, unread: 0 })
    await app.owner.call(postReply, { number: head?.number ?? 0, body: 'Still so?' })
    expect((await imported())[0]?.unread).toBe(1)
    await ben.call(markRead, { number: head?.number ?? 0, seq: 4 })
    expect((await imported())[0]?.unread).toBe(0)
  })

  test('everything can go into one chosen space, in parts', async () => {
    const talk = (key: string, messages: ReturnType<typeof message>[]) => ({ ...landing, key, title: 'Where does the tram stop?', messages })
    const run = await app.owner.call(beginImport, { kind: 'slack', source: 'slack:T2', name: 'other', spaceId: app.spaceId })
    await app.owner.call(sendConversations, { id: run.id, people, conversations: [talk('a', [message('a1', 'U2', 1, 'One')])] })
    expect((await app.owner.call(beginImport, { kind: 'slack', source: 'slack:T2', name: 'other', spaceId: app.spaceId })).id).toBe(run.id)
    await app.owner.call(sendConversations, { id: run.id, people: [], conversations: [talk('a', [message('a1', 'U2', 1, 'One'), message('a2', 'U2', 2, 'Two')]), talk('a', [message('a3', 'U2', 3, 'Three')])] })
    await app.owner.call(finishImport, { id: run.id })
    expect((await app.owner.call(readImport, { id: run.id })).counts).toMatchObject({ conversations: 1, messages: 3, known: 1 })
    expect(await codeOf(app.owner.call(sendConversations, { id: run.id, people: [], conversations: [] }))).toBe('conflict')
    const tram = (await ben.call(listThreads, { of: 'all', spaceId: app.spaceId })).items.find(({ title }) => title.includes('tram'))
    expect(tram?.replies).toBe(2)
    const again = await app.owner.call(beginImport, { kind: 'slack', source: 'slack:T3', name: 'x' })
    expect(await codeOf(app.owner.call(sendConversations, { id: again.id, people: [], conversations: [talk('z', [message('z', 'nobody', 1, 'x')])] }))).toBe('bad_input')
  })

  test('placeholders are nobody until they come, by invitation or because an owner says who they are', async () => {
    const placeholders = await app.owner.call(listPlaceholders, {})
    expect(placeholders.people.map(({ name, email }) => [name, email])).toEqual([['Pia Plank', 'pia@example.com'], ['Quin', null], ['Quin', null]])
    expect((await app.owner.call(listMembers, {})).members.some(({ name }) => name === 'Quin')).toBe(false)
    expect((await ben.call(listPeople, {})).people.some(({ name }) => name === 'Quin')).toBe(false)
    const { link } = await app.owner.call(invitePerson, { email: 'pia@example.com' })
    await app.visitor(acceptInvite, { token: link.split('/').at(-1) ?? '', name: 'Pia P.', password: 'a long password', zone: 'Europe/Lisbon', weeks: [weekdays('09:00', '17:00')] })
    expect((await imported())[0]?.authorName).toBe('Pia P.')
    for (const { id } of placeholders.people.filter(({ name }) => name === 'Quin')) await app.owner.call(claimPlaceholder, { id, personId: ben.id })
    expect((await app.owner.call(listPlaceholders, {})).people).toEqual([])
    const thread = await ben.call(readThread, { number: (await imported()).find(({ title }) => title.includes('ferry'))?.number ?? 0 })
    expect(thread.items.slice(0, 2).map(({ authorName }) => authorName)).toEqual(['Ben', 'Ben'])
  })

  test('a folder of Markdown becomes a tree of pages whose links lead to one another, once', async () => {
    const texts: Record<string, string> = {
      'README.md': '---\ntitle: Pier handbook\ntags: [sea]\n---\nSee [tides](ops/tides.md#high) and [gone](gone.md).\n', 'ops/tides.md': '# Tides\n![map](../img/map.png) [home](../README.md) `[no](../README.md)`\n', 'ops/boats.md': 'No heading\n',
    }
    const picture = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
    const files = () => ({ paths: [...Object.keys(texts), 'img/map.png'], problems: [], read: async (path: string) => path === 'img/map.png' ? picture : new TextEncoder().encode(texts[path]), close: async () => undefined })
    const bring = () => importMarkdownFiles({ call: app.owner.call, words: ENGLISH, progress: () => undefined, yaml: () => ({ title: 'Pier handbook', tags: ['sea'] }), bytesOf: (text) => Buffer.byteLength(text) }, files(), { source: 'markdown:pier', name: 'Pier', spaceId: undefined, dryRun: false })
    const first = await bring()
    expect({ counts: first.counts, problems: first.problems.map(({ file, line }) => [file, line]) }).toEqual({ counts: { conversations: 0, messages: 0, pages: 4, known: 0, matched: 0, placeholders: 0, spaces: 1 }, problems: [['README.md', 5]] })
    const hit = (await ben.call(search, { q: 'Pier handbook' })).items[0]
    const { pages } = await ben.call(pageTree, { spaceId: hit?.spaceId ?? '' })
    const numberOf = (title: string) => pages.find((page) => page.title === title)?.number ?? 0
    expect(pages.map(({ title, parent }) => [title, parent]).toSorted()).toEqual([['Pier handbook', null], ['Tides', numberOf('ops')], ['boats', numberOf('ops')], ['ops', null]])
    const home = await ben.call(readPage, { number: numberOf('Pier handbook') })
    expect({ kind: home.kind, tags: home.tags, version: home.version, path: home.source?.path, text: home.text }).toEqual({ kind: 'reference', tags: ['sea'], version: 1, path: 'README.md', text: `---\ntitle: Pier handbook\ntags: [sea]\n---\nSee [tides](/${numberOf('Tides')}#high) and [gone](gone.md).\n` })
    const tides = await ben.call(readPage, { number: numberOf('Tides') })
    expect(tides.text).toMatch(new RegExp(`^# Tides\\n!\\[map\\]\\(/files/[0-9a-f-]{36}/map\\.png\\) \\[home\\]\\(/${home.number}\\) \`\\[no\\]\\(\\.\\./README\\.md\\)\`\\n$`))
    texts['ops/boats.md'] = 'Another text\n'
    const again = await bring()
    expect({ counts: again.counts, problems: again.problems.map(({ file }) => file) }).toEqual({ counts: { ...first.counts, pages: 0, known: 4, spaces: 0 }, problems: ['ops/boats.md'] })
    expect((await ben.call(readPage, { number: numberOf('Tides') })).text).toBe(tides.text)
    expect((await ben.call(readPage, { number: numberOf('boats') })).text).toBe('No heading\n')
  })

  test('is taken back as a whole, but for what people here built on, and comes again', async () => {
    const source = 'slack:T9'
    const talk = (key: string, messages: ReturnType<typeof message>[]) => ({ ...landing, key, title: `Talk that is ${key}`, messages })
    const talks = ['alone', 'answered', 'plain', 'settled'].map((key) => talk(key, [message(`${key}-1`, 'u1', 1, `Words of ${key}`), message(`${key}-2`, 'u1', 2, 'More')]))
    const people = [{ key: 'u1', name: 'Uma', email: null }]
    const bring = async (conversations: typeof talks) => {
      const run = await app.owner.call(beginImport, { kind: 'slack', source, name: 'undo.zip', spaceId: app.spaceId })
      const { counts } = await app.owner.call(sendConversations, { id: run.id, people, conversations })
      expect(await codeOf(app.owner.call(undoImport, { id: run.id }))).toBe('conflict')
      return { id: (await app.owner.call(finishImport, { id: run.id })).id, counts }
    }
    const first = await bring(talks)
    const here = async () => (await ben.call(listThreads, { of: 'all', spaceId: app.spaceId, limit: 100 })).items.filter(({ title }) => talks.some((one) => one.title === title))
    const numberOf = async (title: string) => (await here()).find((one) => one.title.includes(title))?.number ?? 0
    await ben.call(postReply, { number: await numberOf('answered'), body: 'I remember.' })
    await app.asSystem(async (act) => { await act.tx.updateTable('thread').set({ state_text: 'Waits', state_version: 1 }).where('workspace_id', '=', app.workspaceId).where('entry_id', 'in', act.tx.selectFrom('entry').select('id').where('workspace_id', '=', app.workspaceId).where('number', '=', await numberOf('settled'))).execute() })
    const later = await bring([talk('alone', [message('alone-1', 'u1', 1, 'Words of alone'), message('alone-3', 'u1', 3, 'Later')])])
    expect(later.counts).toMatchObject({ messages: 1, known: 1 })
    const look = await app.owner.call(undoImport, { id: first.id, dryRun: true })
    expect(look).toMatchObject({ taken: 1, replies: 0, stayCount: 3, run: { takenBackAt: null, can: ['undo'] } })
    expect(look.stays.map(({ why }) => why)).toEqual(['somebody replied', 'somebody replied', 'somebody said where it stands'])
    expect(await app.owner.call(undoImport, { id: later.id })).toMatchObject({ taken: 0, replies: 1, stayCount: 0, run: { can: [] } })
    expect((await here()).map(({ replies }) => replies).toSorted()).toEqual([1, 1, 1, 2])
    expect(await app.owner.call(undoImport, { id: first.id })).toMatchObject({ taken: 2, stayCount: 2, run: { takenBackAt: expect.any(String), can: ['undo'] } })
    expect((await here()).map(({ title }) => title).toSorted()).toEqual(talks.filter(({ key }) => ['answered', 'settled'].includes(key)).map(({ title }) => title).toSorted())
    expect((await ben.call(search, { q: '"Words of alone"' })).items).toEqual([])
    expect((await app.owner.call(undoImport, { id: first.id })).taken).toBe(0)
    const again = await bring(talks)
    expect(again.counts).toMatchObject({ conversations: 2, messages: 4, known: 4 })
    expect((await here()).length).toBe(4)
    expect(await brokenFacts(on.url)).toEqual([])
    await app.owner.call(undoImport, { id: again.id })
  })
})
