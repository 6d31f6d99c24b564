import type { DeliveryView, sendAgain } from '#contract/outbox.ts'
import type { GivenTo } from '#contract/operation.ts'
import type { Send } from '../app/send.ts'
import { Choice } from '../ui/Choice.tsx'
import { Empty } from '../ui/Empty.tsx'
import { Problem } from '../ui/Problem.tsx'
import { Delivery } from './Delivery.tsx'
import { STATES } from './states.ts'
import type { MailState } from './states.ts'
import { t } from '../ui/words.ts'

type Props = {
  mails: readonly DeliveryView[]
  state: MailState | 'all'
  onState: (state: MailState | 'all') => void
  zone: string
  now: Temporal.Instant
  again: Send<GivenTo<typeof sendAgain>>
}

/** Messages of one state, or all. */
export function Outbox({ mails, state, onState, zone, now, again }: Props) {
  return (
    <>
      <div className="outbox-filter"><Choice legend={t`Show`} legendUnseen options={STATES} value={state} onChange={onState} /></div>
      {again.problem && <Problem title={again.problem.title} next={again.problem.next} />}
      {mails.map((mail) => <Delivery key={mail.id} mail={mail} zone={zone} now={now} busy={again.busy} onAgain={() => again.send({ id: mail.id })} />)}
      {mails.length === 0 && <Empty text={state === 'all' ? t`No message was written yet. Invitations, briefs and batons will stand here.` : t`No message is in this state.`} />}
    </>
  )
}
