import type { MailInView } from '#contract/mail-in.ts'
import { formatWhen } from '../ui/format.ts'
import { Item } from '../ui/Item.tsx'
import { Why } from '../ui/Why.tsx'
import { mailInWords } from './mail-in-words.ts'
import { t } from '../ui/words.ts'

type Props = { mail: MailInView, zone: string, now: Temporal.Instant }

/** One mail that came in: from whom, to whose reply address, and what became of it. Its words are its author's. */
export function MailInItem({ mail, zone, now }: Props) {
  const { title, from, personName, receivedAt, state, outcome } = mail
  return (
    <Item
      text={title === '' ? t`A mail without a subject` : title} by={t`From ${from === '' ? t`nobody¦sender` : from}, to a reply address of ${personName}, ${formatWhen(Temporal.Instant.from(receivedAt), zone, now)}`}
      clock={mailInWords(state)} tone={state === 'done' ? 'settled' : 'plain'} why={outcome === '' ? undefined : <Why line={outcome} />}
    />
  )
}
