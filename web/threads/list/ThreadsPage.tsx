import '../threads.css'
import { useSearch } from '@tanstack/react-router'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { MeView } from '#contract/account.ts'
import { useNow } from '../../app/clock.ts'
import { useMe } from '../../app/me.ts'
import { Empty } from '../../ui/Empty.tsx'
import { LinkAction } from '../../ui/LinkAction.tsx'
import { Page } from '../../ui/Page.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { threadQuery } from '../read/use-thread.ts'
import { EMPTY, hrefOf, VIEW_WORDS } from './list-words.ts'
import { SavedList } from './SavedList.tsx'
import { ThreadList } from './ThreadList.tsx'
import { useSavedList, useThreadList } from './use-thread-list.ts'
import { VIEWS } from './view.ts'
import type { View } from './view.ts'
import { t } from '../../ui/words.ts'

/** Threads by latest activity, everywhere or in one space. */
export function ThreadsPage() {
  const search = useSearch({ strict: false })
  const me = useMe().data
  const view = search.view ?? 'all'
  const space = me?.spaces.find(({ id }) => id === search.space)
  if (!me) return <Page title={t`Threads`}><Skeleton lines={8} /></Page>
  const writeHref = space ? `/threads/new?space=${space.id}` : '/threads/new'
  return (
    <Page title={space ? t`Threads in ${space.name}` : t`Threads`} lede={t`The one that moved last stands first.`}>
      <nav className="thread-views" aria-label={t`Which threads`}>
        {VIEWS.map((one) => <a key={one} href={hrefOf(one, search.space)} aria-current={one === view ? 'page' : undefined}>{VIEW_WORDS[one]}</a>)}
        <LinkAction strong href={writeHref}>{t`Write a thread`}</LinkAction>
      </nav>
      <div className="thread-list" key={`${view} ${search.space}`}><Listed view={view} spaceId={search.space} me={me} writeHref={writeHref} /></div>
    </Page>
  )
}

function Listed({ view, spaceId, me, writeHref }: { view: View, spaceId: string | undefined, me: MeView, writeHref: string }) {
  const now = useNow()
  const isSaved = view === 'saved'
  const list = useThreadList(isSaved ? 'all' : view, spaceId, !isSaved)
  const kept = useSavedList(isSaved)
  useReadingAhead()
  const { problem, again, more, loading, onOlder } = isSaved ? kept : list
  const items = isSaved ? kept.saved : list.threads
  if (!items) return problem ? <Problem {...problem} action={<LinkAction strong onClick={again}>{t`Try again`}</LinkAction>} /> : <Skeleton lines={8} />
  if (items.length === 0) return <Empty text={EMPTY[view]} action={view === 'all' || view === 'open' ? <LinkAction strong href={writeHref}>{t`Write the first thread`}</LinkAction> : <LinkAction href={hrefOf('all', spaceId)}>{t`Show all`}</LinkAction>} />
  const zone = me.person.zone
  return (
    <>
      {isSaved ? <SavedList saved={kept.saved ?? []} zone={zone} now={now} /> : <ThreadList threads={list.threads ?? []} inSpace={spaceId !== undefined} zone={zone} now={now} />}
      {problem && <Problem {...problem} />}
      {more && <p className="thread-older"><LinkAction busy={loading} onClick={onOlder}>{t`Older`}</LinkAction></p>}
    </>
  )
}

/** The thread that somebody points at is read ahead, and its page loaded, so that it opens at once. Nothing is marked as read by that. */
function useReadingAhead() {
  const queries = useQueryClient()
  useEffect(() => {
    void import('../read/ThreadPage.tsx')
    const onAim = ({ target }: Event) => {
      const number = target instanceof Element ? Number(target.closest('[data-thread]')?.getAttribute('data-thread')) : 0
      if (number > 0) void queries.prefetchInfiniteQuery(threadQuery(number))
    }
    document.addEventListener('pointerover', onAim)
    document.addEventListener('focusin', onAim)
    return () => {
      document.removeEventListener('pointerover', onAim)
      document.removeEventListener('focusin', onAim)
    }
  }, [queries])
}
