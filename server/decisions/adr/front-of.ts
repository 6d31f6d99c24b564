import { isDeepStrictEqual } from 'node:util'
import { DECIDER_KEYS } from './data.ts'
import type { Front } from './front-matter.ts'
import { plainTitle } from './marks.ts'
import { matchPeople } from './people.ts'
import type { Person } from './people.ts'
import type { AdrRecord } from './record.ts'
import { rewriteFront } from './rewrite-front.ts'
import type { FrontChange } from './rewrite-front.ts'

/** People by what they are here, and names that are nobody here. */
export type Named = { readonly ids: readonly string[]; readonly names: readonly string[] }
export type FrontGiven = {
  readonly title: string; readonly status: string
  /** YYYY-MM-DD. */
  readonly date: string | null
  readonly deciders: Named; readonly consulted: Named; readonly informed: Named; readonly tags: readonly string[]
}
/** The file that a decision came from. `statusStays`: what it says of its status is so still. */
export type CameAs = { readonly front: Front; readonly record: AdrRecord; readonly people: readonly Person[]; readonly statusStays: boolean }

/** Front matter as MADR has it. */
export const freshFront = (given: FrontGiven): string => rewriteFront('', changesOf(given).filter(({ value }) => value !== null && value.length > 0))

const changesOf = ({ status, date, deciders, consulted, informed, tags }: FrontGiven): FrontChange[] => [
  { keys: ['status'], value: status }, { keys: ['date'], value: date }, { keys: DECIDER_KEYS, value: deciders.names }, { keys: ['consulted'], value: consulted.names }, { keys: ['informed'], value: informed.names }, { keys: ['tags'], value: tags },
]

/** The front matter of the file that it came from, with what changed here since; keys of other tools stay where they are. */
export function keptFront(given: FrontGiven, came: CameAs): string {
  const { front: { yaml, values }, record } = came
  if (yaml === null) return freshFront(given)
  const stays: Readonly<Record<string, boolean>> = {
    status: came.statusStays && values.has('status'), date: given.date === null || given.date === record.date, tags: isDeepStrictEqual(given.tags, record.tags),
    'decision-makers': samePeople(given.deciders, record.deciders, came), consulted: samePeople(given.consulted, record.consulted, came, given.deciders), informed: samePeople(given.informed, record.informed, came, given.deciders, given.consulted),
  }
  const stands = (keys: readonly string[]): boolean => keys.some((key) => values.has(key))
  const changes = changesOf(given).map((change) => change.value?.length === 0 ? { ...change, value: null } : change).filter(({ keys, value }) => !(stays[keys[0]] === true && (stands(keys) || value === null)) && !(value === null && !stands(keys)))
  const title = values.get('title')?.words[0]
  const renamed: FrontChange[] = title !== undefined && given.title !== record.content.title && plainTitle(title) === record.content.title ? [{ keys: ['title'], value: given.title }] : []
  return rewriteFront(yaml, [...renamed, ...changes])
}

/** Whether the names of a file mean those who are named here; whoever has a weightier part is left out, as the import does. */
function samePeople({ ids, names }: Named, said: readonly string[], { people }: CameAs, ...above: readonly Named[]): boolean {
  const found = matchPeople(said, people)
  const weightier = new Set(above.flatMap((one) => one.ids))
  return isDeepStrictEqual(found.ids.filter((id) => !weightier.has(id)), ids) && names.length === ids.length + found.rest.length && found.rest.every((name) => names.includes(name))
}
