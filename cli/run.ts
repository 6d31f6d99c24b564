import type { Command } from 'commander'
import { addAdr } from './adr/adr.ts'
import { addAudit } from './audit/audit.ts'
import { addBackup } from './backup/backup.ts'
import { addDoctor } from './doctor/doctor.ts'
import { addCheck } from './check/check.ts'
import { addAccount } from './connection/account.ts'
import { addClock } from './connection/clock.ts'
import { addMcp } from './connection/mcp.ts'
import { addChangeSecret } from './connection/secret.ts'
import { addServe } from './connection/serve.ts'
import { addCompletion } from './completion.ts'
import { makeCli } from './context.ts'
import { addAgreement } from './daily/agreement.ts'
import { addAsks } from './daily/asks.ts'
import { addBatons } from './daily/batons.ts'
import { addBrief } from './daily/brief.ts'
import { addCheckins } from './daily/checkins.ts'
import { addFiles } from './daily/files.ts'
import { addFocus } from './daily/focus.ts'
import { addLinks } from './daily/links.ts'
import { addPeople } from './daily/people.ts'
import { addRadiators } from './daily/radiators.ts'
import { addSearch } from './daily/search.ts'
import { addThreads } from './daily/threads.ts'
import { addWebhooks } from './daily/webhooks.ts'
import { addWrap } from './daily/wrap.ts'
import { addDecide } from './decide/decide.ts'
import { EXIT, explain } from './errors.ts'
import { addExport } from './export/export.ts'
import { addImportLonghand } from './import-longhand/import-longhand.ts'
import { addImport } from './import/import.ts'
import { addOperations } from './generic/commands.ts'
import { example } from './help.ts'
import { LonghandCommand } from './longhand-command.ts'
import { addOpenApi } from './openapi.ts'
import { addOverall } from './overall.ts'
import { addPage } from './page/page.ts'
import { addRun } from './run/run.ts'
import type { Terminal } from './terminal.ts'

/** Runs one command line. @returns the exit code: 0 done, 1 refused, 2 not understood, 3 nobody answered */
export async function runCli(args: readonly string[], terminal: Terminal): Promise<number> {
  const program = makeProgram(terminal)
  try {
    await program.parseAsync([...args], { from: 'user' })
    return EXIT.done
  } catch (error) {
    return explain(error, terminal, args.includes('--json'))
  }
}

/** The whole command table: daily verbs, then every operation of the contract. */
export function makeProgram(terminal: Terminal): Command {
  const program = new LonghandCommand('longhand').description('Work in writing: wraps, batons, briefs, asks with a clock, and decisions.')
    .option('--json', 'Print data as JSON.').option('--no-input', 'Never ask; say what is missing instead.')
    .helpOption('-h, --help', 'Show this.').helpCommand(false).exitOverride().configureOutput({ writeOut: (text) => terminal.out(text), writeErr: (text) => terminal.say(text) })
    .configureHelp({ showGlobalOptions: true, helpWidth: terminal.width })
  const cli = makeCli(terminal, () => program.opts())
  example(program, 'longhand login', 'longhand wrap --from-git', 'longhand brief', 'longhand owe', 'longhand focus 90m "migration"')
  program.commandsGroup('Every day:')
  for (const add of [addWrap, addBrief, addAsks, addThreads, addDecide, addPage, addRun, addFocus, addBatons, addPeople, addCheckins, addAgreement, addSearch, addLinks, addRadiators, addCheck]) add(program, cli)
  program.commandsGroup('Here and there:')
  for (const add of [addFiles, addAdr, addImport, addImportLonghand, addExport, addAccount, addChangeSecret, addServe, addBackup, addAudit, addDoctor, addClock, addMcp, addOpenApi]) add(program, cli)
  addCompletion(program, cli)
  addOverall(program, cli)
  program.commandsGroup('Everything else that the API can do:')
  addWebhooks(program, cli)
  addOperations(program, cli)
  return program
}
