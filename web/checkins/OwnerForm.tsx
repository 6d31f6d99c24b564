import { useState } from 'react'
import { askBlocker } from '#contract/checkins.ts'
import type { AnswerView } from '#contract/checkins.ts'
import { useSend } from '../app/send.ts'
import { LinkAction } from '../ui/LinkAction.tsx'
import { SendForm } from '../ui/SendForm.tsx'
import { readOwner } from './answer-draft.ts'
import { BlockerOwner } from './BlockerOwner.tsx'
import { t } from '../ui/words.ts'

type Props = { answer: Pick<AnswerView, 'number' | 'answers' | 'asks'>, spaceId: string, zone: string }
const NOBODY = { to: null, needBy: '' }

/** Asks somebody to clear what a published check-in says is in the way. */
export function OwnerForm({ answer: { number, answers, asks }, spaceId, zone }: Props) {
  const [owner, setOwner] = useState<{ to: string | null, needBy: string }>()
  const [tried, setTried] = useState(false)
  const asking = useSend(askBlocker, 'checkins', 'asks', 'brief', 'entries')
  const key = answers.find(({ blocker }) => blocker)?.key
  if (key === undefined) return null
  if (!owner) return <LinkAction onClick={() => setOwner(NOBODY)}>{asks.length === 0 ? t`Ask somebody to clear it` : t`Ask somebody else, too`}</LinkAction>
  const wanted = readOwner(owner, zone)
  const close = () => {
    setOwner(undefined)
    setTried(false)
    asking.reset()
  }
  return (
    <SendForm submit={t`Ask¦verb`} look="quiet" label={t`Ask somebody to clear it`} busy={asking.busy} problem={asking.problem} onSubmit={() => wanted ? asking.send({ number, key, ...wanted }, close) : setTried(true)}>
      <BlockerOwner spaceId={spaceId} zone={zone} value={owner} onChange={setOwner} onNobody={close} />
      {tried && !wanted && <p className="field-error" role="alert">{t`Choose who can clear it.`}</p>}
    </SendForm>
  )
}
