import { ENGLISH, languageOf } from '#domain/words/said.ts'
import type { Words } from '#domain/words/said.ts'
import { GERMAN as DOMAIN } from '#domain/words/german/german.ts'
import { GERMAN as SERVER } from './german/german.ts'

const GERMAN: Words = { language: 'de', texts: { ...DOMAIN, ...SERVER } }

/** What somebody reads, by a locale such as `de-CH`; English for languages that we do not speak. */
export const wordsFor = (locale: string | undefined): Words => languageOf(locale) === 'de' ? GERMAN : ENGLISH

/** The words of whoever acts, for what a view says to them. */
export const wordsOf = ({ actor }: { actor: { locale: string } }): Words => wordsFor(actor.locale)
