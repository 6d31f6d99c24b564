import type pg from 'pg'
import { inBulk } from './bulk.ts'
import { TEXTS_A_THREAD, THREADS } from './seed-threads.ts'
import { TEXTS } from './seed-texts.ts'

/** The moment at which the measured server stands: a Tuesday, in the reader's morning. */
export const NOW = '2026-03-24T10:00:00Z'
const PEOPLE = 200
const SPACES = 30
/** What so many people write on a calendar day; more entries are a longer past, not a louder day. */
const ENTRIES_A_DAY = 150
/** Of ten entries so many are wraps; the others are answered check-ins. */
const WRAPS_OF_TEN = 8
/** How many spaces an ordinary member has joined. The reader has joined all. */
const JOINED = 8
/** From when on blockers, questions and batons are still open. Unit: days. */
const OPEN_DAYS = 2

/** The ids that every statement below uses, by name: `the('space', g)` is the g-th space. Later ones are greater, as with the ids of the product. */
const FUNCTIONS = `
create or replace function the(what text, g bigint) returns uuid language sql immutable parallel safe as $$ select (lpad(to_hex(g & 281474976710655), 12, '0') || '7' || substr(md5(what), 1, 3) || '8' || substr(md5(what || g), 1, 15))::uuid $$;
create or replace function one_of(what text, g bigint, among bigint) returns uuid language sql immutable parallel safe as $$ select the(what, 1 + (abs(hashint8(g)) % among)) $$`

const ZONES = `(array['Europe/Berlin','Europe/Lisbon','Asia/Manila','Asia/Kolkata','America/New_York','America/Los_Angeles','Asia/Tokyo','Australia/Adelaide'])`
const WEEK = JSON.stringify([[1, 2, 3, 4, 5].map((day) => ({ day, start: '09:00', end: '17:00' }))])
const SENTENCE = 'The migration of the ledger is at 80 per cent and nothing is broken; the last table waits for a window tonight.'

/** Everything after the people, as one statement each. $1 workspace, $2 entries, $3 now. */
const PEOPLE_AND_SPACES = [
  `insert into person (workspace_id, id, name, email, role, state, zone, created_at, password_hash, deactivated_at)
   select $1::uuid, the('person', g), 'Person ' || g, 'person' || g || '@example.com', 'member', 'active', case when g = 1 then 'Europe/Berlin' else ${ZONES}[1 + g % 8] end, $3::timestamptz - interval '3 years', null, null
   from generate_series(1, ${PEOPLE}) g where $2::bigint > 0`,
  `insert into work_period (workspace_id, person_id, from_date, zone, anchor, weeks, created_at)
   select $1, id, '0001-01-01', zone, '2026-01-05', '${WEEK}', created_at from person where workspace_id = $1 and name like 'Person %' and $2::bigint > 0 and $3::timestamptz is not null`,
  `insert into space (workspace_id, id, name, purpose, visibility, noise, created_by, created_at, archived_at)
   select $1::uuid, the('space', g), 'Space ' || g, 'Measured', case when g % 5 = 0 then 'private' else 'open' end, (array['announcements','work','work','work','social'])[1 + g % 5], the('person', 1), $3::timestamptz - interval '3 years', null
   from generate_series(1, ${SPACES}) g where $2::bigint > 0`,
  `insert into space_member (workspace_id, space_id, person_id, joined_at)
   select distinct $1::uuid, the('space', 1 + (p * 7 + j) % ${SPACES}), the('person', p), $3::timestamptz - interval '2 years'
   from generate_series(1, ${PEOPLE}) p, generate_series(1, ${SPACES}) j where (j <= ${JOINED} or p = 1) and $2::bigint > 0`,
  `insert into checkin_form (workspace_id, id, space_id, kind, name, questions, schedule, created_by, created_at, paused_at, archived_at)
   select $1::uuid, the('form', g), the('space', g), 'standup', 'Standup', '[{"key":"today","text":"What will you do today?","required":true}]', '{"days":[1,2,3,4,5],"at":"shift_start","every_weeks":1,"window_minutes":240}', the('person', 1), $3::timestamptz, null, $3::timestamptz
   from generate_series(1, ${SPACES}) g where $2::bigint > 0`,
]

