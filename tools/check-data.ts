import { Refusal } from '#domain/refusal.ts'
import { checkDataIsFree } from '#server/platform/db/data-lock.ts'

/** Before anything is installed or built: does another Longhand own the data? Says so in one sentence and fails. */
try {
  checkDataIsFree(process.env['LONGHAND_DATA'] ?? './data')
} catch (error) {
  if (!(error instanceof Refusal)) throw error
  console.error(`${error.message} ${error.next}`)
  process.exitCode = 1
}
