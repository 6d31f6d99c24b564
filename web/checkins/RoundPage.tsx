import './checkins.css'
import { useParams } from '@tanstack/react-router'
import { readRound } from '#contract/checkins.ts'
import { problemFrom, useRead } from '../app/api.ts'
import { useNow } from '../app/clock.ts'
import { useMe, zoneOf } from '../app/me.ts'
import { NotFound } from '../app/PageProblem.tsx'
import { LinkAction } from '../ui/LinkAction.tsx'
import { Page } from '../ui/Page.tsx'
import { Problem } from '../ui/Problem.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { Round } from './Round.tsx'
import { t } from '../ui/words.ts'

/** Everybody's answers of one day. */
export function RoundPage() {
  const { id = '', date = '' } = useParams({ strict: false })
  const round = useRead(readRound, { id, date })
  const zone = zoneOf(useMe().data)
  const now = useNow()
  if (round.data) return <Round round={round.data} zone={zone} now={now} />
  const problem = round.error ? problemFrom(round.error) : undefined
  if (problem?.code === 'not_found' || problem?.code === 'bad_input') return <NotFound />
  return <Page over={t`Check-in`} title={date}>{problem ? <Problem {...problem} action={<LinkAction strong onClick={() => void round.refetch()}>{t`Try again`}</LinkAction>} /> : <Skeleton lines={8} />}</Page>
}
