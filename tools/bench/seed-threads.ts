/** Of the texts in threads, how many stand in one thread on average: its opening, and five replies or a hundred. */
export const TEXTS_A_THREAD = 10
/** One thread in so many is long. */
export const LONG_EVERY = 20
const LONG = 100
const SHORT = 5
/** How many threads are opened on a calendar day; more of them are a longer past, not a louder day. */
const THREADS_A_DAY = 15
/** One thread in so many is an ask. */
const ASK_EVERY = 10
/** One ask in so many was left in its first state; the last ones are the reader's, half of them owed and half awaited. */
const OF_READER = 40
/** How many write and follow in a thread. */
const VOICES = 6
/** From when on what was told is still in the reader's inbox. Unit: days. */
const INBOX_DAYS = 3
const PEOPLE = 200
const SPACES = 30

const BODY = 'The copy of the ledger ended at 80 per cent, and nothing is broken. The last table waits for a window tonight; if that is too late for the client, say so until noon and I move it.\n\n- `ledger_2019` is done\n- `ledger_2020` is next'

const kinds = `case when g % ${ASK_EVERY} = 0 then 'ask' else 'thread' end`
const isLong = `g % ${LONG_EVERY} = 1`
const old = `opened_at < $3::timestamptz - interval '2 days'`

/** The g-th thread: its number, moment and length. $2 entries, $3 now. The last one opens so early that a long one ends before now. */
const OPENED = `select g, $2::bigint + g as number, $3::timestamptz - interval '6 hours' - ($2::bigint / ${TEXTS_A_THREAD} - g) * interval '1 day' / ${THREADS_A_DAY} as opened_at,
  case when ${isLong} then ${LONG} else ${SHORT} end as replies from generate_series(1, $2::bigint / ${TEXTS_A_THREAD}) g`

const PLAN = `'{"when":"window","at":"2026-03-24T08:00:00Z","flagged":false,"reason":{"code":"next_window","until":"2026-03-24T08:00:00Z","clause":null,"moment":"shift_start","focus":null}}'`

