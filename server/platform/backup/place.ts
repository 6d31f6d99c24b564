import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Refusal } from '#domain/refusal.ts'
import type { Config } from '../config.ts'
import { lockData } from '../db/data-lock.ts'
import { embeddedUrl, startEmbedded } from '../db/embedded.ts'
import { runningPostmaster } from '../db/postmaster.ts'
import { checkDatabaseUrl } from '../db/reach.ts'

/** The database that a command works on, and how it lets go of it. */
export type OpenPlace = { url: string; close(): Promise<void> }

const nothing = async (): Promise<void> => undefined

/**
 * The database to back up: the one of DATABASE_URL, the embedded one of a Longhand that runs, or the one in the data folder,
 * started for as long as it takes.
 * @throws {Refusal} `not_found` where there is none
 */
export async function openToRead({ databaseUrl }: Pick<Config, 'databaseUrl'>, dataDir: string): Promise<OpenPlace> {
  if (databaseUrl !== null) return external(databaseUrl)
  const cluster = join(dataDir, 'postgres')
  const running = runningPostmaster(cluster)
  if (running?.status === 'ready') return { url: embeddedUrl(running), close: nothing }
  if (!existsSync(cluster)) throw new Refusal('not_found', `There is no Longhand in ${resolve(dataDir)}.`, 'Name its folder with --data, or set DATABASE_URL.')
  return openAlone(dataDir)
}

/**
 * The database to restore into; nobody else may use it.
 * @throws {Refusal} `conflict` while a Longhand runs on the data folder
 */
export async function openToWrite({ databaseUrl }: Pick<Config, 'databaseUrl'>, dataDir: string): Promise<OpenPlace> {
  return databaseUrl === null ? openAlone(dataDir) : external(databaseUrl)
}

async function external(url: string): Promise<OpenPlace> {
  await checkDatabaseUrl(url)
  return { url, close: nothing }
}

async function openAlone(dataDir: string): Promise<OpenPlace> {
  const lock = lockData(dataDir)
  try {
    const embedded = await startEmbedded({ dataDir })
    return { url: embedded.url, close: async () => { await embedded.stop(); lock.release() } }
  } catch (error) {
    lock.release()
    throw error
  }
}
