import '../asks.css'
import { useRouterState } from '@tanstack/react-router'
import { useState } from 'react'
import type { MeView } from '#contract/account.ts'
import { readAgreement } from '#contract/agreement.ts'
import { readEntry } from '#contract/entries.ts'
import { problemFrom, useRead } from '../../app/api.ts'
import { askedBefore } from '../../app/just-asked.ts'
import { useMe } from '../../app/me.ts'
import { LinkAction } from '../../ui/LinkAction.tsx'
import { Page } from '../../ui/Page.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { AskForm } from './AskForm.tsx'
import { cameAlong, threadBeingWritten } from './came-along.ts'
import { t } from '../../ui/words.ts'

/** Asks one person, in a space or in a thread, with the moments shown before it is sent. */
export function NewAskPage() {
  const me = useMe().data
  const query = useRouterState({ select: ({ location }) => location.searchStr })
  return me ? <Placed key={query} me={me} query={query} /> : <Page title={t`Ask somebody`}><Skeleton lines={8} /></Page>
}

/** Reads what the form stands on: the agreement, and the thread it belongs to. */
function Placed({ me, query }: { me: MeView, query: string }) {
  const [came] = useState(() => cameAlong(query, { beingWritten: threadBeingWritten(localStorage, me.person.id), asked: (number) => askedBefore(sessionStorage, number) }))
  const agreement = useRead(readAgreement, {})
  const thread = useRead(readEntry, { number: came.thread ?? 0 }, { when: came.thread !== undefined })
  const failed = agreement.error ?? thread.error
  if (failed) return <Page title={t`Ask somebody`}><Problem {...problemFrom(failed)} action={<LinkAction strong onClick={() => { void agreement.refetch(); void thread.refetch() }}>{t`Try again`}</LinkAction>} /></Page>
  if (!agreement.data || (came.thread !== undefined && !thread.data)) return <Page title={t`Ask somebody`}><Skeleton lines={8} /></Page>
  return <AskForm me={me} came={came} thread={came.thread === undefined ? undefined : thread.data} responses={agreement.data.settings.responses} />
}
