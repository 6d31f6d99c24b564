import { readDelivery } from '#contract/attention.ts'
import { problemFrom, useRead } from '../../app/api.ts'
import { LinkAction } from '../../ui/LinkAction.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { formatWhen } from '../../ui/format.ts'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { Why } from '../../ui/Why.tsx'
import type { ThreadText } from './texts.ts'
import { t } from '../../ui/words.ts'

type Props = { number: number, text: Pick<ThreadText, 'replyId'>, zone: string, now: Temporal.Instant, onClose: () => void }

/** When each reader is told of a text, and why then; somebody who reads it sees their own line. */
export function Delivery({ number, text, zone, now, onClose }: Props) {
  const delivery = useRead(readDelivery, { number, ...(text.replyId !== null && { replyId: text.replyId }) })
  const readers = delivery.data?.readers
  return (
    <div className="text-part" role="region" aria-label={t`When is it read?`}>
      {delivery.error && <Problem {...problemFrom(delivery.error)} />}
      {!readers && !delivery.error && <Skeleton lines={2} />}
      {readers?.length === 0 && <p className="hint">{t`Nobody is told of it. It stands here for whoever reads the thread.`}</p>}
      {readers && readers.length > 0 && <ul className="delivery">{readers.map(({ personId, sentence, rule, state, at }) => <li key={personId}>{rule === '' ? sentence : <Why line={sentence} rule={rule} />} {stateWords(state, at, zone, now)}</li>)}</ul>}
      <p className="text-part-end"><LinkAction onClick={onClose}>{t`Close`}</LinkAction></p>
    </div>
  )
}

/** How far it has come; nothing while it waits, which the sentence says. */
function stateWords(state: 'waiting' | 'delivered' | 'digest' | 'read' | 'withdrawn', at: string | null, zone: string, now: Temporal.Instant): string {
  if (state === 'read') return t`Has read it.`
  if (state === 'withdrawn') return t`Not told.`
  return state === 'delivered' && at !== null ? t`Told ${formatWhen(Temporal.Instant.from(at), zone, now)}.` : ''
}
