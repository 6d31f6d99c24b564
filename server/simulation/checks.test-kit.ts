import { isKept } from '#domain/trash/kept.ts'
import { createHash } from 'node:crypto'
import { followChain } from '#server/platform/audit/check.ts'
import { brokenFacts } from '#server/invariants.test-kit.ts'
import { sql } from 'kysely'
import type { Life } from './life.test-kit.ts'
import { whyNotNow } from './people.test-kit.ts'

/** What was looked at before. */
export type Looked = { batches: Set<string>; mails: number }

/** Looks at what came since the last look, while everybody's time is still as it was when it came. */
export async function checkOnTheWay(life: Life, looked: Looked): Promise<void> {
  const { db } = life.stage.app.platform
  const batches = await db.selectFrom('attention_batch').select(['id', 'person_id', 'at', 'kind', 'urgent']).where('workspace_id', '=', life.workspaceId).orderBy('at').orderBy('id').execute()
  for (const batch of batches.filter(({ id }) => !looked.batches.has(id))) {
    looked.batches.add(batch.id)
    const human = life.people.find(({ id }) => id === batch.person_id)
    const why = human && !batch.urgent ? whyNotNow(human, batch.at) : null
    if (human && why !== null) life.faults.push(`A ${batch.kind} came at ${batch.at} to ${human.name} (${human.zone}), who ${why}.`)
  }
  for (const mail of life.stage.mails.slice(looked.mails)) {
    const room = life.rooms.find(({ canary }) => canary !== null && JSON.stringify(mail.body).includes(canary))
    const human = life.people.find(({ name }) => name === mail.to.name)
    if (room && human && !room.members.has(human.id) && !mail.body.own) life.faults.push(`${human.name}, who is not in ${room.name}, was mailed its words: ${mail.subject}.`)
  }
  looked.mails = life.stage.mails.length
}

/** What must hold at the end of a life, when nothing is broken any more and ten minutes have gone by. */
export async function checkAtTheEnd(life: Life, url: string): Promise<void> {
  const { db } = life.stage.app.platform
  const now = life.stage.now()
  const [timers, deliveries, items] = [
    await db.selectFrom('timer').select(['kind', 'key', 'attempts', 'last_error']).where((is) => is.or([is('due_at', '<=', now), is('attempts', '>', 0)])).execute(),
    await db.selectFrom('delivery').select(['id', 'channel', 'state', 'last_error']).where('state', 'in', ['waiting', 'sending']).where('created_at', '<=', now).execute(),
    await sql<{ key: string }>`select event_key || ' to ' || person_id as key from attention_item group by 1 having count(*) > 1`.execute(db),
  ]
  life.faults.push(
    ...timers.map(({ kind, key, last_error: why }) => `The timer ${kind} ${key} has not run: ${why ?? 'it is due'}.`),
    ...deliveries.map(({ channel, state, last_error: why }) => `A ${channel} is ${state} ten minutes after the last fault: ${why ?? ''}.`),
    ...items.rows.map(({ key }) => `Twice: ${key}.`),
    ...await lostWords(life), ...await brokenFacts(url), ...mailsTwice(life), ...await brokenChain(life),
  )
}

/** Every word that was acknowledged stands in some table: as it is, as an earlier version, or in the trash, unless its thirty days there are over. */
async function lostWords(life: Life): Promise<string[]> {
  const { db } = life.stage.app.platform
  const { rows: tables } = await sql<{ name: string }>`select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'workspace_id'
    and table_name not in ('idempotency', 'entry_text', 'search_word', 'delivery', 'draft')`.execute(db)
  const kept = new Set<string>()
  for (const { name } of tables) {
    const { rows } = await sql<{ word: string }>`select distinct m[1] as word from ${sql.table(name)} t, regexp_matches(t::text, ${`w${life.seed}x[0-9]+x`}, 'g') m`.execute(db).catch(() => ({ rows: [] }))
    for (const { word } of rows) kept.add(word)
  }
  const isOver = (word: string) => {
    const at = life.deletedAt.get(word)
    return at !== undefined && !isKept(at, life.stage.now())
  }
  return life.acknowledged.filter((word) => !kept.has(word) && !isOver(word)).map((word) => `The text with ${word} was acknowledged and is nowhere.`)
}

/** The audit log has its lines, and each follows from the one before. */
async function brokenChain({ stage, workspaceId }: Life): Promise<string[]> {
  const { read, faults } = await followChain(stage.app.platform.db, workspaceId)
  return read === 0 ? ['Nobody is told of in the audit log.'] : faults.map(({ seq, what }) => `Line ${seq} of the audit log: ${what}.`)
}

/** A mail that had to leave twice, because nobody heard that it had left, has the same Message-ID and says the same. */
function mailsTwice({ stage }: Life): string[] {
  const groups = Map.groupBy(stage.mails, ({ messageId, to }) => `${messageId} ${to.address}`)
  return [...groups.values()].flatMap(([first, ...more]) => more.filter((mail) => mail.subject !== first?.subject).map((mail) => `${mail.messageId} was two mails: ${first?.subject} and ${mail.subject}.`))
}

/** Every event, item with its end, and message of a life, a line each. */
export async function rowsOf(life: Life): Promise<string[]> {
  const { db } = life.stage.app.platform
  const [events, items, messages] = [
    await sql`select at, kind, person_id, author_id, payload::text from event order by at, kind, person_id, author_id, payload::text`.execute(db),
    await sql`select person_id, event_key, kind, state, deliver_at, settled_at, settled_reason from attention_item order by person_id, event_key, kind`.execute(db),
    await sql`select person_id, event_key, channel, subject, state, created_at, send_at, attempts from delivery order by person_id, event_key, channel, subject`.execute(db),
  ]
  return [...events.rows, ...items.rows, ...messages.rows].map((row) => JSON.stringify(row))
}

/** One number for a whole life: what was done and answered, and what stands of it in the database. */
export const hashOf = (told: readonly string[], rows: readonly string[]): string => createHash('sha256').update([...told, ...rows].join('\n')).digest('hex')
