import type { ImportedPerson } from '#domain/imports/types.ts'
import type { Act } from '#server/platform/act.ts'
import { peopleByEmail, peopleOf } from './queries.ts'

/** The domain of addresses that nobody has (RFC 2606), for people whose own is not known. */
export const NO_ADDRESS = '@placeholder.invalid'
/** Nothing is known of when they work; nobody waits for them. */
const ZONE = 'UTC'

export type Settled = { matched: number; placeholders: number }

/**
 * Finds or makes who the people of a source are here: by e-mail, whether or not they are active, else as a placeholder,
 * who cannot sign in and counts as nobody until an invitation to the same address is accepted. Nobody is told.
 */
export async function settlePeople(act: Act, source: string, people: readonly ImportedPerson[]): Promise<Settled> {
  const known = await peopleOf(act, source, people.map(({ key }) => key))
  const fresh = [...new Map(people.filter(({ key }) => !known.has(key)).map((person) => [person.key, person])).values()]
  if (fresh.length === 0) return { matched: 0, placeholders: 0 }
  const byEmail = await peopleByEmail(act, fresh.flatMap(({ email }) => email ?? []))
  let matched = 0
  const made: { id: string; name: string; email: string }[] = []
  const ids = new Map<string, string>()
  for (const { key, name, email } of fresh) {
    const address = email?.toLowerCase()
    const found = address === undefined ? undefined : byEmail.get(address)
    if (found) {
      ids.set(key, found.id)
      if (!found.placeholder) matched += 1
      continue
    }
    const id = act.newId()
    ids.set(key, id)
    made.push({ id, name, email: email ?? `${id}${NO_ADDRESS}` })
    if (address !== undefined) byEmail.set(address, { id, placeholder: true })
  }
  await save(act, source, made, ids)
  return { matched, placeholders: made.length }
}

async function save(act: Act, source: string, made: readonly { id: string; name: string; email: string }[], ids: ReadonlyMap<string, string>): Promise<void> {
  const { workspaceId } = act.actor
  if (made.length > 0) {
    await act.tx.insertInto('person').values(made.map(({ id, name, email }) => ({
      workspace_id: workspaceId, id, name, email, role: 'member' as const, state: 'deactivated' as const, zone: ZONE, password_hash: null, created_at: act.now, deactivated_at: act.now, placeholder_source: source, brief_by_mail: false,
    }))).execute()
  }
  await act.tx.insertInto('import_person').values([...ids].map(([key, id]) => ({ workspace_id: workspaceId, source, key, person_id: id }))).execute()
}

/** Somebody who has come is no placeholder any more. */
export async function arrived(act: Act, personId: unknown): Promise<void> {
  if (typeof personId !== 'string') return
  await act.tx.updateTable('person').set({ placeholder_source: null, brief_by_mail: true }).where('workspace_id', '=', act.actor.workspaceId).where('id', '=', personId)
    .where('state', '=', 'active').where('placeholder_source', 'is not', null).execute()
}
