import { diskStore } from './disk-store.ts'
import { s3Store } from './s3-store.ts'
import type { S3Settings } from './s3-store.ts'
import { StoreOutage } from './store.ts'
import type { FileStore } from './store.ts'

export type FileSettings = {
  /** A folder of this machine: for all files, or with S3 for those on their way. */
  folder: string
  s3: S3Settings | null
}

/** The one store of this server; null makes one that takes nothing, for servers that only run timers or are tested without files. */
export function openStore(settings: FileSettings | null): FileStore {
  if (settings === null) return { put: nowhere, open: nowhere, remove: nowhere }
  return settings.s3 ? s3Store(settings.s3, settings.folder) : diskStore(settings.folder)
}

const nowhere = (): Promise<never> => Promise.reject(new StoreOutage('No place for files was set.'))
