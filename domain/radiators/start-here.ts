import { onDay } from '../links/words.ts'
import { ENGLISH, amount, said } from '../words/said.ts'
import type { Agreement, Document, Matter, Member, Place, Reader, Role, Wrap } from './facts.ts'
import { citiesOf, sharedHours } from './cities.ts'
import { Many, amid, entryLink, inARow, inList, inOne, line, link, many, personLink, readParts, run } from './pieces.ts'
import type { Part, Section, Told } from './pieces.ts'
import { readFirst } from './read-first.ts'
import { isEmptyText, kindOf, open, stopped } from './words.ts'

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
  return readParts([whoWeAre(facts), howWeWork(facts), whereThingsLive(facts), toReadFirst(facts), whomToAsk(facts), goingOn(facts)], facts.reader.words ?? ENGLISH)
}

const people = (count: number) => many(amount(count, 'person', 'people'))

function whoWeAre({ reader, workspace, space, members }: StartFacts): Part {
  const title = said`Who we are`
  const team = members.filter(({ guest }) => !guest)
  const guests = members.length - team.length
  const cities = citiesOf(team, reader)
  const name = space?.name ?? workspace
  if (team.length === 0) return { title, paragraphs: [line`Nobody has joined ${name} yet.`], items: [] }
  const where = line` in ${cities.length === 1 ? cities[0]?.name ?? '' : many(amount(cities.length, 'city', 'cities'))}`
  const who = team.length > NAMES_MAX ? inList(cities.map((city) => run(city.name, ' (', people(city.members.length), ')'))) : inARow(cities.map((city) => named(city.members, reader, cities.length === 1 ? null : city.name)))
  const hours = sharedHours(cities, reader)
  const shares = hours.length === 0 ? [] : [line`On your clock, ${inList(hours)}; everything else is written, so that nobody has to wait up for it.`]
  const along = guests === 0 ? '' : guests === 1 ? line` ${Many(amount(1, 'guest'))} from outside reads along.` : line` ${Many(amount(guests, 'guest'))} from outside read along.`
  const more = line`Everybody’s hours stand on ${link(said`the page of the team`, '/team')}.${along}`
  return { title, paragraphs: [line`${name} is ${people(team.length)}${where}: ${who}.`, inOne([...shares, more])], items: [] }
}

function named(members: readonly Member[], reader: Reader, city: string | null): Told {
  const names = inList(members.toSorted((a, b) => Number(a.id === reader.id) - Number(b.id === reader.id)).map(({ id, name }) => personLink(id === reader.id ? said`you¦who` : name, id)))
  return city === null ? names : line`${names} in ${city}`
}

function howWeWork({ agreement, reader }: StartFacts): Part {
  const title = said`How we work`
  if (agreement === null) return { title, paragraphs: [], items: [] }
  const { version, changedAt, changedBy, clauses } = agreement
  const text = link(said`an agreement`, '/agreement')
  const since = version === 1 ? line`We work by ${text} that the team chose when it began.`
    : line`We work by ${text}, now in its version ${String(version)}, which ${changedBy} changed ${onDay(changedAt, reader)}.`
  return { title, paragraphs: [inOne([since, said`In a sentence each:`])], items: clauses.map((clause) => run(link(clause.title, '/agreement'), '. ', stopped(clause.gist))) }
}

function whereThingsLive({ space, places, records, documents, openDecisions }: StartFacts): Part {
  const items = space === null ? places.slice(0, PLACES_MAX).map(placeLine) : []
  const rest = places.length - items.length
  const pages = documents.filter(({ kind }) => kind !== 'decision').length
  const written = [
    ...pages > 0 ? [line`What we know stands on ${link(many(amount(pages, 'page')), '/pages')}.`] : [],
    ...records > 0 ? [line`What we decided, and why, stands in ${link(said`the decisions`, '/decisions')}: ${holding(records)}${beingOpen(openDecisions.length)}.`] : [],
    pages + records === 0 ? line`${link(said`Search¦subject`, '/search')} looks through everything that was written.` : line`What somebody says about either stands beside it, and ${link(said`search¦subject`, '/search')} looks through all of it.`,
  ]
  const list = link(said`the list of spaces`, '/spaces')
  const others = space !== null || rest <= 0 ? [] : [rest === 1 ? line`${Many(amount(1, 'more space'))} stands in ${list}.` : line`${Many(amount(rest, 'more space'))} stand in ${list}.`]
  return { title: said`Where things live`, paragraphs: [inOne(written)], items: [...items, ...others] }
}

