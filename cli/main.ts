import { runCli } from './run.ts'
import { systemTerminal } from './terminal.ts'

/** A reader that stops reading, such as `head`, is no fault. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => { if (error.code === 'EPIPE') process.exit(0) })
process.exitCode = await runCli(process.argv.slice(2), systemTerminal())
