import type { Words } from '#domain/words/said.ts'
import type { FastifyRequest } from 'fastify'
import { wordsFor } from '../words.ts'

type Asking = Pick<FastifyRequest, 'headers'>

const locales = new WeakMap<Asking, string>()

/** Remembers whom a request is answered to, so that a refusal is said in their language wherever it comes from. */
export function readBy(request: Asking, { locale }: { locale: string }): void {
  locales.set(request, locale)
}

/** The words in which a request is answered: those of its person once they are known, else those that the browser asks for. */
export const readerWords = (request: Asking): Words => wordsFor(locales.get(request) ?? preferred(request.headers['accept-language'] ?? ''))

/** What our pages can be read in, most wanted first, as RFC 9110 12.5.4 weighs it; undefined where neither is asked for. */
function preferred(header: string): string | undefined {
  const ranges = header.split(',').map((range) => {
    const [tag = '', ...rest] = range.trim().split(';')
    const weight = rest.map((part) => /^\s*q=([\d.]+)\s*$/i.exec(part)?.[1]).find((found) => found !== undefined)
    return { tag: tag.toLowerCase(), weight: weight === undefined ? 1 : Number(weight) }
  })
  return ranges.filter(({ tag, weight }) => weight > 0 && /^(en|de)\b/.test(tag)).toSorted((a, b) => b.weight - a.weight)[0]?.tag
}
