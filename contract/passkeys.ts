import { z } from 'zod'
import { SignedIn } from './access.ts'
import { operation } from './operation.ts'
import { Id, InstantText, Ok, words } from './shapes.ts'

/** Passkeys: a key on a device or in a password manager, which a fingerprint, a face or a PIN unlocks. Two factors in one step. */

const LABEL_MAX = 100
/** More than the longest key of any kind that browsers make, with what a device says of itself. Unit: signs of base64url. */
const BYTES_MAX = 20_000
const ID_MAX = 1400
const TRANSPORTS_MAX = 10
const TRANSPORT_MAX = 30

const Base64Url = z.string().max(BYTES_MAX).regex(/^[\w-]+$/, 'must be base64url')
const KeyId = z.string().min(1).max(ID_MAX).regex(/^[\w-]+$/, 'must be base64url')
const shared = { id: KeyId, rawId: KeyId, type: z.literal('public-key') }
const Transports = z.array(z.string().max(TRANSPORT_MAX)).max(TRANSPORTS_MAX)

/** Of `PublicKeyCredential.toJSON()` of a key that was made what is needed. */
const MadeKey = z.strictObject({ ...shared, response: z.strictObject({ clientDataJSON: Base64Url, attestationObject: Base64Url, transports: Transports.default([]) }) })
/** The same of a key that answered. */
const Answered = z.strictObject({ ...shared, response: z.strictObject({ clientDataJSON: Base64Url, authenticatorData: Base64Url, signature: Base64Url, userHandle: KeyId.nullish().describe('Whose key it is; passkeys say so, other keys of this kind do not.') }) })

export const PasskeyView = z.object({ id: Id, label: z.string(), createdAt: InstantText, lastUsedAt: InstantText.nullable(), synced: z.boolean().describe('Kept by a password manager on more than one device.') })

export const listPasskeys = operation({
  name: 'account.passkeys', method: 'GET', path: '/passkeys', needs: 'account:read',
  does: 'Lists your passkeys, and says who must use one.',
  input: z.object({}),
  output: z.object({
    passkeys: z.array(PasskeyView),
    possible: z.boolean().describe('False where Longhand is reached by a number or without encryption: browsers bind passkeys to the name of a safe site.'),
    only: z.boolean().describe('You are let in by a passkey alone, as you chose.'),
    required: z.boolean().describe('The workspace asks a passkey of everybody.'),
    without: z.number().nullable().describe('How many active people have none; null unless you may ask one of everybody.'),
    fresh: z.boolean().describe('You signed in a short while ago, so that all of this can be changed.'),
  }),
})
export const beginPasskey = operation({
  name: 'account.begin-passkey', method: 'POST', path: '/passkeys/begin', needs: 'account:read', reads: true,
  does: 'Gives a browser what it needs to make a passkey for you. Signed in a quarter of an hour ago at most; not by a token.',
  input: z.object({}), output: z.object({ options: z.object({}).loose().describe('For `navigator.credentials.create`, as `PublicKeyCredentialCreationOptionsJSON`.') }),
  refuses: ['not_allowed', 'conflict'],
})
export const addPasskey = operation({
  name: 'account.add-passkey', method: 'POST', path: '/passkeys', needs: 'account:write',
  does: 'Keeps the passkey that a browser has made.',
  input: z.object({ label: words(LABEL_MAX).describe('What you call it, such as the device.'), key: MadeKey }), output: z.object({ passkey: PasskeyView }),
  refuses: ['not_allowed', 'conflict', 'bad_input'],
})
export const removePasskey = operation({
  name: 'account.remove-passkey', method: 'DELETE', path: '/passkeys/:id', needs: 'account:write',
  does: 'Takes a passkey of yours away: it lets nobody in any more. The last one stays while you can be let in by nothing else.',
  input: z.object({ id: Id }), output: Ok, refuses: ['not_found', 'not_allowed', 'conflict'],
})
export const choosePasskeysOnly = operation({
  name: 'account.passkeys-only', method: 'PUT', path: '/passkeys/only', needs: 'account:write',
  does: 'Chooses whether a passkey alone lets you in. Password and mailed links then do not, and your other sessions end.',
  input: z.object({ only: z.boolean() }), output: Ok, refuses: ['not_allowed', 'conflict'],
})
export const requirePasskeys = operation({
  name: 'account.require-passkeys', method: 'PUT', path: '/passkeys/required', needs: 'admin:write',
  does: 'Asks a passkey of everybody in the workspace, or of nobody. Whoever has one is let in by it alone; whoever has none reaches their settings alone, until they have added one.',
  input: z.object({ required: z.boolean() }), output: Ok, refuses: ['not_allowed', 'conflict'],
})
export const beginPasskeySignIn = operation({
  name: 'account.begin-passkey-sign-in', method: 'POST', path: '/session/passkey/begin', needs: 'anyone', reads: true,
  does: 'Gives a browser what it needs to ask for a passkey. Keeps nothing.',
  input: z.object({}), output: z.object({ options: z.object({}).loose().describe('For `navigator.credentials.get`, as `PublicKeyCredentialRequestOptionsJSON`.') }),
  refuses: ['conflict'],
})
export const signInByPasskey = operation({
  name: 'account.sign-in-by-passkey', method: 'POST', path: '/session/passkey', needs: 'anyone',
  does: 'Signs in with a passkey; the browser is given a session cookie.',
  input: z.object({ key: Answered }), output: SignedIn, refuses: ['wrong_credentials', 'conflict', 'too_many'],
})

export type PasskeyView = z.output<typeof PasskeyView>
