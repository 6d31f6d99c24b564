import type { Hit } from '#contract/search.ts'
import { fitting } from '../../ui/composer/sources.ts'
import { KIND_WORDS } from '../entry-kinds.ts'
import { t } from '../../ui/words.ts'

/** A place to jump to: a space, a person, or anything written. */
export type Thing = { id: string, title: string, about: string, href: string }
type Named = { id: string, name: string }
type Entry = { number: number, kind: Hit['kind'], title: string, spaceName: string }

/** So many of one kind are offered; more would be a page to read. */
const OFFERED = 8

export const ofSpace = ({ id, name }: Named): Thing => ({ id: `space ${id}`, title: name, about: t`Space`, href: `/spaces/${id}` })
export const ofPerson = ({ id, name }: Named): Thing => ({ id: `person ${id}`, title: name, about: t`Person`, href: `/people/${id}` })
export const ofEntry = ({ number, kind, title, spaceName }: Entry): Thing => ({ id: `entry ${number}`, title, about: t`${KIND_WORDS[kind]} #${number} in ${spaceName}`, href: `/${number}` })

/** A hit of a search as the entry that it stands in; a title is all that is shown of it. */
export const ofHit = ({ title, ...hit }: Pick<Hit, 'number' | 'kind' | 'title' | 'spaceName'>): Thing => ofEntry({ ...hit, title: title.map(({ text }) => text).join('') })

/** Those whose name, or a word of it, begins as was typed. */
export const named = (things: readonly Thing[], query: string): Thing[] => fitting(things, query, ({ title }) => title)

/** What was written, titles that begin so before texts that say so, each once. */
export const once = (...lists: readonly (readonly Thing[])[]): Thing[] => [...new Map(lists.flat().toReversed().map((thing) => [thing.id, thing])).values()].toReversed().slice(0, OFFERED)

/** The number that was typed: `128` or `#128`. */
export function numberIn(query: string): number | undefined {
  const number = Number(/^#?(\d{1,9})$/.exec(query.trim())?.[1])
  return number > 0 ? number : undefined
}
