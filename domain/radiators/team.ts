import { cityOf } from '../time/zones.ts'
import { overlap } from '../time/overlap.ts'
import { daysLater } from '../time/dates.ts'
import type { Agreement, Document, Member, Place, Reader, Role } from './facts.ts'
import { usualTimes } from './cities.ts'
import { awayOf, weekWords, yourTimes } from './hours.ts'
import { entryLink, inList, inOne, line, link, personLink, said } from './pieces.ts'
import type { Line, Section } from './pieces.ts'
import { readFirst } from './read-first.ts'
import { capital, counted, isEmptyText, open, stopped } from './words.ts'

export type TeamFacts = {
  readonly reader: Reader; readonly name: string; readonly members: readonly Member[]; readonly agreement: Agreement | null; readonly documents: readonly Document[]; readonly roles: readonly Role[]
  /** Spaces with whoever is in them. */
  readonly places: readonly (Place & { readonly memberIds: readonly string[] })[]
}

const WEEK_DAYS = 7
/** With more people than this, who shares hours with whom is told of the reader alone, and of so many. */
const PAIRS_MAX = 12
const TITLES_MAX = 4

/** The team in sentences: when each works, what they share, how fast they answer, and who minds what. */
export function teamReadme(facts: TeamFacts): Section[] {
  return said([hours(facts), together(facts), answers(facts), minds(facts), unminded(facts)])
}

function hours({ members, reader }: TeamFacts): Section {
  const names = new Map(members.map(({ id, name }) => [id, name]))
  return { title: 'When we work', paragraphs: [], items: members.map((member) => inOne([hoursLine(member, reader), ...awayLine(member, reader, names), ...rolesLine(member, reader)])) }
}

function hoursLine(member: Member, reader: Reader): Line {
  const you = member.id === reader.id
  const [who, week, yours] = [personLink(you ? 'You' : member.name, member.id), weekWords(member.calendar, reader), yourTimes(member, reader)]
  const where = line`${who} ${you ? 'are' : 'is'} in ${cityOf(member.zone)}${member.guest ? ', as a guest,' : ''}`
  if (week === null) return line`${where} and ${you ? 'have' : 'has'} not said yet when ${you ? 'you work' : 'they work'}.`
  return line`${where} and ${you ? 'work' : 'works'} ${week}${yours === null ? '' : `, which is ${yours} for you`}.`
}

function awayLine(member: Member, reader: Reader, names: ReadonlyMap<string, string>): Line[] {
  const away = awayOf(member, reader)
  if (away === null) return []
  const cover = away.coverId === null ? undefined : names.get(away.coverId)
  const you = member.id === reader.id
  return [line`${you ? 'You are' : 'They are'} away now${away.until === null ? '' : `, back on ${away.until}`}${cover === undefined || away.coverId === null ? '' : line`; ${personLink(cover, away.coverId)} covers`}.`]
}

const rolesLine = ({ id, roles }: Member, reader: Reader): Line[] => roles.length === 0 ? [] : [line`${id === reader.id ? 'You hold' : 'They hold'} the ${roles.length === 1 ? 'role' : 'roles'} ${inList([...roles])}.`]

/** What the reader shares with each of the others in the coming week; where nobody else is, nothing. */
function together({ members, reader }: TeamFacts): Section {
  const me = members.find(({ id }) => id === reader.id)
  const others = members.filter(({ id, calendar }) => id !== reader.id && calendar.periods.length > 0).slice(0, PAIRS_MAX)
  if (!me || others.length === 0) return { title: 'When we share time', paragraphs: [], items: [] }
  const until = daysLater(reader.now, WEEK_DAYS)
  const shared = others.map((other) => ({ who: personLink(other.name, other.id), times: usualTimes(overlap([me.calendar, other.calendar], reader.now, until), reader.zone) }))
  const never = shared.filter(({ times }) => times === null).map(({ who }) => who)
  const alike = Map.groupBy(shared, ({ times }) => times)
  return {
    title: 'When we share time', paragraphs: never.length === 0 ? [] : [line`You and ${inList(never)} never work at once in the coming seven days; write, and expect the answer on their next working day.`],
    items: [...alike].flatMap(([times, some]) => times === null ? [] : [line`With ${inList(some.map(({ who }) => who))} you share ${times}.`]),
  }
}

function answers({ agreement }: TeamFacts): Section {
  if (agreement === null) return { title: 'How fast we answer', paragraphs: [], items: [] }
  return {
    title: 'How fast we answer', paragraphs: [line`This is what ${link('the agreement', '/agreement')} asks of whoever is asked, on their own clock.`],
    items: agreement.responses.map(({ name, within, meaning }) => line`${capital(name)}: ${within}.${isEmptyText(meaning) ? '' : ` ${stopped(meaning)}`}`),
  }
}

/** Everybody who answers for something, with the first of it. */
function minds({ members, documents, reader }: TeamFacts): Section {
  const items = members.flatMap((member) => {
    const own = documents.filter(({ ownerId }) => ownerId === member.id)
    if (own.length === 0) return []
    const shown = readFirst(own, TITLES_MAX).map(({ title, number }) => entryLink(title, number))
    const more = own.length - shown.length
    return [line`${personLink(member.id === reader.id ? 'You' : member.name, member.id)} ${member.id === reader.id ? 'answer' : 'answers'} for ${inList([...shown, ...more > 0 ? [`${counted(more, 'thing')} more`] : []])}.`]
  })
  return { title: 'Who minds what', paragraphs: [], items }
}

/** What would be lost without anybody noticing: spaces with one person in them, roles that nobody holds, documents that nobody minds. */
function unminded({ places, documents, roles, members }: TeamFacts): Section {
  const names = new Map(members.map(({ id, name }) => [id, name]))
  const alone = places.flatMap(({ id, name, memberIds: [only, ...others] }) => {
    const who = only === undefined || others.length > 0 ? undefined : names.get(only)
    return who === undefined || only === undefined ? [] : [line`${personLink(who, only)} is alone in ${link(name, `/spaces/${id}`)}.`]
  })
  const empty = roles.filter(({ holders }) => holders.length === 0).map(({ name, purpose }) => line`Nobody holds ${name}${isEmptyText(purpose) ? '' : ` (${open(purpose)})`}.`)
  const orphans = documents.filter(({ ownerId }) => ownerId === null)
  const first = readFirst(orphans, TITLES_MAX).map(({ title, number }) => entryLink(title, number))
  const nobody = orphans.length === 0 ? [] : [line`Nobody minds ${inList([...first, ...orphans.length > first.length ? [`${counted(orphans.length - first.length, 'thing')} more`] : []])}.`]
  return { title: 'What hangs on one person, or on nobody', paragraphs: [], items: [...alone, ...empty, ...nobody] }
}
