import { listAsks, postAsk, previewAsk, reassignAsk, declineAsk } from '#contract/asks.ts'
import { addFocus, doneInbox, editFocus, listInbox, noteFocus, readDelivery, removeFocus, snoozeInbox } from '#contract/attention.ts'
import type { Call } from '#contract/client.ts'
import { deleteFile, restoreFile, uploadFile } from '#contract/files.ts'
import { addSpaceMember, removeSpaceMember } from '#contract/spaces.ts'
import { editReply, elevate, mentionCost, moveThread, postReply, postThread, react, readHistory, saveForLater, splitThread } from '#contract/threads.ts'
import { addWebhook } from '#contract/webhooks.ts'
import { buildWorld, OTHER_WORKSPACE } from '#server/permissions/world.ts'
import type { World } from '#server/permissions/world.ts'
import { describeOnNewest } from '#server/platform/db/db.test-kit.ts'
import { codeOf } from '#server/app.test-kit.ts'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

type Place = { number: number; replyId: string; fileId: string; spaceId: string; personId: string }
/** Where the second id comes from (numbers count in each workspace by itself, so those of another one mean something here): another thread of one's own, somebody else's open one, one that may not be seen, another workspace, nowhere. */
type Places = Record<'own' | 'other' | 'hidden' | 'abroad' | 'nowhere', Place>
const NOWHERE = '00000000-0000-7000-8000-00000000dead'
const REFUSED = /^(not_found|not_allowed|bad_input|conflict)$/

