import { codeRanges, insideOf } from '../text/code-ranges.ts'
import { splitAtNumbers } from '../text/links.ts'
import { localTime } from '../time/local.ts'
import { isWorking } from '../time/next-working-moment.ts'
import { zoneAt } from '../time/periods.ts'
import type { Instant, WorkCalendar } from '../time/types.ts'
import { ENGLISH, inWords, said } from '../words/said.ts'
import type { Words } from '../words/said.ts'

/** Where a text calls somebody, or an entry. `here`: whoever of the space works now. `space`: all its members. */
export type Mention = { readonly start: number; readonly end: number } & (
  | { readonly kind: 'person' | 'role'; readonly id: string }
  | { readonly kind: 'here' | 'space' }
  | { readonly kind: 'entry'; readonly number: number }
)

type Named = { readonly id: string; readonly name: string }
/** Whom a text can call: only people and roles that its author may see. */
export type Callable = { readonly people: readonly Named[]; readonly roles: readonly Named[] }

/** Names longer than this are not looked for. Unit: UTF-16 units. */
const NAME_MAX = 100

/** An at sign that does not stand in a word, an address or a path. */
const AT = /(?<![\p{L}\p{N}_@/.&+-])@(?=[\p{L}\p{N}])/gu
/** Where a name may end: before anything but a letter, a digit, or a hyphen that goes on. */
const NAME_END = /(?<=[\p{L}\p{N}\p{M}.)])(?![\p{L}\p{N}\p{M}_]|-[\p{L}\p{N}])/gu

/**
 * Everybody and everything that a Markdown text calls, in its order. Code calls nobody, and nor does a quote; entries are
 * linked from quotes too, as the page shows them. A first name is enough where only one person has it; the longest name
 * wins; of a person and a role of one name, the person; `here` and `space` before both.
 *
 * @example parseMentions('@Mei see #128', …) is Mei and entry 128
 */
export function parseMentions(markdown: string, callable: Callable): Mention[] {
  const ranges = codeRanges(markdown)
  const [isApart, isCode] = [insideOf(ranges), insideOf(ranges.filter(({ kind }) => kind === 'code'))]
  const names = namesOf(callable)
  const called = [...markdown.matchAll(AT)]
    .filter(({ index }) => !isApart(index))
    .flatMap(({ index }) => calledAt(markdown, index, names) ?? [])
  const entries = entriesIn(markdown).filter(({ start }) => !isCode(start))
  return [...called, ...entries].toSorted((a, b) => a.start - b.start)
}

type Target = { kind: 'person' | 'role'; id: string } | { kind: 'here' | 'space' }

/** By name in small letters. A name that several people have calls none of them; what is listed later counts more. */
function namesOf({ people, roles }: Callable): Map<string, Target> {
  const person = ({ id }: Named): Target => ({ kind: 'person', id })
  return new Map<string, Target>([
    ...alone(people, ({ name }) => name.split(/\s/)[0] ?? '', person),
    ...alone(roles, ({ name }) => name, ({ id }) => ({ kind: 'role', id })),
    ...alone(people, ({ name }) => name, person),
    ['here', { kind: 'here' }], ['space', { kind: 'space' }],
  ])
}

function alone(named: readonly Named[], name: (one: Named) => string, target: (one: Named) => Target): [string, Target][] {
  return [...Map.groupBy(named, (one) => key(name(one)))].flatMap(([called, [one, ...others]]): [string, Target][] => one !== undefined && others.length === 0 ? [[called, target(one)]] : [])
}

const key = (name: string): string => name.normalize('NFC').toLowerCase()

function calledAt(markdown: string, start: number, names: ReadonlyMap<string, Target>): Mention | null {
  const after = markdown.slice(start + 1, start + 1 + NAME_MAX)
  for (const { index } of [...after.matchAll(NAME_END)].reverse()) {
    const target = names.get(key(after.slice(0, index)))
    if (target !== undefined) return { start, end: start + 1 + index, ...target }
  }
  return null
}

function entriesIn(markdown: string): Mention[] {
  let at = 0
  return splitAtNumbers(markdown).flatMap(({ text, number }): Mention[] => {
    const start = at
    at += text.length
    return number === undefined ? [] : [{ kind: 'entry', number, start, end: at }]
  })
}

/** A space as far as a mention reaches into it. */
export type Reach = { readonly memberIds: readonly string[]; readonly holdersOf: ReadonlyMap<string, readonly string[]>; readonly calendars: ReadonlyMap<string, WorkCalendar> }

/** Everybody whom the mentions of a text reach, each once; whoever wrote it is not called. */
export function peopleCalled(mentions: readonly Mention[], authorId: string, { memberIds, holdersOf, calendars }: Reach, now: Instant): string[] {
  const works = (id: string): boolean => { const calendar = calendars.get(id); return calendar !== undefined && isWorking(now, calendar) }
  const ids = mentions.flatMap((mention) => {
    switch (mention.kind) {
      case 'person': return [mention.id]
      case 'role': return holdersOf.get(mention.id) ?? []
      case 'space': return memberIds
      case 'here': return memberIds.filter(works)
      case 'entry': return []
    }
  })
  return [...new Set(ids)].filter((id) => id !== authorId)
}

/** What a mention costs. `offWork` counts those who do not work now and are not asleep. */
export type MentionCost = { readonly people: number; readonly asleep: number; readonly offWork: number }

/** Nobody is asked when they sleep; off work at these times of the local clock, we take it that they do. */
const NIGHT_FROM = '22:00'
const NIGHT_UNTIL = '07:00'

/** How many people a mention calls, and how many of them it finds asleep or off work. */
export function mentionCost(called: readonly WorkCalendar[], now: Instant): MentionCost {
  const off = called.filter((calendar) => !isWorking(now, calendar))
  const asleep = off.filter((calendar) => isNight(localTime(now, zoneAt(calendar, now)))).length
  return { people: called.length, asleep, offWork: off.length - asleep }
}

const isNight = (time: string): boolean => time >= NIGHT_FROM || time < NIGHT_UNTIL

/** @example mentionCostWords({ people: 12, asleep: 3, offWork: 4 }) is 'Calls 12 people: 3 are asleep now, 4 are off work.' */
export function mentionCostWords({ people, asleep, offWork }: MentionCost, words: Words = ENGLISH): string {
  if (people === 0) return inWords(said`Calls nobody.`, words)
  const sleep = asleep === 0 ? [] : [asleep === 1 ? said`1 is asleep now` : said`${String(asleep)} are asleep now`]
  const off = offWork === 0 ? [] : [offWork === 1 ? said`1 is off work` : said`${String(offWork)} are off work`]
  const who = people === 1 ? said`1 person` : said`${String(people)} people`
  const parts = [...sleep, ...off].map((part) => inWords(part, words)).join(', ')
  return inWords(parts === '' ? said`Calls ${who}.` : said`Calls ${who}: ${parts}.`, words)
}
