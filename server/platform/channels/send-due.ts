import { CHANNELS } from '#contract/outbox.ts'
import { sql } from 'kysely'
import { makeAct, systemActor } from '../act.ts'
import type { Platform } from '../act.ts'
import type { Instant } from '../clock.ts'
import type { Db } from '../db/schema.ts'
import type { Channel } from '../db/tables/platform.ts'
import { failpoint } from '../failpoint.ts'
import { countDelivery } from '../telemetry/metrics.ts'
import { traced } from '../telemetry/trace.ts'
import { inTurn } from '../jobs/in-turn.ts'
import type { Claimed, Outcome, Sender, Senders } from './sender.ts'

/** How long one process has a message to itself before another may try; longer than any channel waits for an answer. Unit: seconds. */
export const LEASE_S = 120
/** Longest reason for a failure that is kept. Unit: characters. */
const ERROR_MAX = 500

export type Outbox = {
  /** Sends everything that is due; returns when nothing is due and nothing of this process is on its way any more. */
  run(): Promise<void>
  /** Takes nothing more; what is on its way comes to its end. */
  stop(): void
}

/**
 * The one loop for every message that leaves: claim, send, settle. Each channel has its own places, so that a slow one
 * holds up only itself. Claim and note are commits of their own around the sending: a crash in between repeats the
 * message under the same id, and never loses it.
 */
export function startOutbox(platform: Platform, senders: Senders): Outbox {
  let stopped = false
  const going: Record<Channel, number> = { mail: 0, push: 0, webhook: 0 }
  /** What this process has begun, each with the look at what may follow it. */
  const ways = new Set<Promise<void>>()
  const free = () => CHANNELS.filter((channel) => going[channel] < (senders[channel]?.parallel ?? 0))
  const complain = (error: unknown) => platform.log.error({ err: error }, 'a message could not be taken out of the outbox or noted')
  const begin = (message: Claimed, now: Instant) => {
    going[message.channel] += 1
    const way = deliver(platform, senders, message, now).catch(complain)
      .then(() => { going[message.channel] -= 1; return take() }).catch(complain).finally(() => ways.delete(way))
    ways.add(way)
  }
  const take = inTurn(async () => {
    for (let channels = free(); !stopped && channels.length > 0; channels = free()) {
      const now = platform.clock.now()
      const message = await claim(platform.db, now, channels)
      if (!message) return
      begin(message, now)
    }
  })
  return {
    async run() {
      await take()
      while (ways.size > 0) await Promise.all(ways)
    },
    stop() { stopped = true },
  }
}

async function deliver(platform: Platform, senders: Senders, message: Claimed, now: Instant): Promise<void> {
  await failpoint('outbox.after_claim')
  const outcome = await traced(`send ${message.channel}`, () => attempt(platform, senders, message, now), { kind: 'client' })
  countDelivery(message.channel, outcome.state)
  if (outcome.state === 'sent') await failpoint('outbox.after_send')
  await settle(platform, message, { outcome, now, waits: senders[message.channel]?.waits ?? [] })
  await failpoint('outbox.after_note')
}

/** One try. People who left are written to no more, and nothing leaves a demo. */
async function attempt(platform: Platform, senders: Senders, message: Claimed, now: Instant): Promise<Outcome> {
  const reader = await platform.db.selectFrom('person as p').innerJoin('workspace as w', 'w.id', 'p.workspace_id').select(['p.name', 'p.email', 'p.locale', 'p.state', 'w.demo'])
    .where('p.workspace_id', '=', message.workspace_id).where('p.id', '=', message.person_id).executeTakeFirstOrThrow()
  if (reader.state === 'deactivated') return { state: 'dropped', error: 'Its reader has left the workspace.' }
  if (reader.demo) return { state: 'kept' }
  const sender = senders[message.channel] as Sender<Channel> | undefined
  if (!sender) return { state: 'again', error: 'Nothing here sends by this channel.' }
  try {
    return await sender.send(platform, message, { reader, now })
  } catch (error) {
    platform.log.warn({ err: error, delivery: message.id, channel: message.channel }, 'a message could not be sent')
    return { state: 'again', error: error instanceof Error ? error.message : String(error) }
  }
}

