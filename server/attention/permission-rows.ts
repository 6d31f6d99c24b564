import * as contract from '#contract/attention.ts'
import { EVERYBODY, EVERYBODY_HERE, NO, NOBODY, NOT_ALLOWED, OK, row } from '#server/permissions/rows.ts'
import type { Answers, Row } from '#server/permissions/rows.ts'
import type { World } from '#server/permissions/world.ts'
import { planToJson } from '#domain/attention/types.ts'
import { newId } from '#server/platform/ids.ts'
import { json } from '#server/platform/db/columns.ts'

const SEEN_BY_MEMBERS: Answers = { ...EVERYBODY_HERE, guest: NO }
const INSIDERS: Answers = { guest: NO, member: NO, insider: OK, admin: NO, owner: NO, stranger: NO }
const BLOCK = { days: [1, 3], start: '09:00', end: '11:00' }
/** Far behind every moment that a test looks at. */
const LONG_AGO = { date: '2026-01-05', at: '2026-01-05T09:00:00Z' }

/** The insider's own block; nobody else may even know of it. */
const insidersBlock = async (world: World) => ({ id: (await (await world.as('insider'))(contract.addFocus, { ...BLOCK, until: LONG_AGO.date, from: LONG_AGO.date })).id })

/** Something that the insider was told of; no room says any more what it was. */
const insidersItem = async (world: World) => {
  const { db } = world.app.app.platform
  const at = Temporal.Instant.from(LONG_AGO.at)
  const entry = await db.selectFrom('entry').select(['id', 'space_id']).where('workspace_id', '=', world.app.workspaceId).where('number', '=', world.wraps.open).executeTakeFirstOrThrow()
  const id = newId(at)
  await db.insertInto('attention_item').values({
    workspace_id: world.app.workspaceId, id, person_id: world.people.insider, event_key: id, kind: 'reply', source: 'gone', subject_id: entry.id, conversation_id: entry.id,
    space_id: entry.space_id ?? '', author_id: null, standing: 'following', created_at: at, not_before: at, deliver_at: at, state: 'delivered', settled_at: at, batch_id: null, snoozed_until: null, done_at: null,
    plan: json(planToJson({ when: 'never', at: null, reason: { code: 'read', until: null, clause: null, moment: null, focus: null }, flagged: false })),
  }).execute()
  return { id }
}

export const permissionRows: readonly Row[] = [
  row(contract.readFocus, 'of oneself', () => ({}), EVERYBODY),
  row(contract.listFocus, 'of oneself', () => ({}), EVERYBODY),
  row(contract.addFocus, 'for oneself', () => BLOCK, EVERYBODY),
  row(contract.adoptFocus, 'for oneself', () => ({ key: 'one_block' }), EVERYBODY),
  row(contract.editFocus, 'of the insider', async (world) => ({ ...await insidersBlock(world), what: 'Mine' }), INSIDERS),
  row(contract.removeFocus, 'of the insider', insidersBlock, INSIDERS),
  row(contract.noteFocus, 'of the insider', async (world) => ({ ...await insidersBlock(world), startedAt: LONG_AGO.at, gotDone: 'Much' }), INSIDERS),
  row(contract.startFocus, 'for oneself', () => ({ minutes: 120 }), EVERYBODY),
  row(contract.endFocus, 'of oneself, just started', async (world, caller) => { await startFor(world, caller.id); return {} }, EVERYBODY),
  row(contract.readAttention, 'of oneself', () => ({}), EVERYBODY),
  row(contract.saveAttention, 'of oneself', () => ({ windows: ['shift-start' as const], digest: 'daily' as const, digestAt: null, channels: { mail: 'all' as const, push: 'off' as const } }), EVERYBODY),
  row(contract.meetingFreeException, 'in one’s workspace', () => ({ date: LONG_AGO.date, reason: 'The client is here only then.' }), { ...EVERYBODY, guest: NOT_ALLOWED }),
  row(contract.listExceptions, 'in one’s workspace', () => ({}), EVERYBODY),
  row(contract.listInbox, 'of oneself', () => ({}), EVERYBODY),
  row(contract.doneInbox, 'of the insider, what nobody may see any more', insidersItem, NOBODY),
  row(contract.snoozeInbox, 'of the insider, what nobody may see any more', async (world) => ({ ...await insidersItem(world), until: 'hour' }), NOBODY),
  row(contract.doneAllInbox, 'of a conversation in the open space', (world) => ({ number: world.wraps.open }), EVERYBODY_HERE),
  row(contract.doneAllInbox, 'of a conversation in a private space', (world) => ({ number: world.wraps.private }), INSIDERS),
  row(contract.readDelivery, 'of what stands in the open space', (world) => ({ number: world.wraps.open }), EVERYBODY_HERE),
  row(contract.readDelivery, 'of what stands in an open space without the guest', (world) => ({ number: world.wraps.elsewhere }), SEEN_BY_MEMBERS),
  row(contract.readDelivery, 'of what stands in a private space', (world) => ({ number: world.wraps.private }), INSIDERS),
  row(contract.readDelivery, 'of what was deleted', (world) => ({ number: world.wraps.deleted }), NOBODY),
  row(contract.readBalance, 'of oneself', () => ({ from: LONG_AGO.date }), EVERYBODY),
]

/** A block of two hours that runs now, whoever asks to end it. */
async function startFor(world: World, personId: string): Promise<void> {
  const { db, clock } = world.app.app.platform
  const now = clock.now()
  const rows = await db.selectFrom('person').select(['workspace_id']).where('id', '=', personId).execute()
  for (const { workspace_id } of rows) {
    await db.insertInto('focus_block').values({
      workspace_id, id: newId(now), person_id: personId, kind: 'once', start_time: null, end_time: null, from_date: null, until_date: null,
      starts_at: now, ends_at: now.add({ hours: 2 }), created_at: now, removed_at: null,
    }).execute()
  }
}
