import './exports.css'
import { useEffect, useRef, useState } from 'react'
import type { Problem as ProblemShape } from '#contract/problem.ts'
import { call, problemFrom } from '../app/api.ts'
import { useNow } from '../app/clock.ts'
import { Button } from '../ui/Button.tsx'
import { capital, counted } from '../ui/format.ts'
import { LinkAction } from '../ui/LinkAction.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'
import { Problem } from '../ui/Problem.tsx'
import { t, tr } from '../ui/words.ts'

type State = { step: 'ready' } | { step: 'packing'; files: number } | { step: 'done'; files: number; url: string } | { step: 'failed'; problem: ProblemShape }

/** Everything that the reader may see as one archive of Markdown files. */
export function ExportPage() {
  const now = useNow()
  const [state, setState] = useState<State>({ step: 'ready' })
  const work = useRef(new AbortController())
  useEffect(() => () => work.current.abort(), [])
  const url = state.step === 'done' ? state.url : null
  useEffect(() => () => { if (url !== null) URL.revokeObjectURL(url) }, [url])
  const start = async () => {
    work.current = new AbortController()
    let files = 0
    setState({ step: 'packing', files })
    try {
      const { packExport } = await import('./pack.ts')
      const blob = await packExport({ call, now, signal: work.current.signal, progress: (count) => { files = count; setState({ step: 'packing', files }) } })
      setState({ step: 'done', files, url: URL.createObjectURL(blob) })
    } catch (error) {
      setState({ step: 'failed', problem: problemFrom(error) })
    }
  }
  return (
    <Page title={t`Export`} lede={t`Everything that you may see, as files of Markdown that any editor, search and git read.`}>
      <div className="export">
        <p>{t`One file for each wrap, check-in, thread, ask, decision and page, with its replies; attached files beside; people, the agreement and decisions on record as files of their own. What you may not see is not in it, and drafts, read marks and settings neither.`}</p>
        <p className="hint">{tr`For a folder in git, ${<code>longhand export notes</code>} in a terminal writes the same files, and only those that changed since the last time.`}</p>
        <Notice>{said(state)}</Notice>
        {state.step === 'failed' && <Problem {...state.problem} action={<LinkAction strong onClick={() => void start()}>{t`Try again`}</LinkAction>} />}
        {state.step === 'ready' && <Button onClick={() => void start()}>{t`Pack everything`}</Button>}
        {state.step === 'packing' && <Button busy>{t`Packing`}</Button>}
        {state.step === 'done' && <p><a className="button" href={state.url} download="longhand.tar.gz">{t`Save longhand.tar.gz`}</a> <LinkAction onClick={() => void start()}>{t`Pack it again`}</LinkAction></p>}
      </div>
    </Page>
  )
}

function said(state: State): string {
  if (state.step === 'packing') return state.files === 0 ? t`It is packed in your browser; keep this page open.` : t`${capital(counted(state.files, 'file'))} so far. Keep this page open.`
  return state.step === 'done' ? t`${capital(counted(state.files, 'file'))} in the archive.` : ''
}
