import { ENGLISH, said } from '../words/said.ts'
import type { SaidValue, Words } from '../words/said.ts'
import { findingsIn, fine as fineInEnglish, look as lookInEnglish } from './finding.ts'
import type { Finding } from './finding.ts'

/** The oldest PostgreSQL that everything is tested on. */
const OLDEST_POSTGRES = 15

/** Two clocks that differ by more than this put what happened in a wrong order for people. Unit: ms. */
const SKEW_LOOK_MS = 2_000
/** Beyond this, links and leases end visibly too early or too late. Unit: ms. */
const SKEW_BROKEN_MS = 30_000

/** Room on a disk below which somebody should make some. Units: part of the whole, bytes. */
const DISK_LOOK = { part: 0.1, bytes: 2 * 1024 ** 3 }
const DISK_BROKEN_BYTES = 200 * 1024 ** 2
const MB = 1024 ** 2

/** How old the last backup may be. Unit: hours; a night that failed is not yet a reason. */
const BACKUP_LOOK_H = 49

/** How late a timer or message may be before somebody should look. Unit: seconds. */
const LATE_LOOK_S = 120
const LATE_BROKEN_S = 1800

/** Files that a process may have open, below which open pages run out of them. */
const OPEN_FILES_LOOK = 4096

export function judgeVersion(version: number, words: Words = ENGLISH): Finding {
  const { broken, fine } = findingsIn(words)
  const [id, about] = ['database.version', said`Version of PostgreSQL`] as const
  return version >= OLDEST_POSTGRES ? fine(id, about, said`It is PostgreSQL ${version}.`)
    : broken(id, about, said`It is PostgreSQL ${version}, and Longhand needs ${OLDEST_POSTGRES} or newer.`, said`Move the data to a newer PostgreSQL with \`longhand backup\` and \`longhand restore\`.`)
}

/** @param ms how far the machine's clock is ahead of the database's; behind when negative */
export function judgeSkew(ms: number, words: Words = ENGLISH): Finding {
  const { broken, fine, look } = findingsIn(words)
  const [id, about] = ['database.clock', said`Clocks`] as const
  const apart = Math.abs(ms)
  if (apart < SKEW_LOOK_MS) return fine(id, about, said`This machine and the database agree on the time.`)
  const seconds = String(Math.round(apart / 1000))
  const says = ms > 0 ? said`This machine is ${seconds} seconds ahead of the database.` : said`This machine is ${seconds} seconds behind the database.`
  const next = said`Set both clocks by NTP, for example with chrony or systemd-timesyncd.`
  return apart < SKEW_BROKEN_MS ? look(id, about, says, next) : broken(id, about, says, next)
}

/** How what is said to a database travels: within this machine, encrypted, or over a network for whoever listens. */
export type DatabasePath = 'here' | 'encrypted' | 'open'

export function judgePath(path: DatabasePath, words: Words = ENGLISH): Finding {
  const { fine, look } = findingsIn(words)
  const [id, about] = ['database.path', said`Way to the database`] as const
  if (path === 'here') return fine(id, about, said`The database is on this machine.`)
  return path === 'encrypted' ? fine(id, about, said`What is said to the database is encrypted.`)
    : look(id, about, said`What is said to the database goes over a network without encryption.`, said`Add sslmode=verify-full to DATABASE_URL, and sslrootcert=FILE where its certificate is from an authority of your own.`)
}

export function judgeDisk(id: string, about: SaidValue, { free, size }: { free: number; size: number }, words: Words = ENGLISH): Finding {
  const { broken, fine, look } = findingsIn(words)
  const left = free >= DISK_BROKEN_BYTES ? Math.floor(free / MB) : Number((free / MB).toFixed(0))
  const says = said`${left} MB are free of ${Math.floor(size / MB)} MB.`
  if (free < DISK_BROKEN_BYTES) return broken(id, about, says, said`Make room now; when the disk is full, nothing can be written.`)
  const little = free < DISK_LOOK.bytes && free < size * DISK_LOOK.part
  return little ? look(id, about, says, said`Make room soon: old backups and logs are the first to go.`) : fine(id, about, says)
}

/** @param at when the last backup was made, as far as the data folder knows */
export function judgeBackup(at: Temporal.Instant | null, now: Temporal.Instant, words: Words = ENGLISH): Finding {
  const { fine, look } = findingsIn(words)
  const [id, about] = ['backup.last', said`Last backup`] as const
  if (at === null) return look(id, about, said`No backup was made with \`longhand backup\` and this data folder.`, said`Run \`longhand backup FILE\` every night, as docs/guides/backup.md shows.`)
  const hours = Math.floor(now.since(at).total('hours'))
  const says = hours < 1 ? said`The last backup was made within the hour.` : hours === 1 ? said`The last backup was made one hour ago.` : said`The last backup was made ${String(hours)} hours ago.`
  return hours < BACKUP_LOOK_H ? fine(id, about, says) : look(id, about, says, said`See why the nightly backup did not run.`)
}

/** @param lateS how long the one that waits longest has been due; null where none waits */
export function judgeLate(id: string, about: SaidValue, { waiting, lateS }: { waiting: number; lateS: number | null }, words: Words = ENGLISH): Finding {
  const { broken, fine, look } = findingsIn(words)
  if (waiting === 0 || lateS === null) return fine(id, about, said`Nothing waits that is due.`)
  const minutes = Math.floor(lateS / 60)
  const since = minutes < 1 ? said`less than a minute` : minutes === 1 ? said`one minute` : said`${String(minutes)} minutes`
  const says = waiting === 1 ? said`One is due, the oldest since ${since}.` : said`${String(waiting)} are due, the oldest since ${since}.`
  if (lateS < LATE_LOOK_S) return fine(id, about, says)
  const next = said`Look into the log for errors, and whether the server runs with enough processor time.`
  return lateS < LATE_BROKEN_S ? look(id, about, says, next) : broken(id, about, says, next)
}

export function judgeOpenFiles(limit: number | null): Finding {
  const [id, about] = ['machine.open-files', 'Open files'] as const
  if (limit === null || limit >= OPEN_FILES_LOOK) return fineInEnglish(id, about, limit === null ? 'The system sets no limit that can be read.' : `A process may have ${limit.toLocaleString('en-GB')} files and connections open.`)
  return lookInEnglish(id, about, `A process may have only ${limit} files and connections open, and each open page takes one.`, 'Raise it to 65,536: LimitNOFILE of systemd, or ulimit -n.')
}

/** @param mode of a file or folder, as `stat` gives it; @param wanted the most that it may have */
export function judgeMode(id: string, about: string, { mode, wanted, path }: { mode: number; wanted: number; path: string }): Finding {
  const rights = mode & 0o777
  if ((rights & ~wanted) === 0) return fineInEnglish(id, about, 'Only whoever Longhand runs as looks inside.')
  return lookInEnglish(id, about, `Others on this machine may look into ${path}.`, `Run chmod ${wanted.toString(8)} on it.`)
}
