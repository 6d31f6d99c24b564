import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { Refusal } from '#domain/refusal.ts'
import { newId } from '#server/platform/ids.ts'
import { arm } from '#server/platform/failpoint.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { diskStore } from './disk-store.ts'
import { startFakeS3 } from './fake-s3.test-kit.ts'
import type { FakeS3 } from './fake-s3.test-kit.ts'
import { openStore } from './open-store.ts'
import { s3Store } from './s3-store.ts'
import { FileLost, StoreOutage } from './store.ts'
import type { FileStore } from './store.ts'

const NOW = Temporal.Instant.from('2026-03-23T07:00:00Z')
const KB = 1024
const LIMIT = 300 * KB
const id = () => newId(NOW)
const sha = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
const pieces = (bytes: Buffer, size = 10 * KB) => Readable.from(Array.from({ length: Math.ceil(bytes.length / size) }, (_, n) => bytes.subarray(n * size, (n + 1) * size)))

let folder: string
let fake: FakeS3
const stores: Record<string, FileStore> = {}
/** Every file below the folder, whatever it is called. */
const onDisk = () => readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile()).map((one) => one.name)
/** What either store holds. */
const held = () => [...onDisk(), ...fake.objects.keys()].length

beforeAll(async () => {
  folder = join(mkdtempSync(join(tmpdir(), 'longhand-stores-')), 'data', 'files')
  fake = await startFakeS3()
  stores['disk'] = diskStore(folder)
  stores['S3'] = s3Store(fake.settings, join(folder, 'way'))
})
afterAll(async () => {
  await fake.stop()
  rmSync(folder, { recursive: true, force: true })
})

describe.each(['disk', 'S3'])('files on %s', (name) => {
  const store = () => stores[name] ?? openStore(null)
  const put = async (bytes: Buffer, given = id()) => ({ given, received: await store().put(given, pieces(bytes), LIMIT) })
  const read = async (given: string, part?: { start: number; end: number }) => buffer(await store().open(given, part))

  test('come back as they were given, with size, hash and type', async () => {
    const bytes = randomBytes(250 * KB)
    const { given, received } = await put(bytes)
    expect(received).toEqual({ size: bytes.length, sha256: sha(bytes), type: 'application/octet-stream' })
    expect(sha(await read(given))).toBe(received.sha256)
  })
  test('are given in parts', async () => {
    const { given } = await put(Buffer.from('0123456789'))
    expect((await read(given, { start: 2, end: 5 })).toString()).toBe('2345')
    expect((await read(given, { start: 9, end: 9 })).toString()).toBe('9')
  })
  test('may be as large as the limit, and not a byte larger', async () => {
    expect((await put(Buffer.alloc(LIMIT))).received.size).toBe(LIMIT)
    const before = held()
    await expect(put(Buffer.alloc(LIMIT + 1))).rejects.toMatchObject({ code: 'too_large', next: expect.any(String) })
    expect(held()).toBe(before)
  })
  test('that break off leave nothing', async () => {
    const before = held()
    async function* broken() { yield randomBytes(KB); throw Object.assign(new Error('aborted'), { code: 'ECONNRESET' }) }
    await expect(store().put(id(), broken(), LIMIT)).rejects.toMatchObject({ code: 'bad_input', message: 'The upload stopped before the whole file had come.' })
    expect(held()).toBe(before)
  })
  test('that are empty are refused', async () => {
    const before = held()
    await expect(put(Buffer.alloc(0))).rejects.toBeInstanceOf(Refusal)
    expect(held()).toBe(before)
  })
  test('are gone once removed, and removing again is nothing', async () => {
    const { given } = await put(Buffer.from('gone'))
    await store().remove(given)
    await store().remove(given)
    await expect(read(given)).rejects.toBeInstanceOf(FileLost)
  })
  test.each(['../../etc/passwd', '/etc/passwd', 'x', '', `${'0'.repeat(8)}-0000-0000-0000-${'0'.repeat(12)}/../x`, '00000000-0000-0000-0000-00000000000\u0000'])(
    'past/26: %j is no id, and names no place', async (hostile) => {
      const before = held()
      await expect(store().put(hostile, pieces(Buffer.from('x')), LIMIT)).rejects.toThrow('by id only')
      await expect(store().open(hostile)).rejects.toThrow('by id only')
      await expect(store().remove(hostile)).rejects.toThrow('by id only')
      expect(held()).toBe(before)
    })
})

