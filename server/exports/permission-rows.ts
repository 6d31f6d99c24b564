import * as contract from '#contract/exports.ts'
import { EVERYBODY, NOT_ALLOWED, row } from '#server/permissions/rows.ts'
import type { Answers, Row } from '#server/permissions/rows.ts'

/** Only an owner takes an export, and only where nobody else is: here others are, and the stranger sends what is none. */
const TAKEN: Answers = { guest: NOT_ALLOWED, member: NOT_ALLOWED, insider: NOT_ALLOWED, admin: NOT_ALLOWED, owner: 'conflict', stranger: 'bad_input' }
const files = [{ path: 'spaces/x/0001-x.md', text: 'No front matter.' }]

export const permissionRows: readonly Row[] = [
  row(contract.exportFiles, 'all that one sees', () => ({}), EVERYBODY),
  row(contract.takeWorkspace, 'a folder', () => ({ files }), TAKEN),
  row(contract.takeEntries, 'a folder', () => ({ pass: 'names' as const, files }), TAKEN),
]
