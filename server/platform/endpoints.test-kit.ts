import { newDelivery } from './channels/outbox.ts'
import { newId } from './ids.ts'
import type { TestPlatform } from './platform.test-kit.ts'

/** An endpoint at an address of a test, and who answers for it. */
export async function testEndpoint(platform: TestPlatform, url: string): Promise<{ id: string; ownerId: string }> {
  const { db, workspaceId, clock } = platform
  const [id, ownerId] = [newId(clock.now()), await platform.person()]
  await db.insertInto('instance').values({ created_at: clock.now(), development_clock: clock.now(), secret: Buffer.alloc(32), webhook_secret: Buffer.alloc(32) }).onConflict((row) => row.doNothing()).execute()
  await db.updateTable('person').set({ role: 'admin' }).where('workspace_id', '=', workspaceId).where('id', '=', ownerId).execute()
  await db.insertInto('webhook_endpoint').values({
    workspace_id: workspaceId, id, owner_id: ownerId, url, types: ['wrap.signed'], space_id: null, secret_changed_at: null, state: 'active', disabled_because: null, disabled_at: null,
    failing_since: null, created_at: clock.now(), removed_at: null,
  }).execute()
  return { id, ownerId }
}

/** Writes one message for an endpoint, as if something of this name had happened. */
export function tellEndpoint(platform: TestPlatform, { id, ownerId }: { id: string; ownerId: string }, eventKey: string): Promise<boolean> {
  return platform.asSystem((act) => newDelivery(act.tx, { workspaceId: platform.workspaceId, now: act.now, delivery: {
    channel: 'webhook', targetId: id, eventKey, personId: ownerId, subject: eventKey, reason: 'You are part of this test.',
    body: { type: 'wrap.signed', timestamp: act.now.toString(), data: { key: eventKey }, spaceId: null },
  } }))
}
