import { readMe } from '#contract/account.ts'
import type { MeView } from '#contract/account.ts'
import type { Call } from '#contract/client.ts'
import type { AnyOperation } from '#contract/operation.ts'
import { clientAt, downloadAt } from './connection/client.ts'
import type { Where } from './connection/client.ts'
import { DEFAULT_URL, plainUrl, readKept } from './connection/config.ts'
import { UsageError } from './errors.ts'
import type { Terminal } from './terminal.ts'

/** Who reads, and by which clock and zone times are told. */
export type Reader = { zone: string; now: Temporal.Instant }

/** What every command is given. */
export type Cli = {
  terminal: Terminal
  /** Whether the answer is wanted as JSON. */
  json(): boolean
  /** Whether somebody may be asked: a person at a terminal, who did not say --no-input, and no --json. */
  mayAsk(): boolean
  /** Base address, with or without being signed in. */
  url(): string
  /** What anybody may do needs an address alone. @throws {UsageError} when nobody is signed in */
  call: Call
  /** The same for operations that give a file: the answer with its bytes still to come. */
  download: ReturnType<typeof downloadAt>
  token(): string
  me(): Promise<MeView>
  reader(): Promise<Reader>
  /** Prints an answer: as JSON when asked for, else as `human` sets it. */
  print(answer: unknown, human: () => string | Promise<string>): Promise<void>
}

type Options = { json?: boolean; input?: boolean }

export function makeCli(terminal: Terminal, options: () => Options): Cli {
  const { env } = terminal
  const kept = () => {
    const found = readKept(env)
    if (!found) throw new UsageError('You are not signed in.', 'Run `longhand login`, or set LONGHAND_URL and LONGHAND_TOKEN.')
    return found
  }
  const where = ({ needs }: AnyOperation): Where => {
    const { LONGHAND_URL: url, LONGHAND_TOKEN: token } = env
    if (needs === 'anyone' && url && !token) return { url: plainUrl(url) }
    return { ...kept(), tokenOf: token ? 'environment' : 'login' }
  }
  const call: Call = (operation, input, given) => clientAt(where(operation))(operation, input, given)
  const download: Cli['download'] = (operation, input, given) => downloadAt(where(operation))(operation, input, given)
  let me: Promise<MeView> | null = null
  const cli: Cli = {
    terminal, call, download,
    json: () => options().json === true,
    mayAsk: () => terminal.interactive && options().input !== false && options().json !== true,
    url: () => env['LONGHAND_URL'] ? plainUrl(env['LONGHAND_URL']) : readKept(env)?.url ?? DEFAULT_URL,
    token: () => kept().token,
    me: () => me ??= call(readMe, {}),
    async reader() {
      const { person, clock } = await cli.me()
      return { zone: person.zone, now: Temporal.Instant.from(clock.now) }
    },
    async print(answer, human) {
      terminal.out(cli.json() ? `${JSON.stringify(answer, null, 2)}\n` : await human())
    },
  }
  return cli
}
