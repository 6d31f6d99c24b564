import { randomUUID } from 'node:crypto'
import { OPEN_STATES } from '#domain/asks/ask-table.ts'
import type { Case } from './cases.ts'
import { NOW, type Seeded } from './seed.ts'
import { LONG_EVERY } from './seed-threads.ts'
import { LINK_EVERY, LINKED_EVERY } from './seed-texts.ts'

/** Threads near the end are what people read and write in. */
const AMONG = 400
/** Places in a thread that no reply of the run will have. */
const OUT_OF_THE_WAY = 1_000_000_000
const BODY = 'Tonight is fine for the client. Please say in the thread when `ledger_2020` begins, so that the night shift can watch it.'
const OPEN = [...OPEN_STATES].map((state) => `'${state}'`).join(', ')

const ITEM = `select i.id, i.kind, i.standing, i.urgent, i.obliges, i.plan, i.created_at, i.deliver_at, i.settled_at, r.id as reply_id, r.body, p.name, e.number, e.title, s.name as space_name
  from attention_item i join reply r on r.workspace_id = i.workspace_id and r.id = i.subject_id join entry e on e.workspace_id = i.workspace_id and e.id = i.conversation_id
  join space s on s.workspace_id = i.workspace_id and s.id = i.space_id join person p on p.workspace_id = r.workspace_id and p.id = r.author_id`

let written = 0

