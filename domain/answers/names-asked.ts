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

const plain = (word: string): string => word.toLowerCase().replace(/s$/, '')
const partsIn = (text: string): string[] => wordsOf(text).flatMap((word) => [plain(word), ...word.split(/[_./-]/).map(plain)])

/** Whether a text, with what is said of it, holds each of these names; one more or less `s` at the end is the same name. */
export function holdsNames(names: readonly string[], text: string): boolean {
  if (names.length === 0) return true
  const parts = new Set(partsIn(text))
  return names.every((name) => parts.has(plain(name)) || name.split(/[_./-]/).filter(Boolean).every((part) => parts.has(plain(part))))
}
