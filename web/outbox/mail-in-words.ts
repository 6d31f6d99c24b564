import type { MailInView } from '#contract/mail-in.ts'
import { t } from '../ui/words.ts'

const WORDS: Readonly<Record<MailInView['state'], string>> = {
  waiting: t`It is read next.`, done: t`Taken.`, refused: t`No effect; its person was told.`, ignored: t`No effect; nobody was told.`,
}

/** What became of a mail that came in, in words. */
export const mailInWords = (state: MailInView['state']): string => WORDS[state]
