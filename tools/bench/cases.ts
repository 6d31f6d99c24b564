import { randomUUID } from 'node:crypto'
import { NOW, type Seeded } from './seed.ts'
import { searchCases } from './search-cases.ts'
import { threadCases } from './thread-cases.ts'
import type { Ask } from './wire.ts'

/** The end of the reader's shift before: what the brief tells of. */
const SINCE = '2026-03-23T16:00:00Z'
/** Entries near the end are what people read. */
const READ_AMONG = 50

/** Numbers that no entry of the run will have. */
const OUT_OF_THE_WAY = 1_000_000_000

/** What an operation may cost (DESIGN, section 5): times of the limit, or a latency. */
export type Budget = { p50?: number; cpu?: number; p99Ms?: number }
export type Case = {
  name: string; budget: Budget
  ask(): Ask
  /** The one statement that no answer to this could do without. It and a bare server of the same bytes are the limit. */
  statement: { text: string; values(): unknown[] }
  /** The limit is that statement alone, as DESIGN has it for search. */
  besideSqlAlone?: boolean
}

const ITEM = "select e.number, e.kind, e.title, e.tldr, e.published_at, e.author_id, s.id as space_id, s.name as space_name, p.name as author_name"
const PEOPLE_JOIN = 'join space s on s.workspace_id = e.workspace_id and s.id = e.space_id join person p on p.workspace_id = e.workspace_id and p.id = e.author_id'
const MINE = 'select m.space_id from space_member m where m.workspace_id = $1 and m.person_id = $2'

let written = 0

/** The measured operations as one member sees them who has joined every space. */
export function casesFor(seeded: Seeded, token: string): Case[] {
  const headers = { authorization: `Bearer ${token}` }
  const { workspaceId, readerId, spaceId, mateId, entries } = seeded
  let turn = 0
  const wraps = Array.from({ length: READ_AMONG * 2 }, (_none, index) => entries - index).filter((number) => number % 10 < 8 && number % 200 !== 199)
  const next = () => wraps[turn++ % wraps.length] ?? entries
  return [
    {
      name: 'read the brief', budget: { p99Ms: 60 }, ask: () => ({ method: 'GET', path: '/api/v1/brief', headers }),
      statement: {
        text: `${ITEM}, w.state_text, w.next_action from entry e ${PEOPLE_JOIN} left join wrap w on w.workspace_id = e.workspace_id and w.entry_id = e.id
          where e.workspace_id = $1 and e.space_id in (${MINE}) and e.published_at > $3 and e.deleted_at is null order by e.published_at desc, e.id desc limit 200`,
        values: () => [workspaceId, readerId, SINCE],
      },
    },
    {
      name: 'sign a wrap with a baton', budget: { p50: 3, cpu: 5 },
      ask: () => ({ method: 'POST', path: '/api/v1/wraps', headers: { ...headers, 'idempotency-key': randomUUID() }, body: JSON.stringify({
        spaceId, state: 'All green.', nextAction: 'Run the last step.', mostImportant: 'The ledger is ready for tonight.', done: [{ text: 'Moved 80 tables.' }, { text: 'Told the client.' }],
        questions: [{ text: 'Which window?', answererId: mateId }], batons: [{ text: 'Watch the ledger.', to: { kind: 'person', personId: mateId } }],
      }) }),
      statement: {
        text: `insert into entry (workspace_id, id, number, kind, space_id, author_id, title, tldr, word_count, published_at, updated_at, deleted_at)
          values ($1, $2, $6, 'wrap', $3, $4, 'Wrap', 'The ledger is ready.', 20, $5, $5, $5)`,
        values: () => [workspaceId, randomUUID(), spaceId, readerId, NOW, OUT_OF_THE_WAY + (written += 1)],
      },
    },
    {
      name: 'read a wrap', budget: { p50: 3, cpu: 5 }, ask: () => ({ method: 'GET', path: `/api/v1/wraps/${next()}`, headers }),
      statement: {
        text: `select e.number, e.published_at, w.state_text, w.next_action, w.most_important, l.kind, l.text, l.why from entry e join wrap w on w.workspace_id = e.workspace_id and w.entry_id = e.id
          join wrap_line l on l.workspace_id = w.workspace_id and l.entry_id = w.entry_id where e.workspace_id = $1 and e.number = $2 order by l.position`,
        values: () => [workspaceId, next()],
      },
    },
    {
      name: 'list 50 entries', budget: { p50: 3, cpu: 5 }, ask: () => ({ method: 'GET', path: '/api/v1/entries', headers }),
      statement: {
        text: `${ITEM} from entry e ${PEOPLE_JOIN} where e.workspace_id = $1 and e.space_id in (${MINE}) and e.deleted_at is null order by e.published_at desc, e.id desc limit 51`,
        values: () => [workspaceId, readerId],
      },
    },
    ...threadCases(seeded, headers), ...searchCases(seeded, headers),
  ]
}
