import { t } from '../../ui/words.ts'
/** Words of a text as people count them; good enough to say that it is long. */
const wordsIn = (text: string): number => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length

/** Over the agreed length, what may serve readers better; undefined below it. @param limit `page_words` of the agreement */
export function lengthWords(text: string, limit: number): string | undefined {
  const words = wordsIn(text)
  return words > limit ? t`${words} words. Over ${limit}, as your agreement has it, a thread of its own with a short summary here is easier to read.` : undefined
}
