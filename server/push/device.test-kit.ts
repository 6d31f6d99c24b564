import { createDecipheriv, createECDH, hkdfSync, randomBytes } from 'node:crypto'
import type { GivenTo } from '#contract/operation.ts'
import type { subscribePush } from '#contract/push.ts'

/** Where the parts of a message stand (RFC 8188, 2.1). Units: bytes. */
const SALT = 16
const KEY_ID_AT = 21
const TAG = 16
const PADDING = 2

export type TestDevice = {
  subscription(endpoint: string): GivenTo<typeof subscribePush>
  /** What a message says, or an error when it is not for this device. */
  read(body: Buffer): unknown
}

/** A browser with keys of its own, which opens what is encrypted for it (RFC 8291). */
export function testDevice(): TestDevice {
  const keys = createECDH('prime256v1')
  const point = keys.generateKeys()
  const auth = randomBytes(SALT)
  return {
    subscription: (endpoint) => ({ endpoint, keys: { p256dh: point.toString('base64url'), auth: auth.toString('base64url') }, label: 'Firefox on Linux' }),
    read(body) {
      const salt = body.subarray(0, SALT)
      const sender = body.subarray(KEY_ID_AT, KEY_ID_AT + (body[KEY_ID_AT - 1] ?? 0))
      const sealed = body.subarray(KEY_ID_AT + sender.length)
      const shared = hkdfSync('sha256', keys.computeSecret(sender), auth, Buffer.concat([Buffer.from('WebPush: info\0'), point, sender]), 32)
      const key = hkdfSync('sha256', Buffer.from(shared), salt, 'Content-Encoding: aes128gcm\0', 16)
      const nonce = hkdfSync('sha256', Buffer.from(shared), salt, 'Content-Encoding: nonce\0', 12)
      const cipher = createDecipheriv('aes-128-gcm', Buffer.from(key), Buffer.from(nonce))
      cipher.setAuthTag(sealed.subarray(-TAG))
      const open = Buffer.concat([cipher.update(sealed.subarray(0, -TAG)), cipher.final()])
      return JSON.parse(open.subarray(0, open.lastIndexOf(PADDING)).toString())
    },
  }
}
