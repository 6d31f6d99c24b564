import { useState } from 'react'
import type { TeamRoleView } from '#contract/people.ts'
import type { Problem } from '#contract/problem.ts'
import { Checkbox } from '../ui/Checkbox.tsx'
import { Field } from '../ui/Field.tsx'
import { LinkAction } from '../ui/LinkAction.tsx'
import type { Option } from '../ui/Select.tsx'
import { SendForm } from '../ui/SendForm.tsx'
import { t } from '../ui/words.ts'

type Fields = { name: string, purpose: string, holders: string[], archived: boolean }
type Props = {
  role: TeamRoleView | undefined
  people: readonly Option[]
  busy: boolean
  problem: Problem | undefined
  onSave: (fields: Fields) => void
  onCancel: () => void
}

/** A role's name, what it is for, and who holds it. */
export function RoleForm({ role, people, busy, problem, onSave, onCancel }: Props) {
  const [fields, setFields] = useState<Fields>({ name: role?.name ?? '', purpose: role?.purpose ?? '', holders: role?.holders ?? [], archived: role?.archived ?? false })
  const [tried, setTried] = useState(false)
  const set = (part: Partial<Fields>) => setFields({ ...fields, ...part })
  const save = () => {
    setTried(true)
    if (fields.name.trim() !== '') onSave(fields)
  }
  const hold = (id: string, holds: boolean) => set({ holders: fields.holders.filter((one) => one !== id).concat(holds ? [id] : []) })
  return (
    <SendForm submit={role ? t`Save the role` : t`Add the role`} onSubmit={save} busy={busy} problem={problem} label={role ? role.name : t`A new role`} aside={<LinkAction onClick={onCancel}>{t`Leave it`}</LinkAction>}>
      <Field label={t`Name`} value={fields.name} onChange={(name) => set({ name })} error={tried && fields.name.trim() === '' ? t`Give the role a name.` : undefined} />
      <Field label={t`What it is for`} value={fields.purpose} onChange={(purpose) => set({ purpose })} />
      <fieldset className="checkbox-list field">
        <legend className="field-label">{t`Who holds it`}</legend>
        {people.map(({ value, label, hint }) => <Checkbox key={value} label={label} hint={hint} checked={fields.holders.includes(value)} onChange={(holds) => hold(value, holds)} />)}
      </fieldset>
      {role && <Checkbox label={t`Archived: nothing new is handed to it`} checked={fields.archived} onChange={(archived) => set({ archived })} />}
    </SendForm>
  )
}
