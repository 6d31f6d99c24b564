import { useState } from 'react'
import { feedPage, runProposal } from '#contract/runs.ts'
import type { OutputOf } from '#contract/operation.ts'
import { announce } from '../app/Announcer.tsx'
import { problemFrom, useRead } from '../app/api.ts'
import { Button } from '../ui/Button.tsx'
import { counted } from '../ui/format.ts'
import { LineDiff } from '../ui/LineDiff.tsx'
import { LinkAction } from '../ui/LinkAction.tsx'
import { Problem } from '../ui/Problem.tsx'
import { Section } from '../ui/Section.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import type { Told } from './Step.tsx'
import { useRunWrite } from './use-run-write.ts'
import { t } from '../ui/words.ts'

/** What went differently, as an edit of the page: saved as proposed, or edited first. */
export function Proposal({ run }: Told) {
  const { data, error } = useRead(runProposal, { id: run.id })
  if (error) return <Problem {...problemFrom(error)} />
  if (!data) return <Skeleton lines={5} />
  if (data.changes === 0) return null
  return <Section title={t`What the page should say next time`} aside={counted(data.changes, 'change')}><Feed key={data.base} run={run} proposal={data} /></Section>
}

function Feed({ run, proposal }: { run: Told['run'], proposal: OutputOf<typeof runProposal> }) {
  const [text, setText] = useState<string>()
  const { send, busy, problem } = useRunWrite(feedPage)
  const save = () => send({ id: run.id, base: proposal.base, text: text ?? proposal.text, note: proposal.note }, () => announce(t`The page says it now.`))
  return (
    <div className="run-proposal">
      {text === undefined ? <LineDiff lines={proposal.lines} /> : <TextArea label={t`The page, with what went differently`} value={text} onChange={setText} onSubmit={save} />}
      {problem && <Problem {...problem} textSafe={text !== undefined} />}
      {run.can.includes('feed')
        ? <p className="run-end-acts"><Button busy={busy} onClick={save}>{t`Save it into the page`}</Button>{text === undefined ? <LinkAction onClick={() => setText(proposal.text)}>{t`Edit it first`}</LinkAction> : <LinkAction onClick={() => setText(undefined)}>{t`Take it as proposed`}</LinkAction>}</p>
        : <p className="hint">{t`Whoever minds the page can save it.`}</p>}
    </div>
  )
}
