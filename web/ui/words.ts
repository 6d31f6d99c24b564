import { Fragment, createElement } from 'react'
import type { ReactNode } from 'react'
import { inWords, keyOf, placesIn, sentenceFor } from '#domain/words/said.ts'
import type { SaidValue } from '#domain/words/said.ts'
import { spoken } from './spoken.ts'

/** A sentence in the reader's language: t`Due ${when}`. The English is the key of the catalogs `de.ts`. */
export const t = (parts: TemplateStringsArray, ...values: SaidValue[]): string => inWords({ key: keyOf(parts), values }, spoken())

/** A sentence with elements in it: tr`Due ${<Time at={due} />} by ${name}`. */
export function tr(parts: TemplateStringsArray, ...values: ReactNode[]): ReactNode {
  const pieces = placesIn(sentenceFor(keyOf(parts), spoken()))
  return createElement(Fragment, {}, ...pieces.map((piece) => typeof piece === 'string' ? piece : values[piece]))
}

/** What the domain said without a language, in the reader's. */
export const inTheirWords = (one: SaidValue): string => inWords(one, spoken())

/** What another room says in English, such as the name of a setting, in the reader's language where there are words for it. */
export const heard = (english: string): string => sentenceFor(english, spoken())
