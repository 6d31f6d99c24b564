import { chmodSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { UsageError } from '../errors.ts'

type Env = Readonly<Record<string, string | undefined>>

/** Where Longhand listens on this machine unless told otherwise. */
export const DEFAULT_URL = 'http://127.0.0.1:7400'

/** For the owner's eyes only. */
const PRIVATE_FILE = 0o600
const PRIVATE_FOLDER = 0o700

const Kept = z.object({ url: z.url(), token: z.string().min(1), email: z.string().optional() })
export type Kept = z.output<typeof Kept>

const folder = (env: Env, name: string, fallback: string): string => join(env[name] || join(env['HOME'] || homedir(), fallback), 'longhand')
const configFile = (env: Env): string => join(folder(env, 'XDG_CONFIG_HOME', '.config'), 'config.json')

/** Where drafts and what belongs to this machine are kept. */
export const stateFolder = (env: Env): string => folder(env, 'XDG_STATE_HOME', '.local/state')

/**
 * What `login` kept; null before the first one. LONGHAND_URL and LONGHAND_TOKEN go before it.
 * @throws {UsageError} where LONGHAND_URL is another server than the one that made the kept token: it is shown to nobody else
 */
export function readKept(env: Env): Kept | null {
  const { LONGHAND_URL: url, LONGHAND_TOKEN: token } = env
  if (token) return { url: plainUrl(url || DEFAULT_URL), token }
  let text: string
  try { text = readFileSync(configFile(env), 'utf8') } catch { return null }
  const kept = Kept.safeParse(parsed(text))
  if (!kept.success) throw new UsageError(`${configFile(env)} cannot be read.`, 'Run `longhand login` again; it writes the file anew.')
  if (!url) return kept.data
  const named = plainUrl(url)
  if (new URL(named).origin !== new URL(kept.data.url).origin) throw new UsageError(`You are signed in at ${kept.data.url}, not at ${named}.`, `Run \`longhand login ${named}\` first, or set LONGHAND_TOKEN to a token that was made there.`)
  return { ...kept.data, url: named }
}

function parsed(text: string): unknown {
  try { return JSON.parse(text) } catch { return null }
}

/** Keeps who is signed in where. @returns the file, to say so */
export function keep(env: Env, kept: Kept): string {
  const file = configFile(env)
  writePrivate(file, `${JSON.stringify(kept, null, 2)}\n`)
  return file
}

export function forget(env: Env): void {
  rmSync(configFile(env), { force: true })
}

/** Writes a file that only its owner reads; nobody ever sees half of it. */
export function writePrivate(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: PRIVATE_FOLDER })
  const next = `${file}.${process.pid}`
  writeFileSync(next, text, { mode: PRIVATE_FILE })
  chmodSync(next, PRIVATE_FILE)
  renameSync(next, file)
}

/** This machine, where nobody has a certificate. */
const HERE = /^(?:localhost|127\.0\.0\.1|\[::1\])(?=[:/]|$)/i

/** `https://longhand.example/brief` → `https://longhand.example`; a name alone gets https, and this machine http. */
export function plainUrl(given: string): string {
  const text = /^https?:\/\//i.test(given) ? given : `${HERE.test(given) ? 'http' : 'https'}://${given}`
  try {
    return new URL(text).origin
  } catch {
    throw new UsageError(`"${given}" is not an address.`, 'Give the address that you open in the browser, such as https://longhand.example.')
  }
}
