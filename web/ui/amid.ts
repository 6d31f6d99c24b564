import { spoken } from './spoken.ts'

/** A word of a list inside a sentence: English writes it small there, German its nouns as they are. */
export const amid = (word: string): string => (spoken().language === 'en' ? word.toLowerCase() : word)
