import { readMe, readStart, signIn, signOut } from '#contract/account.ts'
import { enterDemo, readDemo } from '#contract/demo.ts'
import { Refusal } from '#domain/refusal.ts'
import type { Command } from 'commander'
import { terminalAsk } from '../ask.ts'
import { runBesideServer } from '../beside-server.ts'
import type { Cli } from '../context.ts'
import { UsageError } from '../errors.ts'
import { example } from '../help.ts'
import { pick } from '../lookup.ts'
import { oneLine } from '../text/clean.ts'
import { clientAt } from './client.ts'
import { DEFAULT_URL, forget, keep, plainUrl, readKept } from './config.ts'

type LoginOptions = { email?: string; passwordStdin?: boolean; tokenStdin?: boolean; demo?: string | true }

/** `login`, `logout`, `sign-in-link`, `whoami`. */
export function addAccount(program: Command, cli: Cli): void {
  const login = program.command('login').description('Signs this terminal in. Asks for the password; a personal token is piped in.')
    .argument('[url]', 'The address that you open in the browser.').option('--email <address>', 'Your e-mail address.')
    .option('--password-stdin', 'Read your password from what is piped in; --email says whose.')
    .option('--token-stdin', 'Read a personal token from what is piped in.')
    .option('--demo [name]', 'Look around the demo team, as one of its people.')
  example(login, 'longhand login https://longhand.example', 'pass longhand | longhand login https://longhand.example --token-stdin', 'pass me | longhand login https://longhand.example --email mei@example.com --password-stdin', 'longhand login --demo')
    .action((url: string | undefined, options: LoginOptions) => logIn(cli, url, options))
  example(program.command('logout').description('Ends this terminal’s session and forgets its token.'), 'longhand logout').action(() => logOut(cli))
  const link = program.command('sign-in-link').description('Makes a one-time sign-in link; for whoever runs the server, beside its data, also while it runs.').argument('<email>', 'Whom it lets in.')
    .option('--data <folder>', 'The data folder instead of LONGHAND_DATA or ./data; DATABASE_URL comes before it.').option('--demo', 'The demo’s data.')
  example(link, 'longhand sign-in-link olga@example.com', 'longhand sign-in-link olga@example.com --data /srv/longhand')
    .action((email: string, { data, demo }: { data?: string; demo?: boolean }) => runBesideServer(cli, { script: 'sign-in-link.ts', verb: 'sign-in-link', args: [email, ...(demo ? ['--demo'] : [])], data }))
  example(program.command('whoami').description('Says who is signed in, where, and what time it is there.'), 'longhand whoami').action(() => whoAmI(cli))
}

async function logIn(cli: Cli, given: string | undefined, options: LoginOptions): Promise<void> {
  const { terminal } = cli
  const url = await urlFor(cli, given, options)
  const token = await tokenFor(cli, url, options)
  const me = await clientAt({ url, token, tokenOf: 'pipe' })(readMe, {})
  const file = keep(terminal.env, { url, token, email: me.person.email })
  terminal.say(`Kept in ${file}, readable by you alone.\n`)
  await cli.print(me, () => `Signed in as ${oneLine(me.person.name)} at ${oneLine(me.workspace.name)}, ${url}.\n`)
}

function tokenFor(cli: Cli, url: string, { tokenStdin, demo, ...options }: LoginOptions): Promise<string> {
  if (tokenStdin) return tokenFromStdin(cli)
  return demo === undefined ? tokenByPassword(cli, url, options) : tokenOfDemo(url, demo === true ? null : demo, (text) => cli.terminal.say(text))
}

async function urlFor(cli: Cli, given: string | undefined, { tokenStdin, passwordStdin, demo }: LoginOptions): Promise<string> {
  const known = given ?? cli.terminal.env['LONGHAND_URL']
  if (known) return plainUrl(known)
  if (!cli.mayAsk() || tokenStdin || passwordStdin || demo !== undefined) return DEFAULT_URL
  return plainUrl(await terminalAsk.line('Where is your Longhand?', { initial: readKept(cli.terminal.env)?.url ?? DEFAULT_URL }))
}

