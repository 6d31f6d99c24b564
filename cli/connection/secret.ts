import type { Command } from 'commander'
import { runBesideServer } from '../beside-server.ts'
import type { Cli } from '../context.ts'
import { example } from '../help.ts'

/** `longhand change-secret`. */
export function addChangeSecret(program: Command, cli: Cli): void {
  const change = program.command('change-secret').description('Changes the secret that links and reply addresses in mails are signed with; for whoever runs the server, beside its data, also while it runs.')
    .option('--leaked', 'It came into other hands: what it signed counts no more, and webhooks sign with another one, too.')
    .option('--data <folder>', 'The data folder instead of LONGHAND_DATA or ./data; DATABASE_URL comes before it.').option('--demo', 'The demo’s data.')
  example(change, 'longhand change-secret', 'longhand change-secret --leaked --data /srv/longhand')
    .action(({ data, leaked, demo }: { data?: string; leaked?: boolean; demo?: boolean }) =>
      runBesideServer(cli, { script: 'change-secret.ts', verb: 'change-secret', args: [...(leaked ? ['--leaked'] : []), ...(demo ? ['--demo'] : [])], data }))
}
