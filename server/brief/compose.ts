import type { BriefSection, BriefView } from '#contract/brief.ts'
import { rank } from '#domain/brief/rank.ts'
import type { Ranked } from '#domain/brief/rank.ts'
import { readingSeconds, wordsIn } from '#domain/brief/reading.ts'
import { shiftFor, sinceFor } from '#domain/brief/since.ts'
import type { Since } from '#domain/brief/since.ts'
import { inWords, said } from '#domain/words/said.ts'
import type { Words } from '#domain/words/said.ts'
import { ENDING, foldNote, headline, lede, sectionTitle } from '#domain/brief/words.ts'
import { zoneAt } from '#domain/time/periods.ts'
import type { Span, WorkCalendar } from '#domain/time/types.ts'
import { settingsOf } from '#server/agreement/public.ts'
import { focusSpansOf } from '#server/attention/public.ts'
import { calendarOf, viewCalendar, viewSpan } from '#server/people/public.ts'
import type { Act } from '#server/platform/act.ts'
import { wordsOf } from '#server/platform/words.ts'
import { visibleSpaces } from '#server/spaces/public.ts'
import { gather } from './gather.ts'
import type { Told } from './items.ts'
import { readerRow } from './queries.ts'

type Reading = Pick<Act, 'tx' | 'actor' | 'now'>

/**
 * The brief of whoever acts, of this very moment and under their own rights.
 * @param words of its own sentences
 */
export async function composeBrief(act: Reading, { asked = null, words = wordsOf(act) }: { asked?: Temporal.Instant | null; words?: Words } = {}): Promise<BriefView> {
  const [calendar, settings, spaces, reader] = await Promise.all([calendarOf(act, act.actor.personId), settingsOf(act), visibleSpaces(act), readerRow(act)])
  const since = sinceFor({ now: act.now, calendar, joinedAt: reader.joinedAt, asked })
  const { matters, leftOut } = await gather(act, { since: since.since, spaces })
  const day = { start: act.now.subtract({ hours: 24 }), end: act.now.add({ hours: 24 }) }
  const focus = (await focusSpansOf(act, new Map([[act.actor.personId, calendar]]), day)).get(act.actor.personId) ?? []
  const { sections, words: length } = rank(matters, { budgetWords: wordsIn(settings.brief.reading_minutes), away: since.why === 'absence' })
  const spaceNames = new Map(spaces.map((space) => [space.id, space.name]))
  return viewBrief(act, { calendar, focus, since, sections, seconds: readingSeconds(length), words, spaceNames, leftOut: leftOut.map((id) => spaceNames.get(id) ?? '') })
}

type Parts = { calendar: WorkCalendar; focus: readonly Span[]; since: Since; sections: Ranked<Told>[]; seconds: number; words: Words; spaceNames: ReadonlyMap<string, string>; leftOut: readonly string[] }

function viewBrief(act: Reading, parts: Parts): BriefView {
  const { calendar, since, sections, seconds, words } = parts
  const zone = zoneOf(act, calendar)
  const shift = shiftFor(act.now, calendar)
  const count = (names: readonly string[]) => sections.filter((section) => names.includes(section.name)).reduce((sum, { items, folded }) => sum + items.length + folded.reduce((all, fold) => all + fold.items.length, 0), 0)
  return {
    headline: headline(act.now, calendar, { zone, focus: parts.focus, words }),
    lede: lede({ readingSeconds: seconds, waiting: count(['handed', 'due', 'unblock', 'decide', 'say']), changed: count(['changed']), since, now: act.now, zone, words }),
    readingSeconds: seconds, since: since.since.toString(), sinceWhy: since.why, composedAt: act.now.toString(),
    shift: shift && { start: shift.start.toString(), end: shift.end.toString() }, zone, ending: inWords(ENDING, words),
    calendar: viewCalendar(calendar), focus: parts.focus.map(viewSpan),
    sections: sections.map((section) => viewSection(act, section, { ...parts, zone })),
  }
}

/** Where the reader lives now; the zone of their profile where no hours were set. */
const zoneOf = (act: Reading, calendar: WorkCalendar): string => calendar.periods.length > 0 ? zoneAt(calendar, act.now) : act.actor.zone

function viewSection(act: Reading, { name, items, folded }: Ranked<Told>, { since, zone, words, spaceNames, leftOut }: Parts & { zone: string }): BriefSection {
  const older = name === 'changed' && leftOut.length > 0 ? said`Only the newest are told of ${leftOut.join(', ')}; older ones stand there.` : null
  const note = [foldNote(name, folded.length, since.why === 'absence'), older].filter((part) => part !== null).map((part) => inWords(part, words)).join(' ')
  return {
    name, title: sectionTitle(name, since, act.now, { zone, words }), note: note === '' ? null : note, items: items.map((told) => told.item),
    folded: folded.map((fold) => ({ spaceId: fold.spaceId, spaceName: spaceNames.get(fold.spaceId ?? '') ?? inWords(said`the workspace`, words), items: fold.items.map((told) => told.item) })),
  }
}

/** Whether a brief says anything that its reader did not know; what they hold and the rest alone are no reason to write to anybody. */
export const saysSomething = (brief: BriefView): boolean => brief.sections.some(({ name }) => name !== 'rest' && name !== 'hold')
