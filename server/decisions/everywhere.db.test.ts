import { listInbox } from '#contract/attention.ts'
import * as contract from '#contract/decisions.ts'
import { addWebhook } from '#contract/webhooks.ts'
import { startReceiver } from '#server/platform/channels/receiver.test-kit.ts'
import type { Receiver } from '#server/platform/channels/receiver.test-kit.ts'
import { describeOnNewest } from '#server/platform/db/db.test-kit.ts'
import { startTestApp, weekdays } from '#server/app.test-kit.ts'
import type { TestApp, TestPerson } from '#server/app.test-kit.ts'
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { CONTENT } from './decisions.test-kit.ts'

describeOnNewest('decisions outside of their page', (on) => {
  let app: TestApp
  let receiver: Receiver
  let base: string
  let ana: TestPerson
  let mei: TestPerson
  beforeAll(async () => {
    receiver = await startReceiver()
    app = await startTestApp(on, { outboundAllow: [receiver.host] })
    base = await app.app.http.listen({ port: 0, host: '127.0.0.1' })
    ana = await app.person('Ana', { role: 'admin' })
    mei = await app.person('Mei', { zone: 'Asia/Manila', weeks: [weekdays('09:00', '18:00')] })
  })
  afterAll(async () => { await app.stop(); await receiver.stop() })
  const draft = () => ana.call(contract.createDecision, { spaceId: app.spaceId, content: CONTENT, roles: { accountableId: ana.id, consultedIds: [mei.id] } })

  test('webhooks and open pages hear of each step, and webhooks of no draft', async () => {
    await ana.call(addWebhook, { url: `${receiver.url}/hook`, types: ['decision.opened', 'decision.changed', 'decision.settled', 'decision.status'], spaceId: null })
    const hangUp = new AbortController()
    const stream = await fetch(`${base}/api/v1/events`, { signal: hangUp.signal, headers: { authorization: `Bearer ${mei.token}` } })
    let heard = ''
    void stream.body?.pipeThrough(new TextDecoderStream()).pipeTo(new WritableStream({ write: (part) => { heard += part } })).catch(() => {})
    const { number } = await draft()
    await ana.call(contract.openDecision, { number })
    // What was opened may be taken back for a moment, and is told after it.
    await app.advanceTo('2026-03-23T07:05:00Z')
    await mei.call(contract.takePosition, { number, kind: 'support' })
    await ana.call(contract.signDecision, { number, optionId: 'memory' })
    await ana.call(contract.deprecateDecision, { number, reason: 'Over.' })
    await app.app.worker.runDue()
    const told = receiver.got.map(({ text }) => JSON.parse(text) as { type: string; data: { number: number } })
    expect(told.map(({ type }) => type).toSorted()).toEqual(['decision.changed', 'decision.opened', 'decision.settled', 'decision.status'])
    expect(told.every(({ data }) => data.number === number)).toBe(true)
    expect(receiver.got.some(({ text }) => text.includes(CONTENT.title) || text.includes('Over.'))).toBe(false)
    await vi.waitFor(() => { for (const kind of ['drafted', 'opened', 'changed', 'settled', 'status']) expect(heard).toContain(`decision.${kind}`) }, { timeout: 10_000 })
    hangUp.abort()
  })

  test('a mail says what it asks, in the reader’s working time, with enough of the text to act', async () => {
    const { number } = await draft()
    await ana.call(contract.openDecision, { number })
    app.mails.length = 0
    await app.advanceTo('2026-03-24T09:00:00Z')
    const mail = app.mails.find(({ to, body }) => to.name === 'Mei' && body.text.includes(CONTENT.needed))
    expect(mail?.subject).toContain(CONTENT.title)
    expect(mail?.body.text).toMatch(/Take a position by[^]*1\. In memory\n2\. A shared one[^]*Recommended: A shared one\. It survives a restart\./)
    expect(JSON.stringify(mail?.body.links)).toContain(`/${number}`)
  })

  test('whoever its text calls by name is told once it is open, and once', async () => {
    const leo = await app.person('Leo')
    const mentions = async () => (await leo.call(listInbox, {})).items.filter(({ kind }) => kind === 'mention').map((item) => item.number)
    const { number } = await ana.call(contract.createDecision, { spaceId: app.spaceId, content: { ...CONTENT, context: 'As @Leo measured, and @Mei knows.' }, roles: { accountableId: ana.id, consultedIds: [mei.id] } })
    expect(await mentions()).toEqual([])
    const { version } = await ana.call(contract.openDecision, { number })
    await ana.call(contract.editDecision, { number, version, content: { ...CONTENT, context: 'As @Leo measured twice, and @Mei knows.' } })
    await app.advanceTo('2026-03-25T09:00:00Z')
    expect(await mentions()).toEqual([number])
  })

  test('an assistant reads, takes a position and signs under the rights of its person', async () => {
    const { number } = await draft()
    await ana.call(contract.openDecision, { number })
    const connect = async (person: TestPerson) => {
      const client = new Client({ name: 'test', version: '1' })
      await client.connect(new StreamableHTTPClientTransport(new URL(`${base}/mcp`), { requestInit: { headers: { authorization: `Bearer ${person.token}` } } }))
      return client
    }
    const [hers, theirs] = [await connect(mei), await connect(ana)]
    expect(await hers.callTool({ name: 'decisions_sign', arguments: { number, optionId: 'memory' } })).toMatchObject({ isError: true })
    expect(await hers.callTool({ name: 'decisions_position', arguments: { number, kind: 'support' } })).toMatchObject({ structuredContent: { record: { state: 'ready' } } })
    expect(await theirs.callTool({ name: 'decisions_sign', arguments: { number, optionId: 'memory' } })).toMatchObject({ structuredContent: { record: { state: 'decided', chosen: 'In memory' } } })
    await hers.close()
    await theirs.close()
  })
})
