import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { listAudit } from '#contract/audit.ts'
import { addWebhook } from '#contract/webhooks.ts'
import { findReplyAddress, replyAddressFor, writtenAddress } from '#server/platform/channels/inbound/addresses.ts'
import { readUnsubscribeToken, unsubscribeToken } from '#server/platform/channels/unsubscribe.ts'
import { describeOnBoth } from '#server/platform/db/db.test-kit.ts'
import { secretOf } from '#server/webhooks/secrets.ts'
import { startTestApp } from '#server/app.test-kit.ts'
import type { TestApp } from '#server/app.test-kit.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'

const SCRIPT = join(import.meta.dirname, 'change-secret.ts')
const DOMAIN = 'in.example.com'

describeOnBoth('changing the secret of the instance', (on) => {
  let app: TestApp
  beforeAll(async () => { app = await startTestApp(on) })
  afterAll(() => app.stop())

  const change = async (...args: string[]) => (await promisify(execFile)(process.execPath, [SCRIPT, ...args], { env: { ...process.env, DATABASE_URL: on.url } })).stdout
  const now = () => app.app.platform.clock.now()
  /** What a mail of now carries, and whether it is still ours. */
  const mailed = async () => {
    const { workspaceId, owner: { id: personId } } = app
    const token = await unsubscribeToken(on.db, { workspaceId, personId, kind: 'asks' })
    const id = await replyAddressFor(on.db, { workspaceId, personId, subject: { kind: 'ask', id: workspaceId }, now: now() })
    const address = await writtenAddress(on.db, { workspaceId, id, domain: DOMAIN, now: now() }) ?? ''
    return async () => [await readUnsubscribeToken(on.db, token) !== null, await findReplyAddress(on.db, address, DOMAIN, now()) !== null]
  }
  const audit = async () => (await app.owner.call(listAudit, {})).lines.map(({ says }) => says)

  test('leaves what stands in mails of before working until the next change, and webhooks as they are', async () => {
    const { endpoint, secret } = await app.owner.call(addWebhook, { url: 'https://example.com/hook', types: ['ask.posted'] })
    const hook = () => secretOf(on.db, { workspace_id: app.workspaceId, id: endpoint.id, secret_version: 1 })
    const before = await mailed()
    expect(await before()).toEqual([true, true])
    expect(await change()).toBe('The secret of the instance is changed. Links and reply addresses in mails from before work until the next change.\n')
    const after = await mailed()
    expect([await before(), await after(), await hook() === secret]).toEqual([[true, true], [true, true], true])
    await change()
    expect([await before(), await after(), await hook() === secret]).toEqual([[false, false], [true, true], true])
    expect(await audit()).toContain('Whoever runs the server changed the secret of the instance.')
  })

  test('that came into other hands ends all that it signed at once, webhooks too, and names those', async () => {
    const { endpoint, secret } = await app.owner.call(addWebhook, { url: 'https://example.org/other', types: ['ask.posted'] })
    const before = await mailed()
    const told = await change('--leaked')
    expect(told).toContain('Links and reply addresses in mails from before do nothing any more.')
    expect(told).toContain('The webhook of Acme to https://example.org/other signs with another secret now: make a new one under Webhooks, and give it to its receiver.\n')
    expect(await before()).toEqual([false, false])
    expect(await secretOf(on.db, { workspace_id: app.workspaceId, id: endpoint.id, secret_version: 1 })).not.toBe(secret)
    expect(await (await mailed())()).toEqual([true, true])
    expect(await audit()).toContain('Whoever runs the server changed the secret of the instance, since it came into other hands.')
  })

  test('is told to a script as JSON, and says how it is called', async () => {
    expect(JSON.parse(await change('--json', '--leaked'))).toMatchObject({ changed: true, leaked: true, webhooks: expect.arrayContaining([{ workspace: 'Acme', url: 'https://example.org/other' }]) })
    await expect(change('--later')).rejects.toMatchObject({ code: 2, stderr: expect.stringContaining('longhand change-secret --leaked') })
  })
})
