import type { GivenTo } from '#contract/operation.ts'
import type { addPasskey, signInByPasskey } from '#contract/passkeys.ts'
import type { PublicKeyCredentialCreationOptionsJSON, PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/browser'
import { t } from '../ui/words.ts'

/** Loaded when somebody uses a passkey, which few do on any page. */
const library = () => import('@simplewebauthn/browser')

/**
 * Has the browser make a passkey.
 * @param options what the server gave for it
 * @throws {Error} with a sentence for the person when they or the browser say no
 */
export async function makePasskey(options: Record<string, unknown>): Promise<GivenTo<typeof addPasskey>['key']> {
  const { startRegistration } = await library()
  const { id, rawId, response } = await startRegistration({ optionsJSON: options as unknown as PublicKeyCredentialCreationOptionsJSON }).catch(sayWhy)
  return { id, rawId, type: 'public-key', response: { clientDataJSON: response.clientDataJSON, attestationObject: response.attestationObject, transports: response.transports ?? [] } }
}

/** Has the person choose one of their passkeys. Throws as `makePasskey` does. */
export async function askForPasskey(options: Record<string, unknown>): Promise<GivenTo<typeof signInByPasskey>['key']> {
  const { startAuthentication } = await library()
  const { id, rawId, response } = await startAuthentication({ optionsJSON: options as unknown as PublicKeyCredentialRequestOptionsJSON }).catch(sayWhy)
  const { clientDataJSON, authenticatorData, signature, userHandle } = response
  return { id, rawId, type: 'public-key', response: { clientDataJSON, authenticatorData, signature, userHandle: userHandle ?? null } }
}

/** Names of errors are those of Web Authentication, sections 5.1.3 and 5.1.4. */
const WHY: Readonly<Record<string, string>> = {
  NotAllowedError: t`The browser was given no passkey, so nothing has changed. Try again when you are ready.`,
  InvalidStateError: t`This device keeps a passkey of yours already.`,
  SecurityError: t`Browsers take passkeys at Longhand’s own address alone. Open it there and try again.`,
}

function sayWhy(error: unknown): never {
  throw new Error(WHY[error instanceof Error ? error.name : ''] ?? t`This browser cannot use passkeys. Try another one, or sign in by password or link.`, { cause: error })
}
