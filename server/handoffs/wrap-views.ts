import type { LineView, WrapView } from '#contract/handoffs.ts'
import { may } from '#domain/policy.ts'
import type { PlaceRights } from '#domain/policy.ts'
import { Refusal } from '#domain/refusal.ts'
import { said } from '#domain/words/said.ts'
import { calendarKey } from '#domain/time/alike.ts'
import { nextWorkingMoment } from '#domain/time/next-working-moment.ts'
import type { WorkCalendar } from '#domain/time/types.ts'
import { entryByNumber } from '#server/entries/public.ts'
import type { EntryHead } from '#server/entries/public.ts'
import { calendarsOf, namesOf } from '#server/people/public.ts'
import type { PersonName } from '#server/people/public.ts'
import type { Act } from '#server/platform/act.ts'
import { membersOf } from '#server/spaces/public.ts'
import { viewBatons } from './baton-views.ts'
import { linesOf, selectBatons } from './queries.ts'
import type { LineRow } from './queries.ts'

type Looker = Pick<Act, 'tx' | 'actor' | 'now'>

/** How many of the next readers are named. */
const READERS_MAX = 5

/**
 * One wrap with its batons, as the actor sees it.
 * @throws {Refusal} `not_found` for hidden, deleted and unknown ones alike
 */
export async function readWrap(act: Looker, { number }: { number: number }): Promise<WrapView> {
  const entry = await entryByNumber(act, number)
  if (entry.kind !== 'wrap') throw new Refusal('not_found', said`There is no wrap #${number} that you can see.`, said`Check the number, or ask the person who sent it.`)
  return viewWrap(act, entry)
}

export type WrapHead = Pick<EntryHead, 'id' | 'number' | 'spaceId' | 'authorId' | 'publishedAt' | 'rights'>

/** @param members of its space, where they are known */
export async function viewWrap(act: Looker, entry: WrapHead, members?: readonly string[]): Promise<WrapView> {
  const { workspaceId, personId } = act.actor
  const spaceId = entry.spaceId
  if (spaceId === null || entry.rights.place === null) throw new Error(`Wrap #${entry.number} stands in no space.`)
  const [wrap, lines, batons, readers] = await Promise.all([
    act.tx.selectFrom('wrap as w').innerJoin('space as s', (join) => join.onRef('s.workspace_id', '=', 'w.workspace_id').on('s.id', '=', spaceId))
      .select(['w.shift_start', 'w.shift_end', 'w.state_text', 'w.next_action', 'w.most_important', 'w.seconds_taken', 's.name as space_name'])
      .where('w.workspace_id', '=', workspaceId).where('w.entry_id', '=', entry.id).executeTakeFirst(),
    linesOf(act.tx, workspaceId, [entry.id]),
    selectBatons(act.tx, workspaceId).where('b.entry_id', '=', entry.id).orderBy('b.position').execute(),
    isFresh(entry.publishedAt, act.now) ? readersOf(act, members ?? membersOf(act, spaceId), entry.authorId) : [],
  ])
  if (!wrap) throw new Refusal('not_found', said`There is no wrap #${entry.number} that you can see.`, said`Check the number, or ask the person who sent it.`)
  const named = [entry.authorId, ...lines.flatMap((line) => [line.person_id, line.cleared_by]), ...batons.flatMap((baton) => [baton.giver_id, baton.receiver_id, baton.first_receiver_id])].filter((id) => id !== null)
  const [names, batonViews] = await Promise.all([namesOf(act, named), viewBatons(act, batons)])
  const author = names.get(entry.authorId)
  const of = (kind: LineRow['kind']) => lines.filter((line) => line.kind === kind).map((line) => viewLine(act, line, { names, authorId: entry.authorId, place: entry.rights.place }))
  return {
    number: entry.number, spaceId, spaceName: wrap.space_name, authorId: entry.authorId, authorName: author?.name ?? '', authorZone: author?.zone ?? 'UTC', publishedAt: entry.publishedAt.toString(),
    shift: wrap.shift_start && wrap.shift_end ? { start: wrap.shift_start.toString(), end: wrap.shift_end.toString() } : null,
    state: wrap.state_text, done: of('done'), nextAction: wrap.next_action, blockers: of('blocker'), decisions: of('decision'), questions: of('question'),
    mostImportant: wrap.most_important, batons: batonViews, secondsTaken: entry.authorId === personId ? wrap.seconds_taken : null, readers,
    can: may(act.actor, 'entry.delete', { entry: entry.rights }) ? ['delete'] : [],
  }
}

type AroundLine = { names: ReadonlyMap<string, PersonName>; authorId: string; place: PlaceRights | null }

/** One line of a wrap; only open blockers and questions can be cleared. */
export function viewLine({ actor }: Pick<Act, 'actor'>, line: LineRow, { names, authorId, place }: AroundLine): LineView {
  const open = (line.kind === 'blocker' || line.kind === 'question') && line.cleared_at === null
  const clearable = open && place !== null && may(actor, 'line.clear', { line: { authorId, personId: line.person_id, place } })
  return {
    id: line.id, text: line.text, personId: line.person_id, personName: line.person_id === null ? null : names.get(line.person_id)?.name ?? null,
    eta: line.eta?.toString() ?? null, why: line.why, source: line.source, clearedAt: line.cleared_at?.toString() ?? null,
    clearedBy: line.cleared_by === null ? null : names.get(line.cleared_by)?.name ?? null, can: clearable ? ['clear'] : [],
  }
}

/** How long it is told who reads a wrap next; later ones were read, or are looked up. Unit: hours. */
const FRESH_HOURS = 24
const isFresh = (publishedAt: Temporal.Instant, now: Temporal.Instant): boolean => publishedAt.until(now).total('hours') < FRESH_HOURS

/** The members who work next, first those who start first; whoever does not work within a year is left out. */
async function readersOf(act: Looker, members: readonly string[] | Promise<readonly string[]>, authorId: string): Promise<WrapView['readers']> {
  const others = (await members).filter((id) => id !== authorId)
  const [calendars, names] = await Promise.all([calendarsOf(act, others), namesOf(act, others)])
  const moments = new Map<string, Temporal.Instant | null>()
  const found = [...calendars].flatMap(([personId, calendar]) => {
    const person = names.get(personId)
    const key = calendarKey(calendar)
    const at = moments.get(key) ?? worksNext(act.now, calendar)
    moments.set(key, at)
    return person && at ? [{ personId, name: person.name, zone: person.zone, at }] : []
  })
  return found.toSorted((a, b) => Temporal.Instant.compare(a.at, b.at) || (a.name < b.name ? -1 : 1)).slice(0, READERS_MAX)
    .map(({ at, ...reader }) => ({ ...reader, readsAt: at.toString() }))
}

function worksNext(now: Temporal.Instant, calendar: WorkCalendar): Temporal.Instant | null {
  try {
    return nextWorkingMoment(now, calendar)
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}
