import type { OutputOf } from '#contract/operation.ts'
import type { search } from '#contract/search.ts'
import { namesOf } from '#server/people/public.ts'
import type { Act } from '#server/platform/act.ts'
import type { Space } from '#server/spaces/public.ts'
import type { Found } from './candidates.ts'

type Facets = OutputOf<typeof search>['facets']

/** Most lines of one list; who wrote one text of hundreds is found by a name. */
const LINES_MAX = 8

/** What was found by kind, space and writer, most first. */
export async function facetsOf(act: Act, found: readonly Found[], visible: readonly Space[]): Promise<Facets> {
  const people = counted(found.map(({ authorId }) => authorId))
  const spaces = new Map(visible.map(({ id, name }) => [id, name]))
  const names = await namesOf(act, people.map(({ value }) => value))
  return {
    kinds: counted(found.map(({ kind }) => kind)).map((line) => ({ ...line, label: line.value })),
    spaces: counted(found.map(({ spaceId }) => spaceId)).map((line) => ({ ...line, label: spaces.get(line.value) ?? '' })),
    people: people.map((line) => ({ ...line, label: names.get(line.value)?.name ?? '' })),
  }
}

function counted(values: readonly string[]): { value: string; count: number }[] {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].map(([value, count]) => ({ value, count })).toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)).slice(0, LINES_MAX)
}
