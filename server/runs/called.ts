import { parseMentions } from '#domain/asks/mentions.ts'
import type { Callable } from '#domain/asks/mentions.ts'
import { visiblePeople } from '#server/people/public.ts'
import type { Looker, Reading } from './queries.ts'

/** Whom the actor may call by name. */
const callable = async (act: Looker): Promise<Callable> => ({ people: (await visiblePeople(act)).map(({ id, name }) => ({ id, name })), roles: [] })

/** Who a name in a step is: the one person whom it calls; null where it calls nobody, or more than one. */
function personCalled(name: string, people: Callable): string | null {
  const [mention] = parseMentions(`@${name}`, people)
  return mention?.kind === 'person' && mention.end === name.length + 1 ? mention.id : null
}

/** The same for several names. */
export async function peopleCalled(act: Reading, names: readonly string[]): Promise<Map<string, string | null>> {
  if (names.length === 0) return new Map()
  const people = await callable(act)
  return new Map(names.map((name) => [name, personCalled(name, people)]))
}
