import { ENGLISH, languageOf } from '#domain/words/said.ts'
import type { Language, Words } from '#domain/words/said.ts'

/** Where a language is read in more than one country and nobody said in which. */
const USUAL: Readonly<Record<Language, string>> = { en: 'en-GB', de: 'de-DE' }

let words: Words = ENGLISH
let region: string = USUAL.en

/** Says everything in these words from now on; called once, before any page is loaded, so that constants may be said too. */
export function speak(next: Words) {
  words = next
  region = USUAL[next.language]
}

/** The words that the page speaks. */
export const spoken = (): Words => words

/** Days, months and weeks as the reader's country has them, such as `en-US`; a language that the page does not speak changes nothing. */
export function countDaysAs(tag: string) {
  if (languageOf(tag) === words.language) region = regionOf(tag)
}

/** The locale of days and months: the reader's own where it is of the language that is spoken, else `en-GB` or `de-DE`. */
export const locale = (): string => region

/** English for those who read neither of our languages, in the spelling of Britain; `fr-FR` is read as `en-GB`. */
const regionOf = (tag: string): string => {
  const language = languageOf(tag)
  return tag.toLowerCase().startsWith(`${language}-`) ? tag : USUAL[language]
}
