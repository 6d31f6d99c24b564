import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { forgetAll, hear, isReadAgain, keptAnswer, recheck, toldOf } from './kept.ts'

/** As a browser keeps answers, as far as we use it. */
function makeCaches() {
  const stores = new Map<string, Map<string, Response>>()
  const address = (key: string | Request) => new URL(typeof key === 'string' ? key : key.url, 'https://a.example').href
  return {
    open: async (name: string) => {
      const store = stores.get(name) ?? new Map<string, Response>()
      stores.set(name, store)
      return {
        put: async (key: string, answer: Response) => void store.set(address(key), answer.clone()),
        match: async (key: string | Request) => store.get(address(key))?.clone(),
        delete: async (key: string | Request) => store.delete(address(key)),
        keys: async () => [...store.keys()].map((url) => new Request(url)),
      }
    },
    has: async (name: string) => stores.has(name),
    delete: async (name: string) => stores.delete(name),
  }
}

const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status })
const me = (id: string) => json({ person: { id }, clock: { now: '2026-03-24T00:04:00Z', stands: false } })
const settle = () => new Promise((done) => { setTimeout(done, 5) })

describe('what is read again without a network', () => {
  test.each([
    ['/api/v1/brief', true], ['/api/v1/brief?since=2026-03-24T00:04:00Z', true], ['/api/v1/threads/128?limit=200', true], ['/api/v1/me', true], ['/api/v1/decisions/7', true], ['/api/v1/pages/tree', true],
    ['/api/v1/me/mail', false], ['/api/v1/tokens', false], ['/api/v1/search?q=salary', false], ['/api/v1/decisions/export', false], ['/api/v1/pages/7/versions', false], ['/api/v1/members', false],
  ])('%s: %s', (url, kept) => expect(isReadAgain(url)).toBe(kept))
})

test('an answer tells of its entries and spaces, however deep they stand', () => {
  expect(toldOf({ number: 7, items: [{ number: 8, spaceId: 's' }], texts: [{ quote: { number: 7 } }] })).toEqual(['7', '8', 's'])
})

describe('answers that this device keeps', () => {
  beforeEach(() => { vi.stubGlobal('caches', makeCaches()) })
  afterEach(() => { vi.unstubAllGlobals() })
  const stands = async (url: string) => (await keptAnswer(url))?.json() as unknown

  test('are given again, and who is signed in with the time of now', async () => {
    hear('/api/v1/me', 'GET', me('ana'))
    hear('/api/v1/brief', 'GET', json({ headline: 'Tuesday.' }))
    await settle()
    expect(await stands('/api/v1/brief')).toEqual({ headline: 'Tuesday.' })
    expect(await stands('/api/v1/me')).toMatchObject({ clock: { stands: false, now: expect.not.stringContaining('2026-03-24T00:04') } })
    expect(await stands('/api/v1/inbox')).toBeUndefined()
  })

  test('go when their person signs out, when a session has ended, and when somebody else signs in', async () => {
    const ends: (() => void)[] = [() => hear('/api/v1/session', 'DELETE', json({})), () => hear('/api/v1/brief', 'GET', json({}, 401)), () => void forgetAll(), () => hear('/api/v1/me', 'GET', me('ben'))]
    for (const end of ends) {
      hear('/api/v1/me', 'GET', me('ana'))
      hear('/api/v1/threads/7', 'GET', json({ number: 7 }))
      await settle()
      expect(await stands('/api/v1/threads/7')).toEqual({ number: 7 })
      end()
      await settle()
      expect(await stands('/api/v1/threads/7')).toBeUndefined()
    }
  })

  test('one that the server no longer gives is let go', async () => {
    hear('/api/v1/threads/7', 'GET', json({ number: 7 }))
    await settle()
    hear('/api/v1/threads/7', 'GET', json({}, 404))
    await settle()
    expect(await stands('/api/v1/threads/7')).toBeUndefined()
  })

  test('one that tells of what may no longer be seen is let go, lists too', async () => {
    for (const [url, body] of [['/api/v1/threads/7', { number: 7, spaceId: 'open' }], ['/api/v1/threads', { items: [{ number: 8 }, { number: 9 }] }], ['/api/v1/inbox', { items: [{ spaceId: 'left' }] }], ['/api/v1/pages/8', { number: 8 }]] as const) hear(url, 'GET', json(body))
    await settle()
    const asked: number[][] = []
    await recheck(async (numbers) => { asked.push([...numbers]); return new Set([7, 8]) }, new Set(['open']))
    expect(asked).toEqual([[7, 8, 9]])
    expect(await Promise.all(['/api/v1/threads/7', '/api/v1/threads', '/api/v1/inbox', '/api/v1/pages/8'].map(stands))).toEqual([{ number: 7, spaceId: 'open' }, undefined, undefined, { number: 8 }])
  })

  test('one that breaks off is not kept, and nobody is told of an error', async () => {
    const unhandled = vi.fn<(reason: unknown) => void>()
    process.on('unhandledRejection', unhandled)
    hear('/api/v1/threads/7', 'GET', new Response(new ReadableStream({ start: (body) => body.error(new DOMException('The user aborted a request.', 'AbortError')) })))
    await settle()
    process.off('unhandledRejection', unhandled)
    expect([unhandled.mock.calls.length, await stands('/api/v1/threads/7')]).toEqual([0, undefined])
  })

  test('stay when it cannot be asked', async () => {
    hear('/api/v1/threads/7', 'GET', json({ number: 7 }))
    await settle()
    await expect(recheck(() => Promise.reject(new Error('no answer')), new Set())).rejects.toThrow('no answer')
    expect(await stands('/api/v1/threads/7')).toEqual({ number: 7 })
  })
})
