import { readMe } from '#contract/account.ts'
import { postThread } from '#contract/threads.ts'
import { addWebhook } from '#contract/webhooks.ts'
import { postAsk } from '#contract/asks.ts'
import { uploadFile } from '#contract/files.ts'
import { smtpSender } from '#server/platform/channels/mail.ts'
import { startReceiver } from '#server/platform/channels/receiver.test-kit.ts'
import { startMailServer } from '#server/platform/channels/smtp.test-kit.ts'
import { describeOnNewest } from '#server/platform/db/db.test-kit.ts'
import { startFakeS3 } from '#server/platform/files/fake-s3.test-kit.ts'
import { startFaultProxy } from '#server/platform/fault-proxy.test-kit.ts'
import type { Fault, FaultProxy } from '#server/platform/fault-proxy.test-kit.ts'
import { codeOf, startTestApp } from '#server/app.test-kit.ts'
import type { TestApp } from '#server/app.test-kit.ts'
import { figure } from '#tools/reliability/figures.test-kit.ts'
import { sizeOf } from '#tools/reliability/size.test-kit.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { brokenFacts } from './invariants.test-kit.ts'

const LONG = process.env['LONGHAND_LONG'] === '1'
/** Late answers take long to wait for. */
const FAULTS: readonly Fault[] = ['refuse', 'reset', 'half-open', 'slices', ...(LONG ? ['delay', 'slow'] as const : [])]
/** Links are cut after a COMMIT so often. */
const CUTS = sizeOf(5000, 6)
const AT_ONCE = 4
const TRIES = LONG ? 2 : 1
const ANSWER_MS = 5000
const NORMAL_MS = 10_000
/** A busy machine. Unit: ms. */
const SLACK_MS = 20_000
const SLOW_MS = LONG ? 1_800_000 : 240_000

/** RELIABILITY G10: the network between Longhand and what it depends on. */
describeOnNewest('a fault', (on) => {
  const rejections: unknown[] = []
  const reject = (error: unknown) => { rejections.push(error) }
  const say = (what: string, value: number, wanted: string, met: boolean, unit?: string) => figure({ gate: 'G10', what, value, wanted, met, postgres: String(on.version), ...(unit && { unit }) })
  beforeAll(() => { process.on('unhandledRejection', reject) })
  afterAll(() => { process.off('unhandledRejection', reject) })

  describe('between Longhand and its database', () => {
    let proxy: FaultProxy
    let app: TestApp
    beforeAll(async () => {
      const url = new URL(on.url.replace('@/', '@localhost/'))
      proxy = await startFaultProxy({ path: `${url.searchParams.get('host')}/.s.PGSQL.${url.searchParams.get('port') ?? '5432'}` })
      app = await startTestApp({ url: `postgresql://longhand@127.0.0.1:${proxy.port}${url.pathname}` })
    })
    afterAll(async () => {
      proxy.fault = 'none'
      await app.stop()
      await proxy.stop()
    })
    /** The status, what is said with a 503, and how long it took. */
    const ask = async (method: 'GET' | 'POST', body?: object) => {
      const began = performance.now()
      const answer = await app.app.http.inject({ method, url: method === 'GET' ? '/api/v1/me' : '/api/v1/threads', headers: { authorization: `Bearer ${app.owner.token}`, 'idempotency-key': crypto.randomUUID() }, ...(body && { payload: body }) })
      return { status: answer.statusCode, retry: answer.headers['retry-after'], took: performance.now() - began }
    }
    const normal = async () => {
      const began = performance.now()
      while (performance.now() - began < SLACK_MS * 2) if (await app.owner.call(readMe, {}).then(() => true, () => false)) return performance.now() - began
      throw new Error('It did not become normal again.')
    }

    test.each(FAULTS)('%s: each request is answered right, or told to come back soon; then all is well', async (fault) => {
      proxy.fault = fault
      if (fault === 'refuse') proxy.cut()
      const answers = []
      for (let tries = 0; tries < TRIES; tries += 1) answers.push(...await Promise.all([ask('GET'), ask('POST', { spaceId: app.spaceId, title: `While ${fault}`, body: '' })]))
      proxy.fault = 'none'
      const again = await normal()
      const slowest = Math.max(...answers.map(({ took }) => took))
      say(`${fault}: requests answered neither right nor with 503 and Retry-After, of ${answers.length}`, answers.filter(({ status, retry }) => status !== 200 && (status !== 503 || retry === undefined)).length, '0', answers.every(({ status, retry }) => status === 200 || (status === 503 && retry !== undefined)))
      say(`${fault}: an answer took, at most`, Math.round(slowest), '≤ 5,000 ms', slowest <= ANSWER_MS, 'ms')
      say(`${fault}: normal again after`, Math.round(again), '≤ 10,000 ms', again <= NORMAL_MS, 'ms')
      expect(answers.filter(({ status, retry }) => status !== 200 && (status !== 503 || retry === undefined))).toEqual([])
      expect(slowest).toBeLessThan(ANSWER_MS + SLACK_MS)
    }, SLOW_MS)

    test(`a write whose link is cut after its COMMIT, and that is sent again with its key, is done once, ${CUTS} times`, async () => {
      let sent = 0
      const before = proxy.cuts
      const one = async () => {
        while (proxy.cuts - before < CUTS) {
          const title = `Cut ${sent += 1}`
          const key = { idempotencyKey: title }
          proxy.fault = 'after-commit'
          await app.owner.call(postThread, { spaceId: app.spaceId, title, body: '' }, key).catch(() => undefined)
          for (let tries = 0; tries < 50; tries += 1) {
            proxy.fault = 'none'
            if (await app.owner.call(postThread, { spaceId: app.spaceId, title, body: '' }, key).then(() => true, () => false)) break
          }
        }
      }
      await Promise.all(Array.from({ length: AT_ONCE }, one))
      const titles = (await on.db.selectFrom('entry').select('title').where('title', 'like', 'Cut %').execute()).map(({ title }) => title)
      const wrong = sent - new Set(titles).size + titles.length - new Set(titles).size
      say('links cut after COMMIT was sent', proxy.cuts - before, '5,000', proxy.cuts - before >= 5000)
      say('writes on them that were done twice or not at all', wrong, '0', wrong === 0)
      expect(wrong).toBe(0)
      expect(await brokenFacts(on.url)).toEqual([])
    }, SLOW_MS)
  })

  test('left no rejection that nobody handled', () => {
    say('rejections that nobody handled', rejections.length, '0', rejections.length === 0)
    expect(rejections).toEqual([])
  })
})

