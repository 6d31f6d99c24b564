import { countInWords } from '../brief/count-words.ts'
import { onDay } from '../links/words.ts'
import type { Agreement, Document, Matter, Member, Place, Reader, Role, Wrap } from './facts.ts'
import { citiesOf, sharedHours } from './cities.ts'
import { entryLink, inARow, inList, inOne, line, link, personLink, said } from './pieces.ts'
import type { Line, Section } from './pieces.ts'
import { readFirst } from './read-first.ts'
import { capital, counted, isEmptyText, kindOf, open, stopped } from './words.ts'

export type StartFacts = {
  readonly reader: Reader; readonly workspace: string; /** Null for the whole workspace. */ readonly space: Place | null
  readonly members: readonly Member[]; readonly places: readonly Place[]; readonly agreement: Agreement | null; readonly roles: readonly Role[]
  readonly documents: readonly Document[]; readonly records: number; readonly wraps: readonly Wrap[]; readonly openDecisions: readonly Matter[]
}

/** A list longer than this is not read on a first day. */
const PLACES_MAX = 12
const MATTERS_MAX = 5
const NAMES_MAX = 12

/** Everything somebody needs on their first day, told as a colleague would. */
export function startHere(facts: StartFacts): Section[] {
  return said([whoWeAre(facts), howWeWork(facts), whereThingsLive(facts), toReadFirst(facts), whomToAsk(facts), goingOn(facts)])
}

function whoWeAre({ reader, workspace, space, members }: StartFacts): Section {
  const team = members.filter(({ guest }) => !guest)
  const guests = members.length - team.length
  const cities = citiesOf(team, reader)
  const name = space?.name ?? workspace
  if (team.length === 0) return { title: 'Who we are', paragraphs: [line`Nobody has joined ${name} yet.`], items: [] }
  const where = cities.length === 1 ? line` in ${cities[0]?.name ?? ''}` : line` in ${counted(cities.length, 'city', 'cities')}`
  const people = team.length > NAMES_MAX ? line`${name} is ${counted(team.length, 'person', 'people')}${where}: ${inList(cities.map((city) => `${city.name} (${counted(city.members.length, 'person', 'people')})`))}.`
    : line`${name} is ${counted(team.length, 'person', 'people')}${where}: ${inARow(cities.map((city) => named(city.members, reader, cities.length === 1 ? null : city.name)))}.`
  const hours = sharedHours(cities, reader)
  const shares = hours.length === 0 ? [] : [line`On your clock, ${inList(hours)}; everything else is written, so that nobody has to wait up for it.`]
  const more = line`Everybody’s hours stand on ${link('the page of the team', '/team')}.${guests > 0 ? ` ${capital(counted(guests, 'guest'))} from outside ${guests === 1 ? 'reads' : 'read'} along.` : ''}`
  return { title: 'Who we are', paragraphs: [people, inOne([...shares, more])], items: [] }
}

function named(members: readonly Member[], reader: Reader, city: string | null): Line {
  const names = inList(members.toSorted((a, b) => Number(a.id === reader.id) - Number(b.id === reader.id)).map(({ id, name }) => personLink(id === reader.id ? 'you' : name, id)))
  return city === null ? names : line`${names} in ${city}`
}

function howWeWork({ agreement, reader }: StartFacts): Section {
  if (agreement === null) return { title: 'How we work', paragraphs: [], items: [] }
  const { version, changedAt, changedBy, clauses } = agreement
  const since = version === 1 ? line`We work by ${link('an agreement', '/agreement')} that the team chose when it began.`
    : line`We work by ${link('an agreement', '/agreement')}, now in its version ${String(version)}, which ${changedBy} changed ${onDay(changedAt, reader.now, reader.zone)}.`
  return { title: 'How we work', paragraphs: [inOne([since, line`In a sentence each:`])], items: clauses.map(({ title, gist }) => line`${link(title, '/agreement')}. ${stopped(gist)}`) }
}

function whereThingsLive({ space, places, records, documents, openDecisions }: StartFacts): Section {
  const items = space === null ? places.slice(0, PLACES_MAX).map(placeLine) : []
  const rest = places.length - items.length
  const pages = documents.filter(({ kind }) => kind !== 'decision').length
  const written = [
    ...pages > 0 ? [line`What we know stands on ${link(counted(pages, 'page'), '/pages')}.`] : [],
    ...records > 0 ? [line`What we decided, and why, stands in ${link('the decisions', '/decisions')}: ${thatAre(records, 'holds', 'hold')}${openDecisions.length > 0 ? `, and ${thatAre(openDecisions.length, 'is open', 'are open')}` : ''}.`] : [],
    pages + records === 0 ? line`${link('Search', '/search')} looks through everything that was written.` : line`What somebody says about either stands beside it, and ${link('search', '/search')} looks through all of it.`,
  ]
  return { title: 'Where things live', paragraphs: [inOne(written)], items: [...items, ...space === null && rest > 0 ? [line`${capital(counted(rest, 'more space'))} ${rest === 1 ? 'stands' : 'stand'} in ${link('the list of spaces', '/spaces')}.`] : []] }
}

