import { deleteEntry, restoreEntry } from '#contract/entries.ts'
import { postWrap } from '#contract/handoffs.ts'
import type { Hit } from '#contract/search.ts'
import { search } from '#contract/search.ts'
import { createSpace } from '#contract/spaces.ts'
import { deleteReply, editReply, moveThread, postReply, postThread, restoreReply } from '#contract/threads.ts'
import { describeOnBoth } from '#server/platform/db/db.test-kit.ts'
import { startTestApp } from '#server/app.test-kit.ts'
import type { TestApp, TestPerson } from '#server/app.test-kit.ts'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'

const words = (pieces: Hit['snippet']) => pieces.map(({ text }) => text).join('')

describeOnBoth('search', (on) => {
  let app: TestApp
  let ann: TestPerson
  let bob: TestPerson
  let secret: string
  const thread = (person: TestPerson, title: string, body: string, spaceId = app.spaceId) => person.call(postThread, { spaceId, title, body })
  /** Until words that came are counted. */
  const aMoment = async () => app.advanceTo((await app.asSystem(async (act) => act.now.add({ seconds: 5 }))).toString())
  const find = async (person: TestPerson, q: string) => (await person.call(search, { q })).items
  const numbers = async (person: TestPerson, q: string) => (await find(person, q)).map(({ number }) => number)
  beforeAll(async () => {
    app = await startTestApp(on)
    ann = await app.person('Ann')
    bob = await app.person('Bob')
    secret = (await ann.call(createSpace, { name: 'Board', purpose: 'Pay.', visibility: 'private' })).id
  })
  afterAll(() => app.stop())

  test('finds what was written a moment ago, by words, names inside of names, and a typo once words were counted', async () => {
    const { number } = await thread(ann, 'KubeNodeUnreachable fires at night', 'The **replication** slot of `max_wal_size` was full.')
    expect(await numbers(bob, 'replication ')).toEqual([number])
    expect(await numbers(bob, 'unreachable node')).toEqual([number])
    await aMoment()
    expect(await numbers(bob, 'replicatoin ')).toEqual([number])
    expect(await numbers(bob, 'unreach')).toEqual([number])
    const [hit] = await find(bob, 'replication')
    expect(hit?.snippet).toContainEqual({ text: 'replication', found: true })
    expect(words(hit?.snippet ?? [])).toBe('The replication slot of max_wal_size was full')
  })

  test('finds replies, as they read now and where they stand now', async () => {
    const { number } = await thread(ann, 'Cache for sessions', 'Which one?')
    const { id } = await bob.call(postReply, { number, body: 'Valkey keeps its licence.' })
    expect(await find(ann, 'valkey ')).toMatchObject([{ number, replyId: id, authorName: 'Bob', kind: 'thread' }])
    await bob.call(editReply, { id, body: 'Memcached is enough.' })
    expect([await numbers(ann, 'valkey '), await numbers(ann, 'memcached ')]).toEqual([[], [number]])
    await bob.call(deleteReply, { id })
    expect(await numbers(ann, 'memcached ')).toEqual([])
    await bob.call(restoreReply, { id })
    expect(await numbers(ann, 'memcached ')).toEqual([number])
    await ann.call(moveThread, { number, spaceId: secret })
    expect([await numbers(ann, 'memcached '), await numbers(bob, 'memcached ')]).toEqual([[number], []])
  })

  test('a deleted entry is found by nobody, and again once it is back', async () => {
    const { number } = await ann.call(postWrap, { spaceId: app.spaceId, state: 'Quokka is down.', nextAction: 'Wait.', mostImportant: 'Nothing else.' })
    expect(await numbers(bob, 'quokka ')).toEqual([number])
    await ann.call(deleteEntry, { number })
    expect([await numbers(bob, 'quokka '), await numbers(ann, 'quokka ')]).toEqual([[], []])
    await ann.call(restoreEntry, { number })
    expect(await numbers(bob, 'quokka ')).toEqual([number])
    const talk = await thread(ann, 'Axolotl care', 'Cold water.')
    await bob.call(postReply, { number: talk.number, body: 'And salamander food.' })
    const { id } = await bob.call(postReply, { number: talk.number, body: 'Salamander regrets.' })
    await bob.call(deleteReply, { id })
    await ann.call(deleteEntry, { number: talk.number })
    expect(await find(bob, 'salamander axolotl ')).toEqual([])
    await ann.call(restoreEntry, { number: talk.number })
    expect((await find(bob, 'salamander ')).map(({ snippet }) => words(snippet))).toEqual(['And salamander food'])
  })

  test('a word that stands nowhere any more is forgotten, and no other', async () => {
    const counted = async () => Object.fromEntries((await on.db.selectFrom('search_word').select(['lexeme', 'texts']).where('workspace_id', '=', app.workspaceId).where('lexeme', 'in', ['okapi', 'bongo']).execute()).map(({ lexeme, texts }) => [lexeme, texts]))
    const { number } = await thread(ann, 'Bongo house', 'Without a door.')
    const { id } = await bob.call(postReply, { number, body: 'An okapi beside the bongo.' })
    await aMoment()
    expect(await counted()).toEqual({ okapi: 1, bongo: 2 })
    await bob.call(editReply, { id, body: 'A bongo.' })
    await aMoment()
    expect(await counted()).toEqual({ bongo: 2 })
  })

  test('of one word that stands in more than a thousand texts the newest 400 are weighed, and more are said to be there', async () => {
    const { number } = await thread(ann, 'Capybara pool', 'Warm water.')
    await aMoment()
    const copies = sql`x.entry_id = (select e.id from entry e where e.workspace_id = ${app.workspaceId} and e.number = ${number})`
    await sql`insert into entry_text (workspace_id, id, entry_id, space_id, author_id, kind, is_reply, at, title, body, names, words, size, hidden)
      select x.workspace_id, gen_random_uuid(), x.entry_id, x.space_id, x.author_id, x.kind, true, x.at - n * interval '1 minute', x.title, x.body, x.names, x.words, x.size, false from entry_text x, generate_series(1, 1100) n where ${copies}`.execute(on.db)
    expect(await ann.call(search, { q: 'capybara ' }), 'as many as are counted, which is one').toMatchObject({ total: 1000, more: true })
    await sql`update search_word set texts = texts + 1100 where workspace_id = ${app.workspaceId} and lexeme = 'capybara'`.execute(on.db)
    const found = await ann.call(search, { q: 'capybara ' })
    expect([found.total, found.more, found.items[0]?.number, found.items[0]?.replyId]).toEqual([400, true, number, null])
    await sql`delete from entry_text x where ${copies} and x.is_reply`.execute(on.db)
  })

  test('what stands in a private space shows in no hit, count, or word that is guessed', async () => {
    await thread(ann, 'Salaries of next year', 'Zanzibarian raises for all.', secret)
    await aMoment()
    expect(await numbers(ann, 'zanzibarian ')).toHaveLength(1)
    const nothing = { items: [], total: 0, more: false, facets: { kinds: [], spaces: [], people: [] }, understood: [] }
    expect(await bob.call(search, { q: 'zanzibarian ' })).toEqual(nothing)
    expect(await bob.call(search, { q: 'zanzib' })).toEqual(nothing)
    expect(await bob.call(search, { q: 'zanzibarain ' })).toEqual(nothing)
    expect((await bob.call(search, { q: 'in:board raises' })).understood).toEqual([{ text: 'in:board', means: 'there is no such space that you can see', problem: true }])
  })

  test('answers to those outside are the same, byte by byte, whatever is written in a private space', async () => {
    const bodies = ['The ledger of the old cluster is moved at night.', 'Ledger checks run after the move; nobody is paged.', 'A cluster that is moved keeps its name and its pager.', 'Naming of clusters: by river.']
    for (const [at, body] of bodies.entries()) await thread(at % 2 === 0 ? ann : bob, `Notes ${at}`, body)
    await aMoment()
    const questions = ['ledger ', 'ledgre ', 'clus', 'how is the old cluster moved at night ', 'name pager -night ', 'is:open cluster', 'river from:ann', 'what is the pager of the ledger called ', 'kryptonite ', 'kryp', 'has:link move ']
    const answers = async () => JSON.stringify(await Promise.all(questions.map((q) => bob.call(search, { q }))))
    const before = await answers()
    for (let turn = 0; turn < 5; turn += 1) await thread(ann, 'Ledger cluster pager kryptonite', `${bodies.join(' ')} Kryptonite ${'ledger '.repeat(20)} https://example.org`, secret)
    await aMoment()
    expect(await numbers(ann, 'kryptonite ')).toHaveLength(5)
    expect(await answers()).toBe(before)
  })

  test('operators narrow what is found, and what is not understood is said', async () => {
    const mine = await thread(bob, 'Walrus feeding', 'See https://example.org/walrus.')
    const theirs = await thread(ann, 'Walrus housing', 'A walrus pool and a walrus door.')
    expect(await numbers(ann, 'walrus ')).toEqual([theirs.number, mine.number])
    expect(await numbers(ann, 'walrus from:bob')).toEqual([mine.number])
    expect(await numbers(ann, 'walrus from:me')).toEqual([theirs.number])
    expect(await numbers(ann, 'walrus has:link')).toEqual([mine.number])
    expect(await numbers(ann, 'walrus -pool ')).toEqual([mine.number])
    expect(await numbers(ann, '"walrus door"')).toEqual([theirs.number])
    expect(await numbers(ann, 'walrus is:open kind:thread after:1d ')).toEqual([theirs.number, mine.number])
    expect(await numbers(ann, 'walrus before:2001-01-01')).toEqual([])
    expect(await numbers(ann, `#${mine.number}`)).toEqual([mine.number])
    const { understood } = await ann.call(search, { q: 'walrus is:purple from:nobody' })
    expect(understood.map(({ text, problem }) => [text, problem])).toEqual([['is:purple', true], ['from:nobody', true]])
  })

  test.each(['', '   ', '"', '-', ':', "o'brien \\ & | ! ( ) <->", '* % _', 'from:', '#0', '\u{1F9ED}'])('%j is no error', async (q) => {
    expect((await ann.call(search, { q })).more).toBe(false)
  })
})
