import type { PasskeyView, addPasskey, choosePasskeysOnly, listPasskeys, requirePasskeys } from '#contract/passkeys.ts'
import type { InputOf, OutputOf } from '#contract/operation.ts'
import { allow, may } from '#domain/policy.ts'
import { Refusal } from '#domain/refusal.ts'
import type { Sentence } from '#domain/refusal.ts'
import { said } from '#domain/words/said.ts'
import type { Act } from '#server/platform/act.ts'
import { endOthers, requireSession } from '../sessions.ts'
import { holds, newChallenge } from './challenge.ts'
import { handleOf } from './handle.ts'
import { requireSite, siteOf } from './site.ts'

/** Ways in are changed by somebody who signed in this short while ago, and not by whoever finds a browser open. Unit: minutes. */
const FRESH_MIN = 15
/** EdDSA, ES256 and RS256 (RFC 8812 and 9053), which together every device knows; others only once Node no longer calls them experimental. */
const ALGORITHMS = [-8, -7, -257]
/** More than anybody has devices. */
const PASSKEYS_MAX = 20

/** One's passkeys, and who must use one. */
export async function viewPasskeys(act: Act): Promise<OutputOf<typeof listPasskeys>> {
  const { workspaceId, personId } = act.actor
  const rows = await keysOf(act)
  const { passkeys_only: only } = await act.tx.selectFrom('person').select('passkeys_only').where('workspace_id', '=', workspaceId).where('id', '=', personId).executeTakeFirstOrThrow()
  const { passkeys_required: required } = await act.tx.selectFrom('workspace').select('passkeys_required').where('id', '=', workspaceId).executeTakeFirstOrThrow()
  return { passkeys: rows.map(view), possible: siteOf(act.server) !== null, only, required, without: may(act.actor, 'workspace.manage') ? await peopleWithout(act) : null, fresh: await isFresh(act) }
}

async function peopleWithout(act: Act): Promise<number> {
  const { n } = await act.tx.selectFrom('person as p').select((count) => count.fn.countAll<string>().as('n')).where('p.workspace_id', '=', act.actor.workspaceId).where('p.state', '=', 'active')
    .where(({ not, exists, selectFrom }) => not(exists(selectFrom('passkey as k').select('k.id').whereRef('k.workspace_id', '=', 'p.workspace_id').whereRef('k.person_id', '=', 'p.id')))).executeTakeFirstOrThrow()
  return Number(n)
}

/** What a browser needs to make a passkey. Devices that hold one of theirs already are named, so that they say so. */
export async function beginAdding(act: Act): Promise<{ options: Record<string, unknown> }> {
  const { id } = requireSite(act.server)
  await requireFresh(act)
  const { workspaceId, personId, name } = act.actor
  const { email } = await act.tx.selectFrom('person').select('email').where('workspace_id', '=', workspaceId).where('id', '=', personId).executeTakeFirstOrThrow()
  const { name: workspace } = await act.tx.selectFrom('workspace').select('name').where('id', '=', workspaceId).executeTakeFirstOrThrow()
  const { generateRegistrationOptions } = await import('@simplewebauthn/server')
  const options = await generateRegistrationOptions({
    rpID: id, rpName: `Longhand, ${workspace}`, userID: handleOf(workspaceId, personId), userName: email, userDisplayName: name,
    challenge: await newChallenge(act, { purpose: 'passkey.add', for: personId }), attestationType: 'none', supportedAlgorithmIDs: ALGORITHMS,
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    excludeCredentials: (await keysOf(act)).map(({ key_id, transports }) => ({ id: key_id.toString('base64url'), transports })),
  })
  return { options: { ...options } }
}

/**
 * Keeps a passkey that a browser has made for the actor.
 * @throws {Refusal} `not_allowed` for a token or a session that is no longer fresh, `bad_input` for what does not prove itself
 */
export async function add(act: Act, { label, key }: InputOf<typeof addPasskey>): Promise<OutputOf<typeof addPasskey>> {
  const { id: expectedRPID, origin: expectedOrigin } = requireSite(act.server)
  await requireFresh(act)
  const { workspaceId, personId } = act.actor
  const { verifyRegistrationResponse } = await import('@simplewebauthn/server')
  const made = await verifyRegistrationResponse({
    response: { ...key, response: { clientDataJSON: key.response.clientDataJSON, attestationObject: key.response.attestationObject }, clientExtensionResults: {} }, expectedOrigin, expectedRPID, requireUserVerification: true, supportedAlgorithmIDs: ALGORITHMS,
    expectedChallenge: (challenge) => holds(act, { purpose: 'passkey.add', for: personId }, challenge),
  }).catch(() => null)
  if (!made?.verified) throw new Refusal('bad_input', said`This passkey does not prove that it was made here just now.`, said`Begin again, and answer within five minutes.`)
  const { credential, credentialBackedUp } = made.registrationInfo
  if ((await keysOf(act)).length >= PASSKEYS_MAX) throw new Refusal('conflict', said`You have ${PASSKEYS_MAX} passkeys already.`, said`Take one away that you no longer use.`)
  const row = { id: act.newId(), label, created_at: act.now, last_used_at: null, synced: credentialBackedUp }
  const kept = await act.tx.insertInto('passkey').values({
    ...row, workspace_id: workspaceId, person_id: personId, key_id: Buffer.from(credential.id, 'base64url'), public_key: Buffer.from(credential.publicKey), sign_count: credential.counter, transports: key.response.transports,
  }).onConflict((on) => on.columns(['workspace_id', 'key_id']).doNothing()).executeTakeFirst()
  if (Number(kept.numInsertedOrUpdatedRows) === 0) throw new Refusal('conflict', said`This passkey is kept already.`, said`Read the list again.`)
  return { passkey: view(row) }
}

