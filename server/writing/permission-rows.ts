import * as contract from '#contract/writing.ts'
import { EVERYBODY, row } from '#server/permissions/rows.ts'
import type { Row } from '#server/permissions/rows.ts'

export const permissionRows: readonly Row[] = [
  row(contract.checkWriting, 'a text of one’s own', () => ({ text: 'Thoughts on this?' }), EVERYBODY),
]
