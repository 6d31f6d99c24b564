import { deleteEntry, restoreEntry } from '#contract/entries.ts'
import { deleteFile, downloadFile, readFile, restoreFile, uploadFile } from '#contract/files.ts'
import { postWrap } from '#contract/handoffs.ts'
import { createPage, deletedPages, pageVersion, pageVersions, readPage, restorePageVersion, savePage } from '#contract/pages.ts'
import { createSpace } from '#contract/spaces.ts'
import { deleteReply, postReply, postThread, readThread, restoreReply, undoReply, undoThread } from '#contract/threads.ts'
import { buildWorld, SECRET } from '#server/permissions/world.ts'
import type { World } from '#server/permissions/world.ts'
import { describeOnNewest } from '#server/platform/db/db.test-kit.ts'
import { codeOf } from '#server/app.test-kit.ts'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'

/** Everybody who did not write what was thrown away. */
const OTHERS = ['guest', 'member', 'admin', 'owner', 'stranger'] as const
const REFUSED = /^not_found$|^not_allowed$/

describeOnNewest('past/02 and past/03: what was thrown away, and what stands in no space', (on) => {
  let world: World
  beforeAll(async () => { world = await buildWorld(on) })
  afterAll(() => world.app.stop())

  test('nobody but its author brings back, reads or finds a text that was deleted', async () => {
    const author = await world.as('insider')
    const spaceId = world.spaces.open
    const wrap = (await author(postWrap, { spaceId, state: SECRET, nextAction: SECRET, mostImportant: SECRET })).number
    const thread = (await author(postThread, { spaceId, title: SECRET, body: SECRET })).number
    const open = (await author(postThread, { spaceId, title: 'Open', body: 'Words.' })).number
    const reply = (await author(postReply, { number: open, body: SECRET })).id
    const file = (await author(uploadFile, { name: 'a.txt' }, { file: new Blob([SECRET]) })).id
    for (const number of [wrap, thread]) await author(deleteEntry, { number })
    await author(deleteReply, { id: reply })
    await author(deleteFile, { id: file })
    for (const name of OTHERS) {
      const call = await world.as(name)
      const tries = [call(restoreEntry, { number: wrap }), call(restoreEntry, { number: thread }), call(restoreReply, { id: reply }), call(undoThread, { number: thread }), call(undoReply, { id: reply }), call(restoreFile, { id: file }), call(readFile, { id: file }), call(downloadFile, { id: file, name: 'a.txt' }), call(readThread, { number: thread })]
      for (const [at, code] of (await Promise.all(tries.map(codeOf))).entries()) expect([name, at, code]).toEqual([name, at, expect.stringMatching(REFUSED)])
    }
    for (const name of ['guest', 'member', 'owner'] as const) expect(JSON.stringify(await (await world.as(name))(readThread, { number: open }))).not.toContain(SECRET)
    for (const number of [wrap, thread]) expect(await codeOf(author(restoreEntry, { number }))).toBe('no refusal')
    for (const call of [author(restoreReply, { id: reply }), author(restoreFile, { id: file })]) expect(await codeOf(call)).toBe('no refusal')
  })

  test('a page of a private space is in the trash of whoever saw it, and its versions are theirs alone', async () => {
    const author = await world.as('insider')
    const { number } = await author(createPage, { spaceId: world.spaces.private, title: `${SECRET} page`, text: SECRET })
    await author(savePage, { number, base: 1, text: `${SECRET} again` })
    for (const name of OTHERS) {
      const call = await world.as(name)
      const codes = await Promise.all([call(readPage, { number }), call(pageVersions, { number }), call(pageVersion, { number, version: 1 }), call(restorePageVersion, { number, version: 1 })].map(codeOf))
      expect([name, codes]).toEqual([name, codes.map(() => 'not_found')])
    }
    await author(deleteEntry, { number })
    for (const name of OTHERS) {
      const call = await world.as(name)
      expect([name, JSON.stringify(await call(deletedPages, {})).includes(SECRET), await codeOf(call(restoreEntry, { number }))]).toEqual([name, false, 'not_found'])
    }
    expect((await author(deletedPages, {})).pages.map((page) => page.number)).toContain(number)
  })

  test('no event that belongs to no space and to nobody tells of a thing in a private one, or of one that is gone', async () => {
    const author = await world.app.sessionOf(world.people.insider)
    const { id: spaceId } = await author.call(createSpace, { name: `${SECRET} room`, visibility: 'private' })
    const thread = (await author.call(postThread, { spaceId, title: SECRET, body: SECRET })).number
    const page = (await author.call(createPage, { spaceId, title: `${SECRET} two`, text: SECRET })).number
    const { id: replyId } = await author.call(postReply, { number: thread, body: SECRET })
    await author.call(deleteReply, { id: replyId })
    for (const number of [thread, page]) await author.call(deleteEntry, { number })
    const { rows: hidden } = await sql<{ id: string }>`select id::text as id from entry where workspace_id = ${world.app.workspaceId} and number in (${thread}, ${page})`.execute(on.db)
    const telling = [SECRET, spaceId, replyId, ...hidden.map(({ id }) => id)]
    const events = await on.db.selectFrom('event').select(['kind', 'payload']).where('workspace_id', '=', world.app.workspaceId).where('space_id', 'is', null).where('person_id', 'is', null).execute()
    const found = events.filter(({ payload }) => telling.some((word) => JSON.stringify(payload).includes(word)) || [thread, page].includes(Number(payload['number'])))
    expect(found.map(({ kind }) => kind)).toEqual([])
    expect((await on.db.selectFrom('event').select('kind').where('space_id', '=', spaceId).execute()).length).toBeGreaterThan(3)
    expect((await world.app.app.http.inject({ url: '/metrics' })).body).not.toContain(SECRET)
  })
})
