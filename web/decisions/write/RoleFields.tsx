import { Combobox } from '../../ui/Combobox.tsx'
import type { Option } from '../../ui/Select.tsx'
import { PeopleField } from './PeopleField.tsx'
import { t } from '../../ui/words.ts'

/** Who does what; `accountableId` is null until somebody is chosen. */
export type Roles = { accountableId: string | null, responsibleIds: readonly string[], consultedIds: readonly string[], informedIds: readonly string[] }
type Props = { roles: Roles, people: readonly Option[], onChange: (roles: Roles) => void, error?: string | undefined
  /** Said when nobody fits what was typed. */
  none: string
}

/** Exactly one signs; input is needed from some; others are told. */
export function RoleFields({ roles, people, onChange, error, none }: Props) {
  const { accountableId, responsibleIds, consultedIds, informedIds } = roles
  const taken = (own: readonly string[]) => [accountableId ?? '', ...responsibleIds, ...consultedIds, ...informedIds].filter((id) => !own.includes(id))
  return (
    <>
      <Combobox label={t`Who signs`} hint={t`One person, who is accountable for it.`} options={people} value={accountableId} onChange={(id) => onChange({ ...roles, accountableId: id })} placeholder={t`One person`} none={none} error={error} />
      <PeopleField none={none} label={t`Whose input is needed`} people={people} taken={taken(consultedIds)} ids={consultedIds} onChange={(ids) => onChange({ ...roles, consultedIds: ids })} />
      <PeopleField none={none} label={t`Who does the work`} hint={t`Their input is needed, too.`} people={people} taken={taken(responsibleIds)} ids={responsibleIds} onChange={(ids) => onChange({ ...roles, responsibleIds: ids })} />
      <PeopleField none={none} label={t`Who is told`} people={people} taken={taken(informedIds)} ids={informedIds} onChange={(ids) => onChange({ ...roles, informedIds: ids })} />
    </>
  )
}
