import type { JsonSchema } from '#contract/openapi-schemas.ts'
import { Option } from 'commander'
import { terminalAsk } from '../ask.ts'
import type { Cli } from '../context.ts'
import { UsageError } from '../errors.ts'
import type { Flag } from './flags.ts'

/** A secret that an operation takes, or one of several in an object. */
export type Secret = {
  /** In the object; null where the field is the secret. */
  key: string | null
  required: boolean
}

const isSecret = (schema: JsonSchema): boolean => schema.format === 'password'

/** The secrets of a field, as the contract marks them: the field itself, or all that stands in its object. None for every other field. */
export function secretsOf(schema: JsonSchema, required: boolean): Secret[] {
  if (isSecret(schema)) return [{ key: null, required }]
  const parts = Object.entries(schema.properties ?? {})
  return parts.length > 0 && parts.every(([, part]) => isSecret(part)) ? parts.map(([key]) => ({ key, required: schema.required?.includes(key) === true })) : []
}

/** Secrets are asked for or piped in: what stands in a command line is kept by the shell, and shown to everybody on the machine. */
export function secretOptions({ flag, secrets, required }: Flag): Option[] {
  const lines = secrets.flatMap(({ key }) => key ?? [])
  return [
    new Option(`--${flag} [ask]`, `Asks for it without showing it; it is never written here.${required ? ' Needed.' : ''}`),
    new Option(`--${flag}-stdin`, `Takes it from what is piped in${lines.length === 0 ? '' : `, a line each: ${lines.join(', ')}; the last alone will do`}.`),
  ]
}

type Given = Readonly<Record<string, unknown>>

/**
 * Secrets as they were piped in or answered, by the name of their field. Those that an input file holds are left to it.
 * @throws {UsageError} for one that was written on the command line, and one that is needed where nobody can be asked
 */
export async function readSecrets(cli: Cli, flags: readonly Flag[], given: Given, input: Given): Promise<Record<string, unknown>> {
  const found: Record<string, unknown> = {}
  for (const flag of flags.filter(({ secrets }) => secrets.length > 0)) {
    const [typed, piped] = [given[flag.name], given[`${flag.name}Stdin`] === true]
    if (typeof typed === 'string') throw new UsageError(`A secret is not written behind --${flag.flag}: the shell keeps it, and others on this machine can read it.`, `Leave it out to be asked, or pipe it in with --${flag.flag}-stdin.`)
    if (input[flag.name] !== undefined || !(typed === true || piped || flag.required)) continue
    if (!piped && !cli.mayAsk()) throw new UsageError(`--${flag.flag} is needed.`, `Pipe it in with --${flag.flag}-stdin, or run this in a terminal to be asked.`)
    found[flag.name] = together(flag, piped ? await pipedAnswers(cli, flag) : await answersOf(flag))
  }
  return found
}

/** One line for each; the last, which is the one that is needed, may stand alone. */
async function pipedAnswers(cli: Cli, { flag, secrets }: Flag): Promise<string[]> {
  const text = cli.terminal.piped ? (await cli.terminal.readInput()).replace(/\r?\n$/, '') : ''
  const lines = text === '' ? [] : text.split(/\r?\n/)
  if (lines.length === 0 || lines.length > secrets.length) throw new UsageError(lines.length === 0 ? 'Nothing was piped in.' : 'More was piped in than is taken.', `Pipe in what --${flag}-stdin takes, a line each.`)
  return [...Array.from({ length: secrets.length - lines.length }, () => ''), ...lines]
}

async function answersOf({ flag, secrets }: Flag): Promise<string[]> {
  const answers: string[] = []
  for (const { key, required } of secrets) answers.push(await terminalAsk.secret(`${key === null ? flag : `${flag}, ${key}`}${required ? '' : ' (empty for none)'}`))
  return answers
}

/** What is empty and may be left out is. */
function together({ secrets }: Flag, answers: readonly string[]): unknown {
  const [only] = secrets
  if (only?.key === null) return answers[0]
  return Object.fromEntries(secrets.flatMap(({ key, required }, index) => answers[index] === '' && !required ? [] : [[key, answers[index]]]))
}
