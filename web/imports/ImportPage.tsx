import './imports.css'
import { listImports, listPlaceholders } from '#contract/imports.ts'
import { listPeople } from '#contract/people.ts'
import { problemFrom, useRead } from '../app/api.ts'
import { useNow } from '../app/clock.ts'
import { isAdmin, useMe, zoneOf } from '../app/me.ts'
import { NotFound } from '../app/PageProblem.tsx'
import { LinkAction } from '../ui/LinkAction.tsx'
import { Page } from '../ui/Page.tsx'
import { Problem } from '../ui/Problem.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { BringIn } from './BringIn.tsx'
import { NamedPeople } from './NamedPeople.tsx'
import { Runs } from './Runs.tsx'
import { t, tr } from '../ui/words.ts'

/** Brings in what was written elsewhere, and shows what came, for those who manage the workspace. */
export function ImportPage() {
  const me = useMe().data
  const manages = me !== undefined && isAdmin(me)
  const now = useNow()
  const runs = useRead(listImports, {}, { when: manages })
  const named = useRead(listPlaceholders, {}, { when: manages })
  const people = useRead(listPeople, {}, { when: manages })
  if (me && !manages) return <NotFound />
  const error = runs.error ?? named.error ?? people.error
  return (
    <Page title={t`Import`} lede={t`What was written elsewhere comes in with its authors and its times. Nobody is told of it, and nothing counts as unread.`}>
      {me && <BringIn spaces={me.spaces} />}
      <p className="hint import-other">{tr`Zulip and IRC come in with ${<code>longhand import</code>} in a terminal.`}</p>
      {runs.data && <Runs runs={runs.data.runs} zone={zoneOf(me)} now={now} />}
      {named.data && people.data && <NamedPeople people={named.data.people} members={people.data.people} />}
      {error && <Problem {...problemFrom(error)} action={<LinkAction strong onClick={() => { void runs.refetch(); void named.refetch(); void people.refetch() }}>{t`Try again`}</LinkAction>} />}
      {!runs.data && !error && <Skeleton lines={5} />}
    </Page>
  )
}
