import { existsSync } from 'node:fs'
import { copyFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { redeemMagicLink } from '#contract/access.ts'
import { readMe, signIn } from '#contract/account.ts'
import { makeClient } from '#contract/client.ts'
import { listPasskeys } from '#contract/passkeys.ts'
import { postThread, postReply, readThread } from '#contract/threads.ts'
import { Refusal } from '#domain/refusal.ts'
import { createApp } from '#server/app.ts'
import { PNG, send } from '#server/files/files.test-kit.ts'
import { describeOnNewest } from '#server/platform/db/db.test-kit.ts'
import { startTestApp } from '#server/app.test-kit.ts'
import type { TestApp, TestPerson } from '#server/app.test-kit.ts'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { figure } from '#tools/reliability/figures.test-kit.ts'
import { diskStore } from '../files/disk-store.ts'
import { startFakeS3 } from '../files/fake-s3.test-kit.ts'
import type { FakeS3 } from '../files/fake-s3.test-kit.ts'
import { s3Store } from '../files/s3-store.ts'
import { arm } from '../failpoint.ts'
import { asked, contents, emptyDatabase, MIGRATIONS, rewritten, unpacked } from './backup.test-kit.ts'
import { backupBeforeMigration } from './before-migration.ts'
import { readBackup } from './check.ts'
import { restoreBackup } from './restore.ts'
import { makeBackup } from './write.ts'

const PASSWORD = 'Canary-password-Quetzalcoatl'
const now = Temporal.Instant.from('2026-03-23T12:00:00Z')

describeOnNewest('backup and restore', (on) => {
  let app: TestApp
  let ben: TestPerson
  let folder = ''
  let file = ''
  let acknowledged: string[] = []
  const made: { drop(): Promise<void> }[] = []
  const oldest = () => inject('postgres').toSorted((a, b) => a.version - b.version)[0]?.url ?? ''
  const newest = () => inject('postgres').toSorted((a, b) => b.version - a.version)[0]?.url ?? ''
  const empty = async (server: string): Promise<string> => {
    const one = await emptyDatabase(server)
    made.push(one)
    return one.url
  }
  const given = () => ({ replace: false, now, migrations: MIGRATIONS })
  const back = (url: string, path: string, files = diskStore(app.filesIn)) => makeBackup({ ...given(), url, path, files, withSecrets: true })
  const say = (what: string, value: number, wanted: string, met = value === 0) => figure({ gate: 'G13', what, value, wanted, met, postgres: String(on.version) })
  const into = (name: string) => diskStore(join(folder, name))

  beforeAll(async () => {
    app = await startTestApp(on, { workspace: { password: PASSWORD } })
    folder = await mkdtemp(join(tmpdir(), 'longhand-backup-'))
    file = join(folder, 'all.tar.gz')
    ben = await app.person('Ben')
    await send(ben, 'pixel.png', PNG)
    await ben.call(postThread, { spaceId: app.spaceId, title: 'Rollout', body: 'Tabs\tand\nlines, a \\ and “quotes”.' })
    acknowledged = await underLoad(() => back(on.url, file))
  })
  afterAll(async () => {
    await app.stop()
    for (const one of made) await one.drop()
    await rm(folder, { recursive: true, force: true })
  })

  /** Writes all the while; gives what was acknowledged before the backup began. */
  async function underLoad(work: () => Promise<unknown>): Promise<string[]> {
    const { number } = await ben.call(postThread, { spaceId: app.spaceId, title: 'Busy', body: 'Many write.' })
    const before: string[] = []
    for (let n = 0; n < 5; n += 1) before.push((await ben.call(postReply, { number, body: `Before ${n}` })).id)
    let done = false
    const writer = async () => { while (!done) await ben.call(postReply, { number, body: 'Meanwhile' }) }
    const writers = [writer(), writer()]
    await work().finally(() => { done = true })
    await Promise.all(writers)
    return before
  }

  test('one moment is kept, with all that was acknowledged before it, on any PostgreSQL and back', async () => {
    const there = await empty(oldest())
    const { manifest } = await restoreBackup({ ...given(), path: file, url: there, files: into('there') })
    expect(manifest).toMatchObject({ withFiles: true, withSecrets: true, lost: [], files: { rows: 1, bytes: PNG.length } })
    const ids = new Set((await asked<{ id: string }>(there, 'select id from reply')).map(({ id }) => id))
    expect(acknowledged.filter((id) => !ids.has(id))).toEqual([])
    say('writes acknowledged before the mark, made under load', acknowledged.length, '', true)
    say('of them missing after a restore elsewhere', acknowledged.filter((id) => !ids.has(id)).length, '0')
    const [sum] = await asked<{ counted: string; there: string }>(there, `select t.reply_count::text as counted, (select count(*)::text from reply r where r.entry_id = t.entry_id) as there from thread t join entry e on e.id = t.entry_id where e.title = 'Busy'`)
    expect(sum?.counted).toBe(sum?.there)
    const again = join(folder, 'again.tar.gz')
    await back(there, again, into('there'))
    const home = await empty(newest())
    const kept = await contents(there)
    await restoreBackup({ ...given(), path: again, url: home, files: into('home') })
    const differ = Object.entries(await contents(home)).filter(([table, content]) => kept[table] !== content).length
    say('tables whose rows or hashes differ, moved to PostgreSQL 15 and back', differ, '0')
    expect(differ).toBe(0)
    const [id] = await readdir(join(folder, 'home'), { recursive: true, withFileTypes: true }).then((all) => all.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name)))
    expect((await readFile(id ?? '')).equals(PNG)).toBe(true)
  })

  test('files in S3 come along: into another bucket, onto a disk, and back', async () => {
    const [from, to] = [await startFakeS3(), await startFakeS3()]
    try {
      const store = (fake: FakeS3) => s3Store(fake.settings, join(folder, 'spool'))
      const ids = (await asked<{ id: string }>(on.url, `select id from file where state in ('loose', 'used')`)).map(({ id }) => id)
      for (const id of ids) await store(from).put(id, await diskStore(app.filesIn).open(id), PNG.length)
      const path = join(folder, 's3.tar.gz')
      expect((await makeBackup({ ...given(), url: on.url, path, files: store(from), withSecrets: true })).manifest).toMatchObject({ lost: [], files: { rows: ids.length } })
      const there = await empty(newest())
      await restoreBackup({ ...given(), path, url: there, files: store(to) })
      expect(new Map(to.objects)).toEqual(new Map(from.objects))
      const back2 = join(folder, 's3-back.tar.gz')
      await makeBackup({ ...given(), url: there, path: back2, files: store(to), withSecrets: true })
      await restoreBackup({ ...given(), path: back2, url: await empty(newest()), files: into('from-s3') })
      for (const id of ids) expect((await buffer(await into('from-s3').open(id))).equals(PNG)).toBe(true)
      from.failWith.status = 500
      await expect(makeBackup({ ...given(), url: on.url, path: join(folder, 'never.tar.gz'), files: store(from), withSecrets: true })).rejects.toThrow('does not answer as it should')
      expect(existsSync(join(folder, 'never.tar.gz'))).toBe(false)
      from.failWith.status = null
      from.objects.clear()
      expect((await makeBackup({ ...given(), url: on.url, path: join(folder, 'lost.tar.gz'), files: store(from), withSecrets: true })).manifest.lost).toEqual(ids)
    } finally { await Promise.all([from.stop(), to.stop()]) }
  })

  test.each([['that leads out of the store', '../../escaped'], ['that is no id', 'escaped'], ['of the root', '/escaped']])('past/26: a file under a name %s is refused, and nothing is written', async (_what, name) => {
    const path = await rewritten(file, join(folder, 'hostile.tar.gz'), (_name, bytes) => bytes, (piece) => piece.replace(/^files\/[0-9a-f-]{36}/, `files/${name}`))
    const url = await empty(newest())
    const outcome = await restoreBackup({ ...given(), path, url, files: into('hostile/deep') }).then(() => 'taken', (error: unknown) => error instanceof Refusal ? error.code : 'failed')
    expect(outcome).toBe('cannot_be_read')
    expect([existsSync(join(folder, 'hostile')), existsSync(join(folder, 'escaped')), Object.keys(await contents(url))]).toEqual([false, false, []])
  })

  test('people sign in again, and nobody is told again of what is past', async () => {
    const url = await empty(newest())
    const waiting = await asked(on.url, `insert into delivery (workspace_id, id, event_key, person_id, channel, subject, body, message_id, reason, state, created_at, send_at)
      select workspace_id, gen_random_uuid(), k.key, id, 'mail', k.key, '{"text": "Words.", "links": []}', k.key, 'Test.', k.state, '2026-03-23T08:00Z', k.at::timestamptz from person,
      (values ('past', 'waiting', '2026-03-23T11:59Z'), ('on its way', 'sending', '2026-03-23T11:59Z'), ('later', 'waiting', '2026-03-25T09:00Z')) k (key, state, at) where id = $1 returning id`, [ben.id])
    expect(waiting.length).toBe(3)
    const busy = join(folder, 'waiting.tar.gz')
    await back(on.url, busy)
    await restoreBackup({ ...given(), path: busy, url, files: into('mails') })
    const mails: string[] = []
    const second = await createApp({ databaseUrl: url, clockStart: Temporal.Instant.from('2026-03-24T12:00:00Z'), smtp: null, sender: async ({ subject }) => { mails.push(subject) }, webDir: null, logLevel: 'fatal', triesPerMinute: 1000, publicUrl: 'http://longhand.test', files: { folder: join(folder, 'mails'), s3: null } })
    try {
      await second.worker.runDue()
      say('old notifications that a restore sent again', mails.length, '0')
      expect(mails).toEqual([])
      const told = await asked<{ subject: string; state: string }>(url, `select subject, state from delivery where subject in ('past', 'on its way', 'later') order by subject`)
      expect(told).toEqual([{ subject: 'later', state: 'waiting' }, { subject: 'on its way', state: 'dropped' }, { subject: 'past', state: 'dropped' }])
      expect(await asked(url, `select 1 from timer where next_try_at <= '2026-03-24T12:00:00Z'`)).toEqual([])
      second.development?.moveTo(Temporal.Instant.from('2026-03-25T09:00:00Z'))
      await second.worker.runDue()
      expect(mails).toContain('later')
      const call = makeClient({ base: await second.http.listen({ port: 0, host: '127.0.0.1' }), newKey: () => crypto.randomUUID() })
      expect((await call(signIn, { email: 'olga@example.com', password: PASSWORD })).me.person.name).toBe('Olga Owner')
    } finally {
      await second.stop()
      await asked(on.url, `delete from delivery where subject in ('past', 'on its way', 'later')`)
    }
  })

  test('past/21: without secrets none is in it, and its owner comes in by a link', async () => {
    const path = join(folder, 'open.tar.gz')
    await asked(on.url, `insert into passkey (workspace_id, id, person_id, key_id, public_key, sign_count, synced, label, created_at) select workspace_id, gen_random_uuid(), id, 'key', 'half', 0, true, 'Laptop', now() from person where role = 'owner'`)
    await asked(on.url, `update workspace set passkeys_required = true`)
    await asked(on.url, `update person set passkeys_only = true where role = 'owner'`)
    await makeBackup({ ...given(), url: on.url, path, files: null, withSecrets: false })
    const text = (await unpacked(path)).toString('latin1')
    const kept = await asked<{ secret: Buffer | string | null }>(on.url, 'select secret from instance union all select vapid_private::bytea from instance union all select secret_hash from credential union all select password_hash::bytea from person where password_hash is not null')
    const secrets = kept.flatMap(({ secret }) => secret === null ? [] : [Buffer.from(secret).toString('hex'), Buffer.from(secret).toString('latin1')])
    expect(secrets.length).toBeGreaterThan(4)
    expect(secrets.filter((secret) => text.includes(secret))).toEqual([])
    const url = await empty(newest())
    await asked(on.url, `delete from passkey`)
    await asked(on.url, `update workspace set passkeys_required = false`)
    await asked(on.url, `update person set passkeys_only = false`)
    const { signIn: [link] } = await restoreBackup({ ...given(), path, url, files: null })
    expect(link).toMatchObject({ name: 'Olga Owner', workspace: 'Acme' })
    const second = await createApp({ databaseUrl: url, clockStart: now, smtp: null, webDir: null, logLevel: 'fatal', triesPerMinute: 1000, publicUrl: 'http://longhand.test' })
    try {
      const base = await second.http.listen({ port: 0, host: '127.0.0.1' })
      const { token } = await makeClient({ base, newKey: () => crypto.randomUUID() })(redeemMagicLink, { token: link?.path.split('/').at(-1) ?? '' })
      const call = makeClient({ base, token, newKey: () => crypto.randomUUID() })
      expect((await call(readMe, {})).person).toMatchObject({ name: 'Olga Owner', passkeyFirst: false })
      expect(await call(listPasskeys, {})).toMatchObject({ passkeys: [], only: false, required: false })
      expect((await call(readThread, { number: 1 })).body).toBe('Tabs\tand\nlines, a \\ and “quotes”.')
    } finally { await second.stop() }
  })

  test('past/36: a damaged backup is refused with the reason, wherever the damage is', async () => {
    const whole = await readFile(file)
    const path = join(folder, 'damaged.tar.gz')
    const reasonOf = async (bytes: Buffer): Promise<string> => {
      await writeFile(path, bytes)
      return readBackup(path).then(() => 'taken', (error: unknown) => error instanceof Refusal && error.code === 'cannot_be_read' ? 'refused' : String(error))
    }
    const flips = Array.from({ length: 60 }, (_, n) => n < 12 ? n : Math.floor(whole.length * n / 60)).map((at) => {
      const bytes = Buffer.from(whole)
      bytes[at] = (bytes[at] ?? 0) ^ (1 << at % 8)
      return bytes
    })
    const cuts = [0, 5, 100, whole.length >> 1, whole.length - 9, whole.length - 1].map((end) => whole.subarray(0, end))
    const damaged = [...flips, ...cuts, Buffer.concat([whole, Buffer.from('more')]), Buffer.from('No backup at all, just a text.')]
    const said: string[] = []
    for (const bytes of damaged) said.push(await reasonOf(bytes))
    const refused = said.filter((one) => one === 'refused').length
    figure({ gate: 'G13', what: `damaged backups refused with the reason, of ${damaged.length}; eight further kinds of damage below`, value: refused, wanted: '50 of 50', met: refused === damaged.length, postgres: String(on.version) })
    expect(said.filter((one) => one !== 'refused')).toEqual([])
    expect((await readBackup(file)).files.rows).toBe(1)
  })

  test.each([
    ['a missing table', (name: string, bytes: Buffer) => name.startsWith('tables/person/') ? null : bytes, 'of 2 rows of person are there'],
    ['a missing file', (name: string, bytes: Buffer) => name.startsWith('files/') ? null : bytes, '0 of 1 files are there'],
    ['another file', (name: string, bytes: Buffer) => name.startsWith('files/') ? Buffer.from('x') : bytes, 'its files are not those'],
    ['another row', (name: string, bytes: Buffer) => name.startsWith('tables/space/') ? Buffer.from(bytes.toString().replace('work', 'play')) : bytes, 'the rows of space are not those'],
    ['no manifest', (name: string, bytes: Buffer) => name === 'manifest.json' ? null : bytes, 'it was cut'],
    ['a later format', (name: string, bytes: Buffer) => name === 'backup.json' ? Buffer.from(bytes.toString().replace('"format": 1', '"format": 9')) : bytes, 'format 9'],
    ['a newer version', (name: string, bytes: Buffer) => name.endsWith('.json') ? Buffer.from(bytes.toString().replaceAll('0002-working-time', '0002-other')) : bytes, 'a newer Longhand, which knows 0002-other.sql'],
    ['a migration that differs', (name: string, bytes: Buffer) => name.endsWith('.json') ? Buffer.from(bytes.toString().replaceAll(MIGRATIONS[1]?.checksum ?? '', 'f'.repeat(64))) : bytes, 'its 0002-working-time.sql differs'],
  ])('%s is refused before anything is changed', async (_what, change, says) => {
    const path = await rewritten(file, join(folder, 'changed.tar.gz'), change)
    await expect(restoreBackup({ ...given(), path, url: on.url, files: null, replace: true })).rejects.toThrow(says)
  })

  test('a database that holds a workspace is kept unless told otherwise; one that is in use is never touched', async () => {
    await expect(restoreBackup({ ...given(), path: file, url: on.url, files: null, replace: true })).rejects.toThrow('Other programs are connected')
    const url = await empty(newest())
    const target = { ...given(), path: file, url, files: null }
    await restoreBackup(target)
    const was = await contents(url)
    await asked(url, 'create table of_somebody_else (id bigint)')
    await expect(restoreBackup(target)).rejects.toThrow('The workspace Acme is here already.')
    await asked(url, `update workspace set name = 'Changed'`)
    await restoreBackup({ ...target, replace: true })
    expect([await contents(url), await asked(url, 'select * from of_somebody_else')]).toEqual([was, []])
    await expect(makeBackup({ ...given(), url, path: file, files: null, withSecrets: true })).rejects.toThrow('is there already')
  })

  test('says which folder is missing, before any work', async () => {
    const missing = join(folder, 'nowhere')
    // No database listens there: nothing was asked of it.
    const url = 'postgres://127.0.0.1:1/none'
    await expect(makeBackup({ ...given(), url, path: join(missing, 'x.tar.gz'), files: null, withSecrets: true })).rejects.toThrow(`There is no folder ${missing}.`)
    await writeFile(join(folder, 'file'), '')
    await expect(makeBackup({ ...given(), url, path: join(folder, 'file', 'x.tar.gz'), files: null, withSecrets: true })).rejects.toThrow(`There is no folder ${join(folder, 'file')}.`)
  })

  test.each(['backup.before_move', 'restore.before_commit', 'restore.after_commit'] as const)('that fails at %s leaves all or nothing, and is done again', async (name) => {
    const path = join(folder, `${name}.tar.gz`)
    const url = await empty(newest())
    const both = async () => {
      await makeBackup({ ...given(), url: on.url, path, files: null, withSecrets: true })
      await restoreBackup({ ...given(), path, url, files: null })
    }
    const disarm = arm(name, () => { throw new Error('Failed here.') })
    await expect(both()).rejects.toThrow('Failed here.')
    disarm()
    expect(existsSync(path)).toBe(name !== 'backup.before_move')
    expect(Object.keys(await contents(url)).length > 0).toBe(name === 'restore.after_commit')
    await makeBackup({ ...given(), url: on.url, path, files: null, withSecrets: true, replace: true })
    await restoreBackup({ ...given(), path, url, files: null, replace: true })
    expect((await contents(url))['person']).toBe((await contents(on.url))['person'])
  })

  test('before an upgrade a backup is made by itself, and the last three are kept', async () => {
    const kept = join(folder, 'backups')
    expect(await backupBeforeMigration({ url: on.url, folder: kept, now })).toBeNull()
    const next = { name: '0099-next.sql', sql: '', checksum: '' }
    await copyFile(file, join(folder, 'mine.tar.gz'))
    for (let day = 0; day < 4; day += 1) await backupBeforeMigration({ url: on.url, folder: kept, now: now.add({ hours: 24 * day }), migrations: [...MIGRATIONS, next] })
    expect((await readdir(kept)).toSorted()).toEqual(['20260324T120000Z-before-0099-next.tar.gz', '20260325T120000Z-before-0099-next.tar.gz', '20260326T120000Z-before-0099-next.tar.gz'])
    expect((await readBackup(join(kept, '20260326T120000Z-before-0099-next.tar.gz'))).withSecrets).toBe(true)
  })
})
