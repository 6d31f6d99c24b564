import { z } from 'zod'
import type { AnyOperation } from './operation.ts'

/** What every request may hold, and what one with a long text holds beside it. Units: bytes. */
export const BODY_BYTES = 1_048_576
const BESIDE_BYTES = 65_536
/** JSON may write any UTF-16 unit as `\u00e9`. Unit: bytes. */
const BYTES_A_UNIT = 6

/**
 * The largest body of an operation: any one text that its input takes fits, however its characters are written. Unit: bytes.
 * @example a page of a million characters → 6,065,536
 */
export const bodyBytesOf = (operation: Pick<AnyOperation, 'input' | 'holds'>): number =>
  Math.max(BODY_BYTES, BESIDE_BYTES + BYTES_A_UNIT * Math.max(operation.holds, longestIn(z.toJSONSchema(operation.input, { io: 'input', unrepresentable: 'any' }))))

/** The longest text of a schema, however deep it stands. Unit: UTF-16 units. */
function longestIn(schema: unknown): number {
  if (typeof schema !== 'object' || schema === null) return 0
  const own = 'maxLength' in schema && typeof schema.maxLength === 'number' ? schema.maxLength : 0
  return Math.max(own, ...Object.values(schema).map(longestIn))
}