/** One message at a time goes to one endpoint or device: one that is slow keeps only its own waiting. Index: delivery_on_its_way. */
const nothingGoesThere = (now: Instant) => sql<boolean>`(target_id is null or not exists (
  select from delivery s where s.workspace_id = delivery.workspace_id and s.target_id = delivery.target_id and s.state = 'sending' and s.lease_until > ${now}::timestamptz))`

/** Finds and takes one in one statement: most looks find nothing. */
async function claim(db: Db, now: Instant, channels: readonly Channel[]): Promise<Claimed | undefined> {
  const next = db.selectFrom('delivery').select(['workspace_id', 'id']).where('send_at', '<=', now).where('channel', 'in', channels)
    .where((is) => is.or([is('state', '=', 'waiting'), is.and([is('state', '=', 'sending'), is('lease_until', '<=', now)])]))
    .where(nothingGoesThere(now))
    .orderBy('send_at').orderBy('id').limit(1).forUpdate().skipLocked()
  const lease_until = now.add({ seconds: LEASE_S })
  const row = await db.with('next', () => next).updateTable('delivery').from('next')
    .set({ state: 'sending', lease_until, attempts: sql<number>`delivery.attempts + 1` })
    .whereRef('delivery.workspace_id', '=', 'next.workspace_id').whereRef('delivery.id', '=', 'next.id')
    .returning(['delivery.workspace_id', 'delivery.id', 'channel', 'person_id', 'target_id', 'subject', 'body', 'message_id', 'reason', 'attempts', 'kind', 'reply_address_id', 'in_reply_to']).executeTakeFirst()
  return row && { ...row, lease_until }
}

type Settled = { outcome: Outcome; now: Instant; waits: readonly number[] }

/** Only who sent last says how it went: a process that was held up beyond its lease has nothing to say any more. */
async function settle(platform: Platform, message: Claimed, { outcome, now, waits }: Settled): Promise<void> {
  const error = 'error' in outcome ? outcome.error.slice(0, ERROR_MAX) : null
  const wait = outcome.state === 'again' ? waits[message.attempts - 1] : undefined
  const kept = outcome.state === 'again'
    ? wait === undefined ? { state: 'failed' as const, settled_at: now } : { state: 'waiting' as const, send_at: now.add({ seconds: wait }) }
    : { state: outcome.state, settled_at: now }
  await platform.db.transaction().execute(async (tx) => {
    const { numUpdatedRows } = await tx.updateTable('delivery').set({ ...kept, lease_until: null, last_error: error })
      .where('workspace_id', '=', message.workspace_id).where('id', '=', message.id)
      .where('state', '=', 'sending').where('attempts', '=', message.attempts).where('lease_until', '=', message.lease_until).executeTakeFirst()
    if (numUpdatedRows === 1n) await outcome.note?.(makeAct(platform, { tx, actor: systemActor(message.workspace_id), now }))
  })
}

/** What is to be sent, as one look at the database tells it. */
export type Sending = {
  /** When the next message leaves, or the lease on one ends; null when none does until then. */
  next: Instant | null
  /** Which are on their way at this moment, and by which try each; null when none is. */
  going: string | null
}

/**
 * What is sent next, and what is being sent. Where one is on its way to the same endpoint or device, the next one leaves when that
 * is over: at the end of its lease, if whoever sends it has died. Indexes: delivery_due, delivery_on_its_way.
 */
export async function lookAtSending(db: Db, now: Instant, until: Instant): Promise<Sending> {
  const moment = sql<Instant>`case state when 'sending' then lease_until else greatest(send_at, (
    select max(s.lease_until) from delivery s where s.workspace_id = delivery.workspace_id and s.target_id = delivery.target_id and s.state = 'sending')) end`
  const next = db.selectFrom('delivery').select(moment.as('at')).where('state', 'in', ['waiting', 'sending']).where('send_at', '<=', until)
    .where(moment, '<=', until).orderBy('at').limit(1)
  const going = db.selectFrom('delivery').select(sql<string | null>`string_agg(concat_ws('/', id, attempts), ' ' order by id)`.as('going')).where('state', '=', 'sending').where('lease_until', '>', now)
  return await db.selectNoFrom([next.as('next'), going.as('going')]).executeTakeFirstOrThrow()
}
