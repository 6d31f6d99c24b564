import pg from 'pg'

/**
 * A fact about the whole database that no key and no constraint can say. `sql` gives a row for each break of it, whose
 * `what` names the place. They hold between any two transactions, however a process ended.
 */
type Fact = { says: string; sql: string }

const OPEN_ASKS = "('open', 'seen', 'clarified')"
const timerOf = (row: string, key: string, kinds: readonly string[]): string =>
  `exists (select from timer t where t.workspace_id = ${row}.workspace_id and t.kind in (${kinds.map((kind) => `'${kind}'`).join(', ')}) and t.key = ${key}::text)`

const ASKS: readonly Fact[] = [
  { says: 'an open ask whose clock runs has the timer that ends it', sql: `select entry_id::text as what from ask a where state in ${OPEN_ASKS} and clock->>'runningSince' is not null and not ${timerOf('a', 'a.entry_id', ['ask.due', 'ask.silent'])}` },
  { says: 'a settled ask has no timer', sql: `select a.entry_id::text as what from ask a where state in ('answered', 'withdrawn', 'lapsed') and ${timerOf('a', 'a.entry_id', ['ask.due', 'ask.silent', 'ask.cover', 'ask.escalate', 'ask.urgent'])}` },
  { says: 'an answered ask has its answer in the thread', sql: `select a.entry_id::text as what from ask a where state = 'answered' and not exists (select from reply r where r.workspace_id = a.workspace_id and r.id = a.answer_reply_id and r.kind = 'answer')` },
  { says: 'an ask has as many answers as it was settled with', sql: `select a.entry_id::text as what from ask a where (select count(*) from ask_step s where s.workspace_id = a.workspace_id and s.ask_id = a.entry_id and s.kind in ('answered', 'withdrawn', 'lapsed'))
      <> (select count(*) from ask_step s where s.workspace_id = a.workspace_id and s.ask_id = a.entry_id and s.kind = 'reopened') + case when state in ('answered', 'withdrawn', 'lapsed') then 1 else 0 end` },
  { says: 'a thread knows how its asks stand', sql: `select a.entry_id::text as what from ask a left join thread_ask t on t.workspace_id = a.workspace_id and t.ask_id = a.entry_id where t.ask_id is null or t.state <> a.state or t.answerer_id <> a.answerer_id
      or t.open <> (a.state in ('open', 'seen', 'question_back', 'clarified', 'overdue', 'escalated'))` },
  { says: 'a thread counts its open asks', sql: `select t.entry_id::text as what from thread t where t.open_asks <> (select count(*) from thread_ask a where a.workspace_id = t.workspace_id and a.thread_id = t.entry_id and a.open)` },
]

const THREADS: readonly Fact[] = [
  { says: 'a thread counts its replies', sql: `select t.entry_id::text as what from thread t where t.reply_count <> (select count(*) from reply r where r.workspace_id = t.workspace_id and r.entry_id = t.entry_id and r.deleted_at is null and not r.undone)` },
  { says: 'no reply has a place after the last one', sql: `select r.id::text as what from reply r join thread t on t.workspace_id = r.workspace_id and t.entry_id = r.entry_id where r.seq > t.last_seq` },
  { says: 'nobody has read further than a thread goes', sql: `select p.entry_id::text as what from thread_person p join thread t on t.workspace_id = p.workspace_id and t.entry_id = p.entry_id where p.read_seq > t.last_seq` },
  { says: 'a thread stands where its entry does', sql: `select t.entry_id::text as what from thread t join entry e on e.workspace_id = t.workspace_id and e.id = t.entry_id where t.space_id is distinct from e.space_id or t.deleted_at is distinct from e.deleted_at` },
  { says: 'an entry has what its kind needs', sql: `select e.id::text as what from entry e where not case e.kind
      when 'wrap' then exists (select from wrap x where x.workspace_id = e.workspace_id and x.entry_id = e.id)
      when 'thread' then exists (select from thread x where x.workspace_id = e.workspace_id and x.entry_id = e.id)
      when 'ask' then exists (select from ask x where x.workspace_id = e.workspace_id and x.entry_id = e.id) and exists (select from thread x where x.workspace_id = e.workspace_id and x.entry_id = e.id)
      when 'decision' then exists (select from decision x where x.workspace_id = e.workspace_id and x.entry_id = e.id)
      when 'page' then exists (select from page x where x.workspace_id = e.workspace_id and x.entry_id = e.id) else true end` },
  { says: 'no number is given out twice or not yet', sql: `select e.number::text as what from entry e join workspace w on w.id = e.workspace_id where e.number >= w.next_number` },
  { says: 'a kept page is the last text that was saved', sql: `select p.entry_id::text as what from page p where p.version <> coalesce((select max(v.version) from page_version v where v.workspace_id = p.workspace_id and v.page_id = p.entry_id), 0)` },
]

