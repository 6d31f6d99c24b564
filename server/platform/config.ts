import { z } from 'zod'
import { readAllowed } from './outbound-target.ts'
import type { Allowed } from './outbound-target.ts'

/** Where the server listens unless told otherwise. */
const DEFAULT_PORT = 7400
const PORT_MAX = 65_535
const PORT_WORDS = `must be a number from 0 to ${PORT_MAX}`

const Environment = z.object({
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, 'must start with postgres://').optional(),
  LONGHAND_DATA: z.string().min(1).default('./data'),
  PORT: z.coerce.number(PORT_WORDS).int(PORT_WORDS).min(0, PORT_WORDS).max(PORT_MAX, PORT_WORDS).default(DEFAULT_PORT),
  HOST: z.string().min(1).default('127.0.0.1'),
  PUBLIC_URL: z.url().optional(),
  SMTP_URL: z.string().regex(/^smtps?:\/\//, 'must start with smtp:// or smtps://').optional(),
  MAIL_FROM: z.string().min(3).optional(),
  LONGHAND_REPOSITORIES: z.string().max(10_000).default(''),
  LONGHAND_OUTBOUND_ALLOW: z.string().max(10_000).default(''),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('warn'),
})

export type Config = {
  databaseUrl: string | null; dataDir: string; port: number; host: string; publicUrl: string | null
  smtp: { url: string; from: string } | null; logLevel: string
  /** Git repositories on this machine from which wraps are prefilled. */
  repositories: Repository[]
  /** Hosts that may be called although they are private or without encryption. */
  outboundAllow: Allowed
}

/** A git repository in a folder of the server's machine, under the name that people see. */
export type Repository = { name: string; path: string }

/** Settings that only make sense together: all of a group, or none. */
const GROUPS = [['SMTP_URL', 'MAIL_FROM']] as const

export class ConfigError extends Error { override readonly name = 'ConfigError' }

/**
 * Reads the settings from the environment.
 * @throws {ConfigError} naming each wrong or missing variable, in words for the person at the terminal
 */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''))
  for (const group of GROUPS) {
    const missing = group.filter((name) => !(name in given))
    if (missing.length > 0 && missing.length < group.length) {
      const present = group.filter((name) => name in given)
      throw new ConfigError(`${present.join(' and ')} is set but ${missing.join(' and ')} is missing. Set both or neither.`)
    }
  }
  const read = Environment.safeParse(given)
  if (!read.success) throw new ConfigError(read.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}.`).join(' '))
  const { data } = read
  return {
    databaseUrl: data.DATABASE_URL ?? null, dataDir: data.LONGHAND_DATA, port: data.PORT, host: data.HOST,
    publicUrl: data.PUBLIC_URL?.replace(/\/$/, '') ?? null,
    smtp: data.SMTP_URL && data.MAIL_FROM ? { url: data.SMTP_URL, from: data.MAIL_FROM } : null, logLevel: data.LOG_LEVEL,
    repositories: readRepositories(data.LONGHAND_REPOSITORIES), outboundAllow: readAllow(data.LONGHAND_OUTBOUND_ALLOW),
  }
}

function readAllow(text: string): Allowed {
  try {
    return readAllowed(text)
  } catch (error) {
    throw new ConfigError(`In LONGHAND_OUTBOUND_ALLOW, ${error instanceof Error ? error.message : String(error)}. Write hosts with commas between them.`, { cause: error })
  }
}

/** Longest name of a repository, as a wrap can name it. Unit: characters. */
const REPOSITORY_NAME_MAX = 200

/** `name=path,other=path`. Whether the folders hold repositories shows when they are read. */
function readRepositories(text: string): Repository[] {
  const named = text.split(',').map((part) => part.trim()).filter((part) => part !== '').map((part) => {
    const at = part.indexOf('=')
    return { name: part.slice(0, Math.max(at, 0)).trim(), path: part.slice(at + 1).trim(), part }
  })
  for (const { name, path, part } of named) {
    if (name === '' || path === '' || name.length > REPOSITORY_NAME_MAX) throw new ConfigError(`LONGHAND_REPOSITORIES holds "${part}". Write name=path, with commas between repositories.`)
  }
  return named.map(({ name, path }) => ({ name, path }))
}

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '::1'])
/** True when nobody but this machine can reach the address. */
export const isLoopback = (host: string): boolean => LOOPBACK.has(host)