describe('on disk', () => {
  test('only Longhand itself looks inside', async () => {
    const given = id()
    await stores['disk']?.put(given, pieces(Buffer.from('private')), LIMIT)
    const path = join(folder, given.slice(-2), given)
    expect([statSync(path).mode & 0o777, statSync(join(folder, given.slice(-2))).mode & 0o777, statSync(folder).mode & 0o777]).toEqual([0o600, 0o700, 0o700])
  })
  test('a file is in its place only when it is whole', async () => {
    const given = id()
    const path = join(folder, given.slice(-2), given)
    let seen: boolean | null = null
    const disarm = arm('file.before_move', () => { seen = existsSync(path) })
    await stores['disk']?.put(given, pieces(Buffer.from('whole')), LIMIT)
    disarm()
    expect([seen, existsSync(path), onDisk().filter((name) => name.endsWith('.part'))]).toEqual([false, true, []])
  })
  test('what a crash left behind goes with its file', async () => {
    const given = id()
    await stores['disk']?.put(given, pieces(Buffer.from('whole')), LIMIT)
    writeFileSync(join(folder, given.slice(-2), `${given}.part`), 'half')
    await stores['disk']?.remove(given)
    expect(onDisk().filter((name) => name.startsWith(given))).toEqual([])
  })
  test('a folder that cannot be used is an outage, not a fault', async () => {
    writeFileSync(join(folder, 'taken'), '')
    await expect(diskStore(join(folder, 'taken')).put(id(), pieces(Buffer.from('x')), LIMIT)).rejects.toBeInstanceOf(StoreOutage)
  })
})

describe('in S3', () => {
  test('keys stand below the prefix, by id', async () => {
    const given = id()
    await stores['S3']?.put(given, pieces(Buffer.from('x')), LIMIT)
    expect(fake.objects.has(`files/team/${given.slice(-2)}/${given}`)).toBe(true)
  })
  test('nothing of a refused upload is sent', async () => {
    const before = fake.asked.length
    await expect(stores['S3']?.put(id(), pieces(Buffer.alloc(LIMIT + 1)), LIMIT)).rejects.toMatchObject({ code: 'too_large' })
    expect(fake.asked.length).toBe(before)
  })
  test('a store that refuses or does not answer is an outage', async () => {
    fake.failWith.status = 403
    await expect(stores['S3']?.put(id(), pieces(Buffer.from('x')), LIMIT)).rejects.toBeInstanceOf(StoreOutage)
    await expect(stores['S3']?.open(id())).rejects.toBeInstanceOf(StoreOutage)
    await expect(stores['S3']?.remove(id())).rejects.toBeInstanceOf(StoreOutage)
    fake.failWith.status = null
    const nobody = s3Store({ ...fake.settings, endpoint: 'http://127.0.0.1:9' }, join(folder, 'way'))
    await expect(nobody.put(id(), pieces(Buffer.from('x')), LIMIT)).rejects.toBeInstanceOf(StoreOutage)
  })
  test('a wrong secret shows as an outage that says nothing of it', async () => {
    const stranger = s3Store({ ...fake.settings, accessKeyId: 'stranger', secretAccessKey: 'canary' }, join(folder, 'way'))
    await expect(stranger.put(id(), pieces(Buffer.from('x')), LIMIT)).rejects.toThrow(/^The file store does not answer as it should\.$/)
  })
})
