import { useState } from 'react'
import { closeCall, dismissCall, proposeCall } from '#contract/threads.ts'
import type { CallView } from '#contract/threads.ts'
import { useSend } from '../../app/send.ts'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { Field } from '../../ui/Field.tsx'
import { InlineForm } from '../../ui/InlineForm.tsx'
import { InlineText } from '../../ui/InlineText.tsx'
import { LinkAction } from '../../ui/LinkAction.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { slotWords } from '../../ui/slot-words.ts'
import { t, tr } from '../../ui/words.ts'

type Props = { number: number, call: CallView, me: string, zone: string, now: Temporal.Instant, onDecisionDraft: () => void }
/** A call is short unless somebody says why. Unit: minutes. */
const SHORT = 15
const LONG = 30

/** Where a question went round too often: the offer to talk, seen by the people concerned alone, and closed only with what came of it. */
export function CallBlock({ number, call, me, zone, now, onDecisionDraft }: Props) {
  const [part, setPart] = useState<'close' | 'dismiss'>()
  const [resolve, setResolve] = useState(false)
  const close = useSend(closeCall, 'threads')
  const dismiss = useSend(dismissCall, 'threads')
  if (call.state === 'closed' || call.state === 'dismissed') return null
  const leave = () => setPart(undefined)
  const startsAt = call.startsAt === null ? undefined : Temporal.Instant.from(call.startsAt)
  return (
    <section className="call" aria-label={t`A call is offered`}>
      <p className="call-why"><InlineText text={call.why} /></p>
      {call.agenda.length > 0 && <ol className="call-agenda">{call.agenda.map((point) => <li key={point}><InlineText text={point} /></li>)}</ol>}
      {startsAt && <p className="call-when">{tr`The call is ${slotWords({ start: startsAt, end: startsAt.add({ minutes: call.minutes ?? SHORT }) }, call.people, me, zone, now)}.${call.reason !== '' && ` ${call.reason}`}`}</p>}
      {!part && call.state === 'offered' && call.can.includes('propose') && <Slots number={number} call={call} me={me} zone={zone} now={now} />}
      {!part && (
        <p className="part-choices">
          {call.can.includes('close') && <LinkAction strong={call.state === 'proposed'} onClick={() => setPart('close')}>{t`Write what came of it`}</LinkAction>}
          {call.state === 'offered' && <LinkAction onClick={onDecisionDraft}>{t`Draft a decision instead`}</LinkAction>}
          {call.can.includes('dismiss') && <LinkAction onClick={() => setPart('dismiss')}>{t`No call for this`}</LinkAction>}
        </p>
      )}
      {part === 'close' && (
        <>
          <InlineForm label={t`What came of the call`} hint={t`It stands in the thread as a reply, for those who were not there.`} send={t`Close the call`} busy={close.busy} problem={close.problem} onSend={(outcome) => close.send({ number, outcome, resolve }, leave)} onCancel={leave} />
          <Checkbox label={t`This resolves the thread`} checked={resolve} onChange={setResolve} />
        </>
      )}
      {part === 'dismiss' && <InlineForm label={t`Why no call is needed`} hint={t`It is not offered again for this question.`} send={t`No call`} busy={dismiss.busy} problem={dismiss.problem} onSend={(reason) => dismiss.send({ number, reason }, leave)} onCancel={leave} />}
    </section>
  )
}

/** Times that all share, as sentences; half an hour only with a reason. */
function Slots({ number, call, me, zone, now }: Omit<Props, 'onDecisionDraft'>) {
  const propose = useSend(proposeCall, 'threads')
  const [reason, setReason] = useState('')
  const [longer, setLonger] = useState(false)
  const minutes = longer && reason.trim() !== '' ? LONG : SHORT
  const unready = longer && reason.trim() === ''
  return (
    <>
      {call.slots.length === 0 && <p className="hint">{t`No time is shared within the next two weeks.`}</p>}
      <ul className="call-slots">
        {call.slots.map(({ start, end }) => (
          <li key={start}><LinkAction strong disabled={unready} busy={propose.busy} onClick={() => propose.send({ number, startsAt: start, minutes, reason: reason.trim() })}>{tr`Propose ${slotWords({ start: Temporal.Instant.from(start), end: longer ? Temporal.Instant.from(start).add({ minutes: LONG }) : Temporal.Instant.from(end) }, call.people, me, zone, now)}`}</LinkAction></li>
        ))}
      </ul>
      {call.slots.length > 0 && !longer && <p><LinkAction onClick={() => setLonger(true)}>{t`It needs half an hour`}</LinkAction></p>}
      {longer && <Field label={t`Why half an hour`} value={reason} onChange={setReason} />}
      {propose.problem && <Problem {...propose.problem} />}
    </>
  )
}
