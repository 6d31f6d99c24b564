import * as contract from '#contract/audit.ts'
import { editSpace } from '#contract/spaces.ts'
import { EVERYBODY, MANAGERS_EACH, row } from '#server/permissions/rows.ts'
import type { Row } from '#server/permissions/rows.ts'

export const permissionRows: readonly Row[] = [
  row(contract.listAudit, 'the newest', () => ({}), MANAGERS_EACH),
  row(contract.listAudit, 'the whole chain, with what happened in the private space', async (world) => {
    await (await world.as('insider'))(editSpace, { id: world.spaces.private, noise: 'work' })
    return { from: 0, limit: 500 }
  }, MANAGERS_EACH),
  row(contract.checkAuditLog, 'the chain', () => ({}), MANAGERS_EACH),
  row(contract.listMyAudit, 'what is said of oneself', () => ({}), EVERYBODY),
]
