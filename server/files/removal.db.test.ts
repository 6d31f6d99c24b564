import { existsSync, writeFileSync } from 'node:fs'
import type * as Fs from 'node:fs/promises'
import { join } from 'node:path'
import { deleteFile, readFile, restoreFile } from '#contract/files.ts'
import { describeOnNewest } from '#server/platform/db/db.test-kit.ts'
import { codeOf, startTestApp } from '#server/app.test-kit.ts'
import type { TestApp, TestPerson } from '#server/app.test-kit.ts'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { attach, detach } from './public.ts'
import { doAs, entryBy, onDisk, send } from './files.test-kit.ts'

/** Every path that is removed, moved or written by whoever uses the file system of Node. */
const touched = vi.hoisted((): string[] => {
  // Files share what they load; ours must load anew to see it, and those after us without it.
  vi.resetModules()
  return []
})
afterAll(() => { vi.resetModules() })
vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof Fs>()
  const noting = <F extends (path: never, ...rest: never[]) => unknown>(work: F): F => ((path: never, ...rest: never[]) => { touched.push(String(path)); return work(path, ...rest) }) as F
  return { ...real, rm: noting(real.rm), unlink: noting(real.unlink), rename: noting(real.rename), open: noting(real.open), mkdir: noting(real.mkdir) }
})

const HOSTILE = ['../../../../canary.txt', '/etc/passwd', 'canary.txt', String.raw`..\..\canary.txt`, 'file:///etc/passwd', '%2e%2e/canary.txt', 'a\u202Etxt.exe', '.', '..', '~', '$HOME', '`id`', "'; drop table file; --"]

describeOnNewest('files that nobody uses', (on) => {
  let app: TestApp
  let ann: TestPerson
  beforeAll(async () => {
    app = await startTestApp(on)
    ann = await app.person('Ann')
  })
  afterAll(() => app.stop())
  const there = (id: string) => onDisk(app).includes(id)
  const later = async (span: Temporal.DurationLike) => app.advanceTo(app.app.platform.clock.now().add(span).toString())
  const attached = async () => {
    const [{ id }, { entryId, number }] = [await send(ann, 'used.txt'), await entryBy(app, ann)]
    await doAs(app, ann, (act) => attach(act, { fileIds: [id], entryId }))
    return { id, entryId, number }
  }

  test('go after a day, and those that are used stay', async () => {
    const [loose, used] = [await send(ann, 'loose.txt'), await attached()]
    await later({ hours: 23, minutes: 59 })
    expect(there(loose.id)).toBe(true)
    await later({ minutes: 2 })
    expect([there(loose.id), await codeOf(ann.call(readFile, { id: loose.id })), there(used.id)]).toEqual([false, 'not_found', true])
    await later({ hours: 24 * 40 })
    expect([there(used.id), await codeOf(ann.call(readFile, { id: used.id }))]).toEqual([true, 'no refusal'])
  })

  test('taken out of a text, stay for 30 days', async () => {
    const { id, entryId } = await attached()
    await doAs(app, ann, (act) => detach(act, { entryId }))
    await later({ hours: 29 * 24 })
    expect(there(id)).toBe(true)
    await later({ hours: 25 })
    expect(there(id)).toBe(false)
  })

  test('deleted, come back for 30 days, and then the bytes go', async () => {
    const [kept, gone] = [await attached(), await attached()]
    for (const { id } of [kept, gone]) await ann.call(deleteFile, { id })
    await later({ hours: 30 * 24 - 1 })
    await ann.call(restoreFile, { id: kept.id })
    await later({ hours: 2 })
    expect([there(kept.id), there(gone.id), await codeOf(ann.call(restoreFile, { id: gone.id }))]).toEqual([true, false, 'not_found'])
    await later({ hours: 24 * 40 })
    expect([there(kept.id), await codeOf(ann.call(readFile, { id: kept.id }))]).toEqual([true, 'no refusal'])
  })

  test('cannot be taken into a text while their bytes go', async () => {
    const { id } = await send(ann, 'late.txt')
    const { entryId } = await entryBy(app, ann)
    await app.asSystem((act) => act.tx.updateTable('file').set({ state: 'leaving' }).where('workspace_id', '=', app.workspaceId).where('id', '=', id).execute())
    await expect(doAs(app, ann, (act) => attach(act, { fileIds: [id], entryId }))).rejects.toMatchObject({ code: 'not_found' })
    expect(await codeOf(ann.call(readFile, { id }))).toBe('not_found')
    await later({ hours: 25 })
    expect(there(id)).toBe(false)
  })

  test('past/26: whatever is stored about a file, cleaning up touches its own bytes only', async () => {
    const canary = join(app.filesIn, 'canary.txt')
    const sent = await Promise.all(HOSTILE.map((name) => send(ann, name, 'hostile')))
    writeFileSync(canary, 'here')
    await app.asSystem(async (act) => {
      for (const [index, { id }] of sent.entries()) {
        await act.tx.updateTable('file').set({ name: HOSTILE[index] ?? '', type: HOSTILE[index] ?? '' }).where('workspace_id', '=', app.workspaceId).where('id', '=', id).execute()
        await act.timer({ kind: 'file.remove', key: HOSTILE[index] ?? '', at: act.now.add({ hours: 1 }), payload: { fileId: id, path: HOSTILE[index] ?? '', name: HOSTILE[index] ?? '' } })
      }
    })
    const others = onDisk(app).filter((name) => !sent.some((file) => file.id === name))
    touched.length = 0
    await later({ hours: 30 })
    expect([onDisk(app), existsSync(canary)]).toEqual([others, true])
    const own = new Set(sent.flatMap(({ id }) => [join(app.filesIn, id.slice(-2), id), `${join(app.filesIn, id.slice(-2), id)}.part`]))
    expect(touched.filter((path) => !own.has(path))).toEqual([])
    expect(touched.length).toBeGreaterThanOrEqual(sent.length)
  })

  test('past/26: a timer that names no id of ours fails, and touches nothing', async () => {
    touched.length = 0
    await app.asSystem((act) => act.timer({ kind: 'file.remove', key: 'hostile', at: act.now.add({ minutes: 1 }), payload: { fileId: '00000000-0000-7000-8000-000000000000' } }))
    await later({ minutes: 5 })
    expect(touched).toEqual([])
  })
})
