import { useEffect, useRef } from 'react'
import type { MeView } from '#contract/account.ts'
import type { RunView } from '#contract/runs.ts'
import { useNow } from '../app/clock.ts'
import { capital, formatSpan, formatWhen, listInWords } from '../ui/format.ts'
import { Notice } from '../ui/Notice.tsx'
import { Page, RailPart } from '../ui/Page.tsx'
import { Time } from '../ui/Time.tsx'
import { Ending } from './Ending.tsx'
import { HandOver } from './HandOver.tsx'
import { Proposal } from './Proposal.tsx'
import { Step } from './Step.tsx'
import { nextOf, progressWords, STATE_WORDS } from './words.ts'

/** A run: its steps as a list to tick, who ticked what when, and how it ends. */
export function Run({ run, me }: { run: RunView, me: MeView }) {
  const now = useNow()
  const zone = me.person.zone
  const steps = useRef<HTMLOListElement>(null)
  const running = run.state === 'running'
  useStartAtNext(steps, running)
  const told = { run, me, zone, now }
  const started = `${running ? 'Began' : 'Ran from'} ${formatWhen(Temporal.Instant.from(run.startedAt), zone, now)}`
  return (
    <Page
      over={<>Run of <a href={`/${run.number}`}>#{run.number} {run.pageTitle}</a> · {run.spaceName}</>} title={run.title || run.pageTitle} lede={run.why || undefined} railLabel="About this run"
      rail={
        <>
          <RailPart title={running ? 'In hand' : STATE_WORDS[run.state]}>
            <p>{running ? `${run.holderId === me.person.id ? 'You have' : `${run.holderName} has`} it.` : <>By {run.endedByName ?? run.holderName}{run.endedAt !== null && <>, <Time at={Temporal.Instant.from(run.endedAt)} zone={zone} now={now} /></>}.</>}</p>
            {run.can.includes('hand-over') && <HandOver {...told} />}
          </RailPart>
          <RailPart title={started}><p>By {run.startedByName}{run.dueOn !== null && ', on its schedule'}. {running ? run.minutes >= 1 && `${capital(formatSpan(run.minutes))} so far.` : `It took ${formatSpan(run.minutes)}.`}</p></RailPart>
          {run.people.length > 1 && <RailPart title="Took part"><p>{listInWords(run.people.map(({ name }) => name))}</p></RailPart>}
          <RailPart title="Steps from"><p><a href={`/${run.number}`}>Version {run.version} of the page</a>{run.pageVersion > run.version && `; it was edited since, and these steps stay as they were.`}</p></RailPart>
          {running && <RailPart title="Keys"><p className="hint">j and k go through the steps; space or x ticks, n notes, s skips, a asks.</p></RailPart>}
        </>
      }
    >
      <p className="run-progress" role="status">{progressWords(run)}</p>
      {run.state === 'abandoned' && <Notice tone="late">Given up: {run.outcome}</Notice>}
      <ol className="run-steps" ref={steps}>{run.list.map((step) => <Step key={step.step} step={step} next={step.step === nextOf(run.list)?.step} {...told} />)}</ol>
      <Ending {...told} />
      {!running && run.proposes && !run.fed && <Proposal {...told} />}
      {run.fed && <Notice tone="settled">What went differently stands in the page now.</Notice>}
    </Page>
  )
}

/** A run is opened to go on with it: the first open step has the focus, unless the person is elsewhere already. */
function useStartAtNext(list: { current: HTMLOListElement | null }, running: boolean) {
  useEffect(() => {
    const { activeElement } = document
    if (!running || (activeElement !== document.body && activeElement?.id !== 'main')) return
    list.current?.querySelector<HTMLElement>('[data-next]')?.focus({ preventScroll: true })
  }, [list, running])
}
