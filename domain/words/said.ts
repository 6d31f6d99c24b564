/** What may stand in a sentence: people's words and figures as they are, our own words as something said. */
export type SaidValue = string | number | Said | Amount

/** A sentence of ours before it is in a language. The English with `{0}` for each value is its key in the catalogs. */
export type Said = { readonly key: string; readonly values: readonly SaidValue[] }

/** A count with its noun. Unit: pieces. */
export type Amount = { readonly count: number; readonly one: string; readonly many: string }

/** A language with what we say in it; English needs no texts, since the keys are English. */
export type Words = { readonly language: Language; readonly texts: Texts }
/** English key to the sentence in the language; nouns of counts as `reply|replies`. */
export type Texts = Readonly<Record<string, string>>

const LANGUAGES = ['en', 'de'] as const
export type Language = (typeof LANGUAGES)[number]

export const ENGLISH: Words = { language: 'en', texts: {} }

/** After this sign a key says which of two meanings is meant: `Open¦state`, `Open¦verb`. It is never shown. */
const MEANING = '¦'

/** The key of a tagged sentence: `The ask #{0} is closed.` */
export const keyOf = (parts: readonly string[]): string =>
  parts.reduce((key, part, at) => at === 0 ? part : `${key}{${at - 1}}${part}`, '')

/** Says something without choosing the language yet: said`The ask #${number} is closed.` */
export const said = (parts: TemplateStringsArray, ...values: SaidValue[]): Said => ({ key: keyOf(parts), values })

/** A count with its noun, for a sentence: three things, 3 Dinge. */
export const amount = (count: number, one: string, many = `${one}s`): Amount => ({ count, one, many })

/** The sentence of a key in a language, with `{0}` still in it; English where the language has none. */
export const sentenceFor = (key: string, { texts }: Words): string =>
  texts[key] ?? (key.includes(MEANING) ? key.slice(0, key.indexOf(MEANING)) : key)

const PLACE = /\{(\d+)\}/

/** A sentence taken apart at its places: texts and the number of the value between them. */
export function placesIn(sentence: string): readonly (string | number)[] {
  return sentence.split(PLACE).map((part, at) => at % 2 === 1 ? Number(part) : part).filter((part) => part !== '')
}

/** What was said, in a language. */
export function inWords(one: SaidValue, words: Words): string {
  if (typeof one === 'string') return one
  if (typeof one === 'number') return inFigures(one, words)
  if ('count' in one) return counted(one, words)
  return placesIn(sentenceFor(one.key, words)).map((part) => typeof part === 'string' ? part : atPlace(one, part, words)).join('')
}

/** The number of an entry is its name and no figure: #1234, although 1,234 replies. */
function atPlace({ key, values }: Said, place: number, words: Words): string {
  const value = values[place] ?? ''
  return typeof value === 'number' && key.includes(`#{${place}}`) ? String(value) : inWords(value, words)
}

const ENGLISH_COUNTS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']
const FIGURES: Readonly<Record<Language, Intl.NumberFormat>> = { en: new Intl.NumberFormat('en-GB'), de: new Intl.NumberFormat('de-DE') }

/** A figure with the signs of the language between its thousands: 41,200; 41.200. */
const inFigures = (count: number, { language }: Words): string => FIGURES[language].format(count)

/**
 * A count as a word up to twelve in English, and as a figure in German, where the word would depend on the noun:
 * three, 41,200; 3, 41.200.
 */
export const countInWords = (count: number, words: Words): string =>
  (words.language === 'en' ? ENGLISH_COUNTS[count] : undefined) ?? inFigures(count, words)

function counted({ count, one, many }: Amount, words: Words): string {
  const [single, several] = sentenceFor(`${one}|${many}`, words).split('|')
  return `${countInWords(count, words)} ${(count === 1 ? single : several) ?? many}`
}

/** Names in a sentence: `Mei, Ben and Ana`; `Mei, Ben und Ana`. */
export function listInWords(names: readonly string[], { language }: Words): string {
  const and = language === 'de' ? 'und' : 'and'
  return names.length < 2 ? names[0] ?? '' : `${names.slice(0, -1).join(', ')} ${and} ${names.at(-1)}`
}

/** Which of our languages somebody reads, from a locale such as `de-CH`; English for all we do not speak. */
export const languageOf = (locale: string | undefined): Language =>
  LANGUAGES.find((language) => locale?.toLowerCase().split(/[-_]/)[0] === language) ?? 'en'
