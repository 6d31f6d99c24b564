import { listOutbox } from '#contract/outbox.ts'
import { addWebhook, disableWebhook, editWebhook, listWebhooks, readWebhook, redeliverWebhook, removeWebhook, renewWebhookSecret, testWebhook } from '#contract/webhooks.ts'
import { describeOnNewest } from '#server/platform/db/db.test-kit.ts'
import { codeOf } from '#server/app.test-kit.ts'
import { describe, expect, test } from 'vitest'
import { after, isSignedBy, log, settled, sign, told, WORDS, webhookSite } from './webhooks.test-kit.ts'

describeOnNewest('what its owner sees of a webhook', (on) => {
  const site = webhookSite(on)

  describe('the log', () => {
    test('sends a message again under the same id, whether it arrived or not', async () => {
      const { endpoint } = await told(site.ana, site.receiver)
      await sign(site.ben, site.app.spaceId)
      await settled(site.app)
      const [{ id: deliveryId } = { id: '' }] = await log(site.ana, endpoint.id)
      site.receiver.answers.push(500)
      await site.ana.call(redeliverWebhook, { id: endpoint.id, deliveryId })
      await settled(site.app)
      expect(await log(site.ana, endpoint.id)).toMatchObject([{ state: 'waiting', attempts: [{ status: 500 }, { status: 200 }] }])
      await site.ana.call(redeliverWebhook, { id: endpoint.id, deliveryId })
      await settled(site.app)
      expect(await log(site.ana, endpoint.id)).toMatchObject([{ state: 'sent', attempts: [{ status: 200 }, { status: 500 }, { status: 200 }] }])
      expect(new Set(site.receiver.got.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
      await site.ana.call(disableWebhook, { id: endpoint.id })
      expect(await codeOf(site.ana.call(redeliverWebhook, { id: endpoint.id, deliveryId }))).toBe('conflict')
    })

    test('of somebody else is open to admins, but not what they do not see', async () => {
      const team = await site.privateSpace('Team', site.ana)
      const { endpoint } = await told(site.ana, site.receiver)
      site.receiver.says = WORDS
      const [hidden, open] = [await sign(site.ben, team), await sign(site.ben, site.app.spaceId)]
      await settled(site.app)
      expect((await log(site.ana, endpoint.id)).map(({ payload }) => payload?.data['number'])).toEqual([open, hidden])
      const theirs = await log(site.app.owner, endpoint.id)
      expect(theirs.map(({ payload, attempts }) => [payload?.data['number'], attempts[0]?.answer])).toEqual([[open, WORDS], [undefined, null]])
      expect(await site.app.owner.call(readWebhook, { id: endpoint.id })).toMatchObject({ url: null, host: site.receiver.host, can: ['disable', 'remove'] })
      expect(await codeOf(site.app.owner.call(editWebhook, { id: endpoint.id, url: 'https://example.com/' }))).toBe('not_allowed')
      expect(await codeOf(site.ben.call(readWebhook, { id: endpoint.id }))).toBe('not_found')
    })

    test('goes back thirty days', async () => {
      const { endpoint } = await told(site.ana, site.receiver)
      await sign(site.ben, site.app.spaceId)
      await after(site.app, { hours: 24 * 31 })
      expect(await log(site.ana, endpoint.id)).toEqual([])
      expect(await on.db.selectFrom('webhook_attempt').select('id').where('endpoint_id', '=', endpoint.id).execute()).toEqual([])
      expect(await on.db.selectFrom('delivery').select('id').where('target_id', '=', endpoint.id).execute()).toEqual([])
    })

    test('stands in the outbox too, without what it says', async () => {
      await told(site.ana, site.receiver)
      site.receiver.answers.push(503)
      await sign(site.ben, site.app.spaceId)
      await settled(site.app)
      const [row] = (await site.app.owner.call(listOutbox, { channel: 'webhook', state: 'waiting' })).items
      expect(row).toMatchObject({ channel: 'webhook', subject: 'Webhook to 127.0.0.1', lastError: 'It answered 503.', content: null, can: [] })
    })
  })

  describe('the secret', () => {
    test('is shown once and kept nowhere', async () => {
      const { secret, endpoint } = await told(site.ana, site.receiver)
      await sign(site.ben, site.app.spaceId)
      await settled(site.app)
      const answers = JSON.stringify([await site.ana.call(listWebhooks, {}), await site.ana.call(readWebhook, { id: endpoint.id }), await log(site.ana, endpoint.id), await site.app.owner.call(listOutbox, {})])
      const { rows } = await on.pool.query<{ name: string }>("select table_name as name from information_schema.tables where table_schema = 'public'")
      const dump = (await Promise.all(rows.map(({ name }) => on.pool.query(`select * from "${name}"`)))).map((table) => JSON.stringify(table.rows)).join('')
      for (const form of [secret, secret.slice('whsec_'.length), Buffer.from(secret.slice('whsec_'.length), 'base64').toString('hex')]) {
        expect(answers).not.toContain(form)
        expect(dump).not.toContain(form)
      }
    })

    test('can be changed: for a day both sign', async () => {
      const { secret: old, endpoint } = await told(site.ana, site.receiver)
      const { secret: fresh } = await site.ana.call(renewWebhookSecret, { id: endpoint.id })
      expect(fresh).not.toBe(old)
      await site.ana.call(testWebhook, { id: endpoint.id })
      await settled(site.app)
      await after(site.app, { hours: 25 })
      await site.ana.call(testWebhook, { id: endpoint.id })
      await settled(site.app)
      expect(site.receiver.got.map((got) => [isSignedBy(old, got), isSignedBy(fresh, got)])).toEqual([[true, true], [false, true]])
      expect(JSON.parse(site.receiver.got[0]?.text ?? '')).toMatchObject({ type: 'webhook.test', data: { endpointId: endpoint.id } })
    })

    test('signs nothing once the endpoint is removed or off', async () => {
      const { endpoint } = await told(site.ana, site.receiver)
      site.receiver.answers.push(503)
      await sign(site.ben, site.app.spaceId)
      await settled(site.app)
      await site.ana.call(removeWebhook, { id: endpoint.id })
      await after(site.app, { hours: 1 })
      expect(site.receiver.got).toHaveLength(1)
      expect(await codeOf(site.ana.call(readWebhook, { id: endpoint.id }))).toBe('not_found')
    })
  })

  describe('an address', () => {
    test.each(['http://example.com/', 'https://127.0.0.1/', 'https://169.254.169.254/latest', 'https://localhost/', 'https://[::1]/', 'https://ana:secret@example.com/', 'https://2130706433/', 'ftp://example.com/', 'example.com', 'https://printer.local/'])('that is not called is not taken: %s', async (url) => {
      expect(await codeOf(site.ana.call(addWebhook, { url, types: ['wrap.signed'] }))).toBe('bad_input')
      const { endpoint } = await told(site.ana, site.receiver)
      expect(await codeOf(site.ana.call(editWebhook, { id: endpoint.id, url }))).toBe('bad_input')
    })

    test('can be changed, and what it is told of', async () => {
      const { endpoint } = await told(site.ana, site.receiver)
      expect(await site.ana.call(editWebhook, { id: endpoint.id, url: `${site.receiver.url}/new`, types: ['space.created'], spaceId: null })).toMatchObject({ url: `${site.receiver.url}/new`, types: ['space.created'] })
      await sign(site.ben, site.app.spaceId)
      await settled(site.app)
      expect(site.receiver.got).toEqual([])
    })

    test('there are twenty at most', async () => {
      for (let made = 0; made < 20; made += 1) await told(site.ana, site.receiver)
      expect(await codeOf(told(site.ana, site.receiver))).toBe('conflict')
    })
  })
})
