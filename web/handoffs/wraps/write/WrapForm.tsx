import './wrap.css'
import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import type { Problem as ProblemView } from '#contract/problem.ts'
import { Button } from '../../../ui/Button.tsx'
import { Kbd } from '../../../ui/Kbd.tsx'
import { Problem } from '../../../ui/Problem.tsx'
import type { Option } from '../../../ui/Select.tsx'
import { TextArea } from '../../../ui/TextArea.tsx'
import { useKeysInside } from '../../../ui/use-keys-inside.ts'
import type { WrapDraft } from './draft.ts'
import type { Missing } from './ready.ts'
import { WrapLists } from './WrapLists.tsx'
import { t } from '../../../ui/words.ts'

export type WrapFormProps = {
  draft: WrapDraft
  onChange: (draft: WrapDraft) => void
  spaceId: string
  people: readonly Option[]
  receivers: readonly Option[]
  zone: string
  /** What was not ready when signing was last tried, and is not ready yet. */
  missing: Missing
  /** What was not ready at the last try itself; the first of it gets the cursor. */
  tried: Missing
  busy: boolean
  problem: ProblemView | undefined
  onSign: () => void
  /** The `DraftLine`. */
  kept: ReactNode
}

/** The wrap as one page, in the order in which people think: where it stands, what got done, what comes next. */
export function WrapForm(props: WrapFormProps) {
  const { draft, onChange, missing, tried, busy, problem, onSign, kept } = props
  const form = useRef<HTMLFormElement>(null)
  useFirstMissing(form, tried)
  const set = (change: Partial<WrapDraft>) => onChange({ ...draft, ...change })
  useKeysInside(form, (event) => {
    if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey)) return
    event.preventDefault()
    if (!busy) onSign()
  })
  return (
    <form className="wrap-form" ref={form} aria-label={t`Wrap`} noValidate onSubmit={(event) => { event.preventDefault(); onSign() }}>
      <TextArea label={t`State¦wrap`} hint={t`Where things stand.`} rows={2} value={draft.state} onChange={(state) => set({ state })} error={missing['state']} />
      <WrapLists {...props} names={['done']} />
      <TextArea label={t`Next action`} hint={t`The single concrete thing to do next.`} rows={1} value={draft.nextAction} onChange={(nextAction) => set({ nextAction })} error={missing['nextAction']} />
      <WrapLists {...props} names={['blockers', 'decisions', 'questions']} />
      <TextArea label={t`The most important thing`} hint={t`If they read one sentence, this one. It stands at the top.`} rows={1} value={draft.mostImportant} onChange={(mostImportant) => set({ mostImportant })} error={missing['mostImportant']} />
      <WrapLists {...props} names={['batons']} />
      {problem && <Problem {...problem} textSafe />}
      <div className="wrap-sign">
        <Button type="submit" busy={busy}>{busy ? t`Signing` : t`Sign the wrap`}</Button>
        <Kbd keys="mod+enter" hint />
        {kept}
      </div>
    </form>
  )
}

/** What is missing is read out and has the cursor, so that nobody searches for it. */
function useFirstMissing(form: { current: HTMLFormElement | null }, missing: Missing) {
  useEffect(() => {
    if (Object.keys(missing).length > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [form, missing])
}
