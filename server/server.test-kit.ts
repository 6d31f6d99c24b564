import { spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { hasEnded } from './platform/db/postmaster.ts'

const MAIN = join(import.meta.dirname, 'main.ts')
/** As `tools/start.mjs` starts it. */
const OPTIONS = JSON.parse(readFileSync(join(import.meta.dirname, 'node-options.json'), 'utf8')) as { flags: string[]; env: Record<string, string> }
const MADE = { NODE_COMPILE_CACHE: join(import.meta.dirname, '../node_modules/.cache/longhand') }
/** How long a killed process may take to be gone. Unit: ms. */
const GONE_MS = 10_000

export type ServerProcess = {
  url: string; pid: number
  /** From the start of the process to the line with its address. Unit: ms. */
  startedInMs: number
  end(signal: NodeJS.Signals): Promise<number | NodeJS.Signals>
}
export type FailedStart = { code: number | null; said: string; tookMs: number }
type Given = { dataDir: string; args?: readonly string[]; env?: Record<string, string> }

/** A folder for data that PostgreSQL may enter also where the tests run as root. */
export function temporaryData(): string {
  const folder = mkdtempSync(join(tmpdir(), 'longhand-main-'))
  chmodSync(folder, 0o711)
  return join(folder, 'data')
}

/** Starts the server as `npm start` does, on a port of its own. Answers how it failed when it did not start. */
export function startProcess({ dataDir, args = [], env = {} }: Given): Promise<ServerProcess | FailedStart> {
  const began = performance.now()
  const { SMTP_URL: _url, MAIL_FROM: _from, DATABASE_URL: _database, HOST: _host, PUBLIC_URL: _public, ...clean } = process.env
  const child = spawn(process.execPath, [...OPTIONS.flags, MAIN, ...args], { env: { ...OPTIONS.env, ...MADE, ...clean, LONGHAND_DATA: dataDir, PORT: '0', LONGHAND_WRITES_PER_MINUTE: '1000000', ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  const ended = new Promise<number | NodeJS.Signals>((done) => child.once('exit', (code, signal) => done(signal ?? code ?? 0)))
  let said = ''
  child.stderr.on('data', (data: Buffer) => { said += data.toString() })
  return new Promise((done) => {
    child.stdout.once('data', (data: Buffer) => done({
      url: data.toString().trim(), pid: child.pid ?? 0, startedInMs: performance.now() - began,
      end: (signal) => { child.kill(signal); return ended },
    }))
    child.once('close', (code) => done({ code, said, tookMs: performance.now() - began }))
  })
}

/** The same for starts that must succeed. */
export async function startServerProcess(given: Given): Promise<ServerProcess> {
  const started = await startProcess(given)
  if ('url' in started) return started
  throw new Error(`The server did not start: ${started.said}`)
}

/** The main process of the embedded PostgreSQL; null when it ended in order. */
export function postgresPid(dataDir: string): number | null {
  const file = join(dataDir, 'postgres', 'postmaster.pid')
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : null
}

/** Ends PostgreSQL with all its processes at once, as when the machine goes. */
export async function killPostgres(dataDir: string): Promise<void> {
  const pid = postgresPid(dataDir)
  if (pid === null) return
  const children = `/proc/${pid}/task/${pid}/children`
  const pids = [pid, ...(existsSync(children) ? readFileSync(children, 'utf8').split(' ').filter(Boolean).map(Number) : [])]
  for (const one of pids) {
    try { process.kill(one, 'SIGKILL') } catch (error) { if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error }
  }
  await hasEnded(pid, GONE_MS)
}

/** Ends PostgreSQL without letting anybody finish, as `pg_ctl stop -m immediate` does. */
export async function quitPostgres(dataDir: string): Promise<void> {
  const pid = postgresPid(dataDir)
  if (pid === null) return
  process.kill(pid, 'SIGQUIT')
  await hasEnded(pid, GONE_MS)
}

/** For SQL beside the server that runs on this data. */
export const embeddedUrl = (dataDir: string): string => `postgresql://longhand@/longhand?host=${encodeURIComponent(join(dataDir, 'socket'))}`
