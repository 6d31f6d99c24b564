import { spawn } from 'node:child_process'
import { chownSync, closeSync, existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { tmpdir, totalmem } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { UnprivilegedUser } from './embedded-user.ts'
import { disownStalePidFile, hasEnded, whenReady, type Postmaster } from './postmaster.ts'

/** The longest socket path that every system takes: macOS has 104 bytes with the closing zero, Linux 108. */
const SOCKET_PATH_BYTES = 103
const SOCKET_NAME = '.s.PGSQL.5432'
/** A fast shutdown writes a checkpoint; after this long it is cut short, which costs a recovery later. Unit: ms. */
const STOP_MS = 60_000
/** How often, and how many times, a start waits for processes of a crashed server to let go of its memory. */
const ORPHANS_PAUSE_MS = 250
const ORPHANS_TRIES = 40
/** The log starts anew above this size; one earlier log is kept. Unit: bytes. */
const LOG_BYTES = 10_000_000
const LOG_TAIL_LINES = 8

const MIB = 2 ** 20
/** PostgreSQL's own default, the share of the machine that its manual recommends for `shared_buffers` (19.4.1), and a bound that a million entries, of 9.5 GB, stayed below. */
const BUFFERS = { least: 128, share: 1 / 4, most: 8192 }

/** How much of a machine's memory PostgreSQL keeps pages in. Memory that a container may not use does not count. Unit: MiB. */
export function sharedBuffersMib(memory = Math.min(totalmem(), process.constrainedMemory() || Infinity)): number {
  return Math.max(BUFFERS.least, Math.min(BUFFERS.most, Math.floor(memory / MIB * BUFFERS.share)))
}

type Setting = { dataDir: string; cluster: string; binDir: string; user: UnprivilegedUser | undefined; durable: boolean }

/** Starts PostgreSQL and waits until it accepts connections. */
export async function startServer(setting: Setting): Promise<Postmaster> {
  disownStalePidFile(setting.cluster)
  const socketDir = socketFolder(setting)
  for (let tries = 0; ; tries += 1) {
    const ready = await whenReady(setting.cluster, spawnServer(setting, socketDir))
    if (ready !== undefined) return ready
    const tail = readFileSync(logFile(setting.dataDir), 'utf8').trimEnd().split('\n').slice(-LOG_TAIL_LINES).join('\n')
    if (tries >= ORPHANS_TRIES || !tail.includes('shared memory block')) throw new Error(`PostgreSQL did not start. Its log ends with:\n${tail}`)
    await pause(ORPHANS_PAUSE_MS)
  }
}

/** Ends a server and takes a socket folder outside of the data with it. */
export async function stopServer(server: Postmaster, dataDir = dirname(server.socketDir)): Promise<void> {
  signal(server.pid, 'SIGINT')
  if (!await hasEnded(server.pid, STOP_MS)) {
    signal(server.pid, 'SIGQUIT')
    await hasEnded(server.pid, STOP_MS)
  }
  if (dirname(server.socketDir) !== dataDir) rmSync(server.socketDir, { recursive: true, force: true })
}

function signal(pid: number, name: 'SIGINT' | 'SIGQUIT'): void {
  try {
    process.kill(pid, name)
  } catch (error) {
    const ended = error instanceof Error && 'code' in error && error.code === 'ESRCH'
    if (!ended) throw error
  }
}

/**
 * In a process group of its own and with its log in a file, so that Ctrl-C or a crash of Longhand
 * does not take it down in the middle of a write; the next start adopts it.
 */
function spawnServer({ dataDir, cluster, binDir, user, durable }: Setting, socketDir: string): number {
  const log = openLog(dataDir)
  const settings = ['listen_addresses=', 'unix_socket_permissions=0700', 'timezone=UTC', 'log_timezone=UTC', 'log_checkpoints=off',
    ...(durable ? ['fsync=on', `shared_buffers=${sharedBuffersMib()}MB`] : ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'])]
  const child = spawn(join(binDir, 'postgres'), ['-D', cluster, '-k', socketDir, ...settings.flatMap((setting) => ['-c', setting])], {
    detached: true, cwd: '/', stdio: ['ignore', log, log], env: { PATH: process.env['PATH'], LC_ALL: 'C' },
    ...(user === undefined ? {} : { uid: user.uid, gid: user.gid }),
  })
  child.once('error', () => undefined)
  child.unref()
  closeSync(log)
  if (child.pid === undefined) throw new Error(`${join(binDir, 'postgres')} can not be run.`)
  return child.pid
}

const logFile = (dataDir: string) => join(dataDir, 'postgres.log')

function openLog(dataDir: string): number {
  const file = logFile(dataDir)
  if (existsSync(file) && statSync(file).size > LOG_BYTES) renameSync(file, `${file}.old`)
  return openSync(file, 'a', 0o600)
}

/**
 * Beside the data, unless the path would be too long for a socket. Only PostgreSQL's user may enter. What a server that
 * was killed left there is taken away: nobody listens, but its process may still be listed, and PostgreSQL would refuse.
 */
function socketFolder({ dataDir, user }: Setting): string {
  const beside = join(dataDir, 'socket')
  const fits = (folder: string) => Buffer.byteLength(join(folder, SOCKET_NAME)) <= SOCKET_PATH_BYTES
  const folder = fits(beside) ? beside : mkdtempSync(join(fits(join(tmpdir(), 'longhand-XXXXXX')) ? tmpdir() : '/tmp', 'longhand-'))
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (user !== undefined) chownSync(folder, user.uid, user.gid)
  for (const left of [SOCKET_NAME, `${SOCKET_NAME}.lock`]) rmSync(join(folder, left), { force: true })
  return folder
}