const holding = (count: number): Told => count === 1 ? said`one that holds` : line`${many(count)} that hold`
const beingOpen = (count: number): Told => count === 0 ? '' : count === 1 ? said`, and one that is open` : line`, and ${many(count)} that are open`

function placeLine({ id, name, purpose, private: closed, noise }: Place): Told {
  const about = isEmptyText(purpose) ? '.' : run(': ', amid(stopped(purpose)))
  return run(link(name, `/spaces/${id}`), closed ? said`, for its members only` : '', about, noise === 'work' ? line` See ${link(said`how it stands`, `/spaces/${id}/status`)}.` : '')
}

function toReadFirst({ documents }: StartFacts): Part {
  const first = readFirst(documents)
  return { title: first.length < 2 ? said`Read this first` : line`Read these ${many(first.length)} first`, paragraphs: [], items: first.map(documentLine) }
}

function documentLine(document: Document): Told {
  const { number, title, gist, truth, kind, ownerId, ownerName } = document
  const owner = ownerId === null || ownerName === null ? null : personLink(ownerName, ownerId)
  const untold = isEmptyText(gist) || gist === title
  if (kind === 'decision') return run(entryLink(title, number), ': ', untold ? said`a decision` : said`we chose “${open(gist)}”`, owner === null ? '' : line`; ${owner} answers for it`, '.')
  const state = truth === 'verified' ? said`, verified` : truth === 'stale' ? said`, due to be looked at again` : ''
  return run(entryLink(title, number), ': ', untold ? '' : `${stopped(gist)} `, kindOf(document), owner === null ? '' : line` that ${owner} minds`, state, '.')
}

/** By role, then by space: who answers for most of its decisions and pages, else who wrote the last wrap in it. */
function whomToAsk({ roles, places, space, documents, wraps }: StartFacts): Part {
  const held = roles.filter(({ holders }) => holders.length > 0).map(({ name, purpose, holders }) =>
    run(name, ': ', inList(holders.map((holder) => personLink(holder.name, holder.id))), ...isEmptyText(purpose) ? [] : [' (', amid(open(purpose)), ')'], '.'))
  const rooms = (space === null ? places.filter(({ noise }) => noise === 'work') : [space]).flatMap((place) => {
    const who = mindsMost(documents.filter(({ spaceId }) => spaceId === place.id))
    if (who !== null) return [line`About ${place.name}: ${personLink(who.name, who.id)}, who answers for ${who.titles}.`]
    const wrap = wraps.find(({ spaceId }) => spaceId === place.id)
    return wrap ? [line`About ${place.name}: ${personLink(wrap.authorName, wrap.authorId)}, who wrote ${entryLink(said`the last wrap`, wrap.number)} there.`] : []
  })
  return { title: said`Who to ask`, paragraphs: [], items: [...held, ...rooms] }
}

/** Titles of what somebody answers for that are named; more would be a list. */
const TITLES_MAX = 2

function mindsMost(documents: readonly Document[]): { id: string; name: string; titles: Told } | null {
  const owned = documents.flatMap((document) => document.ownerId !== null && document.ownerName !== null ? [{ document, id: document.ownerId, name: document.ownerName }] : [])
  const [most] = [...Map.groupBy(owned, ({ id }) => id).values()].toSorted((a, b) => b.length - a.length || (a[0]?.name ?? '').localeCompare(b[0]?.name ?? ''))
  const [first] = most ?? []
  if (!most || !first) return null
  const shown = readFirst(most.map(({ document }) => document), TITLES_MAX).map(({ title, number }) => entryLink(title, number))
  const more = most.length - shown.length
  return { id: first.id, name: first.name, titles: inList([...shown, ...more > 0 ? [line`${many(amount(more, 'thing'))} more`] : []]) }
}

function goingOn({ wraps, places, openDecisions, reader }: StartFacts): Part {
  const newest = places.flatMap((place) => {
    const wrap = wraps.find(({ spaceId }) => spaceId === place.id)
    return wrap && !isEmptyText(wrap.mostImportant) ? [line`In ${link(place.name, `/spaces/${place.id}/status`)}: ${stopped(wrap.mostImportant)} ${personLink(wrap.authorName, wrap.authorId)} wrote so ${entryLink(onDay(wrap.at, reader), wrap.number)}.`] : []
  })
  const decisions = openDecisions.slice(0, MATTERS_MAX).map(({ title, number, status }) => line`${entryLink(title, number)} is being decided. ${stopped(status)}`)
  return { title: said`What is going on now`, paragraphs: [], items: [...newest, ...decisions] }
}
