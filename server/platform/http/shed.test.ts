import fastify from 'fastify'
import { pino } from 'pino'
import { expect, test } from 'vitest'
import { addShedding } from './shed.ts'

async function busyServer() {
  const app = fastify()
  const waiting: (() => void)[] = []
  addShedding(app, pino({ level: 'silent' }), { write: 1, read: 2 })
  app.all('/api/v1/slow', () => new Promise((done) => { waiting.push(() => done({})) }))
  app.get('/api/v1/events', async () => ({ stream: true }))
  await app.ready()
  const asked = (method: 'GET' | 'POST', url = '/api/v1/slow') => app.inject({ method, url })
  const inHand = async (many: number) => { await expect.poll(() => waiting.length).toBe(many) }
  return { app, asked, inHand, letGo: () => { for (const done of waiting.splice(0)) done() } }
}

test('writes are turned away first, then reads, with when to come back; streams never; and all are let in again', async () => {
  const { app, asked, inHand, letGo } = await busyServer()
  const first = asked('GET')
  await inHand(1)
  const refused = await asked('POST')
  expect([refused.statusCode, refused.json<{ code: string }>().code, Number(refused.headers['retry-after']) >= 1]).toEqual([503, 'unavailable', true])
  const second = asked('GET')
  await inHand(2)
  expect((await asked('GET')).statusCode).toBe(503)
  expect((await asked('GET', '/api/v1/events')).statusCode).toBe(200)
  letGo()
  expect([(await first).statusCode, (await second).statusCode]).toEqual([200, 200])
  const last = asked('POST')
  await inHand(1)
  letGo()
  expect((await last).statusCode).toBe(200)
  await app.close()
})
