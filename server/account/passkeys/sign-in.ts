import type { SignedIn } from '#contract/access.ts'
import type { signInByPasskey } from '#contract/passkeys.ts'
import type { InputOf } from '#contract/operation.ts'
import { Refusal } from '#domain/refusal.ts'
import { said } from '#domain/words/said.ts'
import type { Visit } from '#server/platform/act.ts'
import { viewMe } from '../me.ts'
import { openInstead } from '../sessions.ts'
import { signedIn } from '../signed-in.ts'
import { holds, newChallenge, takeChallenge } from './challenge.ts'
import { readHandle } from './handle.ts'
import { requireSite } from './site.ts'

const SIGN_IN = { purpose: 'passkey.sign-in', for: '' } as const

/** What a browser needs to ask for a passkey. Names nobody: whoever has one for this site chooses it. */
export async function beginSignIn(visit: Visit): Promise<{ options: Record<string, unknown> }> {
  const { id } = requireSite(visit.server)
  const { generateAuthenticationOptions } = await import('@simplewebauthn/server')
  return { options: { ...await generateAuthenticationOptions({ rpID: id, userVerification: 'required', challenge: await newChallenge(visit, SIGN_IN) }) } }
}

/** Signs in with a passkey. Says the same of keys that are unknown, taken away or of somebody who has left, and of answers that prove nothing. */
export async function signInByKey(visit: Visit, { key }: InputOf<typeof signInByPasskey>): Promise<SignedIn> {
  const { id: expectedRPID, origin: expectedOrigin } = requireSite(visit.server)
  const { tx, now } = visit
  const whose = readHandle(key.response.userHandle ?? '')
  const found = whose && await tx.selectFrom('passkey').select(['id', 'key_id', 'public_key', 'sign_count'])
    .where('workspace_id', '=', whose.workspaceId).where('key_id', '=', Buffer.from(key.id, 'base64url')).where('person_id', '=', whose.personId).executeTakeFirst()
  if (!whose || !found) throw unknown()
  const { verifyAuthenticationResponse } = await import('@simplewebauthn/server')
  const answered = { challenge: '' }
  const proved = await verifyAuthenticationResponse({
    response: { ...key, response: { clientDataJSON: key.response.clientDataJSON, authenticatorData: key.response.authenticatorData, signature: key.response.signature }, clientExtensionResults: {} },
    expectedOrigin, expectedRPID, requireUserVerification: true, credential: { id: found.key_id.toString('base64url'), publicKey: new Uint8Array(found.public_key), counter: found.sign_count },
    expectedChallenge: (challenge) => { answered.challenge = challenge; return holds(visit, SIGN_IN, challenge) },
  }).catch(() => null)
  if (!proved?.verified) throw unknown()
  await takeChallenge(visit, whose.workspaceId, answered.challenge)
  await tx.updateTable('passkey').set({ last_used_at: now, sign_count: proved.authenticationInfo.newCounter, synced: proved.authenticationInfo.credentialBackedUp })
    .where('workspace_id', '=', whose.workspaceId).where('id', '=', found.id).execute()
  const act = await signedIn(visit.as(whose.workspaceId), whose.personId)
  return { token: await openInstead(visit, act, whose.personId), me: await viewMe(act) }
}

const unknown = () => new Refusal('wrong_credentials', said`This passkey opens nothing here.`, said`Choose another one, or sign in with your password or a link, and look at your passkeys under Settings.`)