/** Threads with replies, who follows and has read them, asks in every state, and what people were told. $1 workspace, $2 entries, $3 now. */
export const THREADS = [
  `insert into entry (workspace_id, id, number, kind, space_id, author_id, title, tldr, word_count, published_at, updated_at, deleted_at)
   select $1::uuid, the('thread', g), number, ${kinds}, one_of('space', g * 7, ${SPACES}), one_of('person', g * 13, ${PEOPLE}), 'Where the ledger stands ' || g, 'The copy of the ledger ended at 80 per cent.', 45, opened_at, opened_at, null
   from (${OPENED}) n`,
  `insert into thread (workspace_id, entry_id, space_id, author_id, body, via, undo_until, resolved_at, resolved_by, outcome, reply_count, last_seq, active_at)
   select $1::uuid, e.id, e.space_id, e.author_id, '${BODY}', 'web', opened_at, case when ${old} and g % 3 > 0 then opened_at + interval '1 day' end, case when ${old} and g % 3 > 0 then e.author_id end,
     case when ${old} and g % 3 > 0 then 'Moved tonight.' end, replies, replies, opened_at + replies * interval '3 minutes'
   from (${OPENED}) n join entry e on e.workspace_id = $1 and e.id = the('thread', g)`,
  `insert into reply (workspace_id, id, entry_id, seq, kind, author_id, body, quote_reply_id, quote_author_id, quote_text, ask_id, via, posted_at, undo_until)
   select $1::uuid, the('reply', g * 1000 + k), the('thread', g), k, case when g % ${ASK_EVERY} = 0 and k = 1 then 'answer' else 'reply' end, one_of('person', g * 13 + k % ${VOICES}, ${PEOPLE}), '${BODY}', null, null, null, null, 'web', opened_at + k * interval '3 minutes', opened_at
   from (${OPENED}) n, generate_series(1, replies) k`,
  `insert into thread_person (workspace_id, entry_id, person_id, read_seq, follow, because)
   select $1::uuid, the('thread', g), one_of('person', g * 13 + v, ${PEOPLE}), case when ${old} then replies else replies / 2 end, 'following', 'replied' from (${OPENED}) n, generate_series(0, ${VOICES - 1}) v on conflict do nothing`,
  `insert into thread_person (workspace_id, entry_id, person_id, read_seq, follow, because)
   select $1::uuid, the('thread', g), the('person', 1), case when ${old} then replies else replies / 2 end, case when g % 4 = 0 then 'following' end, case when g % 4 = 0 then 'chosen' end from (${OPENED}) n where g % 2 = 0 on conflict do nothing`,
  `insert into ask (workspace_id, entry_id, thread_id, asker_id, kind, answerer_id, first_answerer_id, urgency, urgent, scope, state, asked_at, reads_at, term, clock, due_at, settled_at, answered_by, answer_reply_id)
   select $1::uuid, the('thread', g), the('thread', g), case when mine and g % 20 = 0 then the('person', 1) else one_of('person', g * 13, ${PEOPLE}) end, 'answer',
     who, who, 'standard', false, 'brief', case when mine then 'open' else 'answered' end, opened_at, opened_at, term, jsonb_build_object('term', term, 'usedMinutes', 0, 'runningSince', opened_at, 'stopped', null, 'dueAt', due_at), due_at,
     case when not mine then opened_at + interval '1 hour' end, case when not mine then who end, case when not mine then the('reply', g * 1000 + 1) end
   from (select *, case when mine and g % 20 > 0 then the('person', 1) else one_of('person', g * 13 + 1, ${PEOPLE}) end as who from (select n.*, g > $2::bigint / ${TEXTS_A_THREAD} - ${OF_READER * ASK_EVERY} as mine, '{"kind":"working_minutes","minutes":480}'::jsonb as term,
     case when g > $2::bigint / ${TEXTS_A_THREAD} - ${OF_READER * ASK_EVERY} then $3::timestamptz + (g % 7) * interval '9 hours' else opened_at + interval '8 hours' end as due_at from (${OPENED}) n where g % ${ASK_EVERY} = 0) a) b`,
  `insert into ask_step (workspace_id, id, ask_id, at, kind, actor_id, person_id, due_at) select workspace_id, the('asked', e.number), entry_id, asked_at, 'asked', asker_id, answerer_id, due_at from ask join entry e using (workspace_id) where workspace_id = $1 and e.id = entry_id and $2::bigint > 0 and $3::timestamptz is not null`,
  `insert into thread_ask (workspace_id, ask_id, thread_id, asker_id, answerer_id, state, open, asked_at, due_at) select workspace_id, entry_id, thread_id, asker_id, answerer_id, replace(state, '_', '-'), state = 'open', asked_at, due_at from ask where workspace_id = $1 and $2::bigint > 0 and $3::timestamptz is not null`,
  `insert into attention_item (workspace_id, id, person_id, event_key, kind, source, subject_id, conversation_id, space_id, author_id, standing, urgent, obliges, created_at, not_before, plan, deliver_at, state, settled_at, settled_reason, done_at)
   select r.workspace_id, the('item', r.seq + g * 1000 + v * 1000000000), one_of('person', g * 13 + (r.seq + v) % ${VOICES}, ${PEOPLE}), 'reply:' || r.id, 'reply', 'threads.reply', r.id, r.entry_id, t.space_id, r.author_id, 'following', false, false, r.posted_at, r.posted_at, ${PLAN},
     r.posted_at + interval '1 hour', 'delivered', r.posted_at + interval '1 hour', 'next_window', case when ${old} then r.posted_at + interval '2 hours' end
   from (${OPENED}) n join reply r on r.workspace_id = $1 and r.entry_id = the('thread', g) join thread t on t.workspace_id = r.workspace_id and t.entry_id = r.entry_id, generate_series(1, 2) v on conflict do nothing`,
  `insert into attention_item (workspace_id, id, person_id, event_key, kind, source, subject_id, conversation_id, space_id, author_id, standing, urgent, obliges, created_at, not_before, plan, deliver_at, state, settled_at, settled_reason, done_at)
   select r.workspace_id, the('mine', r.seq + g * 1000), the('person', 1), 'reply:' || r.id, 'reply', 'threads.reply', r.id, r.entry_id, t.space_id, r.author_id, 'following', false, false, r.posted_at, r.posted_at, ${PLAN},
     r.posted_at, 'delivered', r.posted_at, 'next_window', case when opened_at < $3::timestamptz - interval '${INBOX_DAYS} days' then r.posted_at + interval '2 hours' end
   from (${OPENED}) n join reply r on r.workspace_id = $1 and r.entry_id = the('thread', g) join thread t on t.workspace_id = r.workspace_id and t.entry_id = r.entry_id where g % 4 = 0 on conflict do nothing`,
  `insert into event (workspace_id, at, kind, space_id, author_id, person_id) select r.workspace_id, r.posted_at, 'reply.posted', t.space_id, r.author_id, null from reply r join thread t using (workspace_id, entry_id) where r.workspace_id = $1 and $2::bigint > 0 and $3::timestamptz is not null`,
]
