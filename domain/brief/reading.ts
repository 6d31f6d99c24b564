/**
 * How fast people read. Unit: words a minute.
 * Silent reading of English prose averages 238 (M. Brysbaert, “How many words do we read per minute?”, Journal of Memory
 * and Language 109, 2019); a little less, because a brief is full of names, numbers and times.
 */
const WORDS_A_MINUTE = 230

/** What a folded space costs to read: its name, and how much stands in it. Unit: words. */
export const FOLDED_LINE_WORDS = 4

/** Words as people count them: runs of anything but white space. */
export const countWords = (text: string): number => text.match(/\S+/gu)?.length ?? 0

/** Unit: whole seconds, rounded up. */
export const readingSeconds = (words: number): number => Math.ceil(words * 60 / WORDS_A_MINUTE)

/** How many words fit. */
export const wordsIn = (minutes: number): number => Math.floor(minutes * WORDS_A_MINUTE)
