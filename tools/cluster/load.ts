import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { PORTS } from './front.ts'

const BASE = `http://127.0.0.1:${PORTS.web}/api/v1`
/** A request that has no answer after this time counts as failed. Unit: ms. */
const PATIENCE_MS = 20_000
/** How long somebody waits who was not told how long. Unit: ms. */
const AGAIN_MS = 500

export type Try = { at: number; ms: number; what: string; status: number; code: string; retryAfter: number | null }
export type Answer = Try & { body: unknown }

/** One request through the front. A broken connection is status 0. */
export async function ask(token: string, what: string, method: string, path: string, { body, key }: { body?: unknown; key?: string } = {}): Promise<Answer> {
  const at = performance.now()
  const tried = (status: number, code: string, retryAfter: number | null, answered: unknown): Answer => ({ at, ms: performance.now() - at, what, status, code, retryAfter, body: answered })
  try {
    const answer = await fetch(BASE + path, {
      method, signal: AbortSignal.timeout(PATIENCE_MS),
      headers: { ...(token !== '' && { authorization: `Bearer ${token}` }), ...(body !== undefined && { 'content-type': 'application/json' }), ...(key !== undefined && { 'idempotency-key': key }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    const text = await answer.text()
    const read: unknown = text.startsWith('{') ? JSON.parse(text) : {}
    const after = answer.headers.get('retry-after')
    return tried(answer.status, (read as { code?: string }).code ?? '', after === null ? null : Number(after), read)
  } catch (error) {
    const { cause } = error as Error
    return tried(0, String((cause as { code?: string } | undefined)?.code ?? (error as Error).name), null, {})
  }
}

export type Scene = { owner: string; other: string; number: number }
export type Load = {
  tries: Try[]
  /** Words of replies whose writing was acknowledged, and people whose invitation was. */
  replies: string[]; invited: string[]
  stop(): Promise<void>
}

const ok = ({ status }: Try) => status >= 200 && status < 300

/** People who read, search, reply and invite, each as fast as their pause lets them. Who writes tries again with the same key. */
export function startLoad({ owner, other, number }: Scene, name: string): Load {
  const tries: Try[] = []
  const replies: string[] = []
  const invited: string[] = []
  let stopped = false
  const once = async (...given: Parameters<typeof ask>) => {
    const { body: _body, ...tried } = await ask(...given)
    tries.push(tried)
    return tried
  }
  const surely = async (...[token, what, method, path, body]: [string, string, string, string, unknown]) => {
    const key = randomUUID()
    for (;;) {
      const tried = await once(token, what, method, path, { body, key })
      if (ok(tried)) return true
      // The secret of an invitation is shown once: its repeat is told that it was made.
      if (tried.status === 409 && what === 'invite') return true
      if (stopped && tried.status !== 0 && tried.status !== 503) return false
      await pause((tried.retryAfter ?? AGAIN_MS / 1000) * 1000)
    }
  }
  let place = 0
  const paces: [number, () => Promise<unknown>][] = [
    ...Array.from({ length: 4 }, (): [number, () => Promise<unknown>] => [150, async () => {
      const text = `${name} word${place += 1} of the load`
      if (await surely(other, 'reply', 'POST', `/threads/${number}/replies`, { body: text })) replies.push(text)
    }]),
    ...Array.from({ length: 4 }, (): [number, () => Promise<unknown>] => [150, () => once(owner, 'thread', 'GET', `/threads/${number}?limit=20`)]),
    ...Array.from({ length: 2 }, (): [number, () => Promise<unknown>] => [250, () => once(owner, 'brief', 'GET', '/brief')]),
    ...Array.from({ length: 2 }, (): [number, () => Promise<unknown>] => [250, () => once(other, 'search', 'GET', '/search?q=load')]),
    [700, async () => {
      const email = `${name}-${place += 1}@example.com`
      if (await surely(owner, 'invite', 'POST', '/invites', { email })) invited.push(email)
    }],
  ]
  const going = paces.map(async ([ms, act]) => {
    while (!stopped) { await act(); await pause(ms * (0.5 + (place % 10) / 10)) }
  })
  return { tries, replies, invited, async stop() { stopped = true; await Promise.all(going) } }
}

/** What people met, in words and numbers. */
export function tally(tries: readonly Try[]) {
  const failed = tries.filter((one) => !ok(one) && one.status !== 409)
  const times = tries.filter(ok).map(({ ms }) => ms).toSorted((a, b) => a - b)
  const at = (share: number) => Math.round(times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0)
  const unavailable = failed.filter(({ status }) => status === 503)
  const kinds = new Map<string, number>()
  for (const { what, status, code } of failed) kinds.set(`${what} ${status} ${code}`, (kinds.get(`${what} ${status} ${code}`) ?? 0) + 1)
  const last = failed.toSorted((a, b) => a.at + a.ms - b.at - b.ms).at(-1)
  return {
    requests: tries.length, failed: failed.length, kinds: [...kinds].map(([kind, n]) => `${n} × ${kind}`), p50: at(0.5), p99: at(0.99), longest: Math.round(Math.max(0, ...tries.map(({ ms }) => ms))),
    unavailable: unavailable.length, withoutRetryAfter: unavailable.filter(({ retryAfter }) => retryAfter === null).length, other: failed.length - unavailable.length,
    /** From the first failed answer to the last one. Unit: s. */
    awayS: failed.length === 0 ? 0 : Math.round(((last?.at ?? 0) + (last?.ms ?? 0) - Math.min(...failed.map((one) => one.at))) / 100) / 10,
  }
}
