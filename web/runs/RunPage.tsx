import './runs.css'
import { useParams } from '@tanstack/react-router'
import { readRun } from '#contract/runs.ts'
import { problemFrom, useRead } from '../app/api.ts'
import { useMe } from '../app/me.ts'
import { NotFound } from '../app/PageProblem.tsx'
import { LinkAction } from '../ui/LinkAction.tsx'
import { Page } from '../ui/Page.tsx'
import { Problem } from '../ui/Problem.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { Run } from './Run.tsx'
import { t } from '../ui/words.ts'

/** One run of a runbook, by its id below the page's number. */
export function RunPage() {
  const { run: id = '' } = useParams({ strict: false })
  const { data, error, refetch } = useRead(readRun, { id })
  const me = useMe().data
  const problem = error ? problemFrom(error) : undefined
  if (problem?.code === 'not_found' || problem?.code === 'bad_input') return <NotFound />
  if (data && me) return <Run key={id} run={data} me={me} />
  return <Page title={t`A run`}>{problem ? <Problem {...problem} action={<LinkAction strong onClick={() => void refetch()}>{t`Try again`}</LinkAction>} /> : <Skeleton lines={8} />}</Page>
}
