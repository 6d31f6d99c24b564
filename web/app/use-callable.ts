import { useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { listEntries } from '#contract/entries.ts'
import { findTitles } from '#contract/links.ts'
import { listPeople, listTeamRoles } from '#contract/people.ts'
import type { Callable } from '#domain/asks/mentions.ts'
import { counted, listInWords } from '../ui/format.ts'
import type { CompletionSource } from '../ui/composer/completion.ts'
import { EMOJI_SOURCE, entrySource, fitting, mentionSource, titleSource } from '../ui/composer/sources.ts'
import { call, keyOf, useRead } from './api.ts'
import { useNow } from './clock.ts'
import { useMe, zoneOf } from './me.ts'
import { t } from '../ui/words.ts'

/** So many of the newest entries are offered for `#`. */
const OFFERED = 100
const NOBODY: Callable = { people: [], roles: [] }

export type Called = {
  /** Whom a text can call; nobody until they are known. Stable while they do not change. */
  callable: Callable
  /** For a composer: `@`, `#`, `[[` and `:`. Stable for half a minute, in which the clocks it shows stand. */
  sources: readonly CompletionSource[]
}

/** Whom and what a text in a space can name: its people with their clocks, roles, `here` and `space`, and entries. */
export function useCallable(spaceId: string | undefined): Called {
  const queries = useQueryClient()
  const now = useNow()
  const zone = zoneOf(useMe().data)
  const people = useRead(listPeople, spaceId === undefined ? {} : { spaceId }, { when: spaceId !== undefined }).data?.people
  const roles = useRead(listTeamRoles, {}, { when: spaceId !== undefined }).data?.roles
  const callable = useMemo(() => (people ? { people: people.filter(({ state }) => state === 'active').map(({ id, name }) => ({ id, name })), roles: (roles ?? []).filter(({ archived }) => !archived).map(({ id, name }) => ({ id, name })) } : NOBODY), [people, roles])
  const sources = useMemo(() => {
    const active = (people ?? []).filter(({ state }) => state === 'active')
    const names = new Map(active.map(({ id, name }) => [id, name]))
    const working = active.filter((person) => person.working).length
    const others = [
      ...(roles ?? []).filter(({ archived }) => !archived).map(({ id, name, holders }) => ({ key: id, name, about: listInWords(holders.flatMap((holder) => names.get(holder) ?? [])) || t`nobody holds it¦role` })),
      { key: 'here', name: 'here', about: t`whoever works now: ${counted(working, 'person', 'people')}` }, { key: 'space', name: 'space', about: t`everybody in the space: ${counted(active.length, 'person', 'people')}` },
    ]
    const find = async (query: string) => {
      const { items } = await queries.fetchQuery({ queryKey: keyOf(listEntries, { limit: OFFERED }), queryFn: () => call(listEntries, { limit: OFFERED }) })
      return fitting(items, query, ({ number, title }) => `${number} ${title}`).map(({ number, title, spaceName }) => ({ number, title, about: spaceName }))
    }
    const titled = async (begins: string) => {
      const { items } = await call(findTitles, { begins, ...(spaceId !== undefined && { from: spaceId }) })
      return items.map(({ number, title, spaceName }) => ({ number, title, about: `#${number} in ${spaceName}` }))
    }
    return [mentionSource(active, others, now, zone), entrySource(find), titleSource(titled), EMOJI_SOURCE]
  }, [people, roles, now, zone, queries, spaceId])
  return { callable, sources }
}
