import { join } from 'node:path'
import { Refusal } from '#domain/refusal.ts'
import { checkDataIsFree } from '#server/platform/db/data-lock.ts'

/** Before anything is installed or built: does another Longhand own the data? Says so in one sentence and fails. */
function check(dataDir: string): void {
  try {
    checkDataIsFree(dataDir)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    console.error(`${error.message} ${error.next}`)
    process.exitCode = 1
  }
}

const { LONGHAND_DATA, DATABASE_URL } = process.env
/** The demo keeps to a folder of its own, so that it never meets the data of a real workspace. */
const below = process.argv.includes('--demo') ? 'demo' : ''
if (!DATABASE_URL) check(join(LONGHAND_DATA || './data', below))
