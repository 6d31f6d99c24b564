import { holdDecisionCall, proposeDecisionCall } from '#contract/decisions.ts'
import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { formatClock, formatWhen, listInWords } from '../../ui/format.ts'
import { InlineForm } from '../../ui/InlineForm.tsx'
import { InlineText } from '../../ui/InlineText.tsx'
import { LinkAction } from '../../ui/LinkAction.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { Time } from '../../ui/Time.tsx'
import type { Talk } from './talk.ts'
import { useDecisionWrite } from './use-decision-write.ts'

/** A short call for those who object and the accountable: its agenda is the objections, and it ends with words. */
export function CallPart({ talk: { decision, me, zone, now } }: { talk: Talk }) {
  const [closing, setClosing] = useState(false)
  const hold = useDecisionWrite(holdDecisionCall)
  const propose = useDecisionWrite(proposeDecisionCall)
  const { number, call, callProposal, can, state } = decision
  if (call) return <section className="call-part" aria-label="What came of the call"><p className="hint">The call was held <Time at={Temporal.Instant.from(call.at)} zone={zone} now={now} />. What came of it:</p><p className="call-outcome"><InlineText text={call.outcome} /></p></section>
  if (state !== 'call-needed') {
    return can.includes('propose-call') ? <p className="call-offer"><LinkAction busy={propose.busy} onClick={() => propose.send({ number })}>Propose a call of 15 minutes on the objections</LinkAction>{propose.problem && <Problem {...propose.problem} />}</p> : null
  }
  if (!callProposal && !can.includes('hold-call')) return null
  const others = (callProposal?.people ?? []).map(({ id, name }) => (id === me ? 'you' : name))
  return (
    <section className="call-part" aria-label="A call is needed">
      {callProposal && (
        <>
          <p className="call-why">A call of {callProposal.minutes} minutes for {listInWords(others)}. Nobody else needs to come.</p>
          <ol className="call-points">{callProposal.agenda.map((point) => <li key={point}><InlineText text={point} /></li>)}</ol>
          {callProposal.slots.length === 0 ? <p className="hint">No time is shared within the next two weeks.</p> : <p>All share {listInWords(callProposal.slots.map(({ start, end }) => `${formatWhen(Temporal.Instant.from(start), zone, now)} to ${formatClock(Temporal.Instant.from(end), zone)}`))}.</p>}
        </>
      )}
      {can.includes('hold-call') && !closing && <p className="call-close"><Button onClick={() => setClosing(true)}>Write what came of it</Button></p>}
      {closing && <InlineForm label="What came of the call" hint="Objections that remain stay on record." send="Close the call" busy={hold.busy} problem={hold.problem} onSend={(outcome) => hold.send({ number, outcome }, () => setClosing(false))} onCancel={() => setClosing(false)} />}
    </section>
  )
}
