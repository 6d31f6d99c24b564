import * as contract from '#contract/push.ts'
import { EVERYBODY, NO, OK, row } from '#server/permissions/rows.ts'
import type { Answers, Row } from '#server/permissions/rows.ts'
import type { World } from '#server/permissions/world.ts'
import { randomUUID } from 'node:crypto'
import { testDevice } from './device.test-kit.ts'

const ONLY_MEMBER: Answers = { guest: NO, member: OK, insider: NO, admin: NO, owner: NO, stranger: NO }
/** A name that no server ever has (RFC 6761). */
const given = (name: string = randomUUID()) => testDevice().subscription(`https://push.longhand.invalid/${name}`)
/** One browser over and over, since a person has only so many. */
const deviceOfMember = async (world: World) => ({ id: (await (await world.as('member'))(contract.subscribePush, given('member'))).id })

export const permissionRows: readonly Row[] = [
  row(contract.readPush, 'of oneself', () => ({}), EVERYBODY),
  row(contract.subscribePush, 'for oneself', () => given(), EVERYBODY),
  row(contract.unsubscribePush, 'a device of a member', deviceOfMember, ONLY_MEMBER),
  row(contract.testPush, 'a device of a member', deviceOfMember, ONLY_MEMBER),
]
