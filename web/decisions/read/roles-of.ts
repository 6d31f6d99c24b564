import type { DecisionView } from '#contract/decisions.ts'
import type { Roles } from '../write/RoleFields.tsx'

/** Who does what in a decision, as a form has it. */
export function rolesOf({ accountableId, people }: Pick<DecisionView, 'accountableId' | 'people'>): Roles {
  const inRole = (role: string) => people.filter((one) => one.role === role).map(({ id }) => id)
  return { accountableId, responsibleIds: inRole('responsible'), consultedIds: inRole('consulted'), informedIds: inRole('informed') }
}