const ENTRIES = [
  `insert into entry (workspace_id, id, number, kind, space_id, author_id, title, tldr, word_count, published_at, updated_at, deleted_at)
   select $1::uuid, the('entry', g), g, case when g % 10 < ${WRAPS_OF_TEN} then 'wrap' else 'checkin' end, one_of('space', g, ${SPACES}), one_of('person', g * 31, ${PEOPLE}), 'Wrap ' || g, '${SENTENCE}', 90, at, at, case when g % 200 = 199 then at end
   from (select g, $3::timestamptz - ($2::bigint - g) * interval '1 day' / ${ENTRIES_A_DAY} as at from generate_series(1, $2::bigint) g) n`,
  `insert into wrap (workspace_id, entry_id, shift_start, shift_end, state_text, next_action, most_important, seconds_taken)
   select workspace_id, id, published_at - interval '8 hours', published_at, '${SENTENCE} ${SENTENCE}', 'Run the last step of the script.', '${SENTENCE}', 55 from entry where workspace_id = $1 and kind = 'wrap' and number <= $2::bigint and $3::timestamptz is not null`,
  `insert into wrap_line (workspace_id, id, entry_id, position, kind, text, person_id, eta, why, source, cleared_at, cleared_by)
   select workspace_id, the('line', number * 10 + k), id, k, (array['done','done','done','decision','blocker','question'])[k + 1], '${SENTENCE}', case when k >= 4 then one_of('person', number + k, ${PEOPLE}) end, null, case when k = 3 then 'It was the cheapest.' else '' end, null,
     case when k >= 4 and published_at < $3::timestamptz - interval '${OPEN_DAYS} days' then published_at + interval '1 day' end, case when k >= 4 and published_at < $3::timestamptz - interval '${OPEN_DAYS} days' then author_id end
   from entry, generate_series(0, 5) k where workspace_id = $1 and kind = 'wrap' and number <= $2::bigint and (k < 4 or number % 4 = 0)`,
  `insert into baton (workspace_id, id, entry_id, position, space_id, text, next_step, giver_id, to_kind, to_person_id, to_role_id, receiver_id, first_receiver_id, cover_id, state, question, answer, offered_at, starts_at, lapses_at, accepted_at, unowned_at)
   select workspace_id, the('baton', number), id, 0, space_id, 'Watch the ledger until the window.', 'Open the dashboard.', author_id, 'person', who, null, who, who, null,
     case when old then 'accepted' else 'offered' end, null, null, published_at, published_at, published_at + interval '30 minutes', case when old then published_at + interval '10 minutes' end, null
   from (select e.*, one_of('person', number * 17, ${PEOPLE}) as who, published_at < $3::timestamptz - interval '${OPEN_DAYS} days' as old from entry e where workspace_id = $1 and kind = 'wrap' and number <= $2::bigint and number % 5 < 2) e`,
  `insert into baton_step (workspace_id, id, baton_id, at, kind, actor_id, receiver_id, text)
   select workspace_id, the('step', hashtextextended(id::text, k)), id, offered_at + k * interval '10 minutes', case k when 0 then 'offered' else 'accepted' end, case k when 0 then giver_id else receiver_id end, receiver_id, ''
   from baton, generate_series(0, 1) k where workspace_id = $1 and (k = 0 or state = 'accepted') and $2::bigint > 0 and $3::timestamptz is not null`,
  `insert into checkin_prompt (workspace_id, id, form_id, person_id, on_date, asked_at, window_ends_at, state, entry_id)
   select workspace_id, the('prompt', number), the('form', 1 + abs(hashint8(number)) % ${SPACES}), author_id, date '2000-01-01' + number::int, published_at, published_at + interval '4 hours', 'answered', id from entry where workspace_id = $1 and kind = 'checkin' and number <= $2::bigint and $3::timestamptz is not null`,
  `insert into checkin_answer (workspace_id, entry_id, position, key, question, text, source_number)
   select workspace_id, id, k, 'q' || k, 'What will you do today?', '${SENTENCE}', null from entry, generate_series(0, 2) k where workspace_id = $1 and kind = 'checkin' and number <= $2::bigint and $3::timestamptz is not null`,
  `insert into event (workspace_id, at, kind, space_id, author_id, person_id) select workspace_id, published_at, 'wrap.posted', space_id, author_id, null from entry where workspace_id = $1 and number <= $2::bigint and $3::timestamptz is not null`,
  `update workspace set next_number = $2::bigint + $2::bigint / ${TEXTS_A_THREAD} + 1 where id = $1 and $3::timestamptz is not null`,
]

export type Seeded = {
  workspaceId: string; readerId: string; spaceId: string; mateId: string
  /** How many wraps and check-ins; threads are numbered after them. */
  entries: number
  threads: number
  /** A thread of long ago, which nobody reads. */
  oldThreadId: string
  peopleIds: readonly string[]
}

/** Fills a fresh workspace with people, spaces, `entries` wraps and check-ins and as many texts in threads, straight in SQL and its indexes afterwards. */
export async function seed(client: pg.Client, entries: number): Promise<Seeded> {
  const { rows: [workspace] } = await client.query<{ id: string }>('select id from workspace')
  if (!workspace) throw new Error('Set up a workspace before it is filled.')
  await client.query(FUNCTIONS)
  await client.query('select setseed(0.5)')
  await inBulk(client, [...PEOPLE_AND_SPACES, ...ENTRIES, ...THREADS, ...TEXTS], [workspace.id, entries, NOW])
  const { rows: [ids] } = await client.query<{ reader: string; mate: string; space: string; oldest: string; people: string[] }>(
    `select the('person', 1) as reader, the('person', 9) as mate, the('space', 3) as space, the('thread', 1) as oldest, array(select the('person', g) from generate_series(1, ${PEOPLE}) g) as people`)
  await client.query("insert into space_member (workspace_id, space_id, person_id, joined_at) values ($1, $2, $3, $4) on conflict do nothing", [workspace.id, ids?.space, ids?.mate, NOW])
  await client.query('drop function the, one_of; drop table half')
  await client.query('vacuum analyze')
  return { workspaceId: workspace.id, readerId: ids?.reader ?? '', mateId: ids?.mate ?? '', spaceId: ids?.space ?? '', entries, threads: Math.floor(entries / TEXTS_A_THREAD), oldThreadId: ids?.oldest ?? '', peopleIds: ids?.people ?? [] }
}
