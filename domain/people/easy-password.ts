/** Words shorter than this are in too many good passwords to be held against one. Unit: letters. */
const WORD_MIN = 4
/** So much must be left of a password without the words that anybody who knows the person would try. Unit: letters and digits. */
const REST_MIN = 5

export type Easy = 'common' | 'name'

const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

/**
 * Why a password is among the first that somebody tries: it is one of the most common, or little more than a name.
 *
 * @param known what is known of who sets it: their name, their address, their workspace
 * @param isCommon whether a password, in small letters, is one of the most common
 * @returns null for one that may be used
 * @see docs/security-asvs.md, V6.1.2, V6.2.4 and V6.2.11
 */
export function easyPassword(password: string, known: readonly string[], isCommon: (password: string) => boolean): Easy | null {
  if (isCommon(password.toLowerCase())) return 'common'
  const words = known.flatMap((text) => text.split(/[\s@.,_+-]+/)).map(plain).filter((word) => word.length >= WORD_MIN).toSorted((one, other) => other.length - one.length)
  const rest = words.reduce((left, word) => left.replaceAll(word, ''), plain(password))
  return words.length > 0 && rest !== plain(password) && rest.length < REST_MIN ? 'name' : null
}
