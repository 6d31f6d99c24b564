/** Why somebody follows a thread. */
export type Because = 'author' | 'replied' | 'mentioned' | 'asked' | 'chosen'

const WORDS: Readonly<Record<Because, string>> = {
  author: 'You opened it.', replied: 'You replied.', mentioned: 'You were mentioned.', asked: 'You are part of an ask in it.', chosen: 'You chose to.',
}

/** One sentence on why somebody is told of a thread. */
export const followWords = (because: Because): string => WORDS[because]
