import type { Page } from 'playwright-core'
import { placesIn } from '#domain/words/said.ts'
import { GERMAN as SERVER } from '#server/platform/german/german.ts'
import { GERMAN as PAGES } from './app/german.ts'

/** What a page says itself, and what the server says on it. */
const GERMAN = { ...SERVER, ...PAGES }

/** Shorter ones are names or signs. Unit: letters. */
const SHORTEST = 3
/** A sentence with less of its own than this could be anything. Unit: letters. */
const OWN_LETTERS = 6

const textsOf = (sentence: string): string[] => placesIn(sentence).filter((part) => typeof part === 'string').flatMap((part) => part.split('|')).map((part) => part.trim())
const meantBy = (key: string): string => key.replace(/¦.*/, '')
const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** English parts of sentences that stand in no German one. */
function englishParts(): ReadonlySet<string> {
  const german = new Set(Object.values(GERMAN).flatMap(textsOf))
  return new Set(Object.keys(GERMAN).flatMap((key) => textsOf(meantBy(key))).filter((part) => part.length >= SHORTEST && !german.has(part)))
}

/** Whole English sentences, with anything in their places. */
function englishSentences(): RegExp[] {
  const own = Object.entries(GERMAN).filter(([key, text]) => key !== text && textsOf(meantBy(key)).join('').length >= OWN_LETTERS && !key.includes('|'))
  return own.map(([key]) => new RegExp(`^${placesIn(meantBy(key)).map((part) => typeof part === 'string' ? escaped(part) : '.+').join('')}$`))
}

/** Everything that a page says, seen or heard. */
const saidOn = (page: Page): Promise<string[]> => page.evaluate(() => {
  const texts: string[] = [document.title]
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) if (!walker.currentNode.parentElement?.closest('script, style, noscript')) texts.push(walker.currentNode.textContent ?? '')
  for (const name of ['aria-label', 'placeholder', 'title', 'alt', 'aria-valuetext', 'aria-description']) for (const one of document.body.querySelectorAll(`[${name}]`)) texts.push(one.getAttribute(name) ?? '')
  return [...new Set(texts.map((text) => text.trim()).filter((text) => /\p{L}{2}/u.test(text)))]
})

/** What a page says of itself in English although there are German words for it, where what people wrote on it is German. */
export async function englishIn(page: Page): Promise<string[]> {
  const [parts, sentences] = [englishParts(), englishSentences()]
  const german = new Set(Object.values(GERMAN))
  return (await saidOn(page)).filter((text) => !german.has(text) && (parts.has(text) || sentences.some((sentence) => sentence.test(text))))
}
