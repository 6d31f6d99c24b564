import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { deleteEntry, restoreEntry } from '#contract/entries.ts'
import { undoThread } from '#contract/threads.ts'
import { problemFrom, useWrite } from '../../app/api.ts'
import { keepAsked } from '../../app/just-asked.ts'
import { useMe } from '../../app/me.ts'
import { NotFound } from '../../app/PageProblem.tsx'
import { LinkAction } from '../../ui/LinkAction.tsx'
import { Page } from '../../ui/Page.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { keepForWriting } from '../write/begun.ts'
import { Thread } from './Thread.tsx'
import { useThread } from './use-thread.ts'
import { t } from '../../ui/words.ts'

/** A thread, an ask, a change notice or a learning by its number. Its author may delete it and bring it back. */
export function ThreadPage({ number }: { number: number }) {
  const router = useRouter()
  const [deleted, setDeleted] = useState(false)
  const { thread, texts, whole, problem, again } = useThread(number, !deleted)
  const me = useMe().data
  const away = useWrite(deleteEntry, { refreshes: ['threads.list', 'brief'], onDone: () => setDeleted(true) })
  const back = useWrite(restoreEntry, { refreshes: ['threads', 'brief'], onDone: () => setDeleted(false) })
  const undo = useWrite(undoThread, {
    refreshes: ['threads.list', 'brief'],
    onDone: ({ title, body }) => {
      if (thread?.kind === 'ask') {
        keepAsked(sessionStorage, number, { draft: { title, body, spaceId: thread.spaceId } })
        return router.history.replace(`/ask/new?again=${number}`)
      }
      if (thread && me) keepForWriting({ title, body, spaceId: thread.spaceId }, me.person.id)
      return router.history.replace('/threads/new')
    },
  })
  if (deleted) {
    return (
      <Page title={t`Deleted`} lede={t`#${number} is out of sight for everybody. You can bring it back for 30 days.`}>
        {back.error && <Problem {...problemFrom(back.error)} />}
        <p className="page-first part-choices"><LinkAction strong busy={back.isPending} onClick={() => back.mutate({ number })}>{t`Bring it back`}</LinkAction><LinkAction href="/threads">{t`Go to the threads`}</LinkAction></p>
      </Page>
    )
  }
  if (thread && me) {
    const failed = away.error ?? undo.error
    return (
      <Thread
        key={number} thread={thread} texts={texts} whole={whole} me={me} problem={failed ? problemFrom(failed) : problem}
        onDelete={() => away.mutate({ number })} onUndo={() => undo.mutate({ number })}
      />
    )
  }
  if (problem?.code === 'not_found') return <NotFound />
  return <Page title={`#${number}`}>{problem ? <Problem {...problem} action={<LinkAction strong onClick={again}>{t`Try again`}</LinkAction>} /> : <Skeleton lines={8} />}</Page>
}