/** Threads, asks and the inbox as one member sees them who has joined every space. */
export function threadCases(seeded: Seeded, headers: Record<string, string>): Case[] {
  const { workspaceId, readerId, spaceId, mateId, entries, threads, oldThreadId } = seeded
  const near = Array.from({ length: Math.min(AMONG, threads) }, (_none, index) => threads - index)
  const turnOf = (numbers: readonly number[], after = entries) => {
    let turn = 0
    return () => after + (numbers[turn++ % numbers.length] ?? threads)
  }
  const long = turnOf(near.filter((g) => g % LONG_EVERY === 1))
  const short = turnOf(near.filter((g) => g % LONG_EVERY !== 1 && g % 10 !== 0))
  const before = Array.from({ length: Math.min(AMONG, entries) }, (_none, index) => entries - index)
  const linked = turnOf(before.filter((number) => number % LINK_EVERY === 0 && number % 200 !== 199), 0)
  const target = turnOf(before.filter((number) => number % LINKED_EVERY === 0), 0)
  const get = (path: string) => () => ({ method: 'GET' as const, path: `/api/v1${path}`, headers })
  const post = (path: string, body: object) => ({ method: 'POST' as const, path: `/api/v1${path}`, headers: { ...headers, 'idempotency-key': randomUUID() }, body: JSON.stringify(body) })
  return [
    {
      name: 'read a thread of 100 replies', budget: { p50: 3, cpu: 5 }, ask: () => get(`/threads/${long()}`)(),
      statement: {
        text: `select r.id, r.seq, r.kind, r.body, r.via, r.posted_at, r.author_id, p.name, p.zone from reply r join person p on p.workspace_id = r.workspace_id and p.id = r.author_id
          where r.workspace_id = $1 and r.entry_id = (select e.id from entry e where e.workspace_id = $1 and e.number = $2) order by r.seq limit 101`,
        values: () => [workspaceId, long()],
      },
    },
    {
      name: 'list 50 threads', budget: { p50: 3, cpu: 5 }, ask: get('/threads'),
      statement: {
        text: `select e.number, e.kind, e.title, e.tldr, e.published_at, t.space_id, t.author_id, t.active_at, t.reply_count, t.last_seq, t.state_text, t.outcome, t.resolved_at, s.name as space_name, p.name as author_name, m.read_seq, m.follow
          from thread t join entry e on e.workspace_id = t.workspace_id and e.id = t.entry_id join space s on s.workspace_id = t.workspace_id and s.id = t.space_id join person p on p.workspace_id = t.workspace_id and p.id = t.author_id
          left join thread_person m on m.workspace_id = t.workspace_id and m.entry_id = t.entry_id and m.person_id = $2
          where t.workspace_id = $1 and t.space_id in (select j.space_id from space_member j where j.workspace_id = $1 and j.person_id = $2) and t.deleted_at is null and t.stands_in is null order by t.active_at desc, t.entry_id desc limit 51`,
        values: () => [workspaceId, readerId],
      },
    },
    {
      name: 'post a reply', budget: { p50: 3, cpu: 5 }, ask: () => post(`/threads/${short()}/replies`, { body: BODY }),
      statement: {
        text: `insert into reply (workspace_id, id, entry_id, seq, kind, author_id, body, via, posted_at, undo_until, deleted_at, undone) values ($1, $2, $3, $4, 'reply', $5, $6, 'web', $7, $7, $7, true)`,
        values: () => [workspaceId, randomUUID(), oldThreadId, OUT_OF_THE_WAY + (written += 1), readerId, BODY, NOW],
      },
    },
    {
      name: 'read the inbox', budget: { p50: 3, cpu: 5 }, ask: get('/inbox'),
      statement: {
        text: `${ITEM} where i.workspace_id = $1 and i.person_id = $2 and i.done_at is null and i.state in ('delivered', 'digest') order by i.settled_at desc, i.id desc limit 51`,
        values: () => [workspaceId, readerId],
      },
    },
    {
      name: 'list what I owe', budget: { p50: 3, cpu: 5 }, ask: get('/asks/owe'),
      statement: {
        text: `select a.entry_id, a.kind, a.state, a.urgency, a.asked_at, a.due_at, a.term, a.clock, e.number, e.title, b.body, s.name as space_name, p.name as asker_name, p.zone from ask a
          join entry e on e.workspace_id = a.workspace_id and e.id = a.entry_id join thread b on b.workspace_id = a.workspace_id and b.entry_id = a.entry_id join space s on s.workspace_id = b.workspace_id and s.id = b.space_id
          join person p on p.workspace_id = a.workspace_id and p.id = a.asker_id where a.workspace_id = $1 and a.answerer_id = $2 and a.state in (${OPEN}) order by a.due_at, a.entry_id limit 200`,
        values: () => [workspaceId, readerId],
      },
    },
    {
      name: 'what an entry links to', budget: {}, ask: () => get(`/links/from/${linked()}`)(),
      statement: {
        text: `select l.kind, l.to_number, l.to_title, l.to_person, l.written, t.title, t.kind, s.name from text_link l join entry t on t.workspace_id = l.workspace_id and t.number = l.to_number
          join space s on s.workspace_id = t.workspace_id and s.id = t.space_id where l.workspace_id = $1 and l.from_id = (select e.id from entry e where e.workspace_id = $1 and e.number = $2) order by l.place`,
        values: () => [workspaceId, linked()],
      },
    },
    {
      name: 'what links to an entry', budget: {}, ask: () => get(`/links/to/${target()}`)(),
      statement: {
        text: `select l.text_id, l.sentence, e.number, e.kind, e.title, e.published_at, s.name, p.name from text_link l join entry e on e.workspace_id = l.workspace_id and e.id = l.from_id
          join space s on s.workspace_id = e.workspace_id and s.id = e.space_id join person p on p.workspace_id = e.workspace_id and p.id = e.author_id
          where l.workspace_id = $1 and l.to_number = $2 and e.deleted_at is null order by e.published_at desc limit 100`,
        values: () => [workspaceId, target()],
      },
    },
    {
      name: 'preview an ask', budget: {}, ask: () => post('/asks/preview', { spaceId, kind: 'answer', to: mateId, text: BODY }),
      statement: { text: 'select from_date, zone, anchor, weeks from work_period where workspace_id = $1 and person_id = $2 order by from_date', values: () => [workspaceId, mateId] },
    },
  ]
}
