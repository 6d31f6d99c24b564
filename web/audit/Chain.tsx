import './audit.css'
import { useEffect, useRef, useState } from 'react'
import { checkAuditLog } from '#contract/audit.ts'
import type { OutputOf } from '#contract/operation.ts'
import type { Problem as ProblemShape } from '#contract/problem.ts'
import { call, problemFrom } from '../app/api.ts'
import { LinkAction } from '../ui/LinkAction.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Problem } from '../ui/Problem.tsx'
import { capital, counted } from '../ui/format.ts'
import { t } from '../ui/words.ts'
import { packAudit } from './save-lines.ts'

type Verdict = OutputOf<typeof checkAuditLog>
type State = { busy: 'check' | 'save' | null; verdict: Verdict | null; url: string | null; problem: ProblemShape | null }

/** Follows the chain, and takes it along. */
export function Chain() {
  const [state, setState] = useState<State>({ busy: null, verdict: null, url: null, problem: null })
  const work = useRef(new AbortController())
  useEffect(() => () => work.current.abort(), [])
  const { url } = state
  useEffect(() => () => { if (url !== null) URL.revokeObjectURL(url) }, [url])
  const run = async (busy: 'check' | 'save', doing: (signal: AbortSignal) => Promise<Partial<State>>) => {
    work.current = new AbortController()
    setState((before) => ({ ...before, busy, problem: null }))
    const done = await doing(work.current.signal).catch((error: unknown): Partial<State> => ({ problem: problemFrom(error) }))
    setState((before) => ({ ...before, ...done, busy: null }))
  }
  const check = () => run('check', async (signal) => ({ verdict: await call(checkAuditLog, {}, { signal }) }))
  const save = () => run('save', async (signal) => ({ url: URL.createObjectURL(await packAudit(call, signal)) }))
  return (
    <>
      <p className="audit-acts">
        <LinkAction strong busy={state.busy === 'check'} onClick={() => void check()}>{t`Follow the chain`}</LinkAction>
        {url === null ? <LinkAction busy={state.busy === 'save'} onClick={() => void save()}>{t`Pack it as JSON lines`}</LinkAction> : <a href={url} download="audit.jsonl">{t`Save audit.jsonl`}</a>}
      </p>
      <Notice tone={state.verdict !== null && state.verdict.faults.length > 0 ? 'late' : 'plain'}>{state.verdict === null ? '' : verdictWords(state.verdict)}</Notice>
      {state.verdict?.faults.map(({ seq, what, says }) => <p key={`${seq} ${what}`}>{says}</p>)}
      {state.problem && <Problem {...state.problem} />}
    </>
  )
}

/** How many signs of a hash are shown: enough to compare by eye with one that was noted elsewhere. */
const SIGNS = 16

function verdictWords({ read, head, faults }: Verdict): string {
  if (faults.length > 0) return t`The log was changed. Compare it with a backup, and with what you noted elsewhere.`
  if (read === 0) return t`The log is empty.`
  return t`${capital(counted(read, 'line follows', 'lines follow'))} from the first to the last, which is ${head.seq} · ${head.hash.slice(0, SIGNS)}. Note it elsewhere to compare.`
}
