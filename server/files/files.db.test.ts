import { randomUUID } from 'node:crypto'
import { deleteEntry, restoreEntry } from '#contract/entries.ts'
import { deleteFile, readFile, restoreFile } from '#contract/files.ts'
import { describeOnBoth } from '#server/platform/db/db.test-kit.ts'
import { codeOf, startTestApp } from '#server/app.test-kit.ts'
import type { TestApp, TestPerson } from '#server/app.test-kit.ts'
import { addMember, addSpace } from '#server/spaces/public.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { attach, detach, fileLinksIn, filesOf, hideFiles, mayReadFile, moveFiles } from './public.ts'
import { doAs, entryBy, onDisk, PNG, send } from './files.test-kit.ts'

describeOnBoth('files', (on) => {
  let app: TestApp
  let ann: TestPerson
  let bob: TestPerson
  beforeAll(async () => { app = await startTestApp(on) })
  beforeEach(async () => {
    ann = await app.person(`Ann ${randomUUID()}`)
    bob = await app.person(`Bob ${randomUUID()}`)
  })
  afterAll(() => app.stop())
  const sees = async (person: TestPerson, id: string) => (await codeOf(person.call(readFile, { id }))) === 'no refusal'
  const privateSpace = (...members: TestPerson[]) => app.asSystem(async (act) => {
    const [first = ann, ...others] = members
    const id = await addSpace(act, { name: `Room ${randomUUID()}`, purpose: '', visibility: 'private', noise: 'work' }, first.id)
    for (const other of others) await addMember(act, id, other.id)
    return id
  })
  /** A file of Ann's in a text of hers. */
  const attached = async (spaceId = app.spaceId) => {
    const [{ id }, entry] = [await send(ann, 'plan.pdf'), await entryBy(app, ann, spaceId)]
    await doAs(app, ann, (act) => attach(act, { fileIds: [id], entryId: entry.entryId }))
    return { id, ...entry }
  }

  test('are described with what they hold, and the Markdown that shows them', async () => {
    const file = await send(ann, 'two words.png', PNG)
    expect(fileLinksIn(file.markdown)).toEqual([file.id])
    expect(file).toMatchObject({
      name: 'two words.png', type: 'image/png', size: PNG.length, image: true, state: 'loose', ownerId: ann.id, can: ['delete'],
      url: expect.stringMatching(/^\/files\/[0-9a-f-]{36}\/two%20words\.png$/), markdown: expect.stringMatching(/^!\[two words\.png\]\(\/files\//),
    })
  })

  test('belong to their owner alone until a text uses them', async () => {
    const { id } = await send(ann, 'secret.txt')
    expect([await sees(ann, id), await sees(bob, id), await sees(app.owner, id)]).toEqual([true, false, false])
    expect(await doAs(app, bob, (act) => mayReadFile(act, id))).toBe(false)
  })

  test('are read by whoever sees a text that uses them', async () => {
    const { id, entryId } = await attached()
    expect(await bob.call(readFile, { id })).toMatchObject({ state: 'used', can: [] })
    expect(await doAs(app, bob, (act) => filesOf(act, { entryIds: [entryId] }))).toMatchObject([{ entryId, replyId: null, file: { id, name: 'plan.pdf' } }])
  })

  describe('past/10 and past/5: the right to a file is the right to its text, asked each time', () => {
    test('who is not in a private space does not read its files, nor does the sender who left it', async () => {
      const spaceId = await privateSpace(ann, bob)
      const { id, entryId } = await attached(spaceId)
      expect([await sees(bob, id), await sees(app.owner, id)]).toEqual([true, false])
      await app.asSystem((act) => act.tx.deleteFrom('space_member').where('workspace_id', '=', app.workspaceId).where('space_id', '=', spaceId).where('person_id', '=', ann.id).execute())
      expect([await sees(ann, id), await sees(bob, id)]).toEqual([false, true])
      expect(await doAs(app, ann, (act) => filesOf(act, { entryIds: [entryId] }))).toEqual([])
    })
    test('a text that is deleted takes it away, and brings it back', async () => {
      const { id, number } = await attached()
      await ann.call(deleteEntry, { number })
      expect([await sees(ann, id), await sees(bob, id)]).toEqual([false, false])
      await ann.call(restoreEntry, { number })
      expect([await sees(ann, id), await sees(bob, id)]).toEqual([true, true])
    })
    test('a text that moves to a private space takes it along at once', async () => {
      const { id, entryId } = await attached()
      expect(await sees(bob, id)).toBe(true)
      const spaceId = await privateSpace(ann)
      await app.asSystem((act) => act.tx.updateTable('entry').set({ space_id: spaceId }).where('workspace_id', '=', app.workspaceId).where('id', '=', entryId).execute())
      expect([await sees(bob, id), await sees(ann, id)]).toEqual([false, true])
    })
    test('a space that becomes private closes its files to those outside', async () => {
      const spaceId = await app.asSystem((act) => addSpace(act, { name: `Room ${randomUUID()}`, purpose: '', visibility: 'open', noise: 'work' }, ann.id))
      const { id } = await attached(spaceId)
      expect(await sees(bob, id)).toBe(true)
      await app.asSystem((act) => act.tx.updateTable('space').set({ visibility: 'private' }).where('workspace_id', '=', app.workspaceId).where('id', '=', spaceId).execute())
      expect([await sees(bob, id), await sees(ann, id)]).toEqual([false, true])
    })
    test('a reply that is deleted hides its files, and moving it moves the right', async () => {
      const { id } = await send(ann, 'reply.txt')
      const { entryId } = await entryBy(app, ann)
      const replyId = randomUUID()
      await doAs(app, ann, (act) => attach(act, { fileIds: [id], entryId, replyId }))
      expect(await sees(bob, id)).toBe(true)
      await doAs(app, ann, (act) => hideFiles(act, { replyId, hidden: true }))
      expect([await sees(bob, id), await sees(ann, id)]).toEqual([false, false])
      await doAs(app, ann, (act) => hideFiles(act, { replyId, hidden: false }))
      const hidden = await entryBy(app, ann, await privateSpace(ann))
      await doAs(app, ann, (act) => moveFiles(act, { replyIds: [replyId], entryId: hidden.entryId }))
      expect([await sees(bob, id), await sees(ann, id)]).toEqual([false, true])
      expect(await doAs(app, ann, (act) => filesOf(act, { replyIds: [replyId], entryIds: [entryId] }))).toMatchObject([{ entryId: hidden.entryId, replyId }])
    })
  })

  describe('past/1: with two ids', () => {
    test('a file of somebody else that no text uses cannot be attached, and nothing beside it is', async () => {
      const [hers, his] = [await send(ann, 'hers.txt'), await send(bob, 'his.txt')]
      const { entryId } = await entryBy(app, bob)
      await expect(doAs(app, bob, (act) => attach(act, { fileIds: [his.id, hers.id], entryId }))).rejects.toMatchObject({ code: 'not_found' })
      expect([await doAs(app, bob, (act) => filesOf(act, { entryIds: [entryId] })), await sees(bob, hers.id), (await bob.call(readFile, { id: his.id })).state]).toEqual([[], false, 'loose'])
    })
    test('a file of a private text cannot be attached by somebody outside', async () => {
      const { id } = await attached(await privateSpace(ann))
      const { entryId } = await entryBy(app, bob)
      await expect(doAs(app, bob, (act) => attach(act, { fileIds: [id], entryId }))).rejects.toMatchObject({ code: 'not_found' })
      expect(await sees(bob, id)).toBe(false)
    })
    test('a file that one may read may be used again, and is read in either place', async () => {
      const { id, number } = await attached()
      const { entryId } = await entryBy(app, bob)
      await doAs(app, bob, (act) => attach(act, { fileIds: [id, id], entryId }))
      await doAs(app, bob, (act) => attach(act, { fileIds: [id], entryId }))
      await ann.call(deleteEntry, { number })
      expect([await sees(ann, id), await sees(bob, id)]).toEqual([true, true])
      expect((await doAs(app, bob, (act) => filesOf(act, { entryIds: [entryId] }))).length).toBe(1)
      expect(await codeOf(ann.call(deleteFile, { id }))).toBe('not_allowed')
    })
  })

  test('taken out of their last text are their owner’s again', async () => {
    const { id, entryId } = await attached()
    await doAs(app, ann, (act) => detach(act, { entryId, fileIds: [] }))
    expect(await sees(bob, id)).toBe(true)
    await doAs(app, ann, (act) => detach(act, { entryId }))
    expect([await sees(ann, id), await sees(bob, id)]).toEqual([true, false])
    await doAs(app, ann, (act) => attach(act, { entryId, fileIds: [id] }))
    expect(await sees(bob, id)).toBe(true)
  })

  test('are deleted by whoever put them there, and brought back by nobody else', async () => {
    const { id } = await attached()
    expect(await codeOf(bob.call(deleteFile, { id }))).toBe('not_allowed')
    await ann.call(deleteFile, { id })
    expect([await sees(ann, id), await sees(bob, id), await codeOf(ann.call(deleteFile, { id }))]).toEqual([false, false, 'not_found'])
    expect(await codeOf(bob.call(restoreFile, { id }))).toBe('not_found')
    expect(await ann.call(restoreFile, { id })).toMatchObject({ id, state: 'used' })
    expect([await sees(bob, id), await codeOf(ann.call(restoreFile, { id }))]).toEqual([true, 'not_found'])
  })

  test('are refused when too many wait to be used', async () => {
    for (let n = 0; n < 100; n += 1) await send(ann, `${n}.txt`)
    expect(await codeOf(send(ann, 'one more.txt'))).toBe('too_many')
    expect(await codeOf(send(bob, 'mine.txt'))).toBe('no refusal')
  })

  test('leave nothing that is not theirs on disk', async () => {
    const rows = await app.app.platform.db.selectFrom('file').select('id').where('workspace_id', '=', app.workspaceId).orderBy('id').execute()
    expect(onDisk(app)).toEqual(rows.map((row) => row.id))
  })
})
