import { Refusal } from '#domain/refusal.ts'
import { ConfigError } from './platform/config.ts'

/** Done · refused · asked in a way that cannot be understood; as the command line has them. */
const REFUSED = 1
const USAGE = 2

/** What was written on the command line cannot be understood. */
export class UsageError extends Error { override readonly name = 'UsageError' }

export const say = (line: string): void => { process.stdout.write(`${line}\n`) }

/** Runs a command that works beside the server, on its data; says a failure as the command line does, and ends with its code. */
export function runBeside(main: () => Promise<void>): void {
  main().catch((error: unknown) => {
    const told = toldOf(error)
    process.stderr.write(process.argv.includes('--json') ? `${JSON.stringify(told)}\n` : `✗ ${told.message}\n  ${told.next}\n`)
    process.exitCode = told.code === 'usage' ? USAGE : REFUSED
  })
}

/** What is said of a failure, and what to do next. */
function toldOf(error: unknown): { code: string; message: string; next: string } {
  if (error instanceof Refusal) return { code: error.code, message: error.message, next: error.next }
  if (error instanceof UsageError) return { code: 'usage', message: error.message, next: 'Add --help to see what there is.' }
  if (isMissing(error)) return { code: 'not_found', message: `There is no ${error.path ?? 'such file'}.`, next: 'Check the name; nothing was changed.' }
  return { code: error instanceof ConfigError ? 'usage' : 'unexpected', message: error instanceof Error ? error.message : String(error), next: 'Nothing was changed. Look at the settings in the environment and the room on the disk.' }
}

/** A file or folder that was named is not there. */
const isMissing = (error: unknown): error is NodeJS.ErrnoException => error instanceof Error && 'code' in error && error.code === 'ENOENT'
