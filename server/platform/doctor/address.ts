import { findingsIn } from '#domain/status/finding.ts'
import type { Finding } from '#domain/status/finding.ts'
import { ENGLISH, said } from '#domain/words/said.ts'
import type { Words } from '#domain/words/said.ts'

/**
 * Whether the address under which people open Longhand is one that they can trust.
 * @param loopback whether the server listens for this machine alone
 */
export function judgePublicUrl(publicUrl: string | null, { loopback, mailWorks }: { loopback: boolean; mailWorks: boolean }, words: Words = ENGLISH): Finding {
  const { broken, fine, look } = findingsIn(words)
  const [id, about] = ['config.public-url', said`Address for people`] as const
  if (publicUrl === null) {
    return loopback && !mailWorks ? fine(id, about, said`PUBLIC_URL is not set, and nobody but this machine reaches the server.`)
      : look(id, about, said`PUBLIC_URL is not set, so links in mails name the address that the server listens on.`, said`Set PUBLIC_URL to the address under which people open Longhand.`)
  }
  const url = new URL(publicUrl)
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '' || url.username !== '') return broken(id, about, said`PUBLIC_URL holds more than a scheme, a host and a port.`, said`Write it like https://longhand.example.com, without a path.`)
  if (url.protocol === 'https:' || isLocal(url.hostname)) return fine(id, about, said`People reach it at ${url.origin}.`)
  return look(id, about, said`${url.origin} is not encrypted, so anybody on the way can read sessions.`, said`Put a proxy with a certificate in front, as docs/guides/deploy.md shows, and set PUBLIC_URL to https.`)
}

const isLocal = (host: string): boolean => host === 'localhost' || host === '127.0.0.1' || host === '[::1]'