const thatAre = (count: number, one: string, many: string): string => `${countInWords(count)} that ${count === 1 ? one : many}`

const placeLine = ({ id, name, purpose, private: closed, noise }: Place): Line =>
  line`${link(name, `/spaces/${id}`)}${closed ? ', for its members only' : ''}${isEmptyText(purpose) ? '.' : `: ${stopped(lower(purpose))}`}${noise === 'work' ? line` See ${link('how it stands', `/spaces/${id}/status`)}.` : ''}`

/** A purpose goes on after a colon; names of two capitals keep theirs. */
const lower = (words: string): string => /^\p{Lu}\p{Lu}/u.test(words) ? words : `${words.charAt(0).toLowerCase()}${words.slice(1)}`

function toReadFirst({ documents }: StartFacts): Section {
  const first = readFirst(documents)
  return { title: first.length < 2 ? 'Read this first' : `Read these ${countInWords(first.length)} first`, paragraphs: [], items: first.map(documentLine) }
}

function documentLine(document: Document): Line {
  const { number, title, gist, truth, kind, ownerId, ownerName } = document
  const owner = ownerId === null || ownerName === null ? null : personLink(ownerName, ownerId)
  const says = isEmptyText(gist) || gist === title
  if (kind === 'decision') return line`${entryLink(title, number)}: ${says ? 'a decision' : `we chose “${open(gist)}”`}${owner === null ? '' : line`; ${owner} answers for it`}.`
  const minded = owner === null ? '' : line` that ${owner} minds`
  return line`${entryLink(title, number)}: ${says ? '' : `${stopped(gist)} `}${article(kindOf(document))}${minded}${truth === 'verified' ? ', verified' : truth === 'stale' ? ', due to be looked at again' : ''}.`
}

const article = (noun: string): string => `${/^[aeiouAEIOU]/.test(noun) ? 'An' : 'A'} ${noun}`

/** By role, then by space: who answers for most of its decisions and pages, else who wrote the last wrap in it. */
function whomToAsk({ roles, places, space, documents, wraps }: StartFacts): Section {
  const held = roles.filter(({ holders }) => holders.length > 0).map(({ name, purpose, holders }) =>
    line`${name}: ${inList(holders.map((holder) => personLink(holder.name, holder.id)))}${isEmptyText(purpose) ? '' : ` (${open(lower(purpose))})`}.`)
  const rooms = (space === null ? places.filter(({ noise }) => noise === 'work') : [space]).flatMap((place) => {
    const who = mindsMost(documents.filter(({ spaceId }) => spaceId === place.id))
    if (who !== null) return [line`About ${place.name}: ${personLink(who.name, who.id)}, who answers for ${who.titles}.`]
    const wrap = wraps.find(({ spaceId }) => spaceId === place.id)
    return wrap ? [line`About ${place.name}: ${personLink(wrap.authorName, wrap.authorId)}, who wrote ${entryLink('the last wrap', wrap.number)} there.`] : []
  })
  return { title: 'Who to ask', paragraphs: [], items: [...held, ...rooms] }
}

/** Titles of what somebody answers for that are named; more would be a list. */
const TITLES_MAX = 2

function mindsMost(documents: readonly Document[]): { id: string; name: string; titles: Line } | null {
  const owned = documents.flatMap((document) => document.ownerId !== null && document.ownerName !== null ? [{ document, id: document.ownerId, name: document.ownerName }] : [])
  const [most] = [...Map.groupBy(owned, ({ id }) => id).values()].toSorted((a, b) => b.length - a.length || (a[0]?.name ?? '').localeCompare(b[0]?.name ?? ''))
  const [first] = most ?? []
  if (!most || !first) return null
  const shown = readFirst(most.map(({ document }) => document), TITLES_MAX).map(({ title, number }) => entryLink(title, number))
  const more = most.length - shown.length
  return { id: first.id, name: first.name, titles: inList([...shown, ...more > 0 ? [`${counted(more, 'thing')} more`] : []]) }
}

function goingOn({ wraps, places, openDecisions, reader }: StartFacts): Section {
  const newest = places.flatMap((place) => {
    const wrap = wraps.find(({ spaceId }) => spaceId === place.id)
    return wrap && !isEmptyText(wrap.mostImportant) ? [line`In ${link(place.name, `/spaces/${place.id}/status`)}: ${stopped(wrap.mostImportant)} ${personLink(wrap.authorName, wrap.authorId)} wrote so ${entryLink(onDay(wrap.at, reader.now, reader.zone), wrap.number)}.`] : []
  })
  const decisions = openDecisions.slice(0, MATTERS_MAX).map(({ title, number, status }) => line`${entryLink(title, number)} is being decided. ${stopped(status)}`)
  return { title: 'What is going on now', paragraphs: [], items: [...newest, ...decisions] }
}
