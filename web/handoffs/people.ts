import type { PersonView, TeamRoleView } from '#contract/people.ts'
import type { Option } from '../ui/Select.tsx'
import { t } from '../ui/words.ts'

/** People as a picker lists them, with when each works; those who left the workspace are not offered. */
export function peopleOptions(people: readonly PersonView[], except?: string): Option[] {
  return people.filter((person) => person.state !== 'deactivated' && person.id !== except)
    .map((person) => ({ value: person.id, label: person.name, hint: person.availability }))
}

/** Whom a baton can be handed to: the next shift first, then people, then roles. Values are receiver keys. */
export function receiverOptions(people: readonly PersonView[], roles: readonly TeamRoleView[], me: string): Option[] {
  return [
    { value: 'shift', label: t`The next shift`, hint: t`whoever here starts next` },
    ...peopleOptions(people, me).map((option) => ({ ...option, value: `person:${option.value}` })),
    ...roles.filter((role) => !role.archived && role.holders.length > 0).map((role) => ({ value: `role:${role.id}`, label: role.name, hint: t`role` })),
  ]
}
