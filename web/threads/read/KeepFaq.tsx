import { useMemo, useRef } from 'react'
import { faqOf, keepFaq } from '#contract/faq.ts'
import { problemFrom, useRead, useWrite } from '../../app/api.ts'
import { useCommands } from '../../app/commands.ts'
import type { Command } from '../../app/commands.ts'
import { LinkAction } from '../../ui/LinkAction.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { t, tr } from '../../ui/words.ts'

/** An ask that is answered is one key away from the FAQ of its space, so that nobody has to ask it again; once it stands there, that is said. */
export function KeepFaq({ number }: { number: number }) {
  const stands = useRead(faqOf, { number }).data
  const offered = stands?.page === null
  const keep = useWrite(keepFaq, { refreshes: ['faq', 'pages'] })
  const run = () => { if (offered && !keep.isPending && !keep.data) keep.mutate({ number }) }
  const latest = useRef(run)
  latest.current = run
  useCommands(useMemo((): readonly Command[] => !offered ? [] : [{ id: 'thread.faq', title: t`Keep the answer as FAQ`, group: 'On this page', keys: 'f', words: t`question frequently asked page`, run: () => latest.current() }], [offered]))
  return (
    <div className="thread-faq">
      {keep.data ? <Notice>{tr`“${keep.data.question}” stands in ${<a href={`/${keep.data.page}`}>#{keep.data.page}</a>} now.`}</Notice>
        : offered ? <LinkAction busy={keep.isPending} onClick={run}>{t`Keep the answer as FAQ`}</LinkAction>
          : typeof stands?.page === 'number' && <p className="hint">{tr`The answer stands in ${<a href={`/${stands.page}`}>#{stands.page}</a>}.`}</p>}
      {keep.error && <Problem {...problemFrom(keep.error)} />}
    </div>
  )
}
