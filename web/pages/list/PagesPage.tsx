import '../pages.css'
import './list.css'
import { useRouter, useRouterState } from '@tanstack/react-router'
import { useCallback } from 'react'
import type { MeView } from '#contract/account.ts'
import type { PageHead } from '#contract/pages.ts'
import { useNow } from '../../app/clock.ts'
import { useMe } from '../../app/me.ts'
import { Empty } from '../../ui/Empty.tsx'
import { counted } from '../../ui/format.ts'
import { LinkAction } from '../../ui/LinkAction.tsx'
import { Page } from '../../ui/Page.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { Section } from '../../ui/Section.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { Filters } from './Filters.tsx'
import { Orphans } from './Orphans.tsx'
import { hrefOf, isNarrow, searchIn, VIEWS } from './search.ts'
import type { PagesSearch } from './search.ts'
import { Templates } from './Templates.tsx'
import { Toc, TocList } from './Toc.tsx'
import { Trash } from './Trash.tsx'
import { usePageHeads } from './use-page-heads.ts'
import { Waiting } from './Waiting.tsx'
import { t, tr } from '../../ui/words.ts'

/** What the team knows, as a table of contents: every space's pages, and which of them are still true. */
export function PagesPage() {
  const me = useMe().data
  const search = searchIn(useRouterState({ select: ({ location }) => location.searchStr }))
  if (!me) return <Page title={t`Pages`}><Skeleton lines={8} /></Page>
  const write = `/pages/new${search.spaceId ? `?space=${search.spaceId}` : ''}`
  return (
    <Page title={t`Pages`} lede={t`What we know, and whether it is still true.`}>
      <nav className="pages-tabs" aria-label={t`Which pages`}>
        {VIEWS.map(({ value, label }) => <a key={value} href={hrefOf({ ...search, view: value, truth: undefined })} aria-current={value === search.view ? 'page' : undefined}>{label}</a>)}
        <LinkAction strong href={write}>{t`Write a page`}</LinkAction>
      </nav>
      {search.view === 'trash' ? <Deleted me={me} /> : search.view === 'orphans' ? <Orphans /> : <Found search={search} me={me} />}
    </Page>
  )
}

function Deleted({ me }: { me: MeView }) {
  return <Trash zone={me.person.zone} now={useNow()} />
}

function Found({ search, me }: { search: PagesSearch, me: MeView }) {
  const router = useRouter()
  const now = useNow()
  const go = useCallback((next: PagesSearch) => router.history.replace(hrefOf(next)), [router])
  const { pages, problem, more, loading, onMore, again } = usePageHeads(search)
  const told = { zone: me.person.zone, now }
  const shown = () => {
    if (!pages) return problem ? <Problem {...problem} action={<LinkAction strong onClick={again}>{t`Try again`}</LinkAction>} /> : <Skeleton lines={8} />
    if (pages.length === 0) return <Nothing search={search} />
    return isNarrow(search) ? <TocList pages={pages} inSpace={search.spaceId !== undefined} {...told} /> : <Spaces pages={pages} {...told} />
  }
  return (
    <>
      <Filters search={search} me={me} pages={pages ?? []} onChange={go} />
      {!isNarrow(search) && <Waiting spaceId={search.spaceId} />}
      {shown()}
      {pages && problem && <Problem {...problem} />}
      {more && <p className="pages-more"><LinkAction busy={loading} onClick={onMore}>{t`Older pages`}</LinkAction></p>}
    </>
  )
}

function Spaces({ pages, ...told }: { pages: readonly PageHead[], zone: string, now: Temporal.Instant }) {
  const bySpace = [...Map.groupBy(pages, ({ spaceId }) => spaceId).values()].toSorted(([a], [b]) => (a?.spaceName ?? '').localeCompare(b?.spaceName ?? '', 'en-GB'))
  return bySpace.map((ofSpace) => {
    const [first] = ofSpace
    return first && <Section key={first.spaceId} title={first.spaceName} aside={<>{counted(ofSpace.length, 'page')}<span className="unseen">{tr` in ${first.spaceName}`}</span></>}><Toc pages={ofSpace} {...told} /></Section>
  })
}

function Nothing({ search }: { search: PagesSearch }) {
  if (search.view === 'again' && search.kind === undefined && search.tag === undefined && search.ownerId === undefined) return <Empty text={t`Pages stand here once their time is up and somebody should look at them again. There is none.`} />
  if (isNarrow(search)) return <Empty text={t`No page fits.`} action={<LinkAction href="/pages">{t`Show all`}</LinkAction>} />
  return (
    <>
      <Empty text={t`What would somebody who joins on Monday have to ask three times? It will stand here. A page can begin with one of these:`} />
      <Templates more={search.spaceId ? `&space=${search.spaceId}` : ''} />
    </>
  )
}
