import type { addPasskey, signInByPasskey } from '#contract/passkeys.ts'
import type { GivenTo } from '#contract/operation.ts'
import { isoCBOR } from '@simplewebauthn/server/helpers'
import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto'

const [PRESENT, VERIFIED, CAN_BE_SYNCED, SYNCED, HAS_KEY] = [0x01, 0x04, 0x08, 0x10, 0x40]
const KEY_ID_BYTES = 32
const AAGUID = Buffer.alloc(16)
/** COSE, RFC 9053: an elliptic curve key, ES256, on P-256, with its two coordinates. */
const [TYPE, ALGORITHM, CURVE, X, Y] = [1, 3, -1, -2, -3]
const [EC2, ES256, P256] = [2, -7, 1]

type Options = { options: Record<string, unknown> }
/** Where it believes to be, whether it looked who is there, and how often it has signed. */
type Says = { origin?: string; rpId?: string; verified?: boolean; count?: number; type?: string }

const sha256 = (bytes: Buffer | string): Buffer => createHash('sha256').update(bytes).digest()
const base64url = (bytes: Uint8Array | string): string => Buffer.from(bytes).toString('base64url')
const stated = (options: Record<string, unknown>): { challenge: string; user?: { id: string } } => options as { challenge: string; user?: { id: string } }

/** A device that keeps one passkey and signs with it, as Web Authentication describes both; each lie that a test needs can be told. */
export function newDevice({ synced = true } = {}) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const id = randomBytes(KEY_ID_BYTES)
  let handle = ''
  const dataOf = ({ rpId = 'longhand.test', verified = true, count = 0 }: Says, attested: Buffer | null): Buffer => {
    const flags = PRESENT | (verified ? VERIFIED : 0) | (synced ? CAN_BE_SYNCED | SYNCED : 0) | (attested ? HAS_KEY : 0)
    const counted = Buffer.alloc(4)
    counted.writeUInt32BE(count)
    return Buffer.concat([sha256(rpId), Buffer.from([flags]), counted, attested ?? Buffer.alloc(0)])
  }
  const clientData = (type: string, { options }: Options, { origin = 'https://longhand.test' }: Says) =>
    JSON.stringify({ type, challenge: stated(options).challenge, origin, crossOrigin: false })
  return {
    make(asked: Options, says: Says = {}): GivenTo<typeof addPasskey>['key'] {
      handle = stated(asked.options).user?.id ?? ''
      const length = Buffer.alloc(2)
      length.writeUInt16BE(id.length)
      const key = isoCBOR.encode(new Map<number, number | Uint8Array>([[TYPE, EC2], [ALGORITHM, ES256], [CURVE, P256], [X, new Uint8Array(Buffer.from(x, 'base64url'))], [Y, new Uint8Array(Buffer.from(y, 'base64url'))]]))
      const authData = new Uint8Array(dataOf(says, Buffer.concat([AAGUID, length, id, key])))
      const attestationObject = isoCBOR.encode(new Map<string, string | Uint8Array | Map<string, string>>([['fmt', 'none'], ['attStmt', new Map<string, string>()], ['authData', authData]]))
      return { id: base64url(id), rawId: base64url(id), type: 'public-key', response: { clientDataJSON: base64url(clientData(says.type ?? 'webauthn.create', asked, says)), attestationObject: base64url(attestationObject), transports: ['internal'] } }
    },
    answer(asked: Options, says: Says = {}): GivenTo<typeof signInByPasskey>['key'] {
      const data = dataOf(says, null)
      const client = clientData(says.type ?? 'webauthn.get', asked, says)
      const signature = createSign('sha256').update(Buffer.concat([data, sha256(client)])).sign(privateKey)
      return { id: base64url(id), rawId: base64url(id), type: 'public-key', response: { clientDataJSON: base64url(client), authenticatorData: base64url(data), signature: base64url(signature), userHandle: handle } }
    },
  }
}
