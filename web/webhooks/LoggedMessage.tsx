import type { WebhookDelivery } from '#contract/webhooks.ts'
import { Disclosure } from '../ui/Disclosure.tsx'
import { counted, formatWhen } from '../ui/format.ts'
import { Item } from '../ui/Item.tsx'
import { LinkAction } from '../ui/LinkAction.tsx'
import { attemptWords, messageWords, toneOf } from './webhook-words.ts'
import { t, tr } from '../ui/words.ts'

type Props = { message: WebhookDelivery, zone: string, now: Temporal.Instant, busy: boolean, onAgain: () => void }

/** One message of the log: what became of it, what was sent, and each answer. */
export function LoggedMessage({ message, zone, now, busy, onAgain }: Props) {
  const { payload, createdAt, attempts, can, webhookId } = message
  const what = payload?.type ?? t`About something that you do not see`
  return (
    <Item
      text={what} by={formatWhen(Temporal.Instant.from(createdAt), zone, now)} clock={`${messageWords(message, zone, now)}.`} tone={toneOf(message.state)}
      actions={can.includes('redeliver') ? <LinkAction busy={busy} label={t`Send again: ${what}`} onClick={onAgain}>{t`Send again`}</LinkAction> : undefined}
    >
      <Disclosure summary={attempts.length === 0 ? t`What it says` : t`What it says, and ${counted(attempts.length, 'answer')}`}>
        <p className="hint">{tr`webhook-id ${webhookId}`}</p>
        {payload && <pre className="webhook-sent">{JSON.stringify(payload, null, 2)}</pre>}
        {attempts.map((attempt) => (
          <div key={attempt.at + attempt.tookMs}>
            <p className="hint">{attemptWords(attempt, zone, now)}</p>
            {attempt.answer && <pre className="webhook-sent">{attempt.answer}</pre>}
          </div>
        ))}
      </Disclosure>
    </Item>
  )
}
