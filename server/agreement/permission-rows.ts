import * as contract from '#contract/agreement.ts'
import { EVERYBODY, MANAGERS_EACH, NO, row } from '#server/permissions/rows.ts'
import type { Answers, Row } from '#server/permissions/rows.ts'
import type { Caller, World } from '#server/permissions/world.ts'

const inForce = async (world: World, caller: Caller) => (await world.as(caller.name === 'stranger' ? 'stranger' : 'owner'))(contract.readAgreement, {})
/** Versions that nobody has made. */
const NONE: Answers = { guest: NO, member: NO, insider: NO, admin: NO, owner: NO, stranger: NO }

export const permissionRows: readonly Row[] = [
  row(contract.readAgreement, 'in force', () => ({}), EVERYBODY),
  row(contract.readAgreement, 'a version that does not exist', () => ({ version: 999 }), NONE),
  row(contract.listVersions, 'all', () => ({}), EVERYBODY),
  row(contract.pushAgreement, 'a text', async (world, caller) => {
    const { text, version } = await inForce(world, caller)
    return { text, base: version, reason: 'To see who may.' }
  }, MANAGERS_EACH),
  row(contract.diffAgreement, 'with its first version', () => ({ version: 1 }), EVERYBODY),
  row(contract.acknowledge, 'the first version', () => ({ version: 1 }), EVERYBODY),
]
