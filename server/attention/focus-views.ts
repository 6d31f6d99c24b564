import type { FocusNow, FocusView, listFocus } from '#contract/attention.ts'
import type { OutputOf } from '#contract/operation.ts'
import { blockWords, focusAnnouncement } from '#domain/attention/focus-words.ts'
import { focusSpans } from '#domain/attention/focus.ts'
import { FOCUS_PRESETS, PRESET_DAYS } from '#domain/attention/presets.ts'
import { contains, isBefore } from '#domain/time/spans.ts'
import type { Span, WorkCalendar } from '#domain/time/types.ts'
import { settingsOf } from '#server/agreement/public.ts'
import { calendarOf } from '#server/people/public.ts'
import type { Act } from '#server/platform/act.ts'
import { wordsOf } from '#server/platform/words.ts'
import { blocksOf } from './choices.ts'
import { doneNotes, standingBlocks, waitingFor } from './queries.ts'
import type { BlockRow } from './queries.ts'

/** For so long after its end a block asks what got done. Unit: hours. */
const ASKS_FOR_H = 12
/** How far ahead the next block is looked for. Unit: hours. */
const AHEAD_H = 8 * 24
/** A block that runs may have begun so long ago. Unit: hours. */
const BEHIND_H = 48

type Looker = Pick<Act, 'tx' | 'actor' | 'now'>
/** One time that a block ran, or runs. */
export type Run = { row: BlockRow; span: Span }

/** The actor's blocks, each with the times it runs around now, earliest first. */
export async function runsOf(act: Looker): Promise<{ rows: BlockRow[]; runs: Run[]; calendar: WorkCalendar }> {
  const [rows, calendar] = await Promise.all([standingBlocks(act, [act.actor.personId]), calendarOf(act, act.actor.personId)])
  const window = { start: act.now.subtract({ hours: BEHIND_H }), end: act.now.add({ hours: AHEAD_H }) }
  const runs = rows.flatMap((row) => focusSpans(blocksOf([row]), calendar, window.start, window.end).map((span) => ({ row, span })))
  return { rows, runs: runs.toSorted((a, b) => Temporal.Instant.compare(a.span.start, b.span.start)), calendar }
}

/** Whether the actor is in focus, and what waits for its end. */
export async function readFocus(act: Looker): Promise<FocusNow> {
  const [{ rows, runs, calendar }, { count: held }] = await Promise.all([runsOf(act), waitingFor(act)])
  const running = runs.findLast(({ span }) => contains(span, act.now))
  const joined = running && focusSpans(blocksOf(rows), calendar, act.now, act.now.add({ hours: AHEAD_H })).find((span) => contains(span, act.now))
  const next = runs.find(({ span }) => isBefore(act.now, span.start))?.span ?? null
  const until = joined?.end ?? running?.span.end
  const announced = running && until ? { start: running.span.start, end: until } : next
  return {
    now: running && until ? { id: running.row.id, what: running.row.what, startedAt: running.span.start.toString(), endsAt: until.toString(), held } : null,
    ended: await lastEnded(act, runs),
    next: next && { start: next.start.toString(), end: next.end.toString() },
    announcement: announced && focusAnnouncement({ kind: 'ad_hoc', id: '', ...announced }, act.actor.zone, wordsOf(act)),
  }
}

/** The block that ended last and was not yet said what got done in. */
async function lastEnded(act: Looker, runs: readonly Run[]): Promise<FocusNow['ended']> {
  const since = act.now.subtract({ hours: ASKS_FOR_H })
  const over = runs.filter(({ span }) => !isBefore(act.now, span.end) && isBefore(since, span.end))
  const last = over.toSorted((a, b) => Temporal.Instant.compare(a.span.end, b.span.end)).at(-1)
  if (!last) return null
  const notes = await doneNotes(act, last.row.id)
  if (notes.some((note) => note.started_at.epochMilliseconds === last.span.start.epochMilliseconds)) return null
  return { id: last.row.id, what: last.row.what, startedAt: last.span.start.toString(), endedAt: last.span.end.toString(), gotDone: null }
}

export async function viewFocusList(act: Looker): Promise<OutputOf<typeof listFocus>> {
  const [rows, settings] = await Promise.all([standingBlocks(act, [act.actor.personId]), settingsOf(act)])
  const standing = rows.filter((row) => row.kind === 'recurring' || (row.ends_at !== null && isBefore(act.now, row.ends_at)))
  return {
    blocks: standing.map((row) => viewBlock(act, row)), floorMinutes: settings.focus.floor_minutes, meetingFreeDays: settings.focus.meeting_free_days,
    presets: FOCUS_PRESETS.map(({ name, title, focus }) => ({ key: name, name: title, blocks: focus.map(({ start, end }) => ({ days: [...PRESET_DAYS], start, end })) })),
  }
}

export function viewBlock(act: Looker, row: BlockRow): FocusView {
  const block = blocksOf([{ ...row, lefts: [] }])[0]
  const runs = row.kind === 'once' && row.starts_at && row.ends_at ? contains({ start: row.starts_at, end: row.ends_at }, act.now) : false
  return {
    id: row.id, kind: row.kind, what: row.what, days: row.days, start: row.start_time, end: row.end_time, from: row.from_date, until: row.until_date,
    startsAt: row.starts_at?.toString() ?? null, endsAt: row.ends_at?.toString() ?? null,
    sentence: capital(block ? blockWords(block, act.actor.zone, wordsOf(act)) : ''),
    can: row.kind === 'recurring' ? ['edit', 'remove'] : runs ? ['end', 'remove'] : ['remove'],
  }
}

const capital = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`
