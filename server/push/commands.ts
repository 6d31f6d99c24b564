import type { PushDevice, subscribePush } from '#contract/push.ts'
import type { InputOf } from '#contract/operation.ts'
import { Refusal } from '#domain/refusal.ts'
import { inWords, said } from '#domain/words/said.ts'
import type { Act } from '#server/platform/act.ts'
import { hashSecret } from '#server/platform/ids.ts'
import { newDelivery } from '#server/platform/channels/outbox.ts'
import { vapidKeys } from '#server/platform/instance.ts'
import { wordsOf } from '#server/platform/words.ts'
import { OutboundError, readTarget } from '#server/platform/outbound-target.ts'
import { deviceById, devicesOf, dropDevice } from './queries.ts'
import type { Device } from './queries.ts'
import { tidyDaily } from './timers.ts'

/** Most devices of one person. */
const DEVICES_MAX = 20

export async function view(act: Act): Promise<{ publicKey: string; devices: PushDevice[] }> {
  const { publicKey } = await vapidKeys(act.tx)
  return { publicKey, devices: (await devicesOf(act, act.actor.personId)).map(viewDevice) }
}

const viewDevice = (device: Device): PushDevice => ({
  id: device.id, label: device.label, createdAt: device.created_at.toString(), reachedAt: device.reached_at?.toString() ?? null, failingSince: device.failing_since?.toString() ?? null,
  lastError: device.last_error, fingerprint: device.endpoint_hash.toString('base64url'),
})

/**
 * Writes down a browser. One that is known already, also under another person, belongs to who subscribed last.
 * @throws {Refusal} `bad_input` for an address that is not called, `conflict` for too many devices
 */
export async function subscribe(act: Act, { endpoint, keys, label }: InputOf<typeof subscribePush>): Promise<PushDevice> {
  checkEndpoint(act, endpoint)
  const { workspaceId, personId, credentialId } = act.actor
  if (credentialId === null) throw new Refusal('not_allowed', said`Only a browser in which somebody is signed in shows messages.`, said`Sign in there.`)
  const endpoint_hash = hashSecret(endpoint)
  if ((await devicesOf(act, personId)).length >= DEVICES_MAX) throw new Refusal('conflict', said`You have ${DEVICES_MAX} devices already.`, said`Switch one off first.`)
  const told = { person_id: personId, credential_id: credentialId, p256dh: keys.p256dh, auth: keys.auth, label, created_at: act.now, reached_at: null, failing_since: null, last_error: null }
  const { id } = await act.tx.insertInto('push_device').values({ workspace_id: workspaceId, id: act.newId(), endpoint, endpoint_hash, ...told })
    .onConflict((row) => row.columns(['workspace_id', 'endpoint_hash']).doUpdateSet(told)).returning('id').executeTakeFirstOrThrow()
  await tidyDaily(act)
  await act.emit({ kind: 'push.changed', personId })
  return viewDevice(await mine(act, id))
}

function checkEndpoint(act: Act, endpoint: string): void {
  try {
    readTarget(endpoint, act.server.outboundAllow)
  } catch (error) {
    if (!(error instanceof OutboundError)) throw error
    throw new Refusal('bad_input', error.message, said`Switch messages off and on again in the browser, so that it gives a new address.`)
  }
}

/** @throws {Refusal} `not_found` for anything but a device of the caller */
async function mine(act: Act, id: string): Promise<Device> {
  const device = await deviceById(act.tx, { workspaceId: act.actor.workspaceId, id, now: act.now })
  if (device?.person_id !== act.actor.personId) throw new Refusal('not_found', said`There is no such device of yours.`, said`Read the list again; it may be gone already.`)
  return device
}

export async function unsubscribe(act: Act, { id }: { id: string }): Promise<{ ok: true }> {
  await mine(act, id)
  await dropDevice(act, id)
  await act.emit({ kind: 'push.changed', personId: act.actor.personId })
  return { ok: true }
}

export async function test(act: Act, { id }: { id: string }): Promise<{ ok: true }> {
  const device = await mine(act, id)
  await newDelivery(act.tx, { workspaceId: act.actor.workspaceId, now: act.now, delivery: {
    channel: 'push', targetId: device.id, eventKey: `push test ${act.newId()}`, personId: device.person_id, subject: 'Longhand',
    body: { title: 'Longhand', body: inWords(said`Messages arrive on this device.`, wordsOf(act)), url: `${act.server.publicUrl}/settings`, tag: 'test' }, reason: inWords(said`They asked for a test.`, wordsOf(act)),
  } })
  await act.emit({ kind: 'push.changed', personId: device.person_id })
  return { ok: true }
}
