import { useRouter, useRouterState } from '@tanstack/react-router'
import { useEffect } from 'react'
import { previewLink } from '#contract/links.ts'
import { problemFrom, useRead } from '../app/api.ts'
import { LinkAction } from '../ui/LinkAction.tsx'
import { Page } from '../ui/Page.tsx'
import { Problem } from '../ui/Problem.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { t } from '../ui/words.ts'

/** Finds what a title in double brackets means, and goes there; where nothing is called so, offers to look for it or to write it. */
export function TitledPage() {
  const router = useRouter()
  const search = new URLSearchParams(useRouterState({ select: ({ location }) => location.searchStr }))
  const title = search.get('title') ?? ''
  const from = Number(search.get('from')) || undefined
  const found = useRead(previewLink, from === undefined ? { title } : { title, from }, { when: title !== '' })
  const number = found.data?.number
  useEffect(() => { if (number !== undefined) router.history.replace(`/${number}`) }, [number, router])
  const problem = found.error ? problemFrom(found.error) : undefined
  if (title === '' || problem?.code === 'not_found') {
    return (
      <Page title={title === '' ? t`No title was given` : t`Nothing is called “${title}”`} lede={t`Nobody has written it yet, or it is called something else now, or you cannot see it.`}>
        <p className="page-first"><LinkAction strong href={`/search?q=${encodeURIComponent(title)}`}>{t`Search for it`}</LinkAction> <LinkAction href="/pages/new">{t`Write a page`}</LinkAction></p>
      </Page>
    )
  }
  return <Page title={title}>{problem ? <Problem {...problem} action={<LinkAction strong onClick={() => void found.refetch()}>{t`Try again`}</LinkAction>} /> : <Skeleton lines={8} />}</Page>
}
