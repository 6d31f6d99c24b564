import { useState } from 'react'
import type { saveTeamRole, TeamRoleView } from '#contract/people.ts'
import type { GivenTo } from '#contract/operation.ts'
import { newId } from '../app/new-key.ts'
import type { Send } from '../app/send.ts'
import { Empty } from '../ui/Empty.tsx'
import { listInWords } from '../ui/format.ts'
import { LinkAction } from '../ui/LinkAction.tsx'
import type { Option } from '../ui/Select.tsx'
import { RoleForm } from './RoleForm.tsx'
import { t } from '../ui/words.ts'

type Props = { roles: readonly TeamRoleView[], people: readonly Option[], save: Send<GivenTo<typeof saveTeamRole>>, canEdit: boolean }

/** Each role with its holders; one at a time is changed in its place. */
export function Roles({ roles, people, save, canEdit }: Props) {
  const [editing, setEditing] = useState<string>()
  const close = () => {
    save.reset()
    setEditing(undefined)
  }
  const form = (role: TeamRoleView | undefined, id: string) => (
    <RoleForm role={role} people={people} busy={save.busy} problem={save.problem} onCancel={close} onSave={(fields) => save.send({ id, ...fields }, close)} />
  )
  const holders = (ids: readonly string[]) => listInWords(people.filter(({ value }) => ids.includes(value)).map(({ label }) => label))
  return (
    <>
      {roles.length === 0 && editing === undefined && <Empty text={t`No roles yet. On call and release are good ones to begin with.`} />}
      <ul className="people-list">
        {roles.map((role) => (
          <li key={role.id}>
            {editing === role.id ? form(role, role.id) : (
              <div className="people-line">
                <span><b>{role.name}</b>{role.archived && t`, archived`}<p>{role.purpose}</p><p className="hint">{role.holders.length > 0 ? t`Held by ${holders(role.holders)}.` : t`Nobody holds it; what it is handed stays unowned.`}</p></span>
                {canEdit && <span><LinkAction label={t`Change ${role.name}`} onClick={() => setEditing(role.id)}>{t`Change`}</LinkAction></span>}
              </div>
            )}
          </li>
        ))}
      </ul>
      {canEdit && editing === undefined && <p className="people-add"><LinkAction strong onClick={() => setEditing(newId())}>{t`Add a role`}</LinkAction></p>}
      {editing !== undefined && !roles.some((role) => role.id === editing) && form(undefined, editing)}
    </>
  )
}
