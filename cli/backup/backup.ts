import type { Command } from 'commander'
import { runBesideServer } from '../beside-server.ts'
import type { Cli } from '../context.ts'
import { example } from '../help.ts'

type Options = { files: boolean; secrets?: boolean; replace?: boolean; demo?: boolean; data?: string }

/** `longhand backup` and `longhand restore`: for whoever runs the server, beside its data. */
export function addBackup(program: Command, cli: Cli): void {
  const backup = program.command('backup').description('Writes the whole server into one file, also while it runs.').argument('<file>', 'Such as longhand.tar.gz.')
    .option('--no-files', 'Leave the bytes of attached files out.').option('--no-secrets', 'Leave out passwords, sessions, tokens and keys.')
    .option('--replace', 'Write over a file that is there already.')
  const restore = program.command('restore').description('Puts a backup into an empty database or data folder.').argument('<file>', 'What `longhand backup` wrote.')
    .option('--no-files', 'Leave the bytes of attached files where they are.').option('--replace', 'Take the place of the workspaces that are there.')
  for (const command of [backup, restore]) {
    command.option('--data <folder>', 'The data folder instead of LONGHAND_DATA or ./data; DATABASE_URL comes before it.').option('--demo', 'The demo’s data.')
      .action((file: string, options: Options) => run(cli, command.name(), file, options))
  }
  example(backup, 'longhand backup longhand.tar.gz', 'longhand backup --no-secrets for-tests.tar.gz', 'DATABASE_URL=postgres://… longhand backup night.tar.gz --replace')
  example(restore, 'longhand restore longhand.tar.gz --data /srv/longhand', 'DATABASE_URL=postgres://… longhand restore longhand.tar.gz')
}

async function run(cli: Cli, verb: string, file: string, { files, secrets: whole = true, replace, demo, data }: Options): Promise<void> {
  const flags = [...(files ? [] : ['--without-files']), ...(whole ? [] : ['--without-secrets']), ...(replace ? ['--replace'] : []), ...(demo ? ['--demo'] : [])]
  await runBesideServer(cli, { script: 'backup.ts', verb, args: [verb, file, ...flags], data })
}
