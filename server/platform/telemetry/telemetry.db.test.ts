import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { signIn } from '#contract/account.ts'
import { createApp } from '#server/app.ts'
import type { App } from '#server/app.ts'
import { arm } from '#server/platform/failpoint.ts'
import { describeOnNewest } from '#server/platform/db/db.test-kit.ts'
import { openInstance } from '#server/platform/instance.ts'
import { readAllowed } from '#server/platform/outbound-target.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTracing } from './otel.ts'
import { traced } from './trace.ts'

const TRACE = '0af7651916cd43dd8448eb211c80319c'
const MOMENT = Temporal.Instant.from('2026-03-23T07:00:00Z')
type Span = { traceId: string; parentSpanId?: string; spanId: string; name: string; attributes: unknown }

describeOnNewest('what a server tells of itself', (on) => {
  const lines: string[] = []
  const exported: Span[] = []
  const bodies: string[] = []
  const heard: (string | undefined)[] = []
  const receiver = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => {
      if (request.url === '/v1/traces') {
        bodies.push(Buffer.concat(chunks).toString())
        const { resourceSpans } = JSON.parse(bodies.at(-1) ?? '') as { resourceSpans: { scopeSpans: { spans: Span[] }[] }[] }
        exported.push(...resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans)))
      } else heard.push(request.headers['traceparent'] as string | undefined)
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}')
    })
  })
  let app: App
  let base = ''
  let endTraces = async () => {}
  beforeAll(async () => {
    await openInstance(on.db, MOMENT)
    base = await new Promise((done) => receiver.listen(0, '127.0.0.1', () => done(`http://127.0.0.1:${(receiver.address() as AddressInfo).port}`)))
    process.env['OTEL_EXPORTER_OTLP_ENDPOINT'] = base
    endTraces = await startTracing(process.env)
    app = await createApp({
      databaseUrl: on.url, clockStart: MOMENT, smtp: null, webDir: null, logLevel: 'debug', logTo: { write: (line) => { lines.push(line) } },
      triesPerMinute: 1000, publicUrl: 'http://longhand.test', outboundAllow: readAllowed(new URL(base).host), metricsToken: null,
    })
  })
  afterAll(async () => {
    await app.stop()
    await endTraces()
    delete process.env['OTEL_EXPORTER_OTLP_ENDPOINT']
    receiver.close()
  })
  const ask = (given: { method?: 'GET' | 'POST'; url: string; headers?: Record<string, string>; payload?: object; remoteAddress?: string }) => app.http.inject({ method: 'GET', ...given })

  test("what goes beyond somebody's rights is a warning in the log, by its code and operation alone", async () => {
    const answer = await ask({ method: 'POST', url: '/api/v1/wraps', headers: { cookie: 'longhand_session=canary', origin: 'https://elsewhere.example' }, payload: {} })
    expect(answer.statusCode).toBe(403)
    const [line, ...more] = lines.map((one) => JSON.parse(one) as Record<string, unknown>).filter((one) => one['refused'] !== undefined)
    expect([more.length, line?.['level'], line?.['refused'], line?.['method'], line?.['route']]).toEqual([0, 40, 'foreign_origin', 'POST', '/api/v1/wraps'])
    expect(JSON.stringify(line)).not.toMatch(/canary|elsewhere/)
  })

  test('no header, body, token or address of a request comes into the log, whether it goes well or not', async () => {
    const canary = (where: string) => `canary-${where}`
    const headers = { authorization: `Bearer lh_s_${canary('token')}`, cookie: `longhand_session=${canary('cookie')}`, 'user-agent': canary('agent'), 'x-anything': canary('header'), referer: `http://x/${canary('referer')}`, 'idempotency-key': canary('key') }
    const payload = { email: `${canary('mail')}@example.com`, password: canary('password') }
    await ask({ method: 'POST', url: '/api/v1/session', headers: { 'user-agent': canary('agent') }, payload })
    await ask({ method: 'POST', url: `/api/v1/session?q=${canary('query')}`, headers, payload: { ...payload, [canary('name')]: 1 } })
    await ask({ url: `/api/v1/search?q=${canary('search')}`, headers })
    await ask({ url: `/${canary('path')}`, headers })
    await ask({ url: `/unsubscribe/${canary('link')}` })
    await ask({ method: 'POST', url: '/mcp', headers: { ...headers, accept: 'application/json, text/event-stream' }, payload: { jsonrpc: '2.0', id: 1, method: canary('method') } })
    const disarm = arm('write.before_commit', () => { throw Object.assign(new Error(`Key (email)=(${payload.email}) has "${canary('value')}"`), { detail: canary('detail'), parameters: [canary('parameter')] }) })
    await ask({ method: 'POST', url: '/api/v1/magic-links', payload: { email: payload.email } })
    const failed = await ask({ method: 'POST', url: '/api/v1/start', payload: { workspace: canary('workspace'), name: canary('person'), email: payload.email, password: canary('long-password'), zone: 'Europe/Berlin', preset: '002', weeks: [[{ day: 1, start: '09:00', end: '17:00' }]] } })
    disarm()
    expect(failed.statusCode).toBe(500)
    expect(lines.length).toBeGreaterThan(6)
    expect(lines.filter((line) => line.includes('canary-'))).toEqual([])
    expect(failed.body).not.toContain('canary-')
    const id = String(failed.headers['x-request-id'])
    expect(failed.json<{ instance: string }>().instance).toBe(`urn:uuid:${id}`)
    expect(lines.filter((line) => line.includes(id)).map((line) => (JSON.parse(line) as { level: number }).level)).toEqual([50, 30])
  })

  test('a request is a span of the trace that it belongs to, with its statements below, and calls carry the trace on', async () => {
    await ask({ url: '/api/v1/start', headers: { traceparent: `00-${TRACE}-b7ad6b7169203331-01` } })
    await ask({ url: '/api/v1/start', headers: { traceparent: '00-nonsense-canary-01' } })
    await traced('test', () => app.platform.outbound.fetchOutside(`${base}/hook`, { timeoutMs: 5000, maxBytes: 100 }))
    await endTraces()
    const request = exported.find(({ parentSpanId }) => parentSpanId === 'b7ad6b7169203331')
    expect(request).toMatchObject({ traceId: TRACE, name: 'account.start' })
    expect(exported.filter(({ parentSpanId, name }) => parentSpanId === request?.spanId && name.startsWith('select')).length).toBeGreaterThan(0)
    const call = exported.find(({ name }) => name === 'call 127.0.0.1')
    expect(heard).toEqual([`00-${call?.traceId}-${call?.spanId}-01`])
    expect(bodies.join('')).not.toContain('canary')
  })

  test('figures are counted by operation, and read by this machine alone where there is no token', async () => {
    await ask({ method: 'POST', url: `/api/v1${signIn.path}`, payload: { email: 'a@example.com', password: 'not this one' } })
    const { body, headers } = await ask({ url: '/metrics' })
    expect(headers['content-type']).toContain('text/plain')
    expect(body).toMatch(new RegExp(`longhand_request_seconds_count\\{operation="${signIn.name}",status="401"\\} \\d`))
    for (const name of ['longhand_deliveries_waiting{channel="mail"} 0', 'longhand_pool_connections{state="total"}', 'longhand_event_loop_lag_seconds{quantile="0.99"}', 'process_resident_memory_bytes']) expect(body).toContain(name)
    expect((await ask({ url: '/metrics', remoteAddress: '203.0.113.7' })).statusCode).toBe(404)
    expect((await ask({ url: '/metrics', headers: { 'x-forwarded-for': '203.0.113.7' } })).statusCode).toBe(404)
  })
})
