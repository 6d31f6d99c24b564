import { mergeSpans } from '#domain/time/spans.ts'
import type { Period, Span, WorkCalendar } from '#domain/time/types.ts'
import type { Db } from '#server/platform/db/schema.ts'

/** `from_date` of a period that holds from the beginning. */
export const ALWAYS = '0001-01-01'

/** How far back absences and swaps still matter to a clock. Unit: days. */
const BEHIND_DAYS = 400

/**
 * The working calendars of these people, each built from their periods, holidays, absences and accepted swaps.
 * People without any period get a calendar without working time. Five queries, whatever the number of people.
 */
export async function loadCalendars(db: Db, workspaceId: string, personIds: readonly string[], now: Temporal.Instant): Promise<Map<string, WorkCalendar>> {
  if (personIds.length === 0) return new Map()
  const ids = [...personIds]
  const since = now.subtract({ hours: BEHIND_DAYS * 24 })
  const [periods, holidays, absences, swaps] = await Promise.all([
    db.selectFrom('work_period').select(['person_id', 'from_date', 'zone', 'anchor', 'weeks'])
      .where('workspace_id', '=', workspaceId).where('person_id', 'in', ids).orderBy('from_date').execute(),
    db.selectFrom('person_holiday_calendar as chosen')
      .innerJoin('holiday as h', (join) => join.onRef('h.workspace_id', '=', 'chosen.workspace_id').onRef('h.calendar_id', '=', 'chosen.calendar_id'))
      .select(['chosen.person_id', 'h.on_date'])
      .where('chosen.workspace_id', '=', workspaceId).where('chosen.person_id', 'in', ids)
      .where('h.on_date', '>=', since.toZonedDateTimeISO('UTC').toPlainDate().toString()).execute(),
    db.selectFrom('absence').select(['person_id', 'starts_at', 'ends_at', 'cover_id'])
      .where('workspace_id', '=', workspaceId).where('person_id', 'in', ids).where('cancelled_at', 'is', null).where('ends_at', '>', since)
      .orderBy('starts_at').execute(),
    db.selectFrom('shift_swap').select(['giver_id', 'taker_id', 'on_date', 'spans'])
      .where('workspace_id', '=', workspaceId).where('state', '=', 'accepted').where('ends_at', '>', since)
      .where((is) => is.or([is('giver_id', 'in', ids), is('taker_id', 'in', ids)])).execute(),
  ])
  return new Map(ids.map((id) => [id, {
    periods: periods.filter((row) => row.person_id === id).map(periodOf),
    holidays: new Set(holidays.filter((row) => row.person_id === id).map((row) => row.on_date)),
    absences: absences.filter((row) => row.person_id === id).map((row) => ({ start: row.starts_at, end: row.ends_at, coverId: row.cover_id })),
    given: new Set(swaps.filter((row) => row.giver_id === id).map((row) => row.on_date)),
    taken: mergeSpans(swaps.filter((row) => row.taker_id === id).flatMap((row) => row.spans.map(spanOf))),
  }]))
}

function periodOf(row: { from_date: string; zone: string; anchor: string; weeks: Period['weeks'] }): Period {
  return { from: row.from_date === ALWAYS ? null : row.from_date, zone: row.zone, anchor: row.anchor, weeks: row.weeks }
}

const spanOf = (span: { start: string; end: string }): Span => ({ start: Temporal.Instant.from(span.start), end: Temporal.Instant.from(span.end) })
