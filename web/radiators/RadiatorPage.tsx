import './radiators.css'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { Radiator } from '#contract/radiators.ts'
import { problemFrom } from '../app/api.ts'
import { NotFound } from '../app/PageProblem.tsx'
import { LinkAction } from '../ui/LinkAction.tsx'
import { Page } from '../ui/Page.tsx'
import { Problem } from '../ui/Problem.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { RadiatorText } from './RadiatorText.tsx'
import { t } from '../ui/words.ts'

type Props = {
  made: UseQueryResult<Radiator>
  /** What stands there until it is made. */
  name: string
  /** What else can be done with it. */
  more?: ReactNode
}

/** A page that nobody wrote: read again whenever it is opened, and printed as it stands. */
export function RadiatorPage({ made, name, more }: Props) {
  const problem = made.error && !made.data ? problemFrom(made.error) : undefined
  if (problem?.code === 'not_found') return <NotFound />
  if (!made.data) return <Page title={name}>{problem ? <Problem {...problem} action={<LinkAction strong onClick={() => void made.refetch()}>{t`Try again`}</LinkAction>} /> : <Skeleton lines={12} />}</Page>
  return <RadiatorText radiator={made.data} acts={<p className="radiator-acts no-print">{more}<LinkAction onClick={() => window.print()}>{t`Print`}</LinkAction></p>} />
}
