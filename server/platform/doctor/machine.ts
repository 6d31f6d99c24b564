import { broken, fine, look } from '#domain/status/finding.ts'
import type { Finding } from '#domain/status/finding.ts'
import { judgeBackup, judgeMode, judgeOpenFiles } from '#domain/status/judge.ts'
import { access, constants, readFile, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { machineClock } from '../clock.ts'
import { lastBackup } from '../backup/last.ts'
import { lookAtDisk } from './disk.ts'

/** What lies in the data folder and is nobody else's to read, with the most rights that it may have. */
const PRIVATE: readonly (readonly [string, number])[] = [['postgres', 0o700], ['files', 0o700], ['backups', 0o700], ['last-backup.json', 0o600]]

const reads = (path: string) => stat(path).catch(() => null)

/** The data folder, the disk that it lies on, and what the system allows a process. */
export async function lookAtMachine(dataDir: string): Promise<Finding[]> {
  return [...await lookAtData(dataDir), judgeBackup(await lastBackup(dataDir), machineClock().now()), judgeOpenFiles(await openFilesLimit()), lookAtNode()]
}

async function lookAtData(dataDir: string): Promise<Finding[]> {
  const [id, about] = ['data.folder', 'Data folder'] as const
  const there = await reads(dataDir)
  const disk = await lookAtDisk('data.disk', 'Room on the disk', await nearest(dataDir))
  if (!there) return [look(id, about, `${dataDir} is not there yet; the first start makes it.`, 'Start Longhand, or name the right folder with --data.'), disk]
  if (!there.isDirectory()) return [broken(id, about, `${dataDir} is no folder.`, 'Set LONGHAND_DATA to a folder.')]
  const writable = await access(dataDir, constants.W_OK | constants.X_OK).then(() => true, () => false)
  const first = writable ? fine(id, about, `${dataDir} can be written.`) : broken(id, about, `Whoever runs this may not write into ${dataDir}.`, 'Run it as the user that Longhand runs as, or give that user the folder with chown.')
  const rights = await Promise.all(PRIVATE.map(async ([name, wanted]) => {
    const path = join(dataDir, name)
    const found = await reads(path)
    return found ? [judgeMode(`data.rights.${name}`, `Rights of ${name}`, { mode: found.mode, wanted, path })] : []
  }))
  return [first, disk, ...rights.flat()]
}

/** The folder, or the first one above it that there is. */
async function nearest(folder: string): Promise<string> {
  const path = resolve(folder)
  return await reads(path) ? path : nearest(dirname(path))
}

/** What the system allows this process, and so the server started alike; null where it cannot be read. */
async function openFilesLimit(): Promise<number | null> {
  const limits = await readFile('/proc/self/limits', 'utf8').catch(() => '')
  const soft = /^Max open files\s+(\d+)/m.exec(limits)?.[1]
  return soft === undefined ? null : Number(soft)
}

function lookAtNode(): Finding {
  return fine('machine.node', 'Node', `It is ${process.version}, with time zones of ${process.versions.tz ?? 'an unknown year'}.`)
}
