import { PASSWORD_MIN } from '#contract/account.ts'
import type { Problem } from '#contract/problem.ts'
import type { Interval } from '#domain/time/types.ts'
import { Field } from '../ui/Field.tsx'
import { useSaidAt } from '../ui/said-at.ts'
import { SendForm } from '../ui/SendForm.tsx'
import { hoursErrors, passwordError } from './questions.ts'
import type { FieldErrors } from './questions.ts'
import { ZoneAndWeek } from './YourHours.tsx'
import { t } from '../ui/words.ts'

export type InviteAnswers = { name: string, password: string, zone: string, week: Interval[] }
type Props = {
  answers: InviteAnswers
  onAnswers: (answers: InviteAnswers) => void
  errors: FieldErrors
  now: Temporal.Instant
  busy: boolean
  problem: Problem | undefined
  onSubmit: () => void
}

/** What is missing before one can come in, by field. */
export function wrongWithInvite({ name, password, zone, week }: InviteAnswers): FieldErrors {
  return { ...(name.trim() === '' && { name: t`Write your name as others should read it.` }), ...passwordError(password), ...hoursErrors(zone, week) }
}

/** A name, a password, a zone and a week. */
export function InviteForm({ answers, onAnswers, errors, now, busy, problem, onSubmit }: Props) {
  const said = useSaidAt(problem, 'name', answers.name)
  const set = (part: Partial<InviteAnswers>) => onAnswers({ ...answers, ...part })
  return (
    <SendForm submit={t`Come in`} onSubmit={onSubmit} busy={busy} problem={problem} saysAt={['name']} wide>
      <div className="start-alone">
        <Field label={t`Your name`} autoComplete="name" value={answers.name} onChange={(name) => set({ name })} error={errors.name ?? said} />
        <Field label={t`Password`} type="password" autoComplete="new-password" hint={t`At least ${PASSWORD_MIN} characters. Length is what helps.`} value={answers.password} onChange={(password) => set({ password })} error={errors.password} />
      </div>
      <ZoneAndWeek answers={answers} onHours={set} errors={errors} now={now} />
    </SendForm>
  )
}
