import './batons.css'
import { useState } from 'react'
import type { BatonView } from '#contract/handoffs.ts'
import type { Problem as ProblemView } from '#contract/problem.ts'
import { Button } from '../../ui/Button.tsx'
import { Exchange } from '../../ui/Exchange.tsx'
import { InlineForm } from '../../ui/InlineForm.tsx'
import { InlineText } from '../../ui/InlineText.tsx'
import { LinkAction } from '../../ui/LinkAction.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Page } from '../../ui/Page.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { ASKS } from './baton-words.ts'
import { BatonSteps } from './BatonSteps.tsx'
import { t, tr } from '../../ui/words.ts'

type Props = {
  baton: BatonView
  receiverName: string
  receiverZone: string
  now: Temporal.Instant
  done: 'accepted' | 'asked' | undefined
  busy: boolean
  problem: ProblemView | undefined
  onAccept: () => void
  onAsk: (question: string) => void
}

const RETURN = ASKS.return ?? { label: '', hint: '', send: '' }

/** A baton as its mail shows it: read it, accept it or ask one question, without signing in. */
export function BatonLink({ baton, receiverName, receiverZone, now, done, busy, problem, onAccept, onAsk }: Props) {
  const [asking, setAsking] = useState(false)
  const open = done === undefined && baton.can.some((verb) => verb === 'accept' || verb === 'return' || verb === 'take')
  return (
    <Page over={t`For ${receiverName} · from ${baton.giverName} · ${baton.spaceName}`} title={<InlineText text={baton.text} />} lede={baton.nextStep && tr`First step: ${<InlineText text={baton.nextStep} />}`}>
      <p className="baton-link-why">{baton.why}</p>
      {baton.question && <Exchange question={baton.question} answer={baton.answer} answeredBy={baton.giverName} />}
      {open && !asking && (
        <p className="baton-link-actions">
          {(baton.can.includes('accept') || baton.can.includes('take')) && <Button busy={busy} onClick={onAccept}>{baton.can.includes('accept') ? t`Accept` : t`Take it`}</Button>}
          {baton.can.includes('return') && <LinkAction onClick={() => setAsking(true)}>{t`Ask one question`}</LinkAction>}
        </p>
      )}
      {open && asking && <InlineForm {...RETURN} busy={busy} problem={problem} onSend={onAsk} onCancel={() => setAsking(false)} />}
      {problem && !asking && <Problem {...problem} />}
      <Notice tone="settled">{done === 'accepted' && t`You hold it now. You can close this page.`}{done === 'asked' && t`Your question went back to ${baton.giverName}. It is offered to you again once it is answered.`}</Notice>
      {!open && <p className="baton-link-why"><LinkAction strong href={`/${baton.number}`}>{t`Read the wrap it stands in`}</LinkAction></p>}
      <BatonSteps steps={baton.steps} zone={receiverZone} now={now} />
    </Page>
  )
}