const ATTENTION: readonly Fact[] = [
  { says: 'what waits for somebody has a moment and a timer that comes by then', sql: `select i.id::text as what from attention_item i where i.state = 'waiting' and (i.settled_at is not null or i.batch_id is not null or i.deliver_at is null
      or not exists (select from timer t where t.workspace_id = i.workspace_id and t.kind = 'attention.release' and t.key = i.person_id::text and t.due_at <= i.deliver_at))` },
  { says: 'what waits no more has an end with its reason', sql: `select id::text as what from attention_item where state <> 'waiting' and (settled_at is null or settled_reason = '')` },
  { says: 'what was delivered came in one batch of its person', sql: `select i.id::text as what from attention_item i left join attention_batch b on b.workspace_id = i.workspace_id and b.id = i.batch_id where (i.state in ('delivered', 'digest') and b.id is null) or (b.id is not null and b.person_id <> i.person_id)` },
  { says: 'every message has its reason, and one that is settled its moment', sql: `select id::text as what from delivery where reason = '' or (state in ('sent', 'kept', 'failed', 'dropped')) <> (settled_at is not null)` },
  { says: 'no two messages have one id', sql: `select min(message_id) as what from delivery group by workspace_id, message_id having count(*) > 1` },
]

const DECISIONS: readonly Fact[] = [
  { says: 'an open decision has the timer of its deadline', sql: `select d.entry_id::text as what from decision d where d.state = 'open' and d.deadline is not null and not ${timerOf('d', 'd.entry_id', ['decision.deadline'])}` },
  { says: 'a provisional decision has the timer of its end', sql: `select d.entry_id::text as what from decision d where d.state = 'provisional' and d.provisional_until is not null and not ${timerOf('d', 'd.entry_id', ['decision.expire'])}` },
  { says: 'a decision is signed once, with all that belongs to it', sql: `select d.entry_id::text as what from decision d where (select count(*) from decision_step s where s.workspace_id = d.workspace_id and s.decision_id = d.entry_id and s.kind = 'signed') <> case when d.signed_at is null then 0 else 1 end
      or (d.signed_at is null) <> (d.signed_by is null)` },
  { says: 'somebody has one position on one point', sql: `select decision_id::text as what from decision_position where replaced_at is null group by workspace_id, decision_id, person_id, option_id, trade_off_id having count(*) > 1` },
]

const SEARCH: readonly Fact[] = [
  { says: 'a text that is found stands there', sql: `select x.id::text as what from entry_text x join entry e on e.workspace_id = x.workspace_id and e.id = x.entry_id
      where x.space_id is distinct from e.space_id or x.hidden <> (e.deleted_at is not null) or (x.is_reply and x.file_id is null and not exists (select from reply r where r.workspace_id = x.workspace_id and r.id = x.id and r.entry_id = x.entry_id and r.deleted_at is null and not r.undone))` },
  { says: 'a reply that stands is found', sql: `select r.id::text as what from reply r where r.deleted_at is null and not r.undone and r.body <> '' and not exists (select from entry_text x where x.workspace_id = r.workspace_id and x.id = r.id)
      and not exists (select from timer t where t.workspace_id = r.workspace_id and t.kind = 'search.fill')` },
  { says: 'a space counts its texts', sql: `select s.id::text as what from space s where (select count(*) from entry_text x where x.workspace_id = s.workspace_id and x.space_id = s.id)
      <> coalesce((select c.texts from search_space c where c.workspace_id = s.workspace_id and c.space_id = s.id), 0) + coalesce((select sum(c.by) from search_change c where c.workspace_id = s.workspace_id and c.space_id = s.id), 0)` },
  { says: 'words that wait to be counted have a timer', sql: `select c.id::text as what from search_change c where not ${timerOf('c', 'c.space_id', ['search.count'])}` },
]

