import { faultWords } from '#domain/audit/chain.ts'
import { broken, fine } from '#domain/status/finding.ts'
import type { Finding } from '#domain/status/finding.ts'
import { ENGLISH, inWords } from '#domain/words/said.ts'
import { checkAudit } from '../audit/check.ts'
import type { Db } from '../db/schema.ts'

const [ID, ABOUT] = ['audit.chain', 'Audit log'] as const

/** Follows the chain of every workspace. */
export async function lookAtAudit(db: Db): Promise<Finding> {
  let lines = 0
  for (const { id, name } of await db.selectFrom('workspace').select(['id', 'name']).orderBy('id').execute()) {
    const { read, faults } = await checkAudit(db, id)
    lines += read
    const [first] = faults
    if (first) return broken(ID, ABOUT, `That of ${name} is not as it was written. ${inWords(faultWords(first), ENGLISH)}`, 'Keep the database as it is, and compare it with a backup; see docs/guides/audit.md.')
  }
  return fine(ID, ABOUT, `${lines === 1 ? 'One line follows' : `${lines} lines follow`} from the first to the last.`)
}
