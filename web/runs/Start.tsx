import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import type { PageView } from '#contract/pages.ts'
import { previewSteps, startRun } from '#contract/runs.ts'
import type { Turn } from '#contract/runs.ts'
import { useRead } from '../app/api.ts'
import { Button } from '../ui/Button.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import { capital, counted } from '../ui/format.ts'
import { Field } from '../ui/Field.tsx'
import { InlineText } from '../ui/InlineText.tsx'
import { LinkAction } from '../ui/LinkAction.tsx'
import { Problem } from '../ui/Problem.tsx'
import { useRunWrite } from './use-run-write.ts'
import { t, tr } from '../ui/words.ts'

/** Starts a run with the steps that the page has now; a turn of a schedule is started with one press. */
export function Start({ page, turns }: { page: PageView, turns: readonly Turn[] }) {
  const router = useRouter()
  const steps = useRead(previewSteps, { number: page.number }).data?.steps
  const [why, setWhy] = useState('')
  const { send, busy, problem } = useRunWrite(startRun)
  const start = (turn?: Turn) => send({ number: page.number, why: why.trim(), ...(turn && { turnId: turn.id, title: turn.title }) }, ({ id }) => router.history.push(`/${page.number}/runs/${id}`))
  if (!page.can.includes('run')) return null
  if (steps?.length === 0) return <p className="run-none">{tr`The page has no steps yet: a numbered list, or one with boxes, becomes the steps of a run. ${page.can.includes('edit') && <LinkAction strong href={`/${page.number}/edit`}>{t`Write them`}</LinkAction>}`}</p>
  return (
    <form className="run-start" onSubmit={(event) => { event.preventDefault(); if (!busy) start() }}>
      {turns.map((turn) => <p key={turn.id} className="run-turn" data-late={turn.overdue || undefined}>{turn.sentence} <LinkAction strong busy={busy} onClick={() => start(turn)}>{t`Start this turn`}</LinkAction></p>)}
      <Field label={t`What set it off`} hint={t`An incident, a release. May stay empty.`} value={why} onChange={setWhy} />
      {problem && <Problem {...problem} textSafe={why !== ''} />}
      <p className="run-end-acts"><Button type="submit" look={turns.length > 0 ? 'quiet' : 'primary'} busy={busy}>{t`Start a run`}</Button></p>
      {steps && <Disclosure summary={capital(counted(steps.length, 'step'))}><ol className="run-preview">{steps.map(({ step, title, depth }) => <li key={step} data-depth={depth}><InlineText text={title} /></li>)}</ol></Disclosure>}
    </form>
  )
}
