import { z } from 'zod'
import { operation } from './operation.ts'
import { Id, InstantText, Ok, text, words } from './shapes.ts'

/** Web push: a browser shows that something waits while no page is open (RFC 8030, 8291, 8292). */

const URL_MAX = 1000
const LABEL_MAX = 200
/** Keys of RFC 8291 in base64url: a point of 65 bytes, and 16 bytes. */
const PointKey = z.string().regex(/^[\w-]{87}=?$/)
const AuthKey = z.string().regex(/^[\w-]{22}={0,2}$/)

export const PushDevice = z.object({
  id: Id, label: z.string().describe('What the browser said it is.'), createdAt: InstantText, reachedAt: InstantText.nullable(), failingSince: InstantText.nullable().describe('Since when it cannot be reached.'), lastError: z.string().nullable(),
  fingerprint: z.string().describe('SHA-256 of its address, base64url, by which a browser knows itself.'),
})
export const readPush = operation({
  name: 'push.read', method: 'GET', path: '/push', needs: 'attention:read', does: 'Lists your devices that show messages, and the key that a browser subscribes with.', input: z.object({}),
  output: z.object({ publicKey: z.string(), devices: z.array(PushDevice) }),
})
export const subscribePush = operation({
  name: 'push.subscribe', method: 'POST', path: '/push/devices', needs: 'attention:write',
  does: 'Lets this browser show that something waits, until you sign out here. Messages say nothing of what it is.',
  input: z.object({ endpoint: text(URL_MAX, 1).describe('The address that the browser was given.'), keys: z.object({ p256dh: PointKey, auth: AuthKey }).strict(), label: words(LABEL_MAX) }),
  output: PushDevice, refuses: ['bad_input', 'not_allowed', 'conflict'],
})
export const unsubscribePush = operation({ name: 'push.unsubscribe', method: 'DELETE', path: '/push/devices/:id', needs: 'attention:write', does: 'Sends nothing more to one of your devices.', input: z.object({ id: Id }), output: Ok, refuses: ['not_found'] })
export const testPush = operation({ name: 'push.test', method: 'POST', path: '/push/devices/:id/test', needs: 'attention:write', does: 'Sends a message to one of your devices, to see whether it arrives.', input: z.object({ id: Id }), output: Ok, refuses: ['not_found'] })

export type PushDevice = z.output<typeof PushDevice>