async function tokenFromStdin(cli: Cli): Promise<string> {
  const token = cli.terminal.piped ? (await cli.terminal.readInput()).trim() : ''
  if (token === '') throw new UsageError('No token was piped in.', 'Make one under Settings, then: pass longhand | longhand login URL --token-stdin')
  return token
}

/** Nobody is asked for a password before a Longhand has answered. */
async function tokenByPassword(cli: Cli, url: string, { email: given, passwordStdin }: Pick<LoginOptions, 'email' | 'passwordStdin'>): Promise<string> {
  if (!passwordStdin && !cli.mayAsk()) throw new UsageError('There is nobody to ask for a password.', 'Pipe it in with --email and --password-stdin, or a personal token with --token-stdin; or set LONGHAND_TOKEN.')
  if (given === undefined && !cli.mayAsk()) throw new UsageError('--email is needed with --password-stdin.', 'It says whose password is piped in.')
  await requireSetUp(url)
  const email = given ?? await terminalAsk.line('Your e-mail address')
  const { token } = await clientAt({ url })(signIn, { email, password: passwordStdin ? await passwordFromStdin(cli) : await terminalAsk.secret('Your password') })
  return token
}

/** @throws {Refusal} where nobody has an account yet */
async function requireSetUp(url: string): Promise<void> {
  const { setUp, demo } = await clientAt({ url })(readStart, {})
  if (!setUp) throw new Refusal('conflict', `Nothing is set up yet at ${url}.`, `Open it in the browser, or see \`longhand account set-up --help\`.${demo ? ` \`longhand login ${url} --demo\` looks around the demo team.` : ''}`)
}

async function passwordFromStdin(cli: Cli): Promise<string> {
  const password = cli.terminal.piped ? (await cli.terminal.readInput()).replace(/\r?\n$/, '') : ''
  if (password === '') throw new UsageError('No password was piped in.', 'Pipe it in: pass me | longhand login URL --email mei@example.com --password-stdin')
  return password
}

/** The demo lets anybody in, and is made for the first who asks. */
async function tokenOfDemo(url: string, name: string | null, say: (text: string) => void): Promise<string> {
  const call = clientAt({ url })
  if ((await call(readDemo, {})).people.length === 0) say('Making the demo team and its month; this takes about twenty seconds.\n')
  const as = name === null ? null : pick(name, (await call(readDemo, {})).people, { what: 'person of the demo', see: 'longhand demo read' }).id
  return (await call(enterDemo, { ...(as !== null && { as }) })).token
}

async function logOut(cli: Cli): Promise<void> {
  if (cli.terminal.env['LONGHAND_TOKEN']) throw new UsageError('This terminal is signed in by LONGHAND_TOKEN.', 'Unset it, and revoke the token under Settings.')
  cli.token()
  try {
    await cli.call(signOut, {})
  } finally {
    forget(cli.terminal.env)
  }
  await cli.print({ ok: true }, () => 'Signed out.\n')
}

async function whoAmI(cli: Cli): Promise<void> {
  const me = await cli.me()
  const { person, workspace, clock } = me
  const now = Temporal.Instant.from(clock.now).toZonedDateTimeISO(person.zone)
  const time = `${new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long', timeZone: person.zone }).format(now.epochMilliseconds)}, ${now.toPlainTime().toString({ smallestUnit: 'minute' })}`
  await cli.print(me, () => [
    `${oneLine(person.name)} (${person.role}) at ${oneLine(workspace.name)}, ${cli.url()}`,
    `${time} in ${person.zone}${clock.stands ? ', on a development clock that stands' : ''}`,
    `Spaces: ${me.spaces.filter((space) => space.joined).map((space) => oneLine(space.name)).join(', ') || 'none joined'}`, '',
  ].join('\n'))
}
