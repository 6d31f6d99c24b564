import './thread.css'
import { useEffect, useRef, useState } from 'react'
import type { Problem as ProblemView } from '#contract/problem.ts'
import { InlineText } from './InlineText.tsx'
import { LinkAction } from './LinkAction.tsx'
import { Problem } from './Problem.tsx'
import { TextArea } from './TextArea.tsx'
import { Time } from './Time.tsx'
import { useKeysInside } from './use-keys-inside.ts'
import { t, tr } from './words.ts'

type Props = {
  text: string
  /** Who wrote it; null before anybody has. */
  byName: string | null
  at: Temporal.Instant | null
  zone: string
  now: Temporal.Instant
  /** There where the reader may write it. Answers whether it was kept; then the line is read again. */
  onSave?: ((text: string) => Promise<boolean>) | undefined
  problem?: ProblemView | undefined
}

/** Where a thread stands, in one line that whoever knows keeps true. It is written in its own place. */
export function StateLine({ text, byName, at, zone, now, onSave, problem }: Props) {
  const [editing, setEditing] = useState(false)
  const place = useRef<HTMLDivElement>(null)
  const leave = () => {
    setEditing(false)
    requestAnimationFrame(() => place.current?.querySelector<HTMLElement>('.link-action')?.focus())
  }
  return (
    <div className="state-line" ref={place}>
      <h2 className="line-label">{t`Where it stands`}</h2>
      {editing && onSave && <StateForm text={text} onSave={onSave} onLeave={leave} problem={problem} />}
      {!editing && (
        <>
          <p className="line-text">{text ? <InlineText text={text} /> : <span className="hint">{t`Nobody has said so yet.`}</span>}</p>
          <p className="line-by">
            {byName && at && <>{byName}, <Time at={at} zone={zone} now={now} />{onSave && ' · '}</>}
            {onSave && <LinkAction onClick={() => setEditing(true)} label={text ? t`Change where it stands` : t`Say it in a line: where it stands`}>{text ? t`Change` : t`Say it in a line`}</LinkAction>}
          </p>
        </>
      )}
    </div>
  )
}

type FormProps = { text: string, onSave: (text: string) => Promise<boolean>, onLeave: () => void, problem: ProblemView | undefined }

/** What was typed stays until it is kept, also when somebody else has changed the line meanwhile. */
function StateForm({ text, onSave, onLeave, problem }: FormProps) {
  const [typed, setTyped] = useState(text)
  const [busy, setBusy] = useState(false)
  const form = useRef<HTMLDivElement>(null)
  useEffect(() => form.current?.querySelector('textarea')?.focus(), [])
  const save = async () => {
    if (busy) return
    setBusy(true)
    const kept = await onSave(typed.trim())
    setBusy(false)
    if (kept) onLeave()
  }
  useKeysInside(form, (event) => {
    if (event.key === 'Escape') onLeave()
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || !(event.target instanceof HTMLTextAreaElement)) return
    event.preventDefault()
    void save()
  })
  return (
    <div ref={form}>
      <TextArea label={t`One line: where it stands now`} value={typed} onChange={setTyped} rows={1} />
      {problem && <Problem {...problem} textSafe />}
      {problem && text !== typed && <p className="hint">{tr`It reads now: ${<InlineText text={text} />}`}</p>}
      <p className="line-actions"><LinkAction strong busy={busy} onClick={() => void save()}>{t`Keep it`}</LinkAction><LinkAction onClick={onLeave}>{t`Leave it`}</LinkAction></p>
    </div>
  )
}
