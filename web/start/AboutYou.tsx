import { PASSWORD_MIN } from '#contract/account.ts'
import { Field } from '../ui/Field.tsx'
import type { QuestionProps } from './Question.tsx'
import { t } from '../ui/words.ts'

/** The owner, the workspace, and how to sign in again. */
export function AboutYou({ answers, onAnswers, password, onPassword, errors }: QuestionProps) {
  const set = (part: Partial<typeof answers>) => onAnswers({ ...answers, ...part })
  return (
    <>
      <Field label={t`Your name`} name="name" autoComplete="name" value={answers.name} onChange={(name) => set({ name })} error={errors.name} />
      <Field label={t`Name of the workspace`} name="workspace" autoComplete="organization" value={answers.workspace} onChange={(workspace) => set({ workspace })} error={errors.workspace} />
      <Field label={t`E-mail`} name="email" type="email" autoComplete="email" value={answers.email} onChange={(email) => set({ email })} error={errors.email} />
      <Field
        label={t`Password`} name="password" type="password" autoComplete="new-password" hint={t`At least ${PASSWORD_MIN} characters. Length is what helps; a few words are good.`}
        value={password} onChange={onPassword} error={errors.password}
      />
    </>
  )
}
