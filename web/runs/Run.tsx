import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'
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
import type { Told } from './Step.tsx'
import { nextOf, progressWords, STATE_WORDS } from './words.ts'
import { t, tr } from '../ui/words.ts'

/** A run: its steps as a list to tick, who ticked what when, and how it ends. */
export function Run({ run, me }: { run: RunView, me: MeView }) {
  const now = useNow()
  const zone = me.person.zone
  const steps = useRef<HTMLOListElement>(null)
  const running = run.state === 'running'
  useStartAtNext(steps, running)
  const told = { run, me, zone, now }
  const began = formatWhen(Temporal.Instant.from(run.startedAt), zone, now)
  const started = running ? t`Began ${began}` : t`Ran from ${began}`
  return (
    <Page
      over={<>{tr`Run of ${<a href={`/${run.number}`}>#{run.number} {run.pageTitle}</a>}`} · {run.spaceName}</>} title={run.title || run.pageTitle} lede={run.why || undefined} railLabel={t`About this run`}
      rail={
        <>
          <RailPart title={running ? t`In hand` : STATE_WORDS[run.state]}>
            <p>{handWords(told)}</p>
            {run.can.includes('hand-over') && <HandOver {...told} />}
          </RailPart>
          <RailPart title={started}><p>{run.dueOn === null ? t`By ${run.startedByName}.` : t`By ${run.startedByName}, on its schedule.`} {running ? run.minutes >= 1 && t`${capital(formatSpan(run.minutes))} so far.` : t`It took ${formatSpan(run.minutes)}.`}</p></RailPart>
          {run.people.length > 1 && <RailPart title={t`Took part`}><p>{listInWords(run.people.map(({ name }) => name))}</p></RailPart>}
          <RailPart title={t`Steps from`}><p><a href={`/${run.number}`}>{t`Version ${run.version} of the page`}</a>{run.pageVersion > run.version && t`; it was edited since, and these steps stay as they were.`}</p></RailPart>
          {running && <RailPart title={t`Keys`}><p className="hint">{t`j and k go through the steps; space or x ticks, n notes, s skips, a asks.`}</p></RailPart>}
        </>
      }
    >
      <p className="run-progress" role="status">{progressWords(run)}</p>
      {run.state === 'abandoned' && <Notice tone="late">{t`Given up: ${run.outcome}`}</Notice>}
      <ol className="run-steps" ref={steps}>{run.list.map((step) => <Step key={step.step} step={step} next={step.step === nextOf(run.list)?.step} {...told} />)}</ol>
      <Ending {...told} />
      {!running && run.proposes && !run.fed && <Proposal {...told} />}
      {run.fed && <Notice tone="settled">{t`What went differently stands in the page now.`}</Notice>}
    </Page>
  )
}

/** Who has the run, or who ended it and when. */
function handWords({ run, me, zone, now }: Told): ReactNode {
  if (run.state === 'running') return run.holderId === me.person.id ? t`You have it.` : t`${run.holderName} has it.`
  const name = run.endedByName ?? run.holderName
  return run.endedAt === null ? t`By ${name}.` : tr`By ${name}, ${<Time at={Temporal.Instant.from(run.endedAt)} zone={zone} now={now} />}.`
}

/** A run is opened to go on with it: the first open step has the focus, unless the person is elsewhere already. */
function useStartAtNext(list: { current: HTMLOListElement | null }, running: boolean) {
  useEffect(() => {
    const { activeElement } = document
    if (!running || (activeElement !== document.body && activeElement?.id !== 'main')) return
    list.current?.querySelector<HTMLElement>('[data-next]')?.focus({ preventScroll: true })
  }, [list, running])
}
