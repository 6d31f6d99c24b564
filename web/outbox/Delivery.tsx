import type { DeliveryView } from '#contract/outbox.ts'
import { CopyLine } from '../ui/CopyLine.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import { formatWhen } from '../ui/format.ts'
import { Item } from '../ui/Item.tsx'
import { LinkAction } from '../ui/LinkAction.tsx'
import { Why } from '../ui/Why.tsx'
import { addresseeWords, deliveryWords, toneOf } from './outbox-words.ts'
import { t } from '../ui/words.ts'

type Props = { mail: DeliveryView, zone: string, now: Temporal.Instant, busy: boolean, onAgain: () => void }

/** One message: to whom, what became of it, why. A kept one can be read here, with its links. */
export function Delivery({ mail, zone, now, busy, onAgain }: Props) {
  const { subject, personName, createdAt, reason, state, content, can } = mail
  return (
    <Item
      text={subject} by={t`${addresseeWords(mail)}, written ${formatWhen(Temporal.Instant.from(createdAt), zone, now)}`}
      clock={`${deliveryWords(mail, zone, now)}.`} tone={toneOf(state)} why={<Why line={reason} />}
      actions={can.includes('send-again') ? <LinkAction busy={busy} label={t`Send again: “${subject}” to ${personName}`} onClick={onAgain}>{t`Send again`}</LinkAction> : undefined}
    >
      {content && (
        <Disclosure summary={t`Read it`}>
          <p className="mail-text">{content.text}</p>
          <div className="mail-links">{content.links.map(({ label, url }) => <div key={url}><p className="hint">{label}</p><CopyLine label={t`${label}, for ${personName}`} text={url} /></div>)}</div>
        </Disclosure>
      )}
    </Item>
  )
}
