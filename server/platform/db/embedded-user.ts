import { execFileSync, spawnSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { dirname } from 'node:path'
import { Refusal } from '#domain/refusal.ts'
import { runsAsRoot } from './data-folder.ts'

/** PostgreSQL refuses to run as root, so root starts it as somebody else. */
export type UnprivilegedUser = { uid: number; gid: number; name: string }

/** Exists on every system that we run on and owns nothing. */
const NOBODY = 'nobody'

/**
 * Whom PostgreSQL runs as: undefined (ourselves) unless we are root. Data that an ordinary user
 * made earlier stays with that user.
 */
export function postgresUser(postgresFolder: string): UnprivilegedUser | undefined {
  if (!runsAsRoot()) return undefined
  const owner = ownerOf(postgresFolder)
  if (owner !== undefined && owner.uid !== 0) return { ...owner, name: `with the number ${owner.uid}` }
  return { uid: idOf('-u'), gid: idOf('-g'), name: NOBODY }
}

function ownerOf(path: string) {
  const stat = statSync(path, { throwIfNoEntry: false })
  return stat && { uid: stat.uid, gid: stat.gid }
}

const idOf = (which: '-u' | '-g') => Number(execFileSync('id', [which, NOBODY], { encoding: 'utf8' }))

/** Whether the user can enter a folder or run a program. Asks the system itself, so that ACLs count too. */
export function canReach(user: UnprivilegedUser | undefined, path: string): boolean {
  const as = user === undefined ? {} : { uid: user.uid, gid: user.gid }
  return spawnSync('/bin/sh', ['-c', 'test -x "$1"', 'sh', path], { ...as, cwd: '/' }).status === 0
}

/**
 * @throws {Refusal} `conflict` when PostgreSQL's user can not get to the data, saying where it is stopped
 */
export function refuseUnreachableData(user: UnprivilegedUser | undefined, dataDir: string): void {
  if (canReach(user, dataDir)) return
  if (user === undefined)
    throw new Refusal('conflict', `The data in ${dataDir} belongs to another user.`, 'Start Longhand as that user, or set LONGHAND_DATA to a folder of your own.')
  throw new Refusal('conflict', `PostgreSQL does not run as root, and the user ${user.name} may not enter ${firstBarred(user, dataDir)}.`,
    'Set LONGHAND_DATA to a folder outside of private homes, such as /var/lib/longhand, or start Longhand as an ordinary user.')
}

function firstBarred(user: UnprivilegedUser, path: string): string {
  const parent = dirname(path)
  return parent === path || canReach(user, parent) ? path : firstBarred(user, parent)
}
