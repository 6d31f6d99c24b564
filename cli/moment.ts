import type { Cli } from './context.ts'
import { UsageError } from './errors.ts'
import { readWhen } from './text/when.ts'

/**
 * A moment that was given behind a flag, on the reader's clock, as the contract takes it; null where none was.
 * @throws {UsageError} naming the flag, for what is no moment
 */
export async function momentOf(cli: Pick<Cli, 'reader'>, flag: string, given: string | undefined): Promise<string | null> {
  if (given === undefined) return null
  const { now, zone } = await cli.reader()
  try {
    return readWhen(given, now, zone).toString()
  } catch (error) {
    throw error instanceof UsageError ? new UsageError(`--${flag}: ${error.message}`, error.next) : error
  }
}