const REST: readonly Fact[] = [
  { says: 'a file that nobody uses goes by itself', sql: `select f.id::text as what from file f where (f.state <> 'used' or f.deleted_at is not null) and not ${timerOf('f', 'f.id', ['file.remove'])}` },
  { says: 'a file that is used is whole', sql: `select f.id::text as what from file f where f.state in ('used', 'loose') and length(f.sha256) <> 32` },
  { says: 'a mail that came in is acted on, and forgotten some day', sql: `select m.id::text as what from mail_in m where (m.state = 'waiting') <> (m.settled_at is null) or (m.state = 'waiting' and not ${timerOf('m', 'm.id', ['mail-in.act'])}) or (m.raw is not null and not ${timerOf('m', 'm.id', ['mail-in.forget'])})` },
  { says: 'a request that was acknowledged keeps its answer', sql: `select key as what from idempotency where status is null` },
  { says: 'a baton that waits has the timer of its lapse', sql: `select b.id::text as what from baton b where b.state in ('offered', 'returned') and b.lapses_at is not null and not ${timerOf('b', 'b.id', ['baton.lapse'])}` },
  { says: 'an accepted baton has one who holds it', sql: `select id::text as what from baton where (state = 'accepted') and (receiver_id is null or accepted_at is null)` },
  { says: 'a baton that is done has its moment, who said so and what came of it, and no other has', sql: `select id::text as what from baton where (state = 'done') <> (done_at is not null) or (state = 'done') <> (outcome is not null) or (state = 'done' and receiver_id is null)` },
  { says: 'an open check-in has the timer of its end', sql: `select p.id::text as what from checkin_prompt p where p.state = 'open' and not ${timerOf('p', 'p.id', ['checkin.close'])}` },
  { says: 'a schedule of runs has the timer of its next turn', sql: `select s.id::text as what from run_schedule s where s.next_at is not null and s.ended_at is null and s.paused_at is null and not ${timerOf('s', 's.id', ['run.turn'])}` },
  { says: 'a run that ended has no open step that waits for its answer', sql: `select s.run_id::text as what from run_step s join run r on r.workspace_id = s.workspace_id and r.id = s.run_id where s.state <> 'open' and s.by_id is null and s.ask_id is null` },
  { says: 'every workspace has an owner who can sign in', sql: `select w.id::text as what from workspace w where not exists (select from person p where p.workspace_id = w.id and p.role = 'owner' and p.state = 'active')` },
  { says: 'a one-time link was used by somebody who is there', sql: `select c.id::text as what from credential c join person p on p.workspace_id = c.workspace_id and p.id = c.person_id where c.kind = 'invite' and c.used_at is not null and p.state = 'invited'` },
  { says: 'an audit log follows line by line, and ends where its head says', sql: `select l.seq::text as what from audit_line l left join audit_line b on b.workspace_id = l.workspace_id and b.seq = l.seq - 1
      where l.hash <> sha256(convert_to(coalesce(encode(b.hash, 'hex'), repeat('0', 64)) || E'\\n' || l.seq || E'\\n' || encode(l.content_hash, 'hex'), 'UTF8')) or (b.seq is null and l.seq <> 1)
      union all select h.seq::text from audit_head h where not exists (select from audit_line l where l.workspace_id = h.workspace_id and l.seq = h.seq and l.hash = h.hash and not exists (select from audit_line n where n.workspace_id = l.workspace_id and n.seq > l.seq))` },
]

const FACTS: readonly Fact[] = [...ASKS, ...THREADS, ...ATTENTION, ...DECISIONS, ...SEARCH, ...REST]

/** How many breaks of one fact are named. */
const NAMED = 5

/**
 * Looks at a whole database, in one moment of it, while others may write.
 * @returns one sentence for each fact that does not hold, with the first places where it does not; nothing where all is well
 */
export async function brokenFacts(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('begin isolation level repeatable read read only')
    const broken: string[] = []
    for (const { says, sql } of FACTS) {
      const { rows } = await client.query<{ what: string }>(sql)
      if (rows.length > 0) broken.push(`It does not hold that ${says}: ${rows.length} times, as at ${rows.slice(0, NAMED).map(({ what }) => what).join(', ')}.`)
    }
    return broken
  } finally {
    await client.end()
  }
}
