import { z } from 'zod'
import { withSecretFiles } from './config-secrets.ts'
import type { S3Settings } from './files/s3-store.ts'
import { readAllowed } from './outbound-target.ts'
import type { Allowed } from './outbound-target.ts'

/** Where the server listens unless told otherwise. */
const DEFAULT_PORT = 7400
const PORT_MAX = 65_535
/** Longest time in which a front may notice that a process is stopping. Unit: s. */
const LEAVE_MAX_S = 60
const LEAVE_WORDS = `must be a number of seconds from 0 to ${LEAVE_MAX_S}`
const PORT_WORDS = `must be a number from 0 to ${PORT_MAX}`

/** With the longest local part of a reply address this stays an address that every mail server takes. Unit: characters. */
const DOMAIN_MAX = 180

const LogLevel = z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'], 'must be fatal, error, warn, info, debug or silent')

/** Twenty in each second: more than anybody types, and as much as an import sends. */
const WRITES_PER_MINUTE = 1200
const WRITES_WORDS = 'must be a number of writes, 1 or more'

const Environment = z.object({
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, 'must start with postgres://').optional(),
  DATABASE_REPLICA_URL: z.string().regex(/^postgres(ql)?:\/\//, 'must start with postgres://').optional(),
  DATABASE_SESSION_URL: z.string().regex(/^postgres(ql)?:\/\//, 'must start with postgres://').optional(),
  LONGHAND_DATA: z.string().min(1).default('./data'),
  LONGHAND_LEAVE_S: z.coerce.number(LEAVE_WORDS).min(0, LEAVE_WORDS).max(LEAVE_MAX_S, LEAVE_WORDS).default(0),
  PORT: z.coerce.number(PORT_WORDS).int(PORT_WORDS).min(0, PORT_WORDS).max(PORT_MAX, PORT_WORDS).default(DEFAULT_PORT),
  HOST: z.string().min(1).default('127.0.0.1'),
  PUBLIC_URL: z.url().optional(),
  SMTP_URL: z.string().regex(/^smtps?:\/\//, 'must start with smtp:// or smtps://').optional(),
  MAIL_FROM: z.string().min(3).optional(),
  S3_ENDPOINT: z.url({ protocol: /^https?$/, error: 'must be an address such as https://s3.example.com' }).optional(),
  S3_REGION: z.string().optional(),
  S3_BUCKET: z.string().optional(),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
  S3_PREFIX: z.string().max(500).regex(/^[\w./-]*$/, 'may hold letters, digits and . _ - / only').optional(),
  MAIL_IN: z.string().transform(readMailIn).optional(),
  MAIL_IN_DOMAIN: z.hostname('must be a domain such as reply.example.com').max(DOMAIN_MAX).optional(),
  MAIL_IN_TRUST: z.string().regex(/^[\w.-]{1,200}$/, 'must be the name that your mail server writes into Authentication-Results, such as mx.example.com').optional(),
  LONGHAND_REPOSITORIES: z.string().max(10_000).default(''),
  LONGHAND_OUTBOUND_ALLOW: z.string().max(10_000).default(''),
  LONGHAND_OUTBOUND_ONLY: z.string().max(10_000).default(''),
  LONGHAND_WRITES_PER_MINUTE: z.coerce.number(WRITES_WORDS).int(WRITES_WORDS).min(1, WRITES_WORDS).default(WRITES_PER_MINUTE),
  LONGHAND_TRUST_PROXY: z.enum(['loopback', 'off'], 'must be loopback or off').default('off'),
  LONGHAND_UPGRADE_BACKUP: z.enum(['on', 'off'], 'must be on or off').default('on'),
  MODEL_URL: z.url({ protocol: /^https?$/, error: 'must be an address such as http://127.0.0.1:11434/v1' }).optional(),
  MODEL_NAME: z.string().max(200).optional(),
  MODEL_KEY: z.string().max(2000).regex(/^[\x21-\x7e]+$/, 'must hold no spaces').optional(),
  LONGHAND_LOG: LogLevel.default('warn'),
  LONGHAND_METRICS_TOKEN: z.string().regex(/^[\x21-\x7e]{16,200}$/, 'must hold at least 16 characters and no spaces').optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: z.url({ protocol: /^https?$/, error: 'must be an address such as http://127.0.0.1:4318' }).optional(),
})

export type Config = {
  /** The same database where each client keeps its connection; null where DATABASE_URL is that already. */
  sessionUrl: string | null
  /** A replica of it, for reads of briefs and search. */
  replicaUrl: string | null
  /** How long a stopping process goes on answering, so that the front notices. Unit: ms. */
  leavingMs: number
  databaseUrl: string | null; dataDir: string; port: number; host: string; publicUrl: string | null
  smtp: { url: string; from: string } | null; logLevel: string
  /** What a reader of /metrics from another machine must send; null where there is none. */
  metricsToken: string | null
  /** Where files are kept instead of the data folder. */
  s3: S3Settings | null
  /** Where mails that answer ours come in; null where they do not. */
  mailIn: MailInSettings | null
  /** Git repositories on this machine from which wraps are prefilled. */
  repositories: Repository[]
  /** Hosts that may be called although they are private or without encryption. */
  outboundAllow: Allowed
  /** What one person may change within a minute, by whatever session or token. */
  writesPerMinute: number
  /** The model that may order passages of answers and draft out of them; null where none does. */
  model: ModelSettings | null
  /** Whether the database of an older version is backed up before it is changed. */
  upgradeBackup: boolean
  /** Whether a proxy on this machine says in X-Forwarded-For whose request it passes on. */
  trustProxy: boolean
}

/** An OpenAI-compatible endpoint: its base address, the model, and the key where it wants one. */
export type ModelSettings = {
  url: string; name: string; key: string | null
  /** How long an answer waits for it; eight seconds unless given. Unit: ms. */
  patienceMs?: number
}

/** A git repository in a folder of the server's machine, under the name that people see. */
export type Repository = { name: string; path: string }

/** Where the mail listener listens, and for which domain. `trust`: the relay whose checks of the sender count. */
export type MailInSettings = { lmtp: boolean; host: string; port: number; domain: string; trust: string | null }

/** `smtp://127.0.0.1:2525` or `lmtp://127.0.0.1:2424`. */
function readMailIn(text: string, context: z.RefinementCtx): Pick<MailInSettings, 'lmtp' | 'host' | 'port'> {
  const match = /^(smtp|lmtp):\/\/(\[[\da-fA-F:]+\]|[\w.-]+):(\d{1,5})\/?$/.exec(text)
  const port = Number(match?.[3])
  if (!match || port > PORT_MAX) {
    context.addIssue('must be an address such as smtp://127.0.0.1:2525 or lmtp://127.0.0.1:2424')
    return z.NEVER
  }
  return { lmtp: match[1] === 'lmtp', host: (match[2] ?? '').replace(/^\[|\]$/g, ''), port }
}

/** Settings that only make sense together: all of a group, or none. */
const GROUPS = [['SMTP_URL', 'MAIL_FROM'], ['MODEL_URL', 'MODEL_NAME'], ['MAIL_IN', 'MAIL_IN_DOMAIN'], ['S3_ENDPOINT', 'S3_REGION', 'S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY']] as const
/** Settings that say nothing without one of a group. */
const BELONGS_TO: Readonly<Record<string, string>> = { DATABASE_SESSION_URL: 'DATABASE_URL', DATABASE_REPLICA_URL: 'DATABASE_URL', S3_PREFIX: 'S3_ENDPOINT', MAIL_IN_TRUST: 'MAIL_IN', MODEL_KEY: 'MODEL_URL' }

export class ConfigError extends Error { override readonly name = 'ConfigError' }

/**
 * Reads the settings from the environment, and secrets from the files that it names.
 * @throws {ConfigError} naming each wrong or missing variable, in words for the person at the terminal
 */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const said = withSecretFiles(environment, (message, cause) => new ConfigError(message, { cause }))
  const given = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined && value !== ''))
  for (const group of GROUPS) {
    const missing = group.filter((name) => !(name in given))
    const present = group.filter((name) => name in given)
    if (missing.length > 0 && present.length > 0) throw halfSet(present, missing)
  }
  for (const [name, needed] of Object.entries(BELONGS_TO)) if (name in given && !(needed in given)) throw halfSet([name], [needed])
  const read = Environment.safeParse(given)
  if (!read.success) throw new ConfigError(read.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}.`).join(' '))
  const { data } = read
  return {
    sessionUrl: data.DATABASE_SESSION_URL ?? null, replicaUrl: data.DATABASE_REPLICA_URL ?? null, leavingMs: data.LONGHAND_LEAVE_S * 1000,
    databaseUrl: data.DATABASE_URL ?? null, dataDir: data.LONGHAND_DATA, port: data.PORT, host: data.HOST,
    publicUrl: data.PUBLIC_URL?.replace(/\/$/, '') ?? null,
    smtp: data.SMTP_URL && data.MAIL_FROM ? { url: data.SMTP_URL, from: data.MAIL_FROM } : null, logLevel: data.LONGHAND_LOG, metricsToken: data.LONGHAND_METRICS_TOKEN ?? null,
    mailIn: data.MAIL_IN && data.MAIL_IN_DOMAIN ? { ...data.MAIL_IN, domain: data.MAIL_IN_DOMAIN.toLowerCase(), trust: data.MAIL_IN_TRUST ?? null } : null,
    s3: s3Of(data), repositories: readRepositories(data.LONGHAND_REPOSITORIES), outboundAllow: readAllow(data),
    model: data.MODEL_URL && data.MODEL_NAME ? { url: data.MODEL_URL, name: data.MODEL_NAME, key: data.MODEL_KEY ?? null } : null,
    upgradeBackup: data.LONGHAND_UPGRADE_BACKUP === 'on', trustProxy: data.LONGHAND_TRUST_PROXY === 'loopback', writesPerMinute: data.LONGHAND_WRITES_PER_MINUTE,
  }
}

function readAllow({ LONGHAND_OUTBOUND_ALLOW: inward, LONGHAND_OUTBOUND_ONLY: only }: z.output<typeof Environment>): Allowed {
  try {
    return readAllowed(inward, only)
  } catch (error) {
    throw new ConfigError(`In LONGHAND_OUTBOUND_ALLOW or LONGHAND_OUTBOUND_ONLY, ${error instanceof Error ? error.message : String(error)}. Write hosts with commas between them.`, { cause: error })
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

const listed = (names: readonly string[]): string => `${names.join(' and ')} ${names.length > 1 ? 'are' : 'is'}`
const halfSet = (present: readonly string[], missing: readonly string[]): ConfigError =>
  new ConfigError(`${listed(present)} set but ${listed(missing)} missing. Set ${present.length + missing.length > 2 ? 'all of them or none' : 'both or neither'}.`)

/** The prefix stands before each key as a folder does: without a slash in front, with one behind. */
function s3Of({ S3_ENDPOINT: endpoint, S3_REGION: region, S3_BUCKET: bucket, S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey, S3_PREFIX = '' }: z.output<typeof Environment>): S3Settings | null {
  if (!endpoint || !region || !bucket || !accessKeyId || !secretAccessKey) return null
  const inner = S3_PREFIX.split('/').filter((part) => part !== '').join('/')
  return { endpoint, region, bucket, accessKeyId, secretAccessKey, prefix: inner === '' ? '' : `${inner}/` }
}

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '::1'])
/** True when nobody but this machine can reach the address. */
export const isLoopback = (host: string): boolean => LOOPBACK.has(host)
