import { Refusal } from '#domain/refusal.ts'
import { z } from 'zod'
import type { Migration } from '../db/migrate.ts'

/** Counted up when an older Longhand could no longer read what a newer one writes. */
export const FORMAT = 1
export const KIND = 'longhand-backup'
/** The first piece of a backup, and its last one. */
export const HEAD = 'backup.json'
export const MANIFEST = 'manifest.json'

const Head = z.object({
  kind: z.literal(KIND), format: z.literal(FORMAT), madeAt: z.string(),
  /** Major version of the PostgreSQL that it came from; any other can take it. */
  postgres: z.number().int(),
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })),
  withFiles: z.boolean(), withSecrets: z.boolean(),
})

const Counted = z.object({ rows: z.number().int(), hash: z.string() })

const Manifest = Head.extend({
  tables: z.record(z.string().regex(/^[a-z_]+$/), Counted.extend({ columns: z.array(z.string().regex(/^[a-z0-9_]+$/)), pieces: z.number().int() })),
  sequences: z.record(z.string().regex(/^[a-z0-9_]+$/), z.string().regex(/^\d+$/)),
  files: Counted.extend({ bytes: z.number().int() }),
  /** Ids of files whose bytes were not where the database says they are, or were others, when the backup was made. */
  lost: z.array(z.string()),
})

export type Head = z.output<typeof Head>
export type Manifest = z.output<typeof Manifest>

/** A backup that must not be restored, with the reason. */
export const damaged = (why: string): Refusal => new Refusal('cannot_be_read', `This backup is damaged: ${why}`, 'Nothing was changed. Use another copy of it, or an earlier backup.')

function parsed(bytes: Buffer, name: string): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    throw damaged(`its ${name} cannot be read.`)
  }
}

/** @throws {Refusal} `cannot_be_read` for another program's file, or one of a newer Longhand */
export function readHead(bytes: Buffer): Head {
  const value = parsed(bytes, HEAD)
  const { kind, format } = z.object({ kind: z.unknown(), format: z.unknown() }).partial().catch({}).parse(value)
  if (kind !== KIND) throw new Refusal('cannot_be_read', 'This is not a backup of Longhand.', 'Name the file that `longhand backup` wrote.')
  if (format !== FORMAT) throw new Refusal('cannot_be_read', `This backup has format ${String(format)}, and this Longhand reads format ${FORMAT}.`, 'Restore it with the version of Longhand that made it, or a newer one.')
  const read = Head.safeParse(value)
  if (!read.success) throw damaged(`its ${HEAD} does not say what it must.`)
  return read.data
}

export function readManifest(bytes: Buffer): Manifest {
  const read = Manifest.safeParse(parsed(bytes, MANIFEST))
  if (!read.success) throw damaged(`its ${MANIFEST} does not say what it must.`)
  return read.data
}

/**
 * The migrations that a backup was made after, as this program has them.
 * @throws {Refusal} `conflict` where the two belong to different versions of Longhand
 */
export function migrationsOf({ migrations }: Head, known: readonly Migration[]): Migration[] {
  return migrations.map(({ name, checksum }, at) => {
    const ours = known[at]
    if (ours?.name === name && ours.checksum === checksum) return ours
    throw new Refusal('conflict', known.some((one) => one.name === name)
      ? `This backup was made by another version of Longhand: its ${name} differs from the one here.`
      : `This backup was made by a newer Longhand, which knows ${name}.`, 'Nothing was changed. Restore it with the version of Longhand that made it, or a newer one.')
  })
}
