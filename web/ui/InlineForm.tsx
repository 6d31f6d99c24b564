import './InlineForm.css'
import { useEffect, useRef, useState } from 'react'
import type { Problem as ProblemView } from '#contract/problem.ts'
import { Kbd } from './Kbd.tsx'
import { LinkAction } from './LinkAction.tsx'
import { Problem } from './Problem.tsx'
import { TextArea } from './TextArea.tsx'
import { useKeysInside } from './use-keys-inside.ts'
import { t } from './words.ts'

type Props = {
  label: string
  hint?: string
  /** The verb that sends it: `Send the question`. */
  send: string
  onSend: (text: string) => void
  onCancel: () => void
  /** It may be sent with nothing in it. */
  optional?: boolean
  busy?: boolean
  problem?: ProblemView | undefined
}

/** One text asked for in the place where it is needed. Has focus at once; ⌘↵ sends, Escape leaves. */
export function InlineForm({ label, hint, send, onSend, onCancel, optional = false, busy = false, problem }: Props) {
  const [text, setText] = useState('')
  const form = useRef<HTMLDivElement>(null)
  useEffect(() => form.current?.querySelector('textarea')?.focus(), [])
  const empty = !optional && text.trim() === ''
  const submit = () => { if (!empty && !busy) onSend(text.trim()) }
  useKeysInside(form, (event) => {
    if (event.key !== 'Escape') return
    form.current?.closest<HTMLElement>('[data-item]')?.focus()
    onCancel()
  })
  return (
    <div className="inline-form" ref={form}>
      <TextArea label={label} hint={hint} value={text} onChange={setText} onSubmit={submit} rows={2} />
      {problem && <Problem {...problem} textSafe />}
      <p className="inline-form-actions">
        <LinkAction strong onClick={submit} disabled={empty} busy={busy}>{send}</LinkAction>
        <LinkAction onClick={onCancel}>{t`Leave it`}</LinkAction>
        <Kbd keys="mod+enter" hint />
      </p>
    </div>
  )
}
