import { lookup, Resolver } from 'node:dns/promises'
import { request as requestPlain } from 'node:http'
import type { ClientRequest, IncomingMessage, OutgoingHttpHeaders, RequestOptions } from 'node:http'
import { request as requestSecure } from 'node:https'
import { isIPv6 } from 'node:net'
import type { LookupFunction } from 'node:net'
import { OutboundError, readTarget } from './outbound-target.ts'
import type { Allowed, Target } from './outbound-target.ts'
import { traced, traceparent } from './telemetry/trace.ts'
import { isAddress, isPublicAddress } from './public-address.ts'

/** How often a call follows to another address. */
const REDIRECTS_MAX = 3
/** How long one server of names is waited for, and how often it is asked. Units: ms, tries. */
const NAMES = { timeout: 3000, tries: 2 }

export type Call = {
  method?: 'GET' | 'POST' | 'PUT' | 'HEAD'
  headers?: Readonly<Record<string, string>>
  body?: string | Buffer
  /** For everything together: names, connection, redirects and the answer. Unit: ms. */
  timeoutMs: number
  /** How much of the answer is read; the rest is left. Unit: bytes. */
  maxBytes: number
  /** How many redirects are followed, at most and unless given three; each is checked like the first address. */
  redirects?: number
}
export type Answer = { status: number; headers: Readonly<Record<string, string | string[] | undefined>>; body: Buffer; cut: boolean; url: string }

/** The numbers behind a name, all of them. */
export type Resolve = (host: string, target: Pick<Target, 'allowed'>, signal: AbortSignal) => Promise<string[]>

/** The one way out to addresses that people typed. */
export type Outbound = {
  /**
   * Calls an address from outside. Names are resolved once, by us; every number behind the name must be public, and
   * the connection goes to one of those numbers, so that a name cannot lead elsewhere a moment later.
   * @throws {OutboundError} `refused` for an address that is not called, `timeout`, or `failed` and why
   */
  fetchOutside(url: string, call: Call): Promise<Answer>
  /** The same check without a call, for an address that is written down now and called later. */
  check(url: string): void
}

/** @param allow hosts that may be private and without encryption; see `readAllowed` */
export function makeOutbound(allow: Allowed, resolve: Resolve = resolveByNames): Outbound {
  return {
    check: (url) => { readTarget(url, allow) },
    async fetchOutside(url, call) {
      const signal = AbortSignal.timeout(call.timeoutMs)
      try {
        const target = readTarget(url, allow)
        return await traced(`call ${target.host}`, () => follow(target, { ...call, headers: { ...call.headers, ...onwards() } }, { allow, resolve, signal }), { kind: 'client', attributes: { 'server.address': target.host } })
      } catch (error) {
        if (error instanceof OutboundError) throw error
        if (signal.aborted) throw new OutboundError('timeout', `No answer within ${call.timeoutMs / 1000} seconds.`, { cause: error })
        throw new OutboundError('failed', wordsOf(error), { cause: error })
      }
    },
  }
}

/** The trace goes on where it leads, if there is one. */
function onwards(): Record<string, string> {
  const parent = traceparent()
  return parent === null ? {} : { traceparent: parent }
}

type Ways = { allow: Allowed; resolve: Resolve; signal: AbortSignal }

async function follow(target: Target, call: Call, ways: Ways): Promise<Answer> {
  const answer = await callOnce(target, call, ways)
  const { location } = answer.headers
  if (!REDIRECTS.has(answer.status) || typeof location !== 'string') return answer
  const left = Math.min(call.redirects ?? REDIRECTS_MAX, REDIRECTS_MAX)
  if (left === 0) return answer
  const to = URL.parse(location, target.url)
  if (!to) throw new OutboundError('failed', 'It was redirected to something that is no web address.')
  const next = readTarget(to.href, ways.allow)
  return follow(next, redirected(call, answer.status, { sameOrigin: next.url.origin === target.url.origin, left: left - 1 }), ways)
}

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308])
/** These keep what was sent; the others ask again without it (RFC 9110, 15.4). */
const KEEPS_BODY: ReadonlySet<number> = new Set([307, 308])
/** What only the first address may be told. */
const SECRET_HEADERS: ReadonlySet<string> = new Set(['authorization', 'cookie', 'proxy-authorization'])

