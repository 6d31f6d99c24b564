import { inputSchema } from '#contract/openapi-schemas.ts'
import type { JsonSchema } from '#contract/openapi-schemas.ts'
import { pathNames } from '#contract/operation.ts'
import type { AnyOperation } from '#contract/operation.ts'
import { UsageError } from '../errors.ts'
import { secretsOf } from './secrets.ts'
import type { Secret } from './secrets.ts'

/** How a value is written on the command line. */
type Kind = 'text' | 'number' | 'flag' | 'list' | 'json'

/** One thing that an operation takes, as it stands on the command line. */
export type Flag = {
  /** In the contract: `spaceId`. */
  name: string
  /** On the command line: `--space-id`. */
  flag: string
  kind: Kind
  required: boolean
  description: string
  choices: string[] | null
  /** A value as it might be typed, where the contract has one. */
  example: string | null
  /** What of it is asked for or piped in, and never written on the command line. */
  secrets: Secret[]
}

/** What an operation takes: names of its path in order, then flags. */
export function flagsOf(operation: AnyOperation): { path: Flag[]; flags: Flag[] } {
  const { properties = {}, required = [] } = inputSchema(operation.input)
  const inPath = pathNames(operation.path)
  const all = Object.entries(properties).map(([name, schema]) => flagOf(name, schema, required.includes(name)))
  return {
    path: inPath.flatMap((name) => all.filter((flag) => flag.name === name)),
    flags: all.filter((flag) => !inPath.includes(flag.name)),
  }
}

function flagOf(name: string, schema: JsonSchema, required: boolean): Flag {
  const kind = kindOf(schema)
  const notes = [schema.description, kind === 'json' ? 'As JSON.' : null, kind === 'list' ? 'May be given several times.' : null,
    schema.default === undefined || kind === 'json' ? null : `Unless given: ${JSON.stringify(schema.default)}.`]
  return { name, flag: kebab(name), kind, required, choices: choicesOf(schema), example: exampleIn(schema), secrets: secretsOf(schema, required), description: notes.filter(Boolean).join(' ') }
}

const exampleIn = ({ examples: [first] = [] }: JsonSchema): string | null => first === undefined ? null : JSON.stringify(first)

export const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

function kindOf(schema: JsonSchema): Kind {
  const options = (schema.anyOf ?? []).filter((option) => option.type !== 'null')
  if (options.some((option) => option.type === 'boolean')) return 'flag'
  const [only] = options
  if (options.length === 1 && only) return kindOf(only)
  switch (schema.type) {
    case 'string': return 'text'
    case 'integer':
    case 'number': return 'number'
    case 'boolean': return 'flag'
    case 'array': return schema.items && ['text', 'number'].includes(kindOf(schema.items)) ? 'list' : 'json'
    default: return 'json'
  }
}

function choicesOf(schema: JsonSchema): string[] | null {
  const values = schema.enum ?? (schema.items?.enum)
  return values ? values.map(String) : null
}

/**
 * A value from the command line as the contract wants it.
 * @throws {UsageError} for what is no number, no yes or no, or no JSON
 */
export function readFlag(flag: Flag, given: string | string[] | true): unknown {
  if (Array.isArray(given)) return given
  if (flag.kind === 'flag') return readYesNo(flag, given)
  if (given === true) throw new UsageError(`--${flag.flag} needs a value.`, `Write it as --${flag.flag} VALUE.`)
  if (flag.kind === 'number') {
    const number = Number(given)
    if (given.trim() === '' || !Number.isFinite(number)) throw new UsageError(`"${given}" is not a number.`, `Give --${flag.flag} a number.`)
    return number
  }
  return flag.kind === 'json' ? readJson(flag, given) : given
}

function readYesNo(flag: Flag, given: string | true): boolean {
  if (given === true || given === 'true') return true
  if (given === 'false') return false
  throw new UsageError(`--${flag.flag} is true or false, not "${given}".`, `Write --${flag.flag} or --${flag.flag} false.`)
}

function readJson(flag: Flag, given: string): unknown {
  try { return JSON.parse(given) } catch {
    throw new UsageError(`--${flag.flag} takes JSON, and this is none: ${given.slice(0, 60)}`, 'Quote it for your shell, or send the whole input with --input FILE.')
  }
}
