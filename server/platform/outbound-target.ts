import { isAddress, isPublicAddress } from './public-address.ts'

/** Longest address that is called. Unit: characters. */
const URL_MAX = 2048

/** Longhand did not call, or got no answer. The message is one sentence without addresses of the inner network. */
export class OutboundError extends Error {
  override readonly name = 'OutboundError'
  /** `refused`: this address is not called at all; the others may go better another time. */
  readonly kind: 'refused' | 'failed' | 'timeout'
  constructor(kind: OutboundError['kind'], message: string, options?: ErrorOptions) {
    super(message, options)
    this.kind = kind
  }
}

/** Where a call goes. `host` is without brackets and without the dot that may end a name. */
export type Target = { url: URL; host: string; allowed: boolean }

/**
 * What may be called besides what everybody may: `inward`, hosts, or hosts with a port, although they are private or without
 * encryption. And what may be called at all: `only`, unless null, names with all of their ports; `.example.com` is whatever lies below it.
 */
export type Allowed = { readonly inward: ReadonlySet<string>; readonly only: ReadonlySet<string> | null }
export const NO_EXCEPTIONS: Allowed = { inward: new Set(), only: null }

const partsOf = (text: string): string[] => text.split(',').map((part) => part.trim()).filter((part) => part !== '')

/**
 * Reads `LONGHAND_OUTBOUND_ALLOW`: `127.0.0.1:8080,hooks.internal`; without a port, all ports of the host are meant. And
 * `LONGHAND_OUTBOUND_ONLY`: `hooks.slack.com,.push.apple.com`; empty for whatever is outside.
 * @throws {TypeError} naming the part that is no host
 */
export function readAllowed(inward: string, only = ''): Allowed {
  return { inward: readInward(inward), only: partsOf(only).length === 0 ? null : new Set(partsOf(only).map(readName)) }
}

function readName(part: string): string {
  const below = part.startsWith('.')
  const url = URL.parse(`ws://${below ? part.slice(1) : part}`)
  if (!url || url.host !== url.hostname || url.pathname !== '/' || url.username !== '' || url.search !== '' || url.hash !== '') throw new TypeError(`"${part}" is no host such as hooks.slack.com or .push.apple.com`)
  return `${below ? '.' : ''}${hostOf(url)}`
}

/** Whether a host is in a list, or below one of its names. */
const isIn = (only: ReadonlySet<string>, host: string): boolean => only.has(host) || host.split('.').some((_label, at, labels) => only.has(`.${labels.slice(at + 1).join('.')}`))

function readInward(text: string): ReadonlySet<string> {
  return new Set(partsOf(text).map((part) => {
    const url = URL.parse(`ws://${part}`)
    if (!url || url.pathname !== '/' || url.username !== '' || url.search !== '' || url.hash !== '') throw new TypeError(`"${part}" is no host such as hooks.internal or 127.0.0.1:8080`)
    return /:\d+$/.test(part) ? `${hostOf(url)} ${portOf(url, WEB_PORT)}` : hostOf(url)
  }))
}

const WEB_PORT = '80'
const SECURE_PORT = '443'
const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '')
const portOf = (url: URL, otherwise: string): string => url.port === '' ? otherwise : url.port

/**
 * Checks an address that somebody typed, as far as that goes without asking for the numbers behind its name.
 * @throws {OutboundError} `refused`
 */
export function readTarget(text: string, allow: Allowed): Target {
  const url = text.length > URL_MAX ? null : URL.parse(text)
  if (!url) throw new OutboundError('refused', 'This is no web address.')
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw new OutboundError('refused', 'Only https addresses are called.')
  if (url.username !== '' || url.password !== '') throw new OutboundError('refused', 'An address with a name or password in it is not called.')
  const host = hostOf(url)
  const allowed = allow.inward.has(host) || allow.inward.has(`${host} ${portOf(url, url.protocol === 'https:' ? SECURE_PORT : WEB_PORT)}`)
  if (!allowed && url.protocol !== 'https:') throw new OutboundError('refused', 'Only https addresses are called.')
  if (!allowed && (isInward(host) || (isAddress(host) && !isPublicAddress(host)))) throw new OutboundError('refused', `${host} is inside a private network, which is not called.`)
  if (!allowed && allow.only && !isIn(allow.only, host)) throw new OutboundError('refused', `${host} is not among the hosts that this server may call.`)
  return { url, host, allowed }
}

/** Names that by their meaning never leave a machine or a local network (RFC 6761, RFC 6762, RFC 8375, ICANN 2024). */
const INWARD = /(^|\.)(localhost|local|internal|home\.arpa)$/
const isInward = (host: string): boolean => INWARD.test(host)
