import { Fragment, createElement } from 'react'
import type { ReactNode } from 'react'
import { ENGLISH, inWords, keyOf, placesIn, sentenceFor } from '#domain/words/said.ts'
import type { SaidValue, Words } from '#domain/words/said.ts'

let words: Words = ENGLISH

/** Says everything in these words from now on; called once, before any page is loaded, so that constants may be said too. */
export function speak(next: Words) {
  words = next
}

/** The words that the page speaks. */
export const spoken = (): Words => words

/** The locale of the language, for days and months: `en-GB`, `de-DE`. */
export const locale = (): string => words.language === 'de' ? 'de-DE' : 'en-GB'

/** A sentence in the reader's language: t`Due ${when}`. The English is the key of the catalogs `de.ts`. */
export const t = (parts: TemplateStringsArray, ...values: SaidValue[]): string => inWords({ key: keyOf(parts), values }, words)

/** A sentence with elements in it: tr`Due ${<Time at={due} />} by ${name}`. */
export function tr(parts: TemplateStringsArray, ...values: ReactNode[]): ReactNode {
  const pieces = placesIn(sentenceFor(keyOf(parts), words))
  return createElement(Fragment, {}, ...pieces.map((piece) => typeof piece === 'string' ? piece : values[piece]))
}

/** What the domain said without a language, in the reader's. */
export const inTheirWords = (one: SaidValue): string => inWords(one, words)
