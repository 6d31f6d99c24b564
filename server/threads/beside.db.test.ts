import { listInbox } from '#contract/attention.ts'
import { prefillWrap } from '#contract/handoffs.ts'
import { confirmRead, deleteReply, elevate, followThread, listSaved, listThreads, markReply, postReply, postThread, react, readThread, saveForLater } from '#contract/threads.ts'
import { send } from '#server/files/files.test-kit.ts'
import { describeOnNewest } from '#server/platform/db/db.test-kit.ts'
import { codeOf, startTestApp } from '#server/app.test-kit.ts'
import type { TestApp, TestPerson } from '#server/app.test-kit.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'

describeOnNewest('beside the texts of a thread', (on) => {
  let app: TestApp
  let ann: TestPerson
  let bob: TestPerson
  beforeAll(async () => {
    app = await startTestApp(on)
    ann = await app.person('Ann')
    bob = await app.person('Bob')
  })
  afterAll(() => app.stop())
  const open = async (title: string) => (await ann.call(postThread, { spaceId: app.spaceId, title })).number

  test('reactions are set and taken back, and tell nobody', async () => {
    const number = await open('React')
    const { id } = await bob.call(postReply, { number, body: 'Done.' })
    await ann.call(react, { number, replyId: id, emoji: '🎉' })
    await bob.call(react, { number, replyId: id, emoji: '🎉' })
    await bob.call(react, { number, emoji: '👀' })
    const read = await ann.call(readThread, { number })
    expect(read.items[0]?.reactions).toEqual([{ emoji: '🎉', people: expect.arrayContaining([ann.id, bob.id]), mine: true }])
    expect(read.reactions).toEqual([{ emoji: '👀', people: [bob.id], mine: false }])
    await ann.call(react, { number, replyId: id, emoji: '🎉', on: false })
    expect((await ann.call(readThread, { number })).items[0]?.reactions).toEqual([{ emoji: '🎉', people: [bob.id], mine: false }])
    expect(await codeOf(ann.call(react, { number, emoji: 'nice' }))).toBe('bad_input')
  })

  test('marks are counted for the author alone, without names', async () => {
    const number = await open('Marks')
    const { id } = await bob.call(postReply, { number, body: 'A very long text.' })
    await ann.call(markReply, { id, mark: 'too-long' })
    await app.owner.call(markReply, { id, mark: 'too-long' })
    expect((await bob.call(readThread, { number })).items[0]).toMatchObject({ marks: { tooLong: 2, missingContext: 0 }, myMarks: [] })
    expect((await ann.call(readThread, { number })).items[0]).toMatchObject({ marks: null, myMarks: ['too-long'] })
    await ann.call(markReply, { id, mark: 'too-long', on: false })
    expect((await bob.call(readThread, { number })).items[0]?.marks?.tooLong).toBe(1)
  })

  test('what is kept for later is listed newest first, until it is let go or deleted', async () => {
    const number = await open('Keep')
    const { id } = await bob.call(postReply, { number, body: 'Worth keeping.' })
    await ann.call(saveForLater, { number, saved: true })
    await app.advanceTo(app.app.platform.clock.now().add({ seconds: 1 }).toString())
    await ann.call(saveForLater, { number, replyId: id, saved: true, remindAt: '2026-03-30T09:00:00Z' })
    expect((await ann.call(listSaved, {})).items.map((item) => [item.replyId, item.excerpt, item.remindAt])).toEqual([[id, 'Worth keeping.', '2026-03-30T09:00:00Z'], [null, '', null]])
    expect((await ann.call(listSaved, { limit: 1 })).next).not.toBeNull()
    expect((await ann.call(listThreads, { of: 'saved' })).items.map((head) => head.number)).toEqual([number])
    expect((await ann.call(readThread, { number })).items[0]?.saved).toBe(true)
    await bob.call(deleteReply, { id })
    expect((await ann.call(listSaved, {})).items.map((item) => item.replyId)).toEqual([null])
    await ann.call(saveForLater, { number, saved: false })
    expect((await ann.call(listSaved, {})).items).toEqual([])
    expect((await bob.call(listSaved, {})).items).toEqual([])
  })

  test('files stand with their texts, are seen by whoever sees them, and are nobody else’s to attach', async () => {
    const number = await open('Files')
    const file = await send(bob, 'notes.txt')
    expect(await codeOf(ann.call(postReply, { number, body: 'Mine?', files: [file.id] }))).toBe('not_found')
    const { id } = await bob.call(postReply, { number, body: 'See the notes.', files: [file.id] })
    expect((await ann.call(readThread, { number })).items).toMatchObject([{ id, files: [{ id: file.id, name: 'notes.txt' }] }])
    await bob.call(deleteReply, { id })
    expect((await ann.call(readThread, { number })).items[0]?.files).toEqual([])
  })

  test('a change notice asks its readers until they confirm it', async () => {
    const change = { was: 'Deploy on Friday.', now: 'Deploy on Thursday.', since: '2026-04-01', why: 'Nobody likes weekends.', mustRead: [bob.id] }
    expect(await codeOf(ann.call(postThread, { spaceId: app.spaceId, title: 'Deploy day', kind: 'change' }))).toBe('bad_input')
    expect(await codeOf(ann.call(postThread, { spaceId: app.spaceId, title: 'Deploy day', change }))).toBe('bad_input')
    const notice = await ann.call(postThread, { spaceId: app.spaceId, title: 'Deploy day', kind: 'change', change })
    expect(notice.change).toEqual({ ...change, mustRead: [{ personId: bob.id, name: 'Bob', readAt: null }] })
    await app.advanceTo('2026-03-24T09:00:00Z')
    const item = async () => (await bob.call(listInbox, {})).items.find((one) => one.number === notice.number)
    expect(await item()).toMatchObject({ kind: 'change', obliges: true, text: expect.stringContaining('Deploy on Thursday.') })
    expect((await bob.call(readThread, { number: notice.number })).can).toContain('confirm-read')
    const read = await bob.call(confirmRead, { number: notice.number })
    expect(read.change?.mustRead).toMatchObject([{ personId: bob.id, readAt: '2026-03-24T09:00:00Z' }])
    expect(read.can).not.toContain('confirm-read')
    expect(await item()).toBeUndefined()
    expect(await codeOf(ann.call(confirmRead, { number: notice.number }))).toBe('conflict')
  })

  test('a line that was elevated for a wrap is offered to its person when they write the next one', async () => {
    const number = await open('Elevate')
    await bob.call(elevate, { number, to: 'wrap-line', title: 'Found the leak' })
    expect((await bob.call(prefillWrap, { spaceId: app.spaceId })).done).toContainEqual({ text: 'Found the leak', source: { kind: 'workspace', numbers: [number] } })
    expect((await ann.call(prefillWrap, { spaceId: app.spaceId })).done.map((line) => line.text)).not.toContain('Found the leak')
  })

  test('lists tell what one follows', async () => {
    const number = await open('Followed')
    const followed = async () => (await bob.call(listThreads, { of: 'following' })).items.some((head) => head.number === number)
    expect(await followed()).toBe(false)
    await bob.call(followThread, { number, follow: 'following' })
    expect(await followed()).toBe(true)
    expect((await bob.call(readThread, { number })).followsBecause).toBe('You chose to.')
  })
})