describeOnNewest('a fault', (on) => {
  const say = (what: string, value: number, wanted: string, met: boolean) => figure({ gate: 'G10', what, value, wanted, met, postgres: String(on.version) })

  test('between Longhand and mail server, webhook and file store: nothing is lost, nothing hangs', async () => {
    const [mails, hook, s3] = await Promise.all([startMailServer(), startReceiver(), startFakeS3()])
    const [toMail, toHook, toS3] = await Promise.all([Number(new URL(mails.url).port), Number(new URL(hook.url).port), Number(new URL(s3.settings.endpoint).port)].map((port) => startFaultProxy({ host: '127.0.0.1', port })))
    if (!toMail || !toHook || !toS3) throw new Error('A proxy did not start.')
    const sender = smtpSender({ url: `smtp://127.0.0.1:${toMail.port}`, from: 'Longhand <longhand@example.com>' })
    const app = await startTestApp(on, { ...(sender && { sender }), outboundAllow: [`127.0.0.1:${toHook.port}`], s3: { ...s3.settings, endpoint: `http://127.0.0.1:${toS3.port}` }, workspace: { workspace: 'Links' } })
    const ben = await app.person('Ben')
    await app.owner.call(addWebhook, { url: `http://127.0.0.1:${toHook.port}/hook`, types: ['ask.posted'] })
    const faults: Fault[] = LONG ? ['refuse', 'reset', 'slices', 'slow', 'delay', 'half-open'] : ['refuse', 'reset', 'slices']
    for (const fault of faults) {
      for (const proxy of [toMail, toHook, toS3]) proxy.fault = fault
      const { number } = await app.owner.call(postAsk, { spaceId: app.spaceId, title: `Ask while ${fault}`, kind: 'answer', to: ben.id, dueAt: app.app.platform.clock.now().add({ hours: 24 * 300 }).toString() })
      expect(number).toBeGreaterThan(0)
      const upload = await codeOf(app.owner.call(uploadFile, { name: `${fault}.txt` }, { file: new Blob([fault]) }))
      expect([fault, ['no refusal', 'unavailable'].includes(upload)]).toEqual([fault, true])
      await app.advanceTo(app.app.platform.clock.now().add({ minutes: 1 }).toString())
      for (const proxy of [toMail, toHook, toS3]) { proxy.fault = 'none'; proxy.cut() }
      expect(await codeOf(app.owner.call(uploadFile, { name: `after ${fault}.txt` }, { file: new Blob([fault]) }))).toBe('no refusal')
    }
    await app.advanceTo(app.app.platform.clock.now().add({ hours: 100 }).toString())
    const told = new Set(hook.got.map(({ headers }) => headers['webhook-id'])).size
    const mailed = faults.filter((fault) => mails.received.some(({ mail }) => mail.subject?.includes(`Ask while ${fault}`))).length
    say('asks written while mail server, webhook and file store failed: mailed in the end', mailed, `${faults.length} of ${faults.length}`, mailed === faults.length)
    say('and told to the webhook in the end', told, `${faults.length} of ${faults.length}`, told === faults.length)
    expect([mailed, told]).toEqual([faults.length, faults.length])
    await app.stop()
    for (const one of [toMail, toHook, toS3, mails, hook, s3]) await one.stop()
  }, SLOW_MS)
})