describeOnNewest('past/01: two ids in one call', (on) => {
  let world: World
  let member: Call
  let places: Places
  let mine: { number: number; replyId: string; askNumber: number; itemId: string; blockId: string }
  const elsewhere: Record<string, string> = {}
  beforeAll(async () => {
    world = await buildWorld(on)
    member = await world.as('member')
    const [insider, owner, stranger] = [await world.as('insider'), await world.as('owner'), await world.as('stranger')]
    const write = async (call: Call, spaceId: string, personId: string): Promise<Place> => {
      const file = await call(uploadFile, { name: 'a.txt' }, { file: new Blob(['Some words.']) })
      const { number } = await call(postThread, { spaceId, title: 'A thread', body: 'Some words.', files: [file.id] })
      return { number, spaceId, personId, fileId: file.id, replyId: (await call(postReply, { number, body: 'Some words.' })).id }
    }
    const abroad = await on.db.selectFrom('space').select('id').where('workspace_id', '=', OTHER_WORKSPACE).executeTakeFirstOrThrow()
    places = {
      own: await write(member, world.spaces.open, world.people.member), other: await write(insider, world.spaces.elsewhere, world.people.insider), hidden: await write(insider, world.spaces.private, world.people.insider),
      abroad: await write(stranger, abroad.id, world.people.stranger), nowhere: { number: 999_999, replyId: NOWHERE, fileId: NOWHERE, spaceId: NOWHERE, personId: NOWHERE },
    }
    const { number } = await member(postThread, { spaceId: world.spaces.open, title: 'Mine', body: '@Olga Owner' })
    const ask = await member(postAsk, { spaceId: world.spaces.open, title: 'Which?', kind: 'answer', to: world.people.owner })
    await owner(postThread, { spaceId: world.spaces.open, title: 'For the member', body: '@Mo Member' })
    const block = await owner(addFocus, { days: [1], start: '09:00', end: '12:00' })
    await world.app.advanceTo('2026-03-24T12:00:00Z')
    elsewhere['item'] = (await owner(listInbox, {})).items[0]?.id ?? ''
    elsewhere['block'] = block.id
    mine = { number, replyId: (await member(postReply, { number, body: 'Some words.' })).id, askNumber: ask.number, itemId: (await member(listInbox, {})).items[0]?.id ?? '', blockId: (await member(addFocus, { days: [2], start: '09:00', end: '12:00' })).id }
  })
  afterAll(() => world.app.stop())

  /** How many rows each table holds; what refuses must change none of them. */
  async function counts(): Promise<Record<string, string>> {
    const { rows } = await sql<{ name: string }>`select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' and table_name not in ('idempotency', 'credential') order by 1`.execute(on.db)
    const all = await Promise.all(rows.map(async ({ name }) => [name, (await sql<{ n: string }>`select count(*) || ' ' || coalesce(sum(hashtext(to_jsonb(t)::text)), 0) as n from ${sql.table(name)} t`.execute(on.db)).rows[0]?.n ?? ''] as const))
    return Object.fromEntries(all)
  }

  /** Every call that takes ids of two things, with the second one from elsewhere. */
  const calls: [string, readonly (keyof Places)[], (from: Place) => Promise<unknown>][] = [
    ['a quote of another reply', ['own', 'other', 'hidden', 'abroad', 'nowhere'], ({ replyId }) => member(postReply, { number: mine.number, body: 'x', quote: { replyId, text: 'Some words' } })],
    ['a reaction', ['own', 'other', 'hidden', 'abroad', 'nowhere'], ({ replyId }) => member(react, { number: mine.number, replyId, emoji: '👍' })],
    ['a reaction through a hidden number', ['hidden', 'nowhere'], ({ number }) => member(react, { number, replyId: mine.replyId, emoji: '👍' })],
    ['something kept for later', ['own', 'other', 'hidden', 'abroad', 'nowhere'], ({ replyId }) => member(saveForLater, { number: mine.number, replyId, saved: true })],
    ['something elevated', ['own', 'other', 'hidden', 'abroad', 'nowhere'], ({ replyId }) => member(elevate, { number: mine.number, replyId, to: 'thread', title: 'x' })],
    ['something elevated to a space', ['hidden', 'abroad', 'nowhere'], ({ spaceId }) => member(elevate, { number: mine.number, to: 'thread', title: 'x', spaceId })],
    ['a thread that comes from a reply', ['own', 'other', 'hidden', 'abroad', 'nowhere'], ({ replyId }) => member(postThread, { spaceId: world.spaces.open, title: 'x', from: { number: mine.number, replyId } })],
    ['a thread that comes from a thread', ['hidden', 'nowhere'], ({ number }) => member(postThread, { spaceId: world.spaces.open, title: 'x', from: { number } })],
    ['a split of replies', ['own', 'other', 'hidden', 'abroad', 'nowhere'], ({ replyId }) => member(splitThread, { number: mine.number, replyIds: [replyId], title: 'x', summary: 'x' })],
    ['a split of replies, one of them right', ['own', 'other', 'hidden', 'abroad', 'nowhere'], ({ replyId }) => member(splitThread, { number: mine.number, replyIds: [mine.replyId, replyId], title: 'x', summary: 'x' })],
    ['a split into a space', ['hidden', 'abroad', 'nowhere'], ({ spaceId }) => member(splitThread, { number: mine.number, replyIds: [mine.replyId], title: 'x', summary: 'x', spaceId })],
    ['a move', ['hidden', 'abroad', 'nowhere'], ({ spaceId }) => member(moveThread, { number: mine.number, spaceId })],
    ['the history of a reply', ['own', 'other', 'hidden', 'abroad', 'nowhere'], ({ replyId }) => member(readHistory, { number: mine.number, replyId })],
    ['an ask in a thread, from a reply', ['own', 'other', 'hidden', 'abroad', 'nowhere'], ({ replyId }) => member(postAsk, { threadNumber: mine.number, title: 'x', kind: 'answer', to: world.people.owner, fromReplyId: replyId })],
    ['an ask in a space, from a reply', ['hidden', 'abroad', 'nowhere'], ({ replyId }) => member(postAsk, { spaceId: world.spaces.open, title: 'x', kind: 'answer', to: world.people.owner, fromReplyId: replyId })],
    ['an ask in a thread', ['hidden', 'nowhere'], ({ number }) => member(postAsk, { threadNumber: number, title: 'x', kind: 'answer', to: world.people.owner })],
    ['an ask in a space and in a thread', ['own', 'other', 'hidden', 'abroad', 'nowhere'], ({ number, spaceId }) => member(postAsk, { spaceId, threadNumber: number, title: 'x', kind: 'answer', to: world.people.owner })],
    ['an ask of somebody', ['abroad', 'nowhere'], ({ personId }) => member(postAsk, { spaceId: world.spaces.open, title: 'x', kind: 'answer', to: personId })],
    ['an ask that others may add to', ['abroad', 'nowhere'], ({ personId }) => member(postAsk, { spaceId: world.spaces.open, title: 'x', kind: 'answer', to: world.people.owner, others: [personId] })],
    ['a preview', ['abroad', 'nowhere'], ({ personId }) => member(previewAsk, { spaceId: world.spaces.open, kind: 'answer', to: personId })],
    ['asking somebody else', ['abroad', 'nowhere'], ({ personId }) => member(reassignAsk, { number: mine.askNumber, to: personId })],
    ['declining to somebody else', ['abroad', 'nowhere'], async ({ personId }) => (await world.as('owner'))(declineAsk, { number: mine.askNumber, reason: 'x', to: personId })],
    ['a notice with readers', ['abroad', 'nowhere'], ({ personId }) => member(postThread, { spaceId: world.spaces.open, title: 'x', kind: 'change', change: { was: 'x', now: 'x', since: '2026-03-23', why: 'x', mustRead: [personId] } })],
    ['a file of somebody else in a new thread', ['hidden', 'abroad', 'nowhere'], ({ fileId }) => member(postThread, { spaceId: world.spaces.open, title: 'x', files: [fileId] })],
    ['a file of somebody else in a reply', ['hidden', 'abroad', 'nowhere'], ({ fileId }) => member(postReply, { number: mine.number, body: 'x', files: [fileId] })],
    ['a file of somebody else in an edit', ['hidden', 'abroad', 'nowhere'], ({ fileId }) => member(editReply, { id: mine.replyId, body: 'x', files: [fileId] })],
    ['a file of somebody else in an ask', ['hidden', 'abroad', 'nowhere'], ({ fileId }) => member(postAsk, { spaceId: world.spaces.open, title: 'x', kind: 'answer', to: world.people.owner, files: [fileId] })],
    ['deleting a file of somebody else', ['other', 'hidden', 'abroad', 'nowhere'], ({ fileId }) => member(deleteFile, { id: fileId })],
    ['bringing back a file of somebody else', ['other', 'hidden', 'abroad', 'nowhere'], ({ fileId }) => member(restoreFile, { id: fileId })],
    ['mentions in a space', ['hidden', 'abroad', 'nowhere'], ({ spaceId }) => member(mentionCost, { spaceId, text: '@space' })],
    ['somebody of elsewhere added to a space', ['abroad', 'nowhere'], ({ personId }) => member(addSpaceMember, { id: world.spaces.open, personId })],
    ['somebody taken out of a space of elsewhere', ['hidden', 'abroad', 'nowhere'], ({ spaceId, personId }) => member(removeSpaceMember, { id: spaceId, personId })],
    ['an endpoint that is told of a space', ['hidden', 'abroad', 'nowhere'], async ({ spaceId }) => (await world.as('owner'))(addWebhook, { url: 'https://example.com/hook', types: ['thread.moved'], spaceId })],
    ['an item of somebody else', ['nowhere'], () => member(doneInbox, { id: elsewhere['item'] ?? '' })],
    ['an item of somebody else put aside', ['nowhere'], () => member(snoozeInbox, { id: elsewhere['item'] ?? '', until: 'hour' })],
    ['a focus block of somebody else', ['nowhere'], () => member(editFocus, { id: elsewhere['block'] ?? '', end: '13:00' })],
    ['a focus block of somebody else, removed', ['nowhere'], () => member(removeFocus, { id: elsewhere['block'] ?? '' })],
    ['what got done in a block of somebody else', ['nowhere'], () => member(noteFocus, { id: elsewhere['block'] ?? '', startedAt: '2026-03-23T08:00:00Z', gotDone: 'x' })],
  ]

  describe.each(calls)('%s', (_what, froms, call) => {
    test.each(froms)('from %s is refused, and changes nothing', async (from) => {
      const before = await counts()
      expect(await codeOf(call(places[from]))).toMatch(REFUSED)
      expect(await counts()).toEqual(before)
    })
  })

  test.each(['own', 'other', 'hidden', 'abroad', 'nowhere'] as const)('a reader list of one text by the number of another tells nothing (%s)', async (from) => {
    expect((await member(readDelivery, { number: mine.number, replyId: places[from].replyId })).readers).toEqual([])
  })

  test('asks of a thread in a space where it does not stand are none', async () => {
    expect((await member(listAsks, { spaceId: world.spaces.elsewhere, threadNumber: mine.number })).items).toEqual([])
    expect(await codeOf(member(listAsks, { spaceId: world.spaces.open, threadNumber: places.hidden.number }))).toBe('not_found')
  })

  test('an item and a block of one’s own can be changed, so that the refusals above are about whose they are', async () => {
    expect(await codeOf(member(doneInbox, { id: mine.itemId }))).toBe('no refusal')
    expect(await codeOf(member(editFocus, { id: mine.blockId, end: '13:00' }))).toBe('no refusal')
  })
})
