import { useState } from 'react'
import type { editForm, FormView } from '#contract/checkins.ts'
import type { GivenTo } from '#contract/operation.ts'
import type { Problem } from '#contract/problem.ts'
import { LinkAction } from '../ui/LinkAction.tsx'
import { Section } from '../ui/Section.tsx'
import { SendForm } from '../ui/SendForm.tsx'
import { FormFields, wrongWithForm } from './FormFields.tsx'
import type { FormErrors } from './FormFields.tsx'
import { keyed } from './question-keys.ts'
import { t } from '../ui/words.ts'

type Change = Omit<GivenTo<typeof editForm>, 'id'>
type Props = { form: FormView, busy: boolean, problem: Problem | undefined, onSave: (change: Change) => void }

/** The fields of a check-in, and below them whether it asks at all. */
export function EditForm({ form, busy, problem, onSave }: Props) {
  const [draft, setDraft] = useState(() => ({ name: form.name, questions: form.questions, schedule: form.schedule }))
  const [errors, setErrors] = useState<FormErrors>({})
  const save = () => {
    const wrong = wrongWithForm(draft)
    setErrors(wrong)
    if (Object.keys(wrong).length === 0) onSave({ name: draft.name.trim(), questions: keyed(draft.questions), schedule: draft.schedule })
  }
  return (
    <>
      <SendForm submit={t`Save the check-in`} onSubmit={save} busy={busy} problem={problem} aside={<LinkAction href="/check-ins">{t`Leave it as it is`}</LinkAction>}>
        <FormFields draft={draft} onDraft={setDraft} errors={errors} />
      </SendForm>
      <Section title={t`For everybody`}>
        <p className="round-days">
          <LinkAction busy={busy} onClick={() => onSave({ paused: !form.paused })}>{form.paused ? t`Resume it` : t`Pause it`}</LinkAction>
          <LinkAction busy={busy} onClick={() => onSave({ archived: !form.archived })}>{form.archived ? t`Bring it back` : t`Archive it`}</LinkAction>
        </p>
      </Section>
    </>
  )
}
