import { readDelivery } from '#contract/attention.ts'
import { problemFrom, useRead } from '../../app/api.ts'
import { LinkAction } from '../../ui/LinkAction.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { Why } from '../../ui/Why.tsx'
import type { ThreadText } from './texts.ts'

type Props = { number: number, text: Pick<ThreadText, 'replyId'>, onClose?: () => void }

/** When each reader is told of a text, and why then; somebody who reads it sees their own line. */
export function Delivery({ number, text, onClose }: Props) {
  const delivery = useRead(readDelivery, { number, ...(text.replyId !== null && { replyId: text.replyId }) })
  const readers = delivery.data?.readers
  return (
    <div className="text-part" role="region" aria-label="When is it read?">
      {delivery.error && <Problem {...problemFrom(delivery.error)} />}
      {!readers && !delivery.error && <Skeleton lines={2} />}
      {readers?.length === 0 && <p className="hint">Nobody is told of it. It stands here for whoever reads the thread.</p>}
      {readers && readers.length > 0 && <ul className="delivery">{readers.map(({ personId, sentence, rule }) => <li key={personId}>{rule === '' ? sentence : <Why line={sentence} rule={rule} />}</li>)}</ul>}
      {onClose && <p className="text-part-end"><LinkAction onClick={onClose}>Close</LinkAction></p>}
    </div>
  )
}