function redirected(call: Call, status: number, { sameOrigin, left }: { sameOrigin: boolean; left: number }): Call {
  const headers = Object.fromEntries(Object.entries(call.headers ?? {}).filter(([name]) => sameOrigin || !SECRET_HEADERS.has(name.toLowerCase())))
  if (KEEPS_BODY.has(status) || call.method === undefined || call.method === 'GET' || call.method === 'HEAD') return { ...call, headers, redirects: left }
  return { method: 'GET', headers: Object.fromEntries(Object.entries(headers).filter(([name]) => !/^content-/i.test(name))), timeoutMs: call.timeoutMs, maxBytes: call.maxBytes, redirects: left }
}

async function callOnce(target: Target, call: Call, { resolve, signal }: Ways): Promise<Answer> {
  const addresses = isAddress(target.host) ? [target.host] : await within(signal, resolve(target.host, target, signal))
  if (addresses.length === 0) throw new OutboundError('failed', `There is no server called ${target.host}.`)
  if (!target.allowed && !addresses.every(isPublicAddress)) throw new OutboundError('refused', `${target.host} leads into a private network, which is not called.`)
  const answer = await send(target, call, { addresses, signal })
  return { status: answer.statusCode ?? 0, headers: answer.headers, url: target.url.href, ...await bodyOf(answer, call.maxBytes) }
}

function send({ url, host }: Target, { method = 'GET', headers = {}, body }: Call, { addresses, signal }: { addresses: readonly string[]; signal: AbortSignal }): Promise<IncomingMessage> {
  const secure = url.protocol === 'https:'
  const all: OutgoingHttpHeaders = { 'user-agent': 'Longhand', 'accept-encoding': 'identity', ...headers, host: url.host }
  if (body !== undefined) all['content-length'] = Buffer.byteLength(body)
  const options: RequestOptions = { method, headers: all, host, port: url.port, path: `${url.pathname}${url.search}`, lookup: pinnedTo(addresses), agent: false, signal }
  return new Promise((answered, failed) => {
    const call: ClientRequest = secure ? requestSecure({ ...options, rejectUnauthorized: true, ...(!isAddress(host) && { servername: host }) }) : requestPlain(options)
    call.once('response', answered)
    call.once('error', failed)
    call.end(body)
  })
}

/** Answers every question for a name with the numbers that were checked. */
const pinnedTo = (addresses: readonly string[]): LookupFunction => (_host, options, answer) => {
  const all = addresses.map((address) => ({ address, family: isIPv6(address) ? 6 : 4 }))
  if (options.all) answer(null, all)
  else answer(null, all[0]?.address ?? '', all[0]?.family)
}

async function bodyOf(answer: IncomingMessage, maxBytes: number): Promise<Pick<Answer, 'body' | 'cut'>> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    chunks.push(chunk)
    size += chunk.length
    if (size > maxBytes) break
  }
  answer.destroy()
  return { body: Buffer.concat(chunks).subarray(0, maxBytes), cut: size > maxBytes }
}

/**
 * Asks the servers of names directly: files of the machine are left out, and a slow server holds up nothing else in
 * this process. Only hosts of the allow list are looked up as the machine itself would.
 */
async function resolveByNames(host: string, { allowed }: Pick<Target, 'allowed'>, signal: AbortSignal): Promise<string[]> {
  if (allowed) return (await lookup(host, { all: true })).map(({ address }) => address)
  const resolver = new Resolver(NAMES)
  signal.addEventListener('abort', () => resolver.cancel(), { once: true })
  const [four, six] = await Promise.allSettled([resolver.resolve4(host), resolver.resolve6(host)])
  if (four.status === 'rejected' && six.status === 'rejected') throw four.reason
  return [four, six].flatMap((found) => found.status === 'fulfilled' ? found.value : [])
}

function within<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((done, failed) => {
    signal.throwIfAborted()
    signal.addEventListener('abort', () => failed(signal.reason), { once: true })
    work.then(done, failed)
  })
}

/** What a person can do something about; numbers of the inner network stay out. */
const WORDS: Readonly<Record<string, string>> = {
  ENOTFOUND: 'There is no server of this name.', ENODATA: 'There is no server of this name.', EAI_AGAIN: 'The name of the server could not be looked up.', ETIMEOUT: 'The name of the server could not be looked up.',
  ECONNREFUSED: 'Nobody listens at this address.', ECONNRESET: 'The connection broke before the answer was there.', EHOSTUNREACH: 'The server cannot be reached.', ENETUNREACH: 'The server cannot be reached.',
  EPIPE: 'The connection broke before the answer was there.', ETIMEDOUT: 'The server cannot be reached.',
  CERT_HAS_EXPIRED: 'The certificate of the server has expired.', ERR_TLS_CERT_ALTNAME_INVALID: 'The certificate of the server is for another name.',
}

function wordsOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return WORDS[code] ?? (code === '' ? 'The call failed.' : `The call failed (${code}).`)
}
