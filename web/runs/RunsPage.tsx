import './runs.css'
import { useParams } from '@tanstack/react-router'
import type { MeView } from '#contract/account.ts'
import { readPage } from '#contract/pages.ts'
import type { PageView } from '#contract/pages.ts'
import { listRuns, listSchedules } from '#contract/runs.ts'
import type { RunHead } from '#contract/runs.ts'
import { problemFrom, useRead } from '../app/api.ts'
import { useNow } from '../app/clock.ts'
import { useMe } from '../app/me.ts'
import { NotFound } from '../app/PageProblem.tsx'
import { Empty } from '../ui/Empty.tsx'
import { Item } from '../ui/Item.tsx'
import { LinkAction } from '../ui/LinkAction.tsx'
import { Page } from '../ui/Page.tsx'
import { Problem } from '../ui/Problem.tsx'
import { Section } from '../ui/Section.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { Time } from '../ui/Time.tsx'
import { Schedules } from './Schedules.tsx'
import { Start } from './Start.tsx'
import { endWords, progressWords, STATE_WORDS, toneOf } from './words.ts'
import { t } from '../ui/words.ts'

/** The runs of a runbook: start one, those under way, how earlier ones went, and when it runs by itself. */
export function RunsPage() {
  const number = Number(useParams({ strict: false }).number)
  const known = Number.isSafeInteger(number) && number > 0
  const { data, error, refetch } = useRead(readPage, { number }, { when: known })
  const me = useMe().data
  const problem = error ? problemFrom(error) : undefined
  if (!known || problem?.code === 'not_found') return <NotFound />
  if (data && me) return <Runs page={data} me={me} />
  return <Page title={`#${number}`}>{problem ? <Problem {...problem} action={<LinkAction strong onClick={() => void refetch()}>{t`Try again`}</LinkAction>} /> : <Skeleton lines={8} />}</Page>
}

function Runs({ page, me }: { page: PageView, me: MeView }) {
  const now = useNow()
  const { number } = page
  const runs = useRead(listRuns, { number })
  const schedules = useRead(listSchedules, { number })
  const items = runs.data?.items ?? []
  const running = items.filter(({ state }) => state === 'running')
  const ended = items.filter(({ state }) => state !== 'running')
  const told = { zone: me.person.zone, now }
  const problem = runs.error ?? schedules.error
  const turns = (schedules.data?.schedules ?? []).flatMap((schedule) => schedule.turns)
  return (
    <Page over={<>{page.kind === 'runbook' ? t`Runbook` : t`Page`} <a href={`/${number}`}>#{number}</a> · {page.spaceName}</>} title={page.title} lede={page.truthSentence}>
      <Start page={page} turns={turns.filter(({ can }) => can.includes('start'))} />
      {problem && <Problem {...problemFrom(problem)} action={<LinkAction strong onClick={() => { void runs.refetch(); void schedules.refetch() }}>{t`Try again`}</LinkAction>} />}
      {running.length > 0 && <Section title={t`Under way`}>{running.map((run) => <RunItem key={run.id} run={run} {...told} />)}</Section>}
      {!runs.data && !problem && <Skeleton lines={5} />}
      {runs.data && <Section title={t`Earlier runs`}>{ended.length > 0 ? ended.map((run) => <RunItem key={run.id} run={run} {...told} />) : <Empty text={t`How each run went will stand here: who ticked what, what took long, what went differently.`} />}</Section>}
      {schedules.data && <Schedules page={page} me={me} now={now} schedules={schedules.data.schedules} />}
    </Page>
  )
}

function RunItem({ run, zone, now }: { run: RunHead, zone: string, now: Temporal.Instant }) {
  const running = run.state === 'running'
  return (
    <Item
      text={<a className="run-link" href={`/${run.number}/runs/${run.id}`} aria-keyshortcuts="Enter o">{run.title || run.pageTitle}</a>}
      by={<><span className="run-state" data-tone={toneOf(run.state)}>{STATE_WORDS[run.state]}</span> · {running ? t`${run.holderName} has it` : run.endedByName ?? run.holderName} · <Time at={Temporal.Instant.from(run.endedAt ?? run.startedAt)} zone={zone} now={now} />{run.why && ` · ${run.why}`}</>}
      clock={running ? progressWords(run) : endWords(run) || undefined}
    />
  )
}
