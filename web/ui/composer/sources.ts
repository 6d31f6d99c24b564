import { formatClock, formatWhen } from '../format.ts'
import type { CompletionSource, Suggestion } from './completion.ts'
import { t } from '../words.ts'

/** Shown at once; more would be a page to read. */
const SHOWN_AT_MOST = 8

/** The rank of a name that holds the query in the middle of a word. */
const HOLDS = 2

const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/**
 * What fits a query, best first: names that begin with it, then those in which a word does; names that only hold it count
 * where nothing else fits. Accents and capitals do not matter; the order of the list decides among equals.
 */
export function fitting<Item>(items: readonly Item[], query: string, textOf: (item: Item) => string): Item[] {
  const wanted = fold(query)
  const rank = (item: Item) => {
    const text = fold(textOf(item))
    if (text.startsWith(wanted)) return 0
    return text.includes(` ${wanted}`) ? 1 : text.includes(wanted) ? HOLDS : undefined
  }
  const ranked = items.flatMap((item) => { const at = rank(item); return at === undefined ? [] : [{ item, at }] })
  const best = ranked.some(({ at }) => at < HOLDS) ? ranked.filter(({ at }) => at < HOLDS) : ranked
  return best.sort((a, b) => a.at - b.at).slice(0, SHOWN_AT_MOST).map(({ item }) => item)
}

type Person = { id: string, name: string, zone: string, working: boolean, nextWorkingMoment: string | null }
type Called = { key: string, name: string, about: string }

/**
 * People with the clock where they are and when they work next, then roles, `here` and `space`, for `@`.
 * @param others roles of the team; `about` says whom they reach
 * @param now the page's clock, @param zone the reader's, in which the next working moment is told
 */
export function mentionSource(people: readonly Person[], others: readonly Called[], now: Temporal.Instant, zone: string): CompletionSource {
  const called: Called[] = [...people.map((person) => ({ key: person.id, name: person.name, about: aboutPerson(person, now, zone) })), ...others]
  return {
    trigger: '@', name: t`People and roles`,
    find: (query) => fitting(called, query, ({ name }) => name).map(({ key, name, about }): Suggestion => ({ key, label: name, about, insert: `@${name}` })),
  }
}

/** `16:04 there, works now` or `02:10 there, works next tomorrow 09:00 your time`. */
function aboutPerson({ zone: theirs, working, nextWorkingMoment }: Person, now: Temporal.Instant, zone: string): string {
  const there = formatClock(now, theirs)
  if (working) return t`${there} there, works now`
  if (nextWorkingMoment === null) return t`${there} there, no working time ahead`
  return t`${there} there, works next ${formatWhen(Temporal.Instant.from(nextWorkingMoment), zone, now)} your time`
}

type Entry = { number: number, title: string, about?: string | undefined }

/** Entries by number or title, for `#`. @param find asks the server; what comes back is in its order */
export function entrySource(find: (query: string, signal: AbortSignal) => Promise<readonly Entry[]>): CompletionSource {
  return {
    trigger: '#', name: t`Entries`,
    find: async (query, signal) => (await find(query, signal)).slice(0, SHOWN_AT_MOST).map(({ number, title, about }): Suggestion => ({ key: String(number), label: `#${number} ${title}`, about, insert: `#${number}` })),
  }
}

/** Signs that end a title in double brackets; such a one is linked by its number. */
const UNWRITABLE = /[[\]|#]/

/** Pages, decisions and learnings by title, for `[[`. @param find asks the server; what comes back is in its order */
export function titleSource(find: (query: string, signal: AbortSignal) => Promise<readonly Entry[]>): CompletionSource {
  return {
    trigger: '[[', name: t`Pages and decisions by title`,
    find: async (query, signal) => (await find(query, signal)).slice(0, SHOWN_AT_MOST).map(({ number, title, about }): Suggestion => ({ key: String(number), label: title, about, insert: UNWRITABLE.test(title) ? `#${number}` : `[[${title.replace(/\s+/g, ' ').trim()}]]` })),
  }
}

/** Emoji by name, for `:`. The names are fetched when somebody first types one. */
export const EMOJI_SOURCE: CompletionSource = {
  trigger: ':', name: t`Emoji`,
  find: async (query) => {
    const { nameToEmoji } = await import('gemoji')
    const names = Object.keys(nameToEmoji)
    const wanted = query.toLowerCase()
    const exact = names.includes(wanted) ? [wanted] : []
    const found = new Set([...exact, ...fitting(names, wanted, (name) => name.replaceAll('_', ' '))])
    return [...found].slice(0, SHOWN_AT_MOST).map((name): Suggestion => ({ key: name, label: `${nameToEmoji[name] ?? ''} ${name.replaceAll('_', ' ')}`, insert: nameToEmoji[name] ?? '' }))
  },
}
