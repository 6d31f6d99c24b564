import { randomUUID } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Refusal } from '#domain/refusal.ts'
import { ensureDataFolder } from './data-folder.ts'
import { processIdentity } from './process-identity.ts'

/**
 * One Longhand process owns a data folder.
 *
 * Each owner writes `lock/<generation>.json`; the highest generation that is held by a living process
 * owns the folder. Taking over from a dead owner means creating the next generation, which the file
 * system grants to exactly one of many (link fails when the name exists). The highest file is never
 * deleted, only marked as released, so a slow contender can not bring an old generation back to life:
 * it sees a higher one and steps back. See docs/decisions/0002-embedded-postgresql.md.
 */
type Holder = {
  pid: number
  /** What `processIdentity` said of the owner; tells it from a later process with the same id. */
  identity: string
  /** Where people reach the owner, once it listens. */
  url: string | null
  released: boolean
}

type Found = { generation: number; holder: Holder | undefined }

export type DataLock = {
  /** Notes where people reach this process, for the sentence that a second start prints. */
  setUrl(url: string): void
  /** Gives the folder back. Harmless when called twice. */
  release(): void
}

/**
 * Takes the data folder for this process, creating it when needed.
 * @throws {Refusal} `conflict` when another living process owns it
 */
export function lockData(dataDir: string): DataLock {
  ensureDataFolder(dataDir)
  mkdirSync(lockFolder(dataDir), { recursive: true, mode: 0o700 })
  const identity = processIdentity(process.pid)
  if (identity === undefined) throw new Error('This machine does not say when a process started, so the data folder can not be locked.')
  const self: Holder = { pid: process.pid, identity, url: null, released: false }
  let generation = claimNext(dataDir, self)
  while (generation === undefined) generation = claimNext(dataDir, self)
  removeOlder(dataDir, generation)
  return heldLock(dataDir, generation, self)
}

/**
 * Says whether a start would be refused, without taking anything.
 * @throws {Refusal} `conflict` when a living process owns the folder
 */
export function checkDataIsFree(dataDir: string): void {
  refuseWhenHeld(dataDir, newest(dataDir))
}

function heldLock(dataDir: string, generation: number, self: Holder): DataLock {
  let current = self
  const save = (holder: Holder) => {
    current = holder
    renameSync(writeAside(dataDir, holder), fileOf(dataDir, generation))
  }
  return {
    setUrl: (url) => save({ ...current, url }),
    release: () => {
      if (!current.released) save({ ...current, released: true })
    },
  }
}

/** One try. Undefined when somebody else was quicker and the folder must be looked at again. */
function claimNext(dataDir: string, self: Holder): number | undefined {
  const found = newest(dataDir)
  refuseWhenHeld(dataDir, found)
  const generation = (found?.generation ?? 0) + 1
  const aside = writeAside(dataDir, self)
  try {
    linkSync(aside, fileOf(dataDir, generation))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return undefined
    throw error
  } finally {
    rmSync(aside, { force: true })
  }
  return newest(dataDir)?.generation === generation ? generation : undefined
}

/** Where people reach the process that owns the folder; null where none does, or it does not listen yet. */
export const urlOfOwner = (dataDir: string): string | null => ownerOf(newest(dataDir))?.url ?? null

/** Whoever holds it and lives. */
function ownerOf(found: Found | undefined): Holder | undefined {
  const holder = found?.holder
  return holder === undefined || holder.released || processIdentity(holder.pid) !== holder.identity ? undefined : holder
}

function refuseWhenHeld(dataDir: string, found: Found | undefined): void {
  const holder = ownerOf(found)
  if (holder === undefined) return
  throw new Refusal('conflict', `Longhand is already running on ${resolve(dataDir)}.`,
    holder.url === null ? 'It is still starting; look at the window where it runs.' : `Open ${holder.url}.`)
}

function newest(dataDir: string): Found | undefined {
  const generation = Math.max(0, ...generations(dataDir))
  return generation === 0 ? undefined : { generation, holder: readHolder(fileOf(dataDir, generation)) }
}

function generations(dataDir: string): number[] {
  try {
    return readdirSync(lockFolder(dataDir)).filter((name) => /^\d+\.json$/.test(name)).map((name) => Number.parseInt(name, 10))
  } catch {
    return []
  }
}

/** Undefined for a file that was damaged or taken away meanwhile: such an owner can not be alive. */
function readHolder(file: string): Holder | undefined {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'))
    return isHolder(value) ? value : undefined
  } catch {
    return undefined
  }
}

function isHolder(value: unknown): value is Holder {
  if (typeof value !== 'object' || value === null) return false
  const { pid, identity, url, released } = { pid: null, identity: null, url: null, released: null, ...value }
  return typeof pid === 'number' && typeof identity === 'string' && typeof released === 'boolean' && (url === null || typeof url === 'string')
}

function removeOlder(dataDir: string, owned: number): void {
  for (const generation of generations(dataDir)) if (generation < owned) rmSync(fileOf(dataDir, generation), { force: true })
}

/** Written whole under a name of its own first, so that nobody ever reads half a file. */
function writeAside(dataDir: string, holder: Holder): string {
  const file = join(lockFolder(dataDir), `${randomUUID()}.tmp`)
  writeFileSync(file, `${JSON.stringify(holder)}\n`, { mode: 0o600, flush: true })
  return file
}

const lockFolder = (dataDir: string) => join(dataDir, 'lock')
const fileOf = (dataDir: string, generation: number) => join(lockFolder(dataDir), `${generation}.json`)
