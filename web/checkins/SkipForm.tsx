import { useState } from 'react'
import type { Problem } from '#contract/problem.ts'
import { Field } from '../ui/Field.tsx'
import { LinkAction } from '../ui/LinkAction.tsx'
import { SendForm } from '../ui/SendForm.tsx'
import { t } from '../ui/words.ts'

type Props = { busy: boolean, problem: Problem | undefined, onSkip: (reason: string) => void, onCancel: () => void }

/** Nothing to say today is an answer too; why is optional. */
export function SkipForm({ busy, problem, onSkip, onCancel }: Props) {
  const [reason, setReason] = useState('')
  return (
    <SendForm submit={t`Skip this one`} look="quiet" onSubmit={() => onSkip(reason.trim())} busy={busy} problem={problem} label={t`Nothing to say today`} aside={<LinkAction onClick={onCancel}>{t`Answer after all`}</LinkAction>}>
      <Field label={t`Why, if you like`} hint={t`Others see it in the round.`} value={reason} onChange={setReason} />
    </SendForm>
  )
}
