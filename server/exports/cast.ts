import { uniqueNames, slugOf } from '#domain/exports/names.ts'
import { may } from '#domain/policy.ts'
import type { Role } from '#domain/policy.ts'
import { knownTo } from '#server/people/public.ts'
import type { Act } from '#server/platform/act.ts'
import { visibleSpaces } from '#server/spaces/public.ts'
import type { Space } from '#server/spaces/public.ts'

export type Looker = Pick<Act, 'tx' | 'actor'>
export type ExportedPerson = { id: string; name: string; email: string; role: Role; state: 'invited' | 'active' | 'deactivated'; zone: string; created_at: Temporal.Instant; placeholder_source: string | null }

/** Who and where, under the names that they have in files. */
export type Cast = {
  people: readonly ExportedPerson[]; spaces: readonly Space[]
  /** Of anybody, also of somebody whom a guest meets only as an author. */
  person(id: string): string
  folder(spaceId: string): string
}

/** Digits of an id that tell somebody unseen from others of the same name. */
const DIGITS = 4

/** The people and spaces that the actor may see. Whoever is only invited is known to those who manage the workspace. */
export async function castFor(act: Looker): Promise<Cast> {
  const rows: ExportedPerson[] = await act.tx.selectFrom('person').select(['id', 'name', 'email', 'role', 'state', 'zone', 'created_at', 'placeholder_source'])
    .where('workspace_id', '=', act.actor.workspaceId).orderBy('created_at').orderBy('id').execute()
  const known = await knownTo(act, rows.map(({ id }) => id))
  const manages = may(act.actor, 'workspace.manage')
  const people = rows.filter(({ id, state }) => known.has(id) && (manages || state !== 'invited'))
  const spaces = await visibleSpaces(act)
  const names = uniqueNames(people, 'person')
  for (const { id, name } of rows) if (!names.has(id)) names.set(id, `${slugOf(name, 'person')}-${id.slice(-DIGITS)}`)
  const folders = uniqueNames(spaces.toSorted((a, b) => a.id < b.id ? -1 : 1), 'space')
  return { people, spaces, person: (id) => names.get(id) ?? id, folder: (id) => `spaces/${folders.get(id) ?? id}` }
}
