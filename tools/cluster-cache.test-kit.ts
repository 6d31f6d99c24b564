import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/*
 * What a phase of the tests made in PostgreSQL with much work is there for the phases after it: the data of a server that
 * was stopped in order, under a name that says of which sources it was made. Anything that goes wrong here costs time only.
 */
const ROOT = join(import.meta.dirname, '..')
const KEPT = join(ROOT, 'node_modules/.cache/longhand-test-data')
/** All that decides what a migrated database and the demo in it look like. */
const MADE_OF = ['{server,demo,domain,contract}/**/*.{ts,sql,json}', 'tools/database.test-kit.ts', 'package-lock.json']

function nameOf(version: number): string {
  const made = createHash('sha256')
  for (const file of globSync(MADE_OF, { cwd: ROOT }).filter((path) => !path.includes('.test.')).toSorted()) made.update(file).update('\0').update(readFileSync(join(ROOT, file)))
  return `pg${version}-${made.digest('hex').slice(0, 32)}`
}

/** With owners and rights, since PostgreSQL looks at them. */
const copied = (from: string, to: string): boolean => spawnSync('cp', ['-a', from, to], { stdio: 'ignore' }).status === 0

/** Puts kept data in a folder that is not there yet. False when there is none of these sources. */
export function takeKeptData(version: number, folder: string): boolean {
  const kept = join(KEPT, nameOf(version))
  if (!existsSync(kept)) return false
  if (copied(kept, folder)) return true
  rmSync(folder, { recursive: true, force: true })
  return false
}

/** Keeps the data of a server that has been stopped, in the place of what was kept of other sources. */
export function keepData(version: number, folder: string): void {
  const name = nameOf(version)
  if (existsSync(join(KEPT, name))) return
  mkdirSync(KEPT, { recursive: true })
  for (const old of readdirSync(KEPT).filter((one) => one.startsWith(`pg${version}-`))) rmSync(join(KEPT, old), { recursive: true, force: true })
  const aside = join(KEPT, `making-${process.pid}`)
  if (copied(folder, aside) && !existsSync(join(KEPT, name))) renameSync(aside, join(KEPT, name))
  rmSync(aside, { recursive: true, force: true })
}
