import type { Fault } from './statements.ts'

type Allowed = {
  /** What it is about, and how its statements are known. */
  what: RegExp; statement: RegExp
  /** `asks all nodes`: right as it is, and seldom. `change first`: Citus would refuse it, or it would act on another node. */
  with: 'asks all nodes' | 'change first'
  why: string
}

/** What reaches over workspaces on purpose. Everything else is a fault. docs/guides/scale.md tells the second kind. */
const ALLOWED: readonly Allowed[] = [
  { what: /^(timer)$/, statement: /^select "next_try_at" from "timer"|^select count\(\*\).* from "timer"/, with: 'asks all nodes', why: 'Whether anything is due is asked of all workspaces together, once a second a process.' },
  { what: /^(delivery)$/, statement: /^select (?:\(select case state|count\(\*\).* from "delivery")/, with: 'asks all nodes', why: 'The same for messages.' },
  { what: /^(timer)$/, statement: /from "timer" where "next_try_at" <= .* for update skip locked$/, with: 'change first', why: 'Citus locks rows of one workspace at a time: the workspace with the earliest due timer is asked for first, and the timer taken inside it.' },
  { what: /^(delivery)$/, statement: /^with "next" as \(select "workspace_id", "id" from "delivery"/, with: 'change first', why: 'The same for messages.' },
  { what: /^(idempotency)$/, statement: /^delete from "idempotency" where "created_at" < \$1$/, with: 'asks all nodes', why: 'Once an hour a process, what is too old is taken out of all workspaces together.' },
  { what: /^(person|workspace)$/, statement: /lower\("?(?:p"\.")?email"?\) = \$1/, with: 'asks all nodes', why: 'Somebody who signs in says an address, not a workspace.' },
  { what: /^(workspace)$/, statement: /^select "id" from "workspace"/, with: 'asks all nodes', why: 'Whether there is a workspace at all, or the demo, is asked once a start and on the first page.' },
  { what: /^pg_notify$/, statement: /insert into "event"/, with: 'change first', why: 'Processes listen at the coordinator, so the notice is sent there, in a statement of its own.' },
  { what: /^pg_current_snapshot$/, statement: /from event|from "event"|search_change/, with: 'change first', why: 'Which transactions are still open is asked of the node that numbers them; with several nodes an event is passed on once a counter of its workspace has passed it.' },
]

export const allowedFor = ({ what }: Fault, statement: string): boolean => ALLOWED.some((one) => one.what.test(what) && one.statement.test(statement))
