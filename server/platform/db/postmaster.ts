import { execFileSync } from 'node:child_process'
import { readFileSync, readlinkSync, realpathSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { processIdentity } from './process-identity.ts'

/** How often we look whether PostgreSQL got further. Unit: ms. */
const LOOK_EVERY_MS = 10

/** A process id above the largest that any of our systems gives out, and still a valid one to ask about. */
const NO_SUCH_PROCESS = 99_999_999

/** What a running server writes of itself into `postmaster.pid` (storage/lockfile.h of PostgreSQL). */
export type Postmaster = {
  pid: number
  socketDir: string
  /** `starting`, `ready`, `stopping`, `standby`, or empty in the first moment. */
  status: string
}

/** Reads `postmaster.pid`; undefined when there is none or it is not complete yet. */
function readPostmaster(cluster: string): Postmaster | undefined {
  const lines = pidFileLines(cluster)
  const pid = Number(lines[0])
  const socketDir = lines[4]
  if (!Number.isSafeInteger(pid) || pid <= 0 || socketDir === undefined || socketDir === '') return undefined
  return { pid, socketDir, status: lines[7]?.trim() ?? '' }
}

function pidFileLines(cluster: string): string[] {
  try {
    return readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')
  } catch {
    return []
  }
}

/** The server that runs on this very folder, whoever started it. */
export function runningPostmaster(cluster: string): Postmaster | undefined {
  const found = readPostmaster(cluster)
  return found !== undefined && processIdentity(found.pid) !== undefined && worksIn(found.pid, cluster) ? found : undefined
}

/** PostgreSQL's main process works inside its data folder, which tells it from others with the same id. */
function worksIn(pid: number, cluster: string): boolean {
  try {
    if (process.platform === 'linux') return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster)
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).includes(cluster)
  } catch {
    return false
  }
}

/**
 * After a crash the id in `postmaster.pid` may belong to another program by now, and PostgreSQL would
 * refuse to start. The id is replaced, the rest kept: from it PostgreSQL sees whether processes of the
 * crashed server still use its memory, which deleting the file would hide.
 */
export function disownStalePidFile(cluster: string): void {
  const lines = pidFileLines(cluster)
  if (lines.length === 0 || runningPostmaster(cluster) !== undefined) return
  const aside = join(cluster, 'postmaster.pid.new')
  writeFileSync(aside, [String(NO_SUCH_PROCESS), ...lines.slice(1)].join('\n'))
  renameSync(aside, join(cluster, 'postmaster.pid'))
}

/** Waits until the process has ended. False when it had not within the time. */
export async function hasEnded(pid: number, withinMs: number): Promise<boolean> {
  for (let waited = 0; waited < withinMs; waited += LOOK_EVERY_MS) {
    if (processIdentity(pid) === undefined) return true
    await pause(LOOK_EVERY_MS)
  }
  return false
}

/**
 * Waits until the server accepts connections; recovery after a crash may take a while, so it waits
 * for as long as the process lives. Undefined when the process ended instead.
 */
export async function whenReady(cluster: string, pid: number): Promise<Postmaster | undefined> {
  while (processIdentity(pid) !== undefined) {
    const found = readPostmaster(cluster)
    if (found?.pid === pid && found.status === 'ready') return found
    await pause(LOOK_EVERY_MS)
  }
  return undefined
}
