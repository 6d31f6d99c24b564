import { readAsk, postAsk } from '#contract/asks.ts'
import { doneInbox, listInbox, readDelivery } from '#contract/attention.ts'
import { deleteEntry, readEntry } from '#contract/entries.ts'
import { createSpace } from '#contract/spaces.ts'
import { confirmRead, deleteReply, editReply, followThread, listLinks, markRead, markReply, moveThread, postReply, postThread, react, readHistory, readThread, saveForLater } from '#contract/threads.ts'
import { describeOnNewest } from '#server/platform/db/db.test-kit.ts'
import { codeOf, startTestApp } from '#server/app.test-kit.ts'
import type { TestApp, TestPerson } from '#server/app.test-kit.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

/** Stands in the first text of a reply, which its author then edited. */
const EARLIER = 'Quetzalcoatl'

describeOnNewest('past/12: what hangs on a text is seen by whoever sees the text', (on) => {
  let app: TestApp
  let ann: TestPerson
  let bob: TestPerson
  beforeAll(async () => {
    app = await startTestApp(on)
    ann = await app.person('Ann')
    bob = await app.person('Bob')
  })
  afterAll(() => app.stop())

  /** A notice with a reply that was edited, reacted to, read and asked about; the reader has an item of it in the inbox. */
  async function written() {
    const { number } = await ann.call(postThread, { spaceId: app.spaceId, title: 'Notice', body: '@Bob', kind: 'change', change: { was: 'a', now: 'b', since: '2026-03-23', why: 'c', mustRead: [bob.id] } })
    const { id } = await ann.call(postReply, { number, body: EARLIER })
    await ann.call(editReply, { id, body: 'Later.' })
    await ann.call(react, { number, replyId: id, emoji: '👍' })
    const { number: ask } = await ann.call(postAsk, { threadNumber: number, title: 'Which?', kind: 'answer', to: bob.id })
    await app.advanceTo(app.app.platform.clock.now().add({ hours: 76 }).toString())
    const item = (await bob.call(listInbox, {})).items.find((one) => one.number === number)?.id ?? ''
    return { number, id, ask, item }
  }
  type Written = Awaited<ReturnType<typeof written>>

  const derived: [string, (of: Written) => Promise<unknown>][] = [
    ['its history', ({ number }) => bob.call(readHistory, { number })], ['the history of a reply', ({ number, id }) => bob.call(readHistory, { number, replyId: id })], ['its links', ({ number }) => bob.call(listLinks, { number })],
    ['when its readers are told', ({ number }) => bob.call(readDelivery, { number })], ['a reaction', ({ number, id }) => bob.call(react, { number, replyId: id, emoji: '👍' })], ['a mark', ({ id }) => bob.call(markReply, { id, mark: 'too-long' })],
    ['a place in what was read', ({ number }) => bob.call(markRead, { number, seq: 1 })], ['following', ({ number }) => bob.call(followThread, { number, follow: 'following' })], ['keeping it', ({ number, id }) => bob.call(saveForLater, { number, replyId: id, saved: true })],
    ['confirming it', ({ number }) => bob.call(confirmRead, { number })], ['its ask', ({ ask }) => bob.call(readAsk, { number: ask })], ['its number', ({ number }) => bob.call(readEntry, { number })], ['its item in the inbox', ({ item }) => bob.call(doneInbox, { id: item })],
  ]

  describe.each<[string, (of: Written) => Promise<unknown>]>([
    ['moved out of sight', async ({ number }) => ann.call(moveThread, { number, spaceId: (await ann.call(createSpace, { name: `Sealed ${number}`, visibility: 'private' })).id })],
    ['deleted', ({ number }) => ann.call(deleteEntry, { number })],
  ])('once it is %s', (_how, hide) => {
    test('all of it is gone for its reader', async () => {
      const before = await written()
      for (const [what, read] of derived) expect([what, await codeOf(read(before))]).toEqual([what, 'no refusal'])
      const hidden = await written()
      await hide(hidden)
      for (const [what, read] of derived) expect([what, await codeOf(read(hidden))]).toEqual([what, 'not_found'])
    })
  })

  test('of a deleted reply, earlier texts, reactions and marks are gone with it', async () => {
    const { number, id } = await written()
    expect(JSON.stringify(await bob.call(readHistory, { number, replyId: id }))).toContain(EARLIER)
    await bob.call(markReply, { id, mark: 'too-long' })
    await ann.call(deleteReply, { id })
    expect(await codeOf(bob.call(readHistory, { number, replyId: id }))).toBe('not_found')
    const reply = (await bob.call(readThread, { number })).items.find((one) => one.id === id)
    expect(reply).toMatchObject({ body: '', reactions: [], marks: null, myMarks: [], files: [] })
    expect(await codeOf(bob.call(react, { number, replyId: id, emoji: '🎉' }))).toBe('not_found')
  })

  test('who reacted to, marked and read what stays as private as before', async () => {
    const { number, id } = await written()
    await bob.call(markReply, { id, mark: 'missing-context' })
    expect((await bob.call(readThread, { number })).items.find((one) => one.id === id)?.marks).toBeNull()
    const told = await bob.call(readDelivery, { number })
    expect(told.readers.map((reader) => reader.personId)).toEqual(told.readers.map(() => bob.id))
  })
})
