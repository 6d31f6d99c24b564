import { useEffect, useRef } from 'react'
import type { Problem as ProblemView } from '#contract/problem.ts'
import { useTextDraft } from '../../app/text-draft.ts'
import { Kbd } from '../Kbd.tsx'
import { LinkAction } from '../LinkAction.tsx'
import { Problem } from '../Problem.tsx'
import { TextArea } from '../TextArea.tsx'
import { useKeysInside } from '../use-keys-inside.ts'
import { TEXT_FORMS } from './ask-verbs.ts'
import type { AskTextVerb } from './ask-verbs.ts'
import { t } from '../words.ts'

type Props = {
  number: number
  verb: AskTextVerb
  /** Answers whether it was done; until then the text is kept as a draft. */
  onSend: (text: string) => Promise<boolean>
  onLeave: () => void
  busy: boolean
  problem: ProblemView | undefined
}

/** One text said to an ask, kept as it is typed. ⌘↵ sends; Escape leaves, and the text waits. */
export function AskTextForm({ number, verb, onSend, onLeave, busy, problem }: Props) {
  const { label, hint, send, optional = false } = TEXT_FORMS[verb]
  const draft = useTextDraft(`ask:${number}:${verb}`)
  const form = useRef<HTMLDivElement>(null)
  useEffect(() => form.current?.querySelector('textarea')?.focus(), [])
  const text = draft.value.trim()
  const unready = text === '' && !optional
  const submit = () => {
    if (unready || busy) return
    void onSend(text).then((done) => { if (done) draft.clear() })
  }
  useKeysInside(form, (event) => { if (event.key === 'Escape') onLeave() })
  return (
    <div className="inline-form ask-form" ref={form}>
      <TextArea label={label} hint={hint} value={draft.value} onChange={draft.set} onSubmit={submit} rows={verb === 'answer' ? 4 : 2} />
      {problem && <Problem {...problem} textSafe />}
      <p className="inline-form-actions">
        <LinkAction strong onClick={submit} disabled={unready} busy={busy}>{send}</LinkAction>
        <LinkAction onClick={onLeave}>{t`Leave it`}</LinkAction>
        <Kbd keys="mod+enter" hint />
      </p>
    </div>
  )
}
