import { startReceiver } from '#server/platform/channels/receiver.test-kit.ts'
import { describeOnBoth } from '#server/platform/db/db.test-kit.ts'
import { arm } from '#server/platform/failpoint.ts'
import { advance } from '#server/platform/jobs/advance.ts'
import { startWorker } from '#server/platform/jobs/worker.ts'
import { readAllowed } from '#server/platform/outbound-target.ts'
import { makeOutbound } from '#server/platform/outbound.ts'
import { tellEndpoint, testEndpoint } from '#server/platform/endpoints.test-kit.ts'
import { silence, testPlatform } from '#server/platform/platform.test-kit.ts'
import { expect, test } from 'vitest'
import { webhookSender } from './sender.ts'

const PROCESSES = 4
const ENDPOINTS = 5
const MESSAGES = 40
const PATIENT_MS = 20_000

describeOnBoth('four processes that tell endpoints', (on) => {
  test('tell each message once', async () => {
    const receiver = await startReceiver()
    const outbound = makeOutbound(readAllowed(receiver.host))
    const first = await testPlatform(on.url, { outbound })
    const others = await Promise.all(Array.from({ length: PROCESSES - 1 }, () => testPlatform(on.url, { outbound, clock: first.clock, workspaceId: first.workspaceId })))
    for (let index = 0; index < ENDPOINTS; index += 1) {
      const endpoint = await testEndpoint(first, `${receiver.url}/${index}`)
      for (let message = 0; message < MESSAGES; message += 1) await tellEndpoint(first, endpoint, `event ${message}`)
    }
    const workers = [first, ...others].map((platform) => startWorker(platform, silence, { webhook: webhookSender }))
    await Promise.all(workers.map((worker) => worker.runDue()))
    await Promise.all(workers.map((worker) => worker.runDue()))
    const ids = receiver.got.map(({ headers }) => headers['webhook-id'])
    expect([ids.length, new Set(ids).size]).toEqual([ENDPOINTS * MESSAGES, ENDPOINTS * MESSAGES])
    for (const worker of workers) await worker.stop()
    for (const platform of [first, ...others]) await platform.close()
    await receiver.stop()
  })

  test('a clock that is moved on comes to its end although the one that was sending died and more waits for the same endpoint', async () => {
    const receiver = await startReceiver()
    const platform = await testPlatform(on.url, { outbound: makeOutbound(readAllowed(receiver.host)) })
    const endpoint = await testEndpoint(platform, receiver.url)
    for (const message of ['first', 'second']) await tellEndpoint(platform, endpoint, message)
    const worker = startWorker(platform, silence, { webhook: webhookSender })
    const disarm = arm('outbox.after_claim', () => { disarm(); throw new Error('The process dies here.') })
    await worker.runDue().catch(() => undefined)
    const died = receiver.got.length
    await advance(platform, platform.clock, worker, platform.clock.now().add({ minutes: 10 }), 0)
    const ids = receiver.got.map(({ headers }) => headers['webhook-id'])
    expect([died, ids.length, new Set(ids).size]).toEqual([0, 2, 2])
    await worker.stop()
    await platform.close()
    await receiver.stop()
  }, PATIENT_MS)
})
