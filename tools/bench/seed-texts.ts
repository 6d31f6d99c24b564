/** Words that texts are made of; the n-th is about as common as one over n, as in any language. */
const VOCABULARY = 20_000
/** A text is two of so many halves, or of as many as there are entries: as varied as needed, and a million are made in a minute. */
const HALVES = 'least(20000, $2::bigint)'
const WORDS_A_HALF = 20
/** Where there are more texts than this, words are counted on one of ten pages. */
const COUNTED_WHOLE = 200_000
/** One entry in so many names two others: the last one that stands at a place of so many, and one of long ago. */
export const LINK_EVERY = 3
export const LINKED_EVERY = 40
/** What was sent, for one reply in so many. */
const MAIL_EVERY = 5

const given = '$2::bigint > 0 and $3::timestamptz is not null'
const half = (g: string): string => `(select h.words, h.body from half h where h.n = abs(hashint8(${g})) % ${HALVES})`
const textOf = (g: string): string => `cross join lateral ${half(g)} a cross join lateral ${half(`${g} + 7`)} b`
const COLUMNS = '(workspace_id, id, entry_id, space_id, author_id, kind, is_reply, at, title, body, names, words, size, hidden)'
const WORDS = `a.words || b.words, ${WORDS_A_HALF * 2}`

/** What makes entries and replies findable, what they point at, and what was sent because of them. $1 workspace, $2 entries, $3 now. */
export const TEXTS = [
  `create temp table half (n int primary key, body text not null, words tsvector not null)`,
  `insert into half select n, body, to_tsvector('simple', body) from (select n, (select string_agg('w' || floor(power(${VOCABULARY}, random() + 0 * (n + k))), ' ') from generate_series(1, ${WORDS_A_HALF}) k) as body
   from generate_series(0, ${HALVES} - 1) n where $1::uuid is not null and ${given}) h`,
  `insert into entry_text ${COLUMNS} select e.workspace_id, e.id, e.id, e.space_id, e.author_id, e.kind, false, e.published_at, e.title, a.body || ' ' || b.body, '', ${WORDS}, e.deleted_at is not null
   from entry e ${textOf('e.number')} where e.workspace_id = $1 and e.space_id is not null and ${given}`,
  `insert into entry_text ${COLUMNS} select r.workspace_id, r.id, r.entry_id, e.space_id, r.author_id, e.kind, true, r.posted_at, '', a.body || ' ' || b.body, '', ${WORDS}, false
   from reply r join entry e on e.workspace_id = r.workspace_id and e.id = r.entry_id ${textOf('e.number * 1000 + r.seq')} where r.workspace_id = $1 and ${given}`,
  `update workspace set search_language = 'simple' where id = $1 and ${given}`,
  `insert into search_word (workspace_id, space_id, lexeme, texts)
   select $1::uuid, x.space_id, u.lexeme, count(*) * case when $2::bigint > ${COUNTED_WHOLE} then 10 else 1 end
   from (select * from entry_text where $2::bigint <= ${COUNTED_WHOLE} union all select * from entry_text tablesample system (10) where $2::bigint > ${COUNTED_WHOLE}) x cross join lateral unnest(x.words) u
   where x.workspace_id = $1 and $3::timestamptz is not null group by x.space_id, u.lexeme`,
  `insert into search_space (workspace_id, space_id, texts, size) select workspace_id, space_id, count(*), sum(size) from entry_text where workspace_id = $1 and ${given} group by 1, 2`,
  `insert into entry_title (workspace_id, entry_id, title_key) select workspace_id, id, lower(title) from entry where workspace_id = $1 and ${given}`,
  `insert into text_link (workspace_id, text_id, place, from_id, kind, to_number, written, sentence, stood_in)
   select e.workspace_id, e.id, k, e.id, 'number', n, '#' || n, 'As #' || n || ' says, nothing is broken.', e.space_id
   from entry e cross join generate_series(0, 1) k cross join lateral (select greatest(1, case k when 0 then e.number - e.number % ${LINKED_EVERY} else 1 + e.number / 100 end) as n) t
   where e.workspace_id = $1 and e.number % ${LINK_EVERY} = 0 and ${given}`,
  `insert into delivery (workspace_id, id, event_key, person_id, channel, subject, body, message_id, reason, state, created_at, send_at, attempts, settled_at)
   select i.workspace_id, i.id, i.event_key, i.person_id, 'mail', 'Where the ledger stands', '{"text":"The copy of the ledger ended at 80 per cent.","links":[]}', i.id::text || '@example.com', 'next_window', 'kept', i.settled_at, i.settled_at, 1, i.settled_at
   from attention_item i where i.workspace_id = $1 and i.settled_at is not null and get_byte(decode(md5(i.event_key), 'hex'), 0) % ${MAIL_EVERY} = 0 and ${given}`,
]
