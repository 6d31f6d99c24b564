import { readMe } from '#contract/account.ts'
import { nameEntries } from '#contract/entries.ts'
import { findTitles } from '#contract/links.ts'
import { listPeople } from '#contract/people.ts'
import { search } from '#contract/search.ts'
import { useRead } from '../api.ts'
import { isAdmin } from '../me.ts'
import { useSettled } from '../use-settled.ts'
import { recentPlaces } from './recent.ts'
import { named, numberIn, ofEntry, ofHit, ofPerson, ofSpace, once } from './things.ts'
import type { Thing } from './things.ts'

/** A pause in typing after which the server is asked. Unit: ms. */
const PAUSE = 120
/** One letter fits almost everything. */
const ASKED_FROM = 2
const HITS = 8

export type Things = {
  /** Whoever reads is owner or admin. */
  manages: boolean
  recent: readonly Thing[]
  spaces: readonly Thing[]
  people: readonly Thing[]
  written: readonly Thing[]
}

/** What can be jumped to for what was typed; where one was lately, while nothing is. Nothing for those who are not signed in. */
export function useThings(typed: string): Things {
  const query = typed.trim()
  const settled = useSettled(query, PAUSE)
  const me = useRead(readMe, {}, { when: false }).data
  const people = (useRead(listPeople, {}, { when: me !== undefined }).data?.people ?? []).filter(({ state }) => state === 'active').map(ofPerson)
  const number = numberIn(settled)
  const asks = me !== undefined && settled.length >= ASKED_FROM && number === undefined
  const titles = useRead(findTitles, { begins: settled }, { when: asks }).data?.items ?? []
  const hits = useRead(search, { q: settled, limit: HITS }, { when: asks }).data?.items ?? []
  const spaces = (me?.spaces ?? []).map(ofSpace)
  const places = me && query === '' ? recentPlaces(localStorage, me.person.id) : []
  const visited = places.flatMap((path) => numberIn(path.slice(1)) ?? [])
  const numbers = number === undefined ? visited : [number]
  const byNumber = (useRead(nameEntries, { numbers }, { when: me !== undefined && numbers.length > 0 }).data?.items ?? []).map(ofEntry)
  const known = [...byNumber, ...spaces, ...people]
  return {
    manages: me !== undefined && isAdmin(me),
    recent: places.flatMap((path) => known.find(({ href }) => href === path) ?? []),
    spaces: query === '' ? [] : named(spaces, query), people: query === '' ? [] : named(people, query),
    written: query === '' ? [] : once(number === undefined ? [] : byNumber, titles.map(ofEntry), hits.map(ofHit)),
  }
}