/** @throws {Refusal} `conflict` for the last one of somebody whom nothing else lets in */
export async function remove(act: Act, { id }: { id: string }): Promise<{ ok: true }> {
  await requireFresh(act)
  const { workspaceId, personId } = act.actor
  const person = await act.tx.selectFrom('person').select('passkeys_only').where('workspace_id', '=', workspaceId).where('id', '=', personId).forUpdate().executeTakeFirstOrThrow()
  const keys = await keysOf(act)
  if (!keys.some((key) => key.id === id)) throw new Refusal('not_found', said`There is no such passkey of yours.`, said`Read the list again; it may have been taken away already.`)
  if (keys.length === 1 && person.passkeys_only) throw new Refusal('conflict', said`This is your last passkey, and nothing else lets you in.`, said`Add another one first, or let your password let you in again.`)
  await act.tx.deleteFrom('passkey').where('workspace_id', '=', workspaceId).where('id', '=', id).execute()
  return { ok: true }
}

/** Chooses whether a passkey alone lets the actor in. What let them in otherwise ends: their other sessions, and links in their mailbox. */
export async function chooseOnly(act: Act, { only }: InputOf<typeof choosePasskeysOnly>): Promise<{ ok: true }> {
  await requireFresh(act)
  if (only) await requireOwn(act, said`You have no passkey yet.`)
  await act.tx.updateTable('person').set({ passkeys_only: only }).where('workspace_id', '=', act.actor.workspaceId).where('id', '=', act.actor.personId).execute()
  if (only) await endOthers(act)
  return { ok: true }
}

/** Asks a passkey of everybody. Who does so has one, so that somebody can still see to all the others. */
export async function requireOfAll(act: Act, { required }: InputOf<typeof requirePasskeys>): Promise<{ ok: true }> {
  allow(act.actor, 'workspace.manage')
  await requireFresh(act)
  if (required) await requireOwn(act, said`You have no passkey yet, and would be the first whom it keeps out.`)
  await act.tx.updateTable('workspace').set({ passkeys_required: required }).where('id', '=', act.actor.workspaceId).execute()
  return { ok: true }
}

async function requireOwn(act: Act, sentence: Sentence): Promise<void> {
  requireSite(act.server)
  if ((await keysOf(act)).length === 0) throw new Refusal('conflict', sentence, said`Add one first.`)
}

/** The actor's, oldest first. Index: passkey_of_person. */
const keysOf = (act: Act) => act.tx.selectFrom('passkey').select(['id', 'key_id', 'transports', 'label', 'synced', 'created_at', 'last_used_at'])
  .where('workspace_id', '=', act.actor.workspaceId).where('person_id', '=', act.actor.personId).orderBy('created_at').orderBy('id').execute()

const view = ({ id, label, synced, created_at, last_used_at }: { id: string; label: string; synced: boolean; created_at: Temporal.Instant; last_used_at: Temporal.Instant | null }): PasskeyView =>
  ({ id, label, synced, createdAt: created_at.toString(), lastUsedAt: last_used_at?.toString() ?? null })

async function isFresh(act: Act): Promise<boolean> {
  const row = await act.tx.selectFrom('credential').select('created_at').where('workspace_id', '=', act.actor.workspaceId).where('id', '=', act.actor.credentialId ?? act.actor.personId).where('kind', '=', 'session').executeTakeFirst()
  return row !== undefined && Temporal.Instant.compare(row.created_at, act.now.subtract({ minutes: FRESH_MIN })) >= 0
}

/** @throws {Refusal} `not_allowed` for a token, or where somebody signed in too long ago */
async function requireFresh(act: Act): Promise<void> {
  await requireSession(act, said`A token cannot change who is let in.`)
  if (!await isFresh(act)) throw new Refusal('not_allowed', said`You signed in more than ${FRESH_MIN} minutes ago.`, said`Sign in again; then you can change how you are let in.`)
}
