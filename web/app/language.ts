import { languageOf } from '#domain/words/said.ts'
import type { Language } from '#domain/words/said.ts'
import { countDaysAs, locale, speak, spoken } from '../ui/spoken.ts'

/** The locale that this device spoke last, so that the page begins in it before the server has said who reads. */
const KEY = 'longhand.locale'

function remembered(): string | undefined {
  try {
    return localStorage.getItem(KEY) ?? undefined
  } catch {
    return undefined
  }
}

/** True where it is remembered from now on. */
function remember(tag: string): boolean {
  try {
    localStorage.setItem(KEY, tag)
    return remembered() === tag
  } catch {
    return false
  }
}

/** A locale that this browser asks for in a language, so that days are told as in its country: `en-US`; without a country `en-GB` and `de-DE`. */
export const localeOf = (language: Language): string =>
  navigator.languages.find((tag) => languageOf(tag) === language && tag.toLowerCase().startsWith(`${language}-`)) ?? { en: 'en-GB', de: 'de-DE' }[language]

/** Speaks the language of this device from now on; called before any page is loaded. German comes as a file of its own. */
export async function speakAsHere(): Promise<void> {
  const here = remembered() ?? navigator.language
  if (languageOf(here) === 'de') await speakGerman()
  follow(here)
}

/** Without its words the page is in English: late words would stand between English ones. */
async function speakGerman(): Promise<void> {
  try {
    speak({ language: 'de', texts: (await import('./german.ts')).GERMAN })
  } catch {
    // Nothing came over the line; the page is shown as it can be.
  }
}

function follow(tag: string) {
  countDaysAs(tag)
  document.documentElement.lang = locale()
}

/**
 * Follows the locale of whoever reads. Days follow at once; another language is remembered on this device, and the page is
 * loaded anew in it. What was tried before and did not come is not tried for ever.
 * @param tag BCP 47, e.g. `de-CH`
 * @param chosen true where the reader has just asked for it
 * @returns true when the page is being loaded anew
 */
export function speakTo(tag: string, { chosen = false, reload = () => location.reload() } = {}): boolean {
  const before = remembered()
  const kept = remember(tag)
  follow(tag)
  const tried = before !== undefined && languageOf(before) === languageOf(tag)
  if (!kept || languageOf(tag) === spoken().language || (tried && !chosen)) return false
  reload()
  return true
}
