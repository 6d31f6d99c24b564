import type { ImportedPlace } from '#domain/imports/types.ts'
import { spaceNameFor } from '#domain/imports/space-name.ts'
import { may } from '#domain/policy.ts'
import type { Act } from '#server/platform/act.ts'
import { insertSpace, placeOf, spaceFor } from '#server/spaces/public.ts'

/** Which space each place of a source is, by key; `made` counts those that were made for it. */
export type Places = { ids: Map<string, string>; made: number }

/**
 * Where places of a source go: where they went before, else into an open space of the same name that the importer may write
 * in, else into a new open one. What goes into one chosen space goes there whatever it is called.
 */
export async function settlePlaces(act: Act, source: string, { places, spaceId }: { places: readonly ImportedPlace[]; spaceId: string | null }): Promise<Places> {
  const unique = [...new Map(places.map((place) => [place.key, place])).values()]
  if (spaceId !== null) {
    await spaceFor(act, spaceId, 'space.write')
    return { ids: new Map(unique.map(({ key }) => [key, spaceId])), made: 0 }
  }
  const ids = await placesOf(act, source, unique.map(({ key }) => key))
  for (const known of new Set(ids.values())) await spaceFor(act, known, 'space.write')
  const fresh = unique.filter(({ key }) => !ids.has(key))
  if (fresh.length === 0) return { ids, made: 0 }
  const spaces = await spacesByName(act)
  let made = 0
  for (const place of fresh) {
    const there = usable(act, spaces, place.name)
    const name = spaceNameFor(place.name, new Set(spaces.keys()))
    const id = there ?? await insertSpace(act, { name, purpose: place.purpose, visibility: 'open', noise: 'work' }, act.actor.personId)
    if (there === null) {
      made += 1
      spaces.set(name.toLowerCase(), { id, visibility: 'open', archived_at: null })
    }
    ids.set(place.key, id)
  }
  await act.tx.insertInto('import_place').values(fresh.map(({ key }) => ({ workspace_id: act.actor.workspaceId, source, key, space_id: ids.get(key) ?? '' }))).execute()
  return { ids, made }
}

type Named = { id: string; visibility: 'open' | 'private'; archived_at: Temporal.Instant | null }

/** Every name that is taken, also of spaces that the importer does not see: two spaces never have one name. */
export async function spacesByName(act: Pick<Act, 'tx' | 'actor'>): Promise<Map<string, Named>> {
  const rows = await act.tx.selectFrom('space').select(['id', 'name', 'visibility', 'archived_at']).where('workspace_id', '=', act.actor.workspaceId).execute()
  return new Map(rows.map(({ name, ...row }) => [name.toLowerCase(), row]))
}

/** The open space of this name, where the importer may write in it. What goes into a private one is chosen, never guessed. */
export function usable(act: Pick<Act, 'actor'>, spaces: ReadonlyMap<string, Named>, name: string): string | null {
  const found = spaces.get(name.toLowerCase())
  return found && found.visibility === 'open' && may(act.actor, 'space.write', { place: placeOf(act.actor.workspaceId, found) }) ? found.id : null
}

export async function placesOf({ tx, actor }: Pick<Act, 'tx' | 'actor'>, source: string, keys: readonly string[]): Promise<Map<string, string>> {
  if (keys.length === 0) return new Map()
  const rows = await tx.selectFrom('import_place').select(['key', 'space_id']).where('workspace_id', '=', actor.workspaceId).where('source', '=', source).where('key', 'in', [...keys]).execute()
  return new Map(rows.map((row) => [row.key, row.space_id]))
}
