import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Finding } from '#domain/status/finding.ts'
import { startMailServer } from '#server/platform/channels/smtp.test-kit.ts'
import { describeOnNewest } from '#server/platform/db/db.test-kit.ts'
import { openInstance } from '#server/platform/instance.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'

const run = promisify(execFile)

describeOnNewest('the doctor beside the data', (on) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'longhand-doctor-'))
  beforeAll(() => openInstance(on.db, null))
  afterAll(() => rmSync(dataDir, { recursive: true, force: true }))
  const look = async (env: Record<string, string>): Promise<Map<string, Finding>> => {
    const { SMTP_URL: _url, MAIL_FROM: _from, ...clean } = process.env
    const { stdout } = await run(process.execPath, [join(import.meta.dirname, 'doctor.ts')], { env: { ...clean, LONGHAND_DATA: dataDir, ...env } })
    return new Map((JSON.parse(stdout) as Finding[]).map((finding) => [finding.id, finding]))
  }

  test('finds a sound server well, and an open folder and an old backup worth a look', async () => {
    const mail = await startMailServer()
    writeFileSync(join(dataDir, 'last-backup.json'), JSON.stringify({ at: '2020-01-01T00:00:00Z' }), { mode: 0o644 })
    const found = await look({ DATABASE_URL: on.url, PUBLIC_URL: 'https://longhand.example.com', SMTP_URL: mail.url, MAIL_FROM: 'a@example.com' })
    await mail.stop()
    const well = ['config.settings', 'config.public-url', 'database.reached', 'database.version', 'database.path', 'database.migrations', 'database.secret', 'push.keys', 'database.clock', 'zones.node', 'data.folder', 'mail.reached', 'machine.open-files']
    expect(well.map((id) => [id, found.get(id)?.state])).toEqual(well.map((id) => [id, 'ok']))
    expect([found.get('backup.last')?.state, found.get('data.rights.last-backup.json')?.state]).toEqual(['look', 'look'])
    expect(found.get('zones.database')).toBeDefined()
  })

  test('says in words what does not answer, without passwords', async () => {
    const found = await look({ DATABASE_URL: 'postgres://me:canary-password@127.0.0.1:1/longhand', SMTP_URL: 'smtp://me:canary-password@127.0.0.1:1', MAIL_FROM: 'a@example.com', PUBLIC_URL: 'http://longhand.example.com' })
    expect([found.get('database.reached')?.state, found.get('mail.reached')?.state, found.get('config.public-url')?.state]).toEqual(['broken', 'broken', 'look'])
    expect(JSON.stringify([...found.values()])).not.toContain('canary-password')
  })

  test('a setting that cannot be is the one finding', async () => {
    expect([...await look({ SMTP_URL: 'smtp://127.0.0.1' })]).toMatchObject([['config.settings', { state: 'broken', says: expect.stringContaining('MAIL_FROM is missing') }]])
  })
})
