/** Whether a word is written as a name is: with letters, and a capital letter or a digit among them. */
const isName = (word: string): boolean => /\p{L}/u.test(word) && /[\p{Lu}\p{N}]/u.test(word)
/** Capitals that are no names. */
const NO_NAMES: ReadonlySet<string> = new Set(['i', 'ok', 'faq', 'q1', 'q2', 'q3', 'q4'])
/** From this share of capitals on, the question is written as a title, and capitals say nothing. */
const TITLE_SHARE = 0.5

const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}_]+(?:[./-][\p{L}\p{N}_]+)*/gu) ?? []

/**
 * The names that a question asks about, as they are typed: `Twilio` in “how do we rotate the Twilio token”. A text that says
 * nothing of them does not answer it. The first word has a capital letter in any case.
 */
export function namesAsked(question: string): string[] {
  const words = wordsOf(question)
  const named = words.filter((word, at) => isName(word) && !NO_NAMES.has(word.toLowerCase()) && (at > 0 || /.\p{Lu}|\p{N}/u.test(word)))
  return named.length > words.length * TITLE_SHARE ? [] : [...new Set(named)]
}

/** A name as it may stand elsewhere: one small `s` more or less is the same name (`APIs`, `API`), and `iOS` is not `io`. */
const forms = (word: string): string[] => [...new Set([word.toLowerCase(), word.replace(/s$/, '').toLowerCase()])]
const partsIn = (text: string): string[] => wordsOf(text).flatMap((word) => [word, ...word.split(/[_./-]/)].flatMap(forms))

/** Whether a text, with what is said of it, holds each of these names. */
export function holdsNames(names: readonly string[], text: string): boolean {
  if (names.length === 0) return true
  const parts = new Set(partsIn(text))
  const stands = (name: string) => forms(name).some((form) => parts.has(form))
  return names.every((name) => stands(name) || name.split(/[_./-]/).filter(Boolean).every(stands))
}
