import type { MailInView } from '#contract/mail-in.ts'

const WORDS: Readonly<Record<MailInView['state'], string>> = {
  waiting: 'It is read next.', done: 'Taken.', refused: 'No effect; its person was told.', ignored: 'No effect; nobody was told.',
}

/** What became of a mail that came in, in words. */
export const mailInWords = (state: MailInView['state']): string => WORDS[state]
