import type { linksFrom, LinkTarget } from '#contract/links.ts'
import type { InputOf, OutputOf } from '#contract/operation.ts'
import { splitAtTitles } from '#domain/links/titled.ts'
import { titleKey } from '#domain/links/title-key.ts'
import { UNKNOWN_PERSON, movedNote, renamedNote, unknownNumberNote, unknownTitleNote } from '#domain/links/words.ts'
import { inWords } from '#domain/words/said.ts'
import type { Said } from '#domain/words/said.ts'
import { entryByNumber } from '#server/entries/public.ts'
import { knownTo, namesOf } from '#server/people/public.ts'
import type { Act } from '#server/platform/act.ts'
import { wordsOf } from '#server/platform/words.ts'
import { visibleSpaces } from '#server/spaces/public.ts'
import { targetsOf } from './targets.ts'
import type { Target } from './targets.ts'
import { meant, titledBy } from './titles.ts'
import type { Titled } from './titles.ts'

/** Most links of one entry that are told. */
const MANY = 500

type Looking = Pick<Act, 'tx' | 'actor' | 'now'>
type Row = { to_number: number | null; to_title: string | null; to_person: string | null; written: string; stood_in: string | null }
type Known = { spaceId: string | null; numbers: ReadonlyMap<number, Target>; titles: ReadonlyMap<string, Titled[]>; people: ReadonlyMap<string, string> }

/** What an entry and the talk in it point at, in the order of its texts, and what became of it. Index: text_link_from. */
export async function viewOutgoing(act: Looking, { number }: InputOf<typeof linksFrom>): Promise<OutputOf<typeof linksFrom>> {
  const entry = await entryByNumber(act, number)
  const rows = await act.tx.selectFrom('text_link as l').innerJoin('entry_text as x', (join) => join.onRef('x.workspace_id', '=', 'l.workspace_id').onRef('x.id', '=', 'l.text_id'))
    .select(['l.to_number', 'l.to_title', 'l.to_person', 'l.written', 'l.stood_in']).where('l.workspace_id', '=', act.actor.workspaceId).where('l.from_id', '=', entry.id)
    .orderBy('x.at').orderBy('x.id').orderBy('l.place').limit(MANY).execute()
  const once = [...new Map(rows.toReversed().map((row) => [`${row.to_number} ${row.to_title} ${row.to_person}`, row])).values()].reverse().filter((row) => row.to_number !== number)
  const known = await knownBehind(act, once, entry.spaceId)
  const words = wordsOf(act)
  return { items: once.map((row) => view(row, known)).map((target) => ({ ...target, note: target.note && inWords(target.note, words) })) }
}

async function knownBehind(act: Looking, rows: readonly Row[], spaceId: string | null): Promise<Known> {
  const spaceIds = (await visibleSpaces(act)).map((space) => space.id)
  const personIds = rows.flatMap((row) => row.to_person ?? [])
  const [numbers, titles, seen, names] = await Promise.all([
    targetsOf(act, rows.flatMap((row) => row.to_number ?? [])), titledBy(act, rows.flatMap((row) => row.to_title ?? []), spaceIds), knownTo(act, personIds), namesOf(act, personIds),
  ])
  return { spaceId, numbers, titles, people: new Map([...names].flatMap(([id, { name }]) => seen.has(id) ? [[id, name] as const] : [])) }
}

/** As it is told, with the note before it is in a language. */
type Told = Omit<LinkTarget, 'note'> & { note: Said | string | null }

const NOTHING: Omit<Told, 'written' | 'title'> = { state: 'unknown', number: null, personId: null, kind: null, spaceName: null, note: null }

function view({ to_number, to_title, to_person, written, stood_in }: Row, known: Known): Told {
  if (to_person !== null) {
    const name = known.people.get(to_person)
    return name === undefined ? { ...NOTHING, written, title: written, note: UNKNOWN_PERSON } : { ...NOTHING, state: 'there', personId: to_person, written, title: name }
  }
  if (to_number !== null) return viewNumber(to_number, written, { stoodIn: stood_in, target: known.numbers.get(to_number) })
  const target = meant(known.titles.get(to_title ?? '') ?? [], known.spaceId)
  const words = splitAtTitles(written)[0]?.title ?? written
  if (!target) return { ...NOTHING, written, title: words, note: unknownTitleNote(words) }
  return { ...NOTHING, state: 'there', written, number: target.number, kind: target.kind, title: target.title, spaceName: target.spaceName, note: titleKey(target.title) === to_title ? null : renamedNote(target.title) }
}

function viewNumber(number: number, written: string, { stoodIn, target }: { stoodIn: string | null; target: Target | undefined }): Told {
  if (!target) return { ...NOTHING, written, title: `#${number}`, note: unknownNumberNote(number) }
  if (target.gone !== null) return { ...NOTHING, state: 'deleted', written, number, kind: target.kind, title: `#${number}`, note: target.gone }
  const note = stoodIn !== null && stoodIn !== target.spaceId ? movedNote(target.spaceName) : null
  return { ...NOTHING, state: 'there', written, number, kind: target.kind, title: target.title, spaceName: target.spaceName, note }
}
