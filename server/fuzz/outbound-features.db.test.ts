import { createServer } from 'node:http'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { ProblemError } from '#contract/problem.ts'
import { subscribePush, testPush, unsubscribePush } from '#contract/push.ts'
import { addWebhook, editWebhook, removeWebhook, testWebhook } from '#contract/webhooks.ts'
import { makeOutbound } from '#server/platform/outbound.ts'
import { readAllowed } from '#server/platform/outbound-target.ts'
import { describeOnNewest } from '#server/platform/db/db.test-kit.ts'
import { startReceiver } from '#server/platform/channels/receiver.test-kit.ts'
import type { Receiver } from '#server/platform/channels/receiver.test-kit.ts'
import { AROUND, HOSTS, NAMES } from '#server/platform/spellings.test-kit.ts'
import { startTestApp } from '#server/app.test-kit.ts'
import type { TestApp } from '#server/app.test-kit.ts'
import { figure } from '#tools/reliability/figures.test-kit.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'

/** Each build gives the features one spelling in so many; the longer run all of them. */
const ONE_IN = process.env['LONGHAND_LONG'] === '1' ? 1 : 6
const SLOW_MS = 1_800_000

/** A point on the curve P-256 and 16 bytes, as a browser would send them. */
const KEYS = { p256dh: 'BNcRdreALRFXTkOOUHK1EtK2wtaz5Ry4YfYCA_0QTpQtUbVlUls0VJXg7A8u-Ts1XbjhazAkj7I99e8QcYP7DkM', auth: 'tBHItJI5svbpez7KI4CCXg' }
/** Through which an address that somebody typed is called; redirects have their own test beside the client. */
const FEATURES = ['a webhook', 'a webhook that is changed', 'a device that shows messages']

/** The features through which somebody gives an address that the server then calls; what the operator sets (S3, a model, mail) is trusted. */
describeOnNewest('no spelling of an address leads a feature inside', (on) => {
  let guarded: Server
  let receiver: Receiver
  let app: TestApp
  let connections = 0
  let port = 0
  beforeAll(async () => {
    guarded = createServer((_request, response) => response.end('secret')).on('connection', () => { connections += 1 })
    port = await new Promise((done) => guarded.listen(0, '::', () => done((guarded.address() as AddressInfo).port)))
    receiver = await startReceiver()
    app = await startTestApp(on, { outboundAllow: [receiver.host] })
    app.app.platform.outbound = makeOutbound(readAllowed(receiver.host), async (host) => NAMES[host] ?? [])
  })
  afterAll(async () => {
    await app.stop()
    await receiver.stop()
    guarded.closeAllConnections()
    guarded.close()
  })

  const spelt = () => [...new Set([...HOSTS.flatMap((host) => [`https://${host}:${port}/latest/meta-data`, `http://${host}:${port}/`, `HTTPS://${host}:${port}/..;/%2e%2e?x#y`]), ...AROUND.map(([, around]) => around(port))])].filter((url) => url !== '' && url.length <= 1000 && url.isWellFormed()).filter((_url, index) => index % ONE_IN === 0)
  /** Null where a rule said no. */
  const given = <T>(call: Promise<T>): Promise<T | null> => call.catch((error: unknown) => error instanceof ProblemError && error.problem.status < 500 ? null : Promise.reject(error as Error))
  const everythingSent = () => app.app.worker.runDue()

  test('not when it is written down, and not when it is called', { timeout: SLOW_MS }, async () => {
    const urls = spelt()
    let called = 0
    const kept = await app.owner.call(addWebhook, { url: `${receiver.url}/hook`, types: ['wrap.signed'] })
    for (const url of urls) {
      const made = await given(app.owner.call(addWebhook, { url, types: ['wrap.signed'] }))
      if (made) { await app.owner.call(testWebhook, { id: made.endpoint.id }); await everythingSent(); await app.owner.call(removeWebhook, { id: made.endpoint.id }); called += 1 }
      const changed = await given(app.owner.call(editWebhook, { id: kept.endpoint.id, url }))
      if (changed) { await app.owner.call(testWebhook, { id: kept.endpoint.id }); await everythingSent(); await app.owner.call(editWebhook, { id: kept.endpoint.id, url: `${receiver.url}/hook` }); called += 1 }
      const device = await given(app.owner.call(subscribePush, { endpoint: url, keys: KEYS, label: 'A browser' }))
      if (device) { await app.owner.call(testPush, { id: device.id }); await everythingSent(); await app.owner.call(unsubscribePush, { id: device.id }); called += 1 }
    }
    expect(urls.length).toBeGreaterThan(300 / ONE_IN)
    expect(called).toBeGreaterThan(0)
    expect(connections).toBe(0)
    figure({ gate: 'G16', what: `spellings of inward addresses, each given to ${FEATURES.length} features: ${FEATURES.join(', ')}`, value: urls.length, wanted: '≥ 400 in the longer run', met: urls.length >= 400 })
    figure({ gate: 'G16', what: 'connections to the guarded listener', value: connections, wanted: '0', met: connections === 0 })
  })
})
