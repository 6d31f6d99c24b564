import { execFile } from 'node:child_process'
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { Refusal } from '#domain/refusal.ts'
import type { UnprivilegedUser } from './embedded-user.ts'

/** Since this version PostgreSQL brings a Unicode locale of its own that no system update can change. */
const FIRST_WITH_BUILTIN_LOCALE = 17

const run = promisify(execFile)

type Cluster = { cluster: string; binDir: string; user: UnprivilegedUser | undefined; durable: boolean; role: string }

/**
 * Makes an empty database cluster unless there is one. It is made aside and moved into place, so
 * that a start that is cut short leaves nothing half-made.
 *
 * @throws {Refusal} `conflict` when the cluster belongs to another major version of PostgreSQL
 */
export async function createCluster(wanted: Cluster): Promise<void> {
  const version = await majorVersion(wanted.binDir)
  if (existsSync(wanted.cluster)) return refuseOtherVersion(wanted.cluster, version)
  const unfinished = `${wanted.cluster}.new`
  rmSync(unfinished, { recursive: true, force: true })
  mkdirSync(unfinished, { mode: 0o700 })
  if (wanted.user !== undefined) chownSync(unfinished, wanted.user.uid, wanted.user.gid)
  await run(join(wanted.binDir, 'initdb'), initdbArguments(unfinished, version, wanted),
    { ...asUser(wanted.user), cwd: '/', env: { PATH: process.env['PATH'], LC_ALL: 'C' } })
  renameSync(unfinished, wanted.cluster)
}

/**
 * `trust` is enough because the only way in is a socket in a folder that no other user can enter;
 * a password would have to lie next to the data that it protects.
 */
function initdbArguments(folder: string, version: number, { durable, role }: Cluster): string[] {
  const locale = version >= FIRST_WITH_BUILTIN_LOCALE
    ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C']
    : ['--locale=C.UTF-8']
  return ['-D', folder, '-U', role, '--auth=trust', '--encoding=UTF8', ...locale, '--data-checksums', '--no-instructions',
    ...(durable ? [] : ['--no-sync'])]
}

const asUser = (user: UnprivilegedUser | undefined) => user === undefined ? {} : { uid: user.uid, gid: user.gid }

/** `postgres (PostgreSQL) 15.18 (Debian …)` → 15 */
async function majorVersion(binDir: string): Promise<number> {
  const { stdout } = await run(join(binDir, 'postgres'), ['--version'])
  return Number.parseInt(/\(PostgreSQL\) (\d+)/.exec(stdout)?.[1] ?? '', 10)
}

function refuseOtherVersion(cluster: string, version: number): void {
  const made = Number.parseInt(readFileSync(join(cluster, 'PG_VERSION'), 'utf8'), 10)
  if (made === version) return
  throw new Refusal('conflict', `The data in ${cluster} was made by PostgreSQL ${made}, and this is PostgreSQL ${version}.`,
    'Make a backup with the version of Longhand that wrote it, then restore that backup here.')
}
