import { listMailIn, readMailWishes, setMailWish } from '#contract/mail-in.ts'
import { EVERYBODY, MANAGERS_EACH, row } from '#server/permissions/rows.ts'
import type { Row } from '#server/permissions/rows.ts'

export const permissionRows: readonly Row[] = [
  row(listMailIn, 'every mail that came in', () => ({}), MANAGERS_EACH),
  row(readMailWishes, 'one’s own', () => ({}), EVERYBODY),
  row(setMailWish, 'one’s own', () => ({ kind: 'threads' as const, on: false }), EVERYBODY),
]
