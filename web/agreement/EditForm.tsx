import { useState } from 'react'
import type { diffAgreement } from '#contract/agreement.ts'
import type { OutputOf } from '#contract/operation.ts'
import type { Problem as ProblemView } from '#contract/problem.ts'
import { Field } from '../ui/Field.tsx'
import { LinkAction } from '../ui/LinkAction.tsx'
import { Problem } from '../ui/Problem.tsx'
import { SendForm } from '../ui/SendForm.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { Diff } from './Diff.tsx'
import { t } from '../ui/words.ts'

export type EditDraft = { text: string, reason: string }
type Props = {
  draft: EditDraft
  onDraft: (draft: EditDraft) => void
  push: { busy: boolean, problem: ProblemView | undefined }
  onPush: () => void
  diff: OutputOf<typeof diffAgreement> | undefined
  diffing: boolean
  diffProblem: ProblemView | undefined
  onDiff: () => void
}

/** The whole text and the reason. What would change can be looked at before it does. */
export function EditForm({ draft, onDraft, push, onPush, diff, diffing, diffProblem, onDiff }: Props) {
  const [tried, setTried] = useState(false)
  const noReason = draft.reason.trim() === ''
  const save = () => {
    setTried(true)
    if (!noReason) onPush()
  }
  return (
    <SendForm submit={t`Make it the new version`} onSubmit={save} busy={push.busy} problem={push.problem} wide aside={<><LinkAction busy={diffing} onClick={onDiff}>{t`Show what changes`}</LinkAction><LinkAction href="/agreement">{t`Leave it as it is`}</LinkAction></>}>
      <div className="agreement-text field"><TextArea label={t`The agreement`} hint={t`Markdown with settings at the top. Clauses 1 to 5 must stay.`} voice="sans" rows={24} value={draft.text} onChange={(text) => onDraft({ ...draft, text })} /></div>
      <Field label={t`Why it changes`} hint={t`Stands in the history and beside each clause you touched.`} value={draft.reason} onChange={(reason) => onDraft({ ...draft, reason })} error={tried && noReason ? t`Write why; the others will ask.` : undefined} />
      {diffProblem && <Problem title={diffProblem.title} detail={diffProblem.detail} next={diffProblem.next} textSafe />}
      {diff && <Diff lines={diff.lines} settings={diff.settings} />}
    </SendForm>
  )
}
