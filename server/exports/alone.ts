import { allow } from '#domain/policy.ts'
import { Refusal } from '#domain/refusal.ts'
import { said } from '#domain/words/said.ts'
import type { Said } from '#domain/words/said.ts'
import type { Act } from '#server/platform/act.ts'

/** Under this name the people and spaces of an export are remembered, beside those of other imports. */
export const SOURCE = 'longhand'

/**
 * An export writes under the names of others, so only an owner takes one, and only while nobody else is here.
 * @throws {Refusal} `not_allowed`, or `conflict` where somebody else is, or something was written that did not come from an export
 */
export async function allowTaking(act: Act): Promise<void> {
  allow(act.actor, 'workspace.own')
  const { workspaceId, personId } = act.actor
  const other = await act.tx.selectFrom('person').select('name').where('workspace_id', '=', workspaceId).where('id', '!=', personId).where('placeholder_source', 'is', null).limit(1).executeTakeFirst()
  if (other) throw new Refusal('conflict', said`An export goes into an empty workspace, and ${other.name} is here too.`, said`Make a new workspace, and import there before you invite anybody.`)
  const begun = await act.tx.selectFrom('import_person').select('key').where('workspace_id', '=', workspaceId).where('source', '=', SOURCE).limit(1).executeTakeFirst()
  const entry = begun ? undefined : await act.tx.selectFrom('entry').select('number').where('workspace_id', '=', workspaceId).limit(1).executeTakeFirst()
  if (entry) throw new Refusal('conflict', said`An export goes into an empty workspace, and something was written here already.`, said`Make a new workspace, and import there first.`)
}

/** Who and where the names of an export stand for here. */
export type Placed = { person(name: unknown): string; space(name: unknown): string }

export async function placedBy({ tx, actor: { workspaceId } }: Act): Promise<Placed> {
  const people = new Map((await tx.selectFrom('import_person').select(['key', 'person_id']).where('workspace_id', '=', workspaceId).where('source', '=', SOURCE).execute()).map(({ key, person_id }) => [key, person_id]))
  const spaces = new Map((await tx.selectFrom('import_place').select(['key', 'space_id']).where('workspace_id', '=', workspaceId).where('source', '=', SOURCE).execute()).map(({ key, space_id }) => [key, space_id]))
  const found = (known: ReadonlyMap<string, string>, name: unknown, what: Said): string => {
    const id = typeof name === 'string' ? known.get(name) : undefined
    if (id === undefined) throw new Refusal('bad_input', said`An entry names “${String(name)}”, which is no ${what} of this export.`, said`Send people.md and each space.md before the entries.`)
    return id
  }
  return { person: (name) => found(people, name, said`person`), space: (name) => found(spaces, name, said`space`) }
}
