import { useState } from 'react'
import { deleteEntry, restoreEntry } from '#contract/entries.ts'
import { readPage } from '#contract/pages.ts'
import { problemFrom, useRead, useWrite } from '../../app/api.ts'
import { useMe } from '../../app/me.ts'
import { NotFound } from '../../app/PageProblem.tsx'
import { LinkAction } from '../../ui/LinkAction.tsx'
import { Page } from '../../ui/Page.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { Document } from './Document.tsx'
import { t } from '../../ui/words.ts'

/** A page by its number. Who may delete it can bring it back at once, and for 30 days. */
export function ReadPage({ number }: { number: number }) {
  const [deleted, setDeleted] = useState(false)
  const { data, error, refetch } = useRead(readPage, { number }, { when: !deleted })
  const me = useMe().data
  const away = useWrite(deleteEntry, { refreshes: ['pages.list', 'pages.tree', 'pages.trash', 'entries.list', 'brief'], onDone: () => setDeleted(true) })
  const back = useWrite(restoreEntry, { refreshes: ['pages', 'entries', 'threads', 'brief'], onDone: () => setDeleted(false) })
  const problem = error ? problemFrom(error) : undefined
  if (deleted || (data?.deletedAt ?? null) !== null) {
    return (
      <Page title={t`Deleted`} lede={t`#${number} is out of sight for everybody. It can be brought back for 30 days.`}>
        {back.error && <Problem {...problemFrom(back.error)} />}
        <p className="page-first part-choices"><LinkAction strong busy={back.isPending} onClick={() => back.mutate({ number })}>{t`Bring it back`}</LinkAction> <LinkAction href="/pages">{t`Go to the pages`}</LinkAction></p>
      </Page>
    )
  }
  if (problem?.code === 'not_found') return <NotFound />
  if (data && me) return <Document key={number} page={data} me={me} deleting={away.isPending} problem={away.error && <Problem {...problemFrom(away.error)} />} onDelete={() => away.mutate({ number })} />
  return <Page title={`#${number}`}>{problem ? <Problem {...problem} action={<LinkAction strong onClick={() => void refetch()}>{t`Try again`}</LinkAction>} /> : <Skeleton lines={8} />}</Page>
}
