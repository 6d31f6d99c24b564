import { mergeSpans } from '#domain/time/spans.ts'
import type { Period, Span, WorkCalendar } from '#domain/time/types.ts'
import type { Db } from '#server/platform/db/schema.ts'
import { sql } from 'kysely'

/** `from_date` of a period that holds from the beginning. */
export const ALWAYS = '0001-01-01'

/** How far back absences and swaps still matter to a clock. Unit: days. */
const BEHIND_DAYS = 400

type SpanRow = { start: string; end: string }
type Rows = {
  periods: { person_id: string; from_date: string; zone: string; anchor: string; weeks: Period['weeks'] }[]
  holidays: { person_id: string; on_date: string }[]
  absences: { person_id: string; starts_at: string; ends_at: string; cover_id: string | null }[]
  swaps: { giver_id: string; taker_id: string; on_date: string; spans: SpanRow[] }[]
}

/**
 * The working calendars of these people, each built from their periods, holidays, absences and accepted swaps.
 * People without any period get a calendar without working time. One statement, whatever the number of people, since
 * nearly everything that is read or planned begins with it.
 */
export async function loadCalendars(db: Db, workspaceId: string, personIds: readonly string[], now: Temporal.Instant): Promise<Map<string, WorkCalendar>> {
  if (personIds.length === 0) return new Map()
  const { periods, holidays, absences, swaps } = await load(db, workspaceId, [...personIds], now.subtract({ hours: BEHIND_DAYS * 24 }))
  const [periodsOf, holidaysOf, absencesOf] = [Map.groupBy(periods, personOf), Map.groupBy(holidays, personOf), Map.groupBy(absences, personOf)]
  return new Map(personIds.map((id) => [id, {
    periods: (periodsOf.get(id) ?? []).map(periodOf),
    holidays: new Set((holidaysOf.get(id) ?? []).map((row) => row.on_date)),
    absences: (absencesOf.get(id) ?? []).map((row) => ({ ...spanOf({ start: row.starts_at, end: row.ends_at }), coverId: row.cover_id })),
    given: new Set(swaps.filter((row) => row.giver_id === id).map((row) => row.on_date)),
    taken: mergeSpans(swaps.filter((row) => row.taker_id === id).flatMap((row) => row.spans.map(spanOf))),
  }]))
}

/** Indexes: the keys of work_period, person_holiday_calendar and holiday; absence_of_person, shift_swap_once, shift_swap_taker. */
async function load(db: Db, workspaceId: string, ids: readonly string[], since: Temporal.Instant): Promise<Rows> {
  const { rows } = await sql<Rows>`select
    coalesce((select jsonb_agg(jsonb_build_object('person_id', p.person_id, 'from_date', p.from_date, 'zone', p.zone, 'anchor', p.anchor, 'weeks', p.weeks) order by p.from_date)
      from work_period p where p.workspace_id = ${workspaceId} and p.person_id = any(${ids})), '[]') as periods,
    coalesce((select jsonb_agg(jsonb_build_object('person_id', c.person_id, 'on_date', h.on_date))
      from person_holiday_calendar c join holiday h on h.workspace_id = c.workspace_id and h.calendar_id = c.calendar_id
      where c.workspace_id = ${workspaceId} and c.person_id = any(${ids}) and h.on_date >= ${since.toZonedDateTimeISO('UTC').toPlainDate().toString()}), '[]') as holidays,
    coalesce((select jsonb_agg(jsonb_build_object('person_id', a.person_id, 'starts_at', a.starts_at, 'ends_at', a.ends_at, 'cover_id', a.cover_id) order by a.starts_at)
      from absence a where a.workspace_id = ${workspaceId} and a.person_id = any(${ids}) and a.cancelled_at is null and a.ends_at > ${since}), '[]') as absences,
    coalesce((select jsonb_agg(jsonb_build_object('giver_id', s.giver_id, 'taker_id', s.taker_id, 'on_date', s.on_date, 'spans', s.spans))
      from shift_swap s where s.workspace_id = ${workspaceId} and s.state = 'accepted' and s.ends_at > ${since} and (s.giver_id = any(${ids}) or s.taker_id = any(${ids}))), '[]') as swaps`.execute(db)
  return rows[0] ?? { periods: [], holidays: [], absences: [], swaps: [] }
}

const personOf = (row: { person_id: string }): string => row.person_id

function periodOf(row: Rows['periods'][number]): Period {
  return { from: row.from_date === ALWAYS ? null : row.from_date, zone: row.zone, anchor: row.anchor, weeks: row.weeks }
}

const spanOf = (span: SpanRow): Span => ({ start: Temporal.Instant.from(span.start), end: Temporal.Instant.from(span.end) })
