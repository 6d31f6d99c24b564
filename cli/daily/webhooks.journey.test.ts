import { addWebhook, disableWebhook } from '#contract/webhooks.ts'
import { startReceiver } from '#server/platform/channels/receiver.test-kit.ts'
import type { Receiver } from '#server/platform/channels/receiver.test-kit.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { describeOnCli } from '../cli.test-kit.ts'
import type { Ran } from '../resident.test-kit.ts'

let receiver: Receiver
beforeAll(async () => { receiver = await startReceiver() })
afterAll(() => receiver.stop())

describeOnCli('a webhook is tested from the command line', (cli) => {
  let id: string
  beforeAll(async () => { ({ endpoint: { id } } = await cli.app.owner.call(addWebhook, { url: `${receiver.url}/hook`, types: ['wrap.signed'] })) })

  /** Runs it while the server sends what is due. */
  async function tested(...flags: string[]): Promise<Ran> {
    let ran: Ran | null = null
    const running = cli.as(cli.app.owner, ['webhooks', 'test', id, ...flags]).then((one) => { ran = one })
    while (ran === null) await Promise.race([running, cli.app.app.worker.runDue().then(() => new Promise((done) => { setTimeout(done, 50) }))])
    return ran
  }

  test('it says what was answered and how long that took', async () => {
    expect(await tested()).toMatchObject({ code: 0, said: '', out: expect.stringMatching(/^It answered 200 after \d+ ms:\nthank you\n$/) })
    expect(JSON.parse((await tested('--json')).out)).toMatchObject({ state: 'sent', attempts: [{ status: 200 }] })
  })

  test('what was not taken, or not reached, is no success', async () => {
    receiver.answers.push(503)
    expect(await tested()).toMatchObject({ code: 1, said: 'It was not taken, and will be tried again.\n', out: expect.stringMatching(/^It answered 503 after \d+ ms/) })
    receiver.answers.push('reset')
    expect(await tested()).toMatchObject({ code: 1, out: expect.stringMatching(/^It was not reached, after \d+ ms: \S/) })
    await cli.app.owner.call(disableWebhook, { id })
    expect(await tested()).toMatchObject({ code: 1, out: '' })
  })
}, () => ({ outboundAllow: [receiver.host] }))
