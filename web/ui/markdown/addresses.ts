/** Where links of people may lead. Everything else, `javascript:` and `data:` first of all, is left as dead words. */
const SCHEMES = new Set(['http:', 'https:', 'mailto:', 'xmpp:', 'irc:', 'ircs:'])
/** Stands for the origin of this workspace when a relative address is read; it never appears on the page. */
const HERE = 'https://here.invalid'

/** An address as a link may carry it. `away` is true when it leaves this workspace. */
export type Address = { href: string, away: boolean }

/**
 * Reads the address of a link as a browser would, so that what looks relative but is not (`//evil.example`, `/\evil.example`)
 * counts as leading away.
 * @returns undefined when it must not be a link
 */
export function addressOf(href: unknown): Address | undefined {
  const url = read(href)
  if (!url || !SCHEMES.has(url.protocol)) return undefined
  return { href: String(href), away: url.origin !== HERE && /^https?:$/.test(url.protocol) }
}

/**
 * The address of a picture that may be shown: a file of this workspace and nothing else.
 * @returns `/files/…`, or undefined for pictures from elsewhere, which become links
 */
export function ownPicture(src: unknown): string | undefined {
  const url = read(src)
  return url?.origin === HERE && url.pathname.startsWith('/files/') ? `${url.pathname}${url.search}` : undefined
}

function read(address: unknown): URL | undefined {
  if (typeof address !== 'string' || address === '') return undefined
  try {
    return new URL(address, `${HERE}/`)
  } catch {
    return undefined
  }
}
