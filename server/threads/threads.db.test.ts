import { editMe } from '#contract/account.ts'
import { deleteEntry, listEntries } from '#contract/entries.ts'
import { deleteReply, editReply, editThread, listThreads, markRead, postReply, postThread, readHistory, readThread, reopenThread, resolveThread, restoreReply, setState, undoReply, undoThread } from '#contract/threads.ts'
import { describeOnBoth } from '#server/platform/db/db.test-kit.ts'
import { codeOf, startTestApp } from '#server/app.test-kit.ts'
import type { TestApp, TestPerson } from '#server/app.test-kit.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'

describeOnBoth('threads', (on) => {
  let app: TestApp
  let ann: TestPerson
  let bob: TestPerson
  beforeAll(async () => {
    app = await startTestApp(on)
    ann = await app.person('Ann')
    bob = await app.person('Bob')
  })
  afterAll(() => app.stop())
  const open = (title = 'Rollout', body = 'We go region by region.') => ann.call(postThread, { spaceId: app.spaceId, title, body })
  const later = (seconds: number) => app.advanceTo(app.app.platform.clock.now().add({ seconds }).toString())

  test('have a number, an opening and replies in their order', async () => {
    const thread = await open()
    expect(thread).toMatchObject({ kind: 'thread', title: 'Rollout', body: 'We go region by region.', tldr: 'We go region by region.', replies: 0, unread: 0, following: 'following', followsBecause: 'You opened it.', via: 'web', readSeq: 0 })
    const first = await bob.call(postReply, { number: thread.number, body: 'Which one first?' })
    await ann.call(postReply, { number: thread.number, body: 'Frankfurt.', quote: { replyId: first.id, text: 'Which one first' } })
    const read = await bob.call(readThread, { number: thread.number })
    expect(read.items.map((reply) => [reply.seq, reply.authorName, reply.body])).toEqual([[1, 'Bob', 'Which one first?'], [2, 'Ann', 'Frankfurt.']])
    expect(read.items[1]?.quote).toEqual({ replyId: first.id, authorName: 'Bob', text: 'Which one first' })
    expect(read).toMatchObject({ replies: 2, following: 'following', followsBecause: 'You replied.' })
  })

  test('are read page by page, each reply once', async () => {
    const { number } = await open('Pages')
    for (let n = 1; n <= 5; n += 1) await bob.call(postReply, { number, body: `Reply ${n}` })
    const bodies: string[] = []
    let cursor: string | undefined
    do {
      const page = await ann.call(readThread, { number, limit: 2, ...(cursor && { cursor }) })
      bodies.push(...page.items.map((reply) => reply.body))
      cursor = page.next ?? undefined
    } while (cursor)
    expect(bodies).toEqual(['Reply 1', 'Reply 2', 'Reply 3', 'Reply 4', 'Reply 5'])
    expect(await codeOf(ann.call(readThread, { number, cursor: 'nonsense' }))).toBe('bad_input')
  })

  test('are listed by their latest activity', async () => {
    const { number: older } = await open('Older')
    await later(60)
    const { number: newer } = await open('Newer')
    await later(60)
    await bob.call(postReply, { number: older, body: 'One more thing.' })
    const { items } = await bob.call(listThreads, { limit: 2 })
    expect(items.map((head) => head.number)).toEqual([older, newer])
    const paged = await bob.call(listThreads, { limit: 1 })
    expect((await bob.call(listThreads, { limit: 1, cursor: paged.next ?? '' })).items.map((head) => head.number)).toEqual([newer])
    expect((await bob.call(listEntries, { kind: 'thread', limit: 1 })).items[0]).toMatchObject({ number: newer, kind: 'thread' })
  })

  test('count as unread what others wrote after the mark, on every device', async () => {
    const { number } = await open('Unread')
    await ann.call(postReply, { number, body: 'First.' })
    await ann.call(postReply, { number, body: 'Second.' })
    const unread = async (person: TestPerson) => (await person.call(readThread, { number })).unread
    expect([await unread(bob), await unread(ann)]).toEqual([3, 0])
    await bob.call(markRead, { number, seq: 1 })
    expect(await unread(bob)).toBe(1)
    expect((await (await app.sessionOf(bob.id)).call(listThreads, { of: 'unread' })).items.find((head) => head.number === number)?.unread).toBe(1)
    await bob.call(postReply, { number, body: 'I come in between.' })
    expect(await unread(bob)).toBe(1)
    await bob.call(markRead, { number, seq: 99 })
    expect((await bob.call(listThreads, { of: 'unread' })).items.some((head) => head.number === number)).toBe(false)
    await bob.call(markRead, { number, seq: 2, unread: true })
    expect(await unread(bob)).toBe(1)
  })

  test('are edited by their authors alone, with every text before kept', async () => {
    const { number } = await open('Tipo', 'First draft.')
    const reply = await bob.call(postReply, { number, body: 'Old words.' })
    expect(await codeOf(bob.call(editThread, { number, title: 'Typo' }))).toBe('not_allowed')
    expect(await codeOf(ann.call(editReply, { id: reply.id, body: 'Mine now.' }))).toBe('not_allowed')
    expect(await ann.call(editThread, { number, title: 'Typo', body: 'Second draft.' })).toMatchObject({ title: 'Typo', body: 'Second draft.', tldr: 'Second draft.' })
    expect(await bob.call(editReply, { id: reply.id, body: 'New words.' })).toMatchObject({ body: 'New words.', editedAt: expect.any(String) })
    expect((await bob.call(readHistory, { number })).versions).toMatchObject([{ title: 'Tipo', body: 'First draft.', byName: 'Ann' }])
    expect((await ann.call(readHistory, { number, replyId: reply.id })).versions).toMatchObject([{ title: null, body: 'Old words.', byName: 'Bob' }])
  })

  test('can be taken back for ten seconds, and then no more', async () => {
    const { number } = await open('Too early', 'Wait.')
    const reply = await bob.call(postReply, { number, body: 'Oh no.' })
    expect(reply).toMatchObject({ undoUntil: expect.any(String), can: expect.arrayContaining(['undo']) })
    expect(await codeOf(ann.call(undoReply, { id: reply.id }))).toBe('not_allowed')
    expect(await codeOf(ann.call(undoThread, { number }))).toBe('conflict')
    expect(await bob.call(undoReply, { id: reply.id })).toEqual({ body: 'Oh no.' })
    expect(await ann.call(readThread, { number })).toMatchObject({ replies: 0, items: [] })
    expect(await codeOf(bob.call(restoreReply, { id: reply.id }))).toBe('not_found')
    expect(await ann.call(undoThread, { number })).toEqual({ title: 'Too early', body: 'Wait.' })
    expect(await codeOf(bob.call(readThread, { number }))).toBe('not_found')
    const late = await open('Late')
    const lateReply = await bob.call(postReply, { number: late.number, body: 'Said.' })
    await later(10)
    expect(await codeOf(ann.call(undoThread, { number: late.number }))).toBe('conflict')
    expect(await codeOf(bob.call(undoReply, { id: lateReply.id }))).toBe('conflict')
  })

  test.each([30, 60, 120] as const)('can be taken back for %i seconds where their author wants it, and then no more', async (undoSeconds) => {
    expect((await bob.call(editMe, { undoSeconds })).person.undoSeconds).toBe(undoSeconds)
    const { number } = await open('Patient')
    const [soon, late] = [await bob.call(postReply, { number, body: 'Oh no.' }), await bob.call(postReply, { number, body: 'Said.' })]
    await later(undoSeconds - 1)
    expect(await bob.call(undoReply, { id: soon.id })).toEqual({ body: 'Oh no.' })
    await later(1)
    expect(await codeOf(bob.call(undoReply, { id: late.id }))).toBe('conflict')
    expect((await ann.call(postReply, { number, body: 'Mine.' })).undoUntil).toBe(app.app.platform.clock.now().add({ seconds: 10 }).toString())
    await bob.call(editMe, { undoSeconds: 10 })
  })

  test('let a deleted reply be brought back by its author for 30 days', async () => {
    const { number } = await open('Regret')
    const reply = await bob.call(postReply, { number, body: 'Secret plan.' })
    expect(await codeOf(ann.call(deleteReply, { id: reply.id }))).toBe('not_allowed')
    await bob.call(deleteReply, { id: reply.id })
    const gone = await ann.call(readThread, { number })
    expect(gone.replies).toBe(0)
    expect(gone.items).toMatchObject([{ id: reply.id, body: '', deletedAt: expect.any(String), can: [] }])
    expect(await codeOf(ann.call(restoreReply, { id: reply.id }))).toBe('not_found')
    expect(await codeOf(ann.call(readHistory, { number, replyId: reply.id }))).toBe('not_found')
    expect((await bob.call(readThread, { number })).items[0]?.can).toEqual(['restore'])
    expect(await bob.call(restoreReply, { id: reply.id })).toMatchObject({ body: 'Secret plan.', deletedAt: null })
    await bob.call(deleteReply, { id: reply.id })
    await later(31 * 86_400)
    expect(await codeOf(bob.call(restoreReply, { id: reply.id }))).toBe('not_found')
  })

  test('leave every list when their entry is deleted', async () => {
    const { number } = await open('Gone')
    await ann.call(deleteEntry, { number })
    expect(await codeOf(bob.call(readThread, { number }))).toBe('not_found')
    expect((await bob.call(listThreads, {})).items.some((head) => head.number === number)).toBe(false)
  })

  test('keep one line on where they stand, and never write over a newer one', async () => {
    const { number } = await open('State')
    expect((await bob.call(setState, { number, text: 'Waiting for Ops.', version: 0 })).state).toMatchObject({ text: 'Waiting for Ops.', version: 1, byName: 'Bob' })
    expect(await codeOf(ann.call(setState, { number, text: 'Mine.', version: 0 }))).toBe('conflict')
    expect((await ann.call(setState, { number, text: '', version: 1 })).state).toMatchObject({ text: '', version: 2 })
  })

  test('are resolved with what came out of them, and opened again with a reason', async () => {
    const { number } = await open('Resolve')
    const done = await bob.call(resolveThread, { number, outcome: 'Frankfurt first.' })
    expect(done).toMatchObject({ resolved: true, outcome: 'Frankfurt first.', resolvedByName: 'Bob' })
    expect(done.items).toMatchObject([{ kind: 'outcome', body: 'Frankfurt first.' }])
    expect(await codeOf(ann.call(resolveThread, { number, outcome: 'Again.' }))).toBe('conflict')
    expect((await ann.call(listThreads, { of: 'resolved', spaceId: app.spaceId })).items.map((head) => head.number)).toContain(number)
    const again = await ann.call(reopenThread, { number, reason: 'Paris asked.' })
    expect(again).toMatchObject({ resolved: false, outcome: null })
    expect(again.items.map((reply) => reply.body)).toEqual(['Frankfurt first.', 'Opened again: Paris asked.'])
  })

  test('quote only what was written, in the thread itself', async () => {
    const { number } = await open('Quotes', 'Read [the plan](https://example.com/plan) **today**.')
    const other = await open('Other')
    const elsewhere = await bob.call(postReply, { number: other.number, body: 'Said elsewhere.' })
    expect((await bob.call(postReply, { number, body: 'Yes.', quote: { text: 'Read the plan today' } })).quote?.authorName).toBe('Ann')
    expect(await codeOf(bob.call(postReply, { number, body: 'No.', quote: { text: 'I resign' } }))).toBe('bad_input')
    expect(await codeOf(bob.call(postReply, { number, body: 'No.', quote: { replyId: elsewhere.id, text: 'Said elsewhere.' } }))).toBe('not_found')
  })
})
