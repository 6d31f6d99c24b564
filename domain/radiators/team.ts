import { cityOf } from '../time/zones.ts'
import type { backWords } from '../time/availability.ts'
import { overlap } from '../time/overlap.ts'
import { ENGLISH, amount, said } from '../words/said.ts'
import type { SaidValue } from '../words/said.ts'
import type { Agreement, Document, Member, Place, Reader, Role } from './facts.ts'
import { usualTimes, weekAhead } from './cities.ts'
import { awayOf, weekWords, yourTimes } from './hours.ts'
import { entryLink, inList, inOne, line, link, many, personLink, readParts, run } from './pieces.ts'
import type { Part, Section, Told } from './pieces.ts'
import { readFirst } from './read-first.ts'
import { isEmptyText, open, stopped } from './words.ts'

export type TeamFacts = {
  readonly reader: Reader; readonly name: string; readonly members: readonly Member[]; readonly agreement: Agreement | null; readonly documents: readonly Document[]; readonly roles: readonly Role[]
  /** Spaces with whoever is in them. */
  readonly places: readonly (Place & { readonly memberIds: readonly string[] })[]
}

/** With more people than this, who shares hours with whom is told of the reader alone, and of so many. */
const PAIRS_MAX = 12
const TITLES_MAX = 4

/** The team in sentences: when each works, what they share, how fast they answer, and who minds what. */
export function teamReadme(facts: TeamFacts): Section[] {
  return readParts([hours(facts), together(facts), answers(facts), minds(facts), unminded(facts)], facts.reader.words ?? ENGLISH)
}

const who = ({ id, name }: Pick<Member, 'id' | 'name'>, reader: Reader): Told => personLink(id === reader.id ? said`You¦who` : name, id)

function hours({ members, reader }: TeamFacts): Part {
  const names = new Map(members.map(({ id, name }) => [id, name]))
  return { title: said`When we work`, paragraphs: [], items: members.map((member) => inOne([hoursLine(member, reader), ...awayLine(member, reader, names), ...rolesLine(member, reader)])) }
}

function hoursLine(member: Member, reader: Reader): Told {
  const you = member.id === reader.id
  const [name, city, week, yours] = [who(member, reader), cityOf(member.zone), weekWords(member.calendar, reader), yourTimes(member, reader)]
  const guest = member.guest ? said`, as a guest,` : ''
  if (week === null) return you ? line`${name} are in ${city}${guest} and have not said yet when you work.` : line`${name} is in ${city}${guest} and has not said yet when they work.`
  const here = yours === null ? '' : said`, which is ${yours} for you`
  return you ? line`${name} are in ${city}${guest} and work ${week}${here}.` : line`${name} is in ${city}${guest} and works ${week}${here}.`
}

function awayLine(member: Member, reader: Reader, names: ReadonlyMap<string, string>): Told[] {
  const away = awayOf(member, reader)
  if (away === null) return []
  const name = away.coverId === null ? undefined : names.get(away.coverId)
  const cover = name === undefined || away.coverId === null ? '' : line`; ${personLink(name, away.coverId)} covers`
  const until = backPart(away.back)
  return [member.id === reader.id ? line`You are away now${until}${cover}.` : line`They are away now${until}${cover}.`]
}

function backPart(back: ReturnType<typeof backWords> | null): SaidValue {
  if (back === null) return ''
  return back.today ? said`, back at ${back.when}` : said`, back on ${back.when}`
}

function rolesLine({ id, roles }: Member, reader: Reader): Told[] {
  if (roles.length === 0) return []
  const list = inList(roles)
  if (id === reader.id) return [roles.length === 1 ? line`You hold the role ${list}.` : line`You hold the roles ${list}.`]
  return [roles.length === 1 ? line`They hold the role ${list}.` : line`They hold the roles ${list}.`]
}

/** What the reader shares with each of the others in the week ahead; where nobody else is, nothing. */
function together({ members, reader }: TeamFacts): Part {
  const title = said`When we share time`
  const me = members.find(({ id }) => id === reader.id)
  const others = members.filter(({ id, calendar }) => id !== reader.id && calendar.periods.length > 0).slice(0, PAIRS_MAX)
  if (!me || others.length === 0) return { title, paragraphs: [], items: [] }
  const { start, end } = weekAhead(reader)
  const shared = others.map((other) => ({ name: personLink(other.name, other.id), times: usualTimes(overlap([me.calendar, other.calendar], start, end), reader.zone, reader.words) }))
  const never = shared.filter(({ times }) => times === null).map(({ name }) => name)
  const alike = Map.groupBy(shared, ({ times }) => times)
  return {
    title, paragraphs: never.length === 0 ? [] : [line`You and ${inList(never)} never work at once in the coming seven days; write, and expect the answer on their next working day.`],
    items: [...alike].flatMap(([times, some]) => times === null ? [] : [line`With ${inList(some.map(({ name }) => name))} you share ${times}.`]),
  }
}

function answers({ agreement }: TeamFacts): Part {
  const title = said`How fast we answer`
  if (agreement === null) return { title, paragraphs: [], items: [] }
  return {
    title, paragraphs: [line`This is what ${link(said`the agreement`, '/agreement')} asks of whoever is asked, on their own clock.`],
    items: agreement.responses.map(({ name, within, meaning }) => `${name.charAt(0).toUpperCase()}${name.slice(1)}: ${within}.${isEmptyText(meaning) ? '' : ` ${stopped(meaning)}`}`),
  }
}

/** Titles in a row, and how many more there are. */
function titled(documents: readonly Document[]): Told {
  const shown = readFirst(documents, TITLES_MAX).map(({ title, number }) => entryLink(title, number))
  const more = documents.length - shown.length
  return inList([...shown, ...more > 0 ? [line`${many(amount(more, 'thing'))} more`] : []])
}

/** Everybody who answers for something, with the first of it. */
function minds({ members, documents, reader }: TeamFacts): Part {
  const items = members.flatMap((member) => {
    const own = documents.filter(({ ownerId }) => ownerId === member.id)
    if (own.length === 0) return []
    return [member.id === reader.id ? line`${who(member, reader)} answer for ${titled(own)}.` : line`${who(member, reader)} answers for ${titled(own)}.`]
  })
  return { title: said`Who minds what`, paragraphs: [], items }
}

/** What would be lost without anybody noticing: spaces with one person in them, roles that nobody holds, documents that nobody minds. */
function unminded({ places, documents, roles, members }: TeamFacts): Part {
  const names = new Map(members.map(({ id, name }) => [id, name]))
  const alone = places.flatMap(({ id, name, memberIds: [only, ...others] }) => {
    const person = only === undefined || others.length > 0 ? undefined : names.get(only)
    return person === undefined || only === undefined ? [] : [line`${personLink(person, only)} is alone in ${link(name, `/spaces/${id}`)}.`]
  })
  const empty = roles.filter(({ holders }) => holders.length === 0).map(({ name, purpose }) => line`Nobody holds ${run(name, isEmptyText(purpose) ? '' : ` (${open(purpose)})`)}.`)
  const orphans = documents.filter(({ ownerId }) => ownerId === null)
  return { title: said`What hangs on one person, or on nobody`, paragraphs: [], items: [...alone, ...empty, ...orphans.length === 0 ? [] : [line`Nobody minds ${titled(orphans)}.`]] }
}
