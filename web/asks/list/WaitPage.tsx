import { wait } from '#contract/asks.ts'
import { problemFrom, useRead } from '../../app/api.ts'
import { useNow } from '../../app/clock.ts'
import { useMe } from '../../app/me.ts'
import { Empty } from '../../ui/Empty.tsx'
import { LinkAction } from '../../ui/LinkAction.tsx'
import { Page } from '../../ui/Page.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { DecisionLines } from '../../ui/DecisionLines.tsx'
import { AskGroups } from './AskGroups.tsx'
import { HitRate } from './HitRate.tsx'
import { useStaying } from './staying.ts'
import { t } from '../../ui/words.ts'

/** What the reader waits for, and how their own urgent asks were rated. */
export function WaitPage() {
  const me = useMe().data
  const now = useNow()
  const { data, error, isFetching, refetch } = useRead(wait, {})
  const shown = useStaying(data?.groups, !isFetching)
  const failed = error && <Problem {...problemFrom(error)} action={<LinkAction strong onClick={() => void refetch()}>{t`Try again`}</LinkAction>} />
  if (!me || !data || !shown) return <Page over={t`I wait`} title={t`I wait`}>{failed ?? <Skeleton lines={8} />}</Page>
  const empty = shown.groups.every(({ asks }) => asks.length === 0) && data.decisions.length === 0
  return (
    <Page over={t`I wait`} title={data.sentence} lede={!empty && <LinkAction href="/ask/new">{t`Ask somebody`}</LinkAction>}>
      {failed}
      <AskGroups {...shown} me={me.person.id} zone={me.person.zone} now={now} />
      <DecisionLines title={t`Your decisions that wait for others`} decisions={data.decisions} zone={me.person.zone} now={now} />
      {empty && <Empty text={t`What you ask of others stands here, with the moment they read it and the moment it is due.`} action={<LinkAction strong href="/ask/new">{t`Ask somebody`}</LinkAction>} />}
      <HitRate />
    </Page>
  )
}
