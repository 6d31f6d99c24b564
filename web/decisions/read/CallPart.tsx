import { holdDecisionCall, proposeDecisionCall } from '#contract/decisions.ts'
import type { DecisionView } from '#contract/decisions.ts'
import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { listInWords, readerFirst } from '../../ui/format.ts'
import { InlineForm } from '../../ui/InlineForm.tsx'
import { InlineText } from '../../ui/InlineText.tsx'
import { LinkAction } from '../../ui/LinkAction.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { slotWords } from '../../ui/slot-words.ts'
import { Time } from '../../ui/Time.tsx'
import { CallTimes } from './CallTimes.tsx'
import type { Talk } from './talk.ts'
import { useDecisionWrite } from './use-decision-write.ts'
import { t, tr } from '../../ui/words.ts'

/** A short call for those who object and the accountable: its agenda is the objections, its time is for all to see, and it ends with words. */
export function CallPart({ talk }: { talk: Talk }) {
  const { decision: { number, call, callPlan, callProposal, can, state }, zone, now } = talk
  const propose = useDecisionWrite(proposeDecisionCall)
  if (call) return <section className="call-part" aria-label={t`What came of the call`}><p className="hint">{tr`The call was held ${<Time at={Temporal.Instant.from(call.at)} zone={zone} now={now} />}. What came of it:`}</p><p className="call-outcome"><InlineText text={call.outcome} /></p></section>
  if (state !== 'call-needed') {
    return can.includes('propose-call') ? <p className="call-offer"><LinkAction busy={propose.busy} onClick={() => propose.send({ number })}>{t`Propose a call of 15 minutes on the objections`}</LinkAction>{propose.problem && <Problem {...propose.problem} />}</p> : null
  }
  if (!callProposal && !callPlan && !can.includes('hold-call')) return null
  return <NeededCall talk={talk} />
}

/** The call that is ahead, or was to be: who, on what, when; for those in it, its time and what came of it. */
function NeededCall({ talk }: { talk: Talk }) {
  const [part, setPart] = useState<'close' | 'time'>()
  const hold = useDecisionWrite(holdDecisionCall)
  const { decision: { number, callPlan, callProposal, can }, me } = talk
  const leave = () => setPart(undefined)
  const mayPlace = callProposal !== null && can.includes('place-call')
  return (
    <section className="call-part" aria-label={t`A call is needed`}>
      {callProposal && <p className="call-why">{tr`A call of ${callPlan?.minutes ?? callProposal.minutes} minutes for ${listInWords(readerFirst(callProposal.people, ({ id }) => id, me).map(({ id, name }) => (id === me ? t`you¦whom` : name)))}. Nobody else needs to come.`}</p>}
      {callProposal && <ol className="call-points">{callProposal.agenda.map((point) => <li key={point}><InlineText text={point} /></li>)}</ol>}
      {callPlan && <p className="call-when">{planWords(callPlan, talk)}</p>}
      {callProposal && mayPlace && (callPlan === null || part === 'time') && <CallTimes key={callPlan?.startsAt ?? ''} talk={talk} proposal={callProposal} />}
      {can.includes('hold-call') && part !== 'close' && (
        <p className="call-close">
          <Button look={callPlan === null ? 'quiet' : 'primary'} onClick={() => setPart('close')}>{t`Write what came of it`}</Button>
          {mayPlace && callPlan && <LinkAction onClick={() => setPart(part === 'time' ? undefined : 'time')}>{part === 'time' ? t`Leave the time as it is` : t`Move the call`}</LinkAction>}
        </p>
      )}
      {part === 'close' && <InlineForm label={t`What came of the call`} hint={t`Objections that remain stay on record.`} send={t`Close the call`} busy={hold.busy} problem={hold.problem} onSend={(outcome) => hold.send({ number, outcome }, leave)} onCancel={leave} />}
    </section>
  )
}

/** When it is, on the clock of the reader and of everybody in it who is known to them. */
function planWords({ startsAt, minutes }: NonNullable<DecisionView['callPlan']>, { decision: { callProposal }, me, zone, now }: Talk): string {
  const start = Temporal.Instant.from(startsAt)
  const over = Temporal.Instant.compare(start.add({ minutes }), now) < 0
  const slot = slotWords({ start, end: start.add({ minutes }) }, callProposal?.people ?? [], me, zone, now)
  return over ? t`The call was to be ${slot}.` : t`The call is ${slot}.`
}
