import { useState } from 'react'
import type { MeView } from '#contract/account.ts'
import type { createForm, FormView } from '#contract/checkins.ts'
import type { GivenTo } from '#contract/operation.ts'
import type { Problem } from '#contract/problem.ts'
import { Choice } from '../ui/Choice.tsx'
import { LinkAction } from '../ui/LinkAction.tsx'
import { Select } from '../ui/Select.tsx'
import { SendForm } from '../ui/SendForm.tsx'
import { FormFields, wrongWithForm } from './FormFields.tsx'
import type { FormDraft, FormErrors } from './FormFields.tsx'
import { keyed } from './question-keys.ts'
import { KINDS } from './schedule-words.ts'
import { t } from '../ui/words.ts'

type Props = {
  spaces: MeView['spaces']
  spaceId: string | null
  busy: boolean
  problem: Problem | undefined
  onCreate: (form: GivenTo<typeof createForm>) => void
}

const OWN: FormDraft = { name: '', questions: [{ key: '', text: '', required: true }], schedule: { days: [5], at: '14:00', every_weeks: 1, window_minutes: 480 } }

/** Where, which kind, and for one's own questions the rest. Ready kinds bring their questions and times; they can be changed afterwards. */
export function NewForm({ spaces, spaceId: first, busy, problem, onCreate }: Props) {
  const [spaceId, setSpace] = useState(first)
  const [kind, setKind] = useState<FormView['kind']>('standup')
  const [draft, setDraft] = useState(OWN)
  const [errors, setErrors] = useState<FormErrors>({})
  const create = () => {
    if (spaceId === null) return
    if (kind !== 'custom') return onCreate({ spaceId, kind })
    const wrong = wrongWithForm(draft)
    setErrors(wrong)
    if (Object.keys(wrong).length === 0) onCreate({ spaceId, kind, name: draft.name.trim(), questions: keyed(draft.questions), schedule: draft.schedule })
  }
  return (
    <SendForm submit={t`Start it`} onSubmit={create} busy={busy} problem={problem} aside={<LinkAction href="/check-ins">{t`Leave it`}</LinkAction>}>
      <Select label={t`Space`} options={spaces.map(({ id, name }) => ({ value: id, label: name }))} value={spaceId} onChange={setSpace} error={spaces.length === 0 ? t`Join a space first; check-ins live in spaces.` : undefined} />
      <Choice legend={t`Kind`} options={KINDS} value={kind} onChange={setKind} hint={KINDS.find(({ value }) => value === kind)?.about} />
      {kind === 'custom' && <FormFields draft={draft} onDraft={setDraft} errors={errors} />}
    </SendForm>
  )
}
