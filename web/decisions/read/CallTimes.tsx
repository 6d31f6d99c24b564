import { placeDecisionCall } from '#contract/decisions.ts'
import type { DecisionView } from '#contract/decisions.ts'
import { useState } from 'react'
import { announce } from '../../app/Announcer.tsx'
import { chosenMoment, localMoment } from '../../ui/ask/ask-words.ts'
import { Field } from '../../ui/Field.tsx'
import { zoneCity } from '../../ui/format.ts'
import { LinkAction } from '../../ui/LinkAction.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { SendForm } from '../../ui/SendForm.tsx'
import { slotWords } from '../../ui/slot-words.ts'
import type { Talk } from './talk.ts'
import { useDecisionWrite } from './use-decision-write.ts'
import { t, tr } from '../../ui/words.ts'

type Proposal = NonNullable<DecisionView['callProposal']>
type Props = { talk: Talk, proposal: Proposal }

/** Times that all in the call share, each on everybody's clock; one is taken with a click, any other is typed. Whoever moves it sees the same. */
export function CallTimes({ talk, proposal }: Props) {
  const { decision: { number, callPlan }, me, zone, now } = talk
  const [typing, setTyping] = useState(false)
  const place = useDecisionWrite(placeDecisionCall)
  const take = (at: Temporal.Instant) => place.send({ number, startsAt: at.toString() }, () => {
    setTyping(false)
    announce(t`The time of the call is set; whoever is in it is told.`)
  })
  const free = proposal.slots.filter(({ start }) => start !== callPlan?.startsAt)
  return (
    <div className="call-times">
      {proposal.slots.length === 0 ? <p className="hint">{t`No time is shared within the next two weeks.`}</p> : <p className="hint">{callPlan ? t`All share these times, too:` : t`All share these times:`}</p>}
      <ul className="call-slots">
        {free.map(({ start, end }) => (
          <li key={start}><LinkAction strong={!callPlan} busy={place.busy} onClick={() => take(Temporal.Instant.from(start))}>{tr`Take ${slotWords({ start: Temporal.Instant.from(start), end: Temporal.Instant.from(end) }, proposal.people, me, zone, now)}`}</LinkAction></li>
        ))}
      </ul>
      {place.problem && !typing && <Problem {...place.problem} />}
      {typing ? <OtherTime from={free[0]?.start ?? now.toString()} zone={zone} busy={place.busy} problem={place.problem} onTake={take} onClose={() => setTyping(false)} /> : <p><LinkAction onClick={() => setTyping(true)}>{t`Another time`}</LinkAction></p>}
    </div>
  )
}

type OtherProps = { from: string, zone: string, busy: boolean, problem: ReturnType<typeof useDecisionWrite>['problem'], onTake: (at: Temporal.Instant) => void, onClose: () => void }

function OtherTime({ from, zone, busy, problem, onTake, onClose }: OtherProps) {
  const [typed, setTyped] = useState(() => localMoment(Temporal.Instant.from(from), zone))
  const at = chosenMoment(typed, zone)
  return (
    <SendForm label={t`Another time for the call`} look="quiet" submit={t`Take this time`} busy={busy} problem={problem} onSubmit={() => { if (at) onTake(at) }} aside={<LinkAction onClick={onClose}>{t`Leave it`}</LinkAction>}>
      <Field label={t`The call begins`} type="datetime-local" value={typed} onChange={setTyped} hint={t`In your time, ${zoneCity(zone)}.`} error={at === undefined ? t`Choose a day and a time.` : undefined} />
    </SendForm>
  )
}
