import { useRouterState } from '@tanstack/react-router'
import { owe } from '#contract/asks.ts'
import { listBatons } from '#contract/handoffs.ts'
import { problemFrom, useRead } from '../../app/api.ts'
import { useNow } from '../../app/clock.ts'
import { staysHeld, useShownAsHeld } from '../../app/held-batons.ts'
import { useMe } from '../../app/me.ts'
import { Empty } from '../../ui/Empty.tsx'
import { LinkAction } from '../../ui/LinkAction.tsx'
import { Page, PageEnd } from '../../ui/Page.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { DecisionLines } from '../../ui/DecisionLines.tsx'
import { AskGroups } from './AskGroups.tsx'
import { HeldBatons } from './HeldBatons.tsx'
import { asideWords } from './list-words.ts'
import { useStaying } from './staying.ts'
import { t } from '../../ui/words.ts'

/** What the reader owes, and what was asked back of them; or what they put aside. */
export function OwePage() {
  const aside = useRouterState({ select: ({ location }) => new URLSearchParams(location.searchStr).get('aside') === 'true' })
  return <Owed key={String(aside)} aside={aside} />
}

function Owed({ aside }: { aside: boolean }) {
  const me = useMe().data
  const now = useNow()
  const { data, error, isFetching, refetch } = useRead(owe, aside ? { snoozed: 'true' } : {})
  const batons = useRead(listBatons, { of: 'to-me', settled: 'true' }).data?.items ?? []
  const reader = { me: me?.person.id ?? '', now }
  const shownAsHeld = useShownAsHeld(batons, reader)
  const held = batons.filter((baton) => staysHeld(baton, { ...reader, shown: shownAsHeld }))
  const shown = useStaying(data?.groups, !isFetching)
  const failed = error && <Problem {...problemFrom(error)} action={<LinkAction strong onClick={() => void refetch()}>{t`Try again`}</LinkAction>} />
  if (!me || !data || !shown) return <Page over={t`I owe`} title={t`I owe`}>{failed ?? <Skeleton lines={8} />}</Page>
  const words = asideWords(data.snoozed)
  const empty = shown.groups.every(({ asks }) => asks.length === 0) && (aside || data.decisions.length + held.length === 0)
  return (
    <Page
      over={t`I owe`} title={aside ? words ?? t`Nothing is put aside.` : data.sentence}
      lede={aside ? <>{t`Out of sight until the moment you chose; the clocks run on.`} <a href="/owe">{t`Back to what you owe`}</a></> : words && <a href="/owe?aside=true">{words}</a>}
    >
      {failed}
      <AskGroups {...shown} me={me.person.id} zone={me.person.zone} now={now} />
      {!aside && <DecisionLines title={t`Decisions that wait for you`} decisions={data.decisions} zone={me.person.zone} now={now} />}
      {!aside && <HeldBatons batons={held} />}
      {empty && (aside
        ? <Empty text={t`What you put aside stands here until it comes back.`} />
        : <Empty text={t`What others ask of you stands here, by when it is due on your clock. You answer it in its place.`} action={<LinkAction strong href="/focus">{t`Use the time for focus`}</LinkAction>} />)}
      {!empty && !aside && <PageEnd>{t`That is all you owe.`}</PageEnd>}
    </Page>
  )
}
