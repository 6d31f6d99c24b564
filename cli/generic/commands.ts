import { readFileSync } from 'node:fs'
import type { AnyOperation } from '#contract/operation.ts'
import { OPERATIONS } from '#contract/index.ts'
import { issueIn } from '#contract/issues.ts'
import { ENGLISH } from '#domain/words/said.ts'
import { Option } from 'commander'
import type { Command } from 'commander'
import type { Cli } from '../context.ts'
import { UsageError } from '../errors.ts'
import { example } from '../help.ts'
import { oneLine } from '../text/clean.ts'
import { flagsOf, kebab, readFlag } from './flags.ts'
import type { Flag } from './flags.ts'
import { renderAnswer } from './render.ts'
import { readSecrets, secretOptions } from './secrets.ts'

/**
 * Every operation of the contract as `longhand <feature> <verb>`. A daily command of the same name stands before it.
 * These add nothing of their own: what may be said is said by the contract.
 */
export function addOperations(program: Command, cli: Cli): void {
  for (const operation of OPERATIONS) {
    const [feature = '', verb = ''] = operation.name.split('.')
    const group = program.commands.find((command) => command.name() === feature) ?? program.command(feature).description(`Everything about ${feature}, as the API has it.`)
    if (!group.commands.some((command) => command.name() === verb)) addOperation(group.command(verb), operation, cli)
  }
}

function addOperation(command: Command, operation: AnyOperation, cli: Cli): void {
  const { path, flags } = flagsOf(operation)
  command.description(operation.does)
  example(command, exampleOf(operation, path, flags))
  for (const flag of path) command.argument(`<${flag.flag}>`, flag.description)
  for (const flag of flags) for (const option of flag.secrets.length > 0 ? secretOptions(flag) : [optionOf(flag)]) command.addOption(option)
  if (flags.length > 0) command.option('--input <file>', 'The whole input as JSON from a file, or from - for what is piped in; flags go before it.')
  command.action(async (...parts: unknown[]) => {
    const given = parts.at(-2) as Record<string, unknown>
    const open = { ...await inputFile(given['input'], cli), ...fromPath(path, parts), ...fromFlags(flags.filter(({ secrets }) => secrets.length === 0), given) }
    const input = { ...open, ...await readSecrets(cli, flags, given, open) }
    const answer = await cli.call(operation, checked(operation, input, path))
    await cli.print(answer, async () => renderAnswer(answer, await readerOrUtc(cli), cli.terminal))
    if (!cli.json()) cli.terminal.say(AFTERWARDS[operation.name]?.(cli.url()) ?? '')
  })
}

/** What is said after operations that look as if they signed this terminal in. It is no part of the answer. */
const AFTERWARDS: Readonly<Record<string, (url: string) => string>> = {
  'account.set-up': (url) => `This terminal is not signed in yet. Sign it in with: longhand login ${url}\n`,
  'account.sign-in': (url) => `The token is a session for scripts: hand it over as LONGHAND_TOKEN, and show it to nobody. This terminal is not signed in by it; that does: longhand login ${url}\n`,
}

function optionOf(flag: Flag): Option {
  const value = flag.kind === 'flag' ? '[true|false]' : flag.kind === 'list' ? '<value>' : `<${flag.kind === 'json' ? 'json' : flag.kind}>`
  const option = new Option(`--${flag.flag} ${value}`, `${flag.description}${flag.required ? ' Needed.' : ''}`.trim())
  if (flag.choices) option.choices(flag.choices)
  if (flag.kind === 'list') option.argParser((one: string, before: string[] | undefined) => [...before ?? [], one])
  return option
}

function exampleOf(operation: AnyOperation, path: readonly Flag[], flags: readonly Flag[]): string {
  const needed = flags.filter((flag) => flag.required && flag.secrets.length === 0).map((flag) => `--${flag.flag} ${flag.choices?.[0] ?? (flag.example === null ? '…' : `'${flag.example}'`)}`)
  return ['longhand', ...operation.name.split('.'), ...path.map((flag) => flag.name === 'number' ? '128' : `<${flag.flag}>`), ...needed].join(' ')
}

const fromPath = (path: readonly Flag[], parts: readonly unknown[]): Record<string, unknown> =>
  Object.fromEntries(path.map((flag, index) => [flag.name, String(parts[index]).replace(/^#/, '')]))

/** Commander keeps a flag under its camel-cased name, which is the contract's. */
const fromFlags = (flags: readonly Flag[], given: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(flags.filter((flag) => given[flag.name] !== undefined).map((flag) => [flag.name, readFlag(flag, given[flag.name] as string)]))

/** @throws {UsageError} when the file is missing or holds no JSON object */
async function inputFile(file: unknown, cli: Cli): Promise<object> {
  if (typeof file !== 'string') return {}
  const text = file === '-' ? await cli.terminal.readInput() : readText(file)
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value
  } catch { /* said below */ }
  throw new UsageError(`${file === '-' ? 'What was piped in' : file} is not a JSON object.`, 'Give an object such as {"name": "…"}.')
}

export function readText(file: string): string {
  try { return readFileSync(file, 'utf8') } catch {
    throw new UsageError(`${file} cannot be read.`, 'Check the path.')
  }
}

/** Checks before sending, so that a slip is told with what stands behind the command, or the name of the flag. */
function checked(operation: AnyOperation, input: Record<string, unknown>, path: readonly Flag[]): Record<string, unknown> {
  const result = operation.input.safeParse(input, { error: (issue) => issueIn(issue, ENGLISH) })
  if (result.success) return input
  const [issue] = result.error.issues
  const name = String(issue?.path[0] ?? '')
  const missing = name !== '' && input[name] === undefined
  const named = path.some((one) => one.name === name) ? `<${kebab(name)}>` : `--${kebab(name)}`
  throw new UsageError(missing ? `${named} is needed.` : sentenceOf(name === '' ? 'The input' : named, issue, input[name]),
    `See \`longhand ${operation.name.replace('.', ' ')} --help\`.`)
}

type Slip = { path: readonly PropertyKey[]; message: string; code?: string | undefined; expected?: unknown; format?: unknown }

/** What the server would say, of the name that stands here: `--title is longer than 200 characters.` */
function sentenceOf(named: string, issue: Slip | undefined, given: unknown): string {
  const plain = whatIsWrong(issue, given)
  const inside = issue?.path.slice(1).map(String).join('.') ?? ''
  const message = plain ?? issue?.message ?? 'cannot be read'
  return `${named}${inside === '' ? '' : `, at ${inside}`}${plain === null && /^\p{Ll}/u.test(message) ? '' : ':'} ${message.replace(/\.$/, '')}.`
}

/** What is meant to be a number or an id, and is none, in words of people; null for every other slip. */
function whatIsWrong(issue: Slip | undefined, given: unknown): string | null {
  if (typeof given !== 'string') return null
  if (issue?.code === 'invalid_type' && issue.expected === 'number') return `"${oneLine(given)}" is not a number`
  return issue?.code === 'invalid_format' && issue.format === 'uuid' ? `"${oneLine(given)}" is not an id` : null
}

/** A token may not be allowed to ask who it is; then times are told in UTC. */
async function readerOrUtc(cli: Cli) {
  return cli.reader().catch(() => null)
}
