import * as contract from '#contract/writing.ts'
import { EVERYBODY, NO, OK, row } from '#server/permissions/rows.ts'
import type { Answers, Row } from '#server/permissions/rows.ts'

const ONLY_MEMBER: Answers = { guest: NO, member: OK, insider: NO, admin: NO, owner: NO, stranger: NO }
const SET_ASIDE = { place: '/threads/new', rule: 'vague_opener' as const, said: 'Thoughts on this?', message: 'It does not say which thoughts would help.', reason: 'They know.' }

export const permissionRows: readonly Row[] = [
  row(contract.checkWriting, 'a text of one’s own', () => ({ text: 'Thoughts on this?' }), EVERYBODY),
  row(contract.dismissFinding, 'in a text of one’s own', () => SET_ASIDE, EVERYBODY),
  row(contract.listDismissals, 'of oneself', () => ({}), EVERYBODY),
  row(contract.forgetDismissal, 'of a member', async (world) => ({ id: (await (await world.as('member'))(contract.dismissFinding, SET_ASIDE)).id }), ONLY_MEMBER),
  row(contract.textSent, 'of one’s own', () => ({ place: '/threads/new' }), EVERYBODY),
]
