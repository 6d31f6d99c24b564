import { downloadFile } from '#contract/files.ts'
import { describeOnNewest } from '#server/platform/db/db.test-kit.ts'
import { startFakeS3 } from '#server/platform/files/fake-s3.test-kit.ts'
import type { FakeS3 } from '#server/platform/files/fake-s3.test-kit.ts'
import { codeOf, startTestApp } from '#server/app.test-kit.ts'
import type { TestApp, TestPerson } from '#server/app.test-kit.ts'
import { address } from '#contract/client.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { onDisk, PNG, send } from './files.test-kit.ts'

describeOnNewest('files in S3', (on) => {
  let fake: FakeS3
  let app: TestApp
  let cem: TestPerson
  beforeAll(async () => {
    fake = await startFakeS3()
    app = await startTestApp(on, { s3: fake.settings })
    cem = await app.person('Cem')
  })
  afterAll(async () => {
    await app.stop()
    await fake.stop()
  })
  const get = (file: { id: string; name: string }, range?: string) => app.app.http.inject({
    method: 'GET', url: address('', downloadFile, { id: file.id, name: file.name }).url, headers: { authorization: `Bearer ${cem.token}`, ...(range && { range }) },
  })

  test('are sent whole and in parts, through this server and its rights', async () => {
    const file = await send(cem, 'dot.png', PNG)
    const [whole, part] = [await get(file), await get(file, 'bytes=1-3')]
    expect([whole.statusCode, whole.rawPayload.equals(PNG), whole.headers['content-type']]).toEqual([200, true, 'image/png'])
    expect([part.statusCode, part.payload, part.headers['content-range']]).toEqual([206, 'PNG', `bytes 1-3/${PNG.length}`])
  })

  test('go when nobody uses them, and wait for a store that does not answer', async () => {
    const { id } = await send(cem, 'loose.txt')
    const kept = () => [...fake.objects.keys()].some((key) => key.endsWith(id))
    expect([kept(), onDisk(app)]).toEqual([true, []])
    fake.failWith.status = 403
    await app.advanceTo(app.app.platform.clock.now().add({ hours: 25 }).toString())
    expect(kept()).toBe(true)
    fake.failWith.status = null
    await app.advanceTo(app.app.platform.clock.now().add({ hours: 3 }).toString())
    expect(kept()).toBe(false)
  })

  test('that the store does not take, or no longer has, are told, and nothing is half there', async () => {
    fake.failWith.status = 403
    expect(await codeOf(send(cem, 'x.txt'))).toBe('unavailable')
    fake.failWith.status = null
    const rows = await app.app.platform.db.selectFrom('file').select('state').where('workspace_id', '=', app.workspaceId).where('state', '<>', 'arriving').execute()
    expect(rows).toEqual([])
    const file = await send(cem, 'lost.txt')
    fake.objects.clear()
    const answer = await get(file)
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([500, 'unexpected'])
    await app.advanceTo(app.app.platform.clock.now().add({ hours: 25 }).toString())
    expect((await app.app.platform.db.selectFrom('file').select('id').where('workspace_id', '=', app.workspaceId).execute())).toEqual([])
  })
})
