import '../decisions.css'
import './log.css'
import { useRouter, useRouterState } from '@tanstack/react-router'
import { useCallback } from 'react'
import type { MeView } from '#contract/account.ts'
import { decisionMap } from '#contract/decisions.ts'
import { problemFrom, useRead } from '../../app/api.ts'
import { useNow } from '../../app/clock.ts'
import { useMe } from '../../app/me.ts'
import { Empty } from '../../ui/Empty.tsx'
import { LinkAction } from '../../ui/LinkAction.tsx'
import { Page } from '../../ui/Page.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { DecisionList } from './DecisionList.tsx'
import { Filters } from './Filters.tsx'
import { Graph } from './Graph.tsx'
import { hrefOf, isNarrow, OFS, searchIn, SHAPES } from './search.ts'
import type { LogSearch } from './search.ts'
import { Timeline } from './Timeline.tsx'
import { useDecisionList } from './use-decision-list.ts'
import { t } from '../../ui/words.ts'

const WRITE = <LinkAction strong href="/decisions/new">{t`Write a decision`}</LinkAction>

/** The log: everything that was decided or is to be, as a list, along the months, or by what superseded what. */
export function DecisionsPage() {
  const me = useMe().data
  const router = useRouter()
  const query = useRouterState({ select: ({ location }) => location.searchStr })
  const go = useCallback((search: LogSearch) => router.history.replace(hrefOf(search)), [router])
  const search = searchIn(query)
  if (!me) return <Page title={t`Decisions`}><Skeleton lines={8} /></Page>
  return (
    <Page title={t`Decisions`} lede={t`What was decided and why, and what is still open.`} wide={search.shape === 'graph'}>
      <nav className="log-tabs" aria-label={t`How they are shown`}>
        {SHAPES.map(({ value, label }) => <a key={value} href={hrefOf({ ...search, shape: value })} aria-current={value === search.shape ? 'page' : undefined}>{label}</a>)}
        <LinkAction href="/decisions/import">{t`Import ADR files`}</LinkAction>
        {WRITE}
      </nav>
      <Filters search={search} me={me} onChange={go} />
      {search.tag !== undefined && <p className="log-tag">{t`Tagged “${search.tag}”.`} <a href={hrefOf({ ...search, tag: undefined })}>{t`Show all`}</a></p>}
      {search.shape === 'list' ? <List search={search} me={me} /> : <Mapped search={search} me={me} />}
    </Page>
  )
}

function List({ search, me }: { search: LogSearch, me: MeView }) {
  const now = useNow()
  const { decisions, problem, again, more, loading, onOlder } = useDecisionList(search)
  const shown = () => {
    if (!decisions) return problem ? <Problem {...problem} action={<LinkAction strong onClick={again}>{t`Try again`}</LinkAction>} /> : <Skeleton lines={8} />
    if (decisions.length > 0) return <DecisionList decisions={decisions} inSpace={search.spaceId !== undefined} zone={me.person.zone} now={now} />
    if (isNarrow(search)) return <Empty text={t`No decision fits.`} action={<LinkAction href={hrefOf({ ...search, of: 'all', state: undefined, spaceId: undefined, tag: undefined, q: '' })}>{t`Show all`}</LinkAction>} />
    return <Empty text={t`Decisions will stand here with their options and reasons, so that nobody has to remember why. Nobody has written one yet.`} action={WRITE} />
  }
  return (
    <>
      <nav className="log-ofs" aria-label={t`Which decisions`}>{OFS.map(({ value, label }) => <a key={value} href={hrefOf({ ...search, of: value })} aria-current={value === search.of ? 'page' : undefined}>{label}</a>)}</nav>
      <div className="log-list">{shown()}</div>
      {decisions && problem && <Problem {...problem} />}
      {more && <p className="log-older"><LinkAction busy={loading} onClick={onOlder}>{t`Older`}</LinkAction></p>}
    </>
  )
}

function Mapped({ search, me }: { search: LogSearch, me: MeView }) {
  const now = useNow()
  const { data, error, refetch } = useRead(decisionMap, search.spaceId === undefined ? {} : { spaceId: search.spaceId })
  if (error) return <Problem {...problemFrom(error)} action={<LinkAction strong onClick={() => void refetch()}>{t`Try again`}</LinkAction>} />
  if (!data) return <Skeleton lines={8} />
  const words = search.q.trim().toLocaleLowerCase().split(/\s+/).filter(Boolean)
  const nodes = data.nodes.filter(({ title }) => words.every((word) => title.toLocaleLowerCase().includes(word)))
  const map = { nodes, links: data.links }
  if (nodes.length === 0) return <Empty text={data.nodes.length === 0 ? t`Records will stand here once something is decided.` : t`No decision fits.`} action={WRITE} />
  if (search.shape === 'timeline') return <Timeline map={map} zone={me.person.zone} now={now} />
  const linked = map.links.some(({ from, to }) => nodes.some(({ number }) => number === from) && nodes.some(({ number }) => number === to))
  return linked ? <Graph map={map} /> : <Empty text={t`Nothing has superseded anything yet. When a newer decision takes the place of an older one, both stand here.`} action={<LinkAction href={hrefOf({ ...search, shape: 'list' })}>{t`Show the list`}</LinkAction>} />
}
