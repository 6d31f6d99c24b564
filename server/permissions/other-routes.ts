import type { CallerName, World } from './world.ts'
import { CALLERS } from './world.ts'

/** A route that is no operation of the contract, with the HTTP status that each caller gets. */
export type OtherRoute = { method: 'GET' | 'POST' | 'DELETE'; path: string; ask: (world: World, token: string | null) => Promise<number>; answers: Record<CallerName, number> }

const everybody = (status: number): Record<CallerName, number> => Object.fromEntries(CALLERS.map((name) => [name, status])) as Record<CallerName, number>
/** Whoever is signed in, with a session or any token. */
const signedIn = (status: number): Record<CallerName, number> => ({ ...everybody(status), anonymous: 401, deactivated: 401 })

const injected = (method: OtherRoute['method'], path: string, payload?: object) => async (world: World, token: string | null): Promise<number> => {
  const answer = await world.app.app.http.inject({
    method, url: path, headers: { accept: 'application/json, text/event-stream', ...(token !== null && { authorization: `Bearer ${token}` }), ...(payload && { 'content-type': 'application/json' }) },
    ...(payload && { payload }),
  })
  return answer.statusCode
}

let listening: Promise<string> | null = null
let heard: World | null = null

/** A stream never ends by itself: its status is read over a socket, then the reader hangs up. */
async function stream(world: World, token: string | null): Promise<number> {
  if (heard !== world) { heard = world; listening = world.app.app.http.listen({ port: 0, host: '127.0.0.1' }) }
  const hangUp = new AbortController()
  const answer = await fetch(`${await listening}/api/v1/events`, { signal: hangUp.signal, headers: token === null ? {} : { authorization: `Bearer ${token}` } })
  hangUp.abort()
  return answer.status
}

const initialize = { jsonrpc: '2.0', id: 1, method: 'initialize', params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'test', version: '1' } } }

/** As texts link to it. The rows of `files.download` go through the matrix; here somebody asks for what is not there. */
const noFile = injected('GET', '/files/00000000-0000-7000-8000-000000000000/any')

export const otherRoutes: readonly OtherRoute[] = [
  { method: 'GET', path: '/files/:id/:name', ask: noFile, answers: signedIn(404) },
  { method: 'GET', path: '/api/v1/events', ask: stream, answers: signedIn(200) },
  { method: 'GET', path: '/api/v1/openapi.json', ask: injected('GET', '/api/v1/openapi.json'), answers: everybody(200) },
  { method: 'GET', path: '/health/live', ask: injected('GET', '/health/live'), answers: everybody(200) },
  { method: 'GET', path: '/health/accepting', ask: injected('GET', '/health/accepting'), answers: everybody(200) },
  { method: 'GET', path: '/health/ready', ask: injected('GET', '/health/ready'), answers: everybody(200) },
  { method: 'GET', path: '/metrics', ask: injected('GET', '/metrics'), answers: everybody(200) },
  { method: 'POST', path: '/mcp', ask: injected('POST', '/mcp', initialize), answers: signedIn(200) },
  { method: 'GET', path: '/mcp', ask: injected('GET', '/mcp'), answers: signedIn(405) },
  { method: 'DELETE', path: '/mcp', ask: injected('DELETE', '/mcp'), answers: signedIn(405) },
  { method: 'GET', path: '/problems', ask: injected('GET', '/problems'), answers: everybody(200) },
  { method: 'GET', path: '/problems/:code', ask: injected('GET', '/problems/not_found'), answers: everybody(200) },
  { method: 'GET', path: '/unsubscribe/:token', ask: injected('GET', '/unsubscribe/made-up'), answers: everybody(404) },
  { method: 'POST', path: '/unsubscribe/:token', ask: injected('POST', '/unsubscribe/made-up'), answers: everybody(404) },
  { method: 'GET', path: '/dev/clock', ask: injected('GET', '/dev/clock'), answers: everybody(200) },
  { method: 'POST', path: '/dev/clock', ask: injected('POST', '/dev/clock', { advance: 'PT0S' }), answers: everybody(200) },
]
