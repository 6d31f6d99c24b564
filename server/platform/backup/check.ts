import { createHash } from 'node:crypto'
import type { Hash } from 'node:crypto'
import { damaged, HEAD, MANIFEST, readHead, readManifest } from './manifest.ts'
import type { Head, Manifest } from './manifest.ts'
import { readPieces } from './pieces.ts'
import { fileLine, newRowSum } from './row-sum.ts'
import type { RowSum } from './row-sum.ts'

/** What is done with a backup while it is read; each table and file comes whole, one after the other. */
export type Taker = {
  /** The next bytes of a table; `close` when it has none left. */
  table?(name: string): Promise<{ write(bytes: Buffer): Promise<void>; close(): Promise<void> }>
  file?(id: string): Promise<{ write(bytes: Buffer): Promise<void>; close(): Promise<void> }>
}

type Open = { key: string; pieces: number; write(bytes: Buffer): Promise<void>; close(): Promise<void> }

/**
 * Reads a whole backup and compares it with its manifest: each table's rows and hash, each file's bytes.
 * @returns its manifest
 * @throws {Refusal} `cannot_be_read` with what is wrong
 */
export async function readBackup(path: string, taker: Taker = {}): Promise<Manifest> {
  const seen = newSeen()
  let open: Open | null = null
  let manifest: Manifest | null = null
  for await (const { name, bytes } of readPieces(path)) {
    const [kind = '', key = '', number = ''] = name.split('/')
    if (open && open.key !== `${kind}/${key}`) { await open.close(); open = null }
    if (name === HEAD) { seen.begin(bytes); continue }
    if (name === MANIFEST) { manifest = readManifest(bytes); continue }
    open ??= kind === 'tables' ? await openTable(seen, taker, key) : await openFile(seen, taker, key)
    open.pieces += 1
    if (Number(number) !== open.pieces) throw damaged(`a piece of ${kind}/${key} is missing.`)
    await open.write(bytes)
  }
  if (!manifest) throw damaged('it has no manifest.')
  seen.compare(manifest)
  return manifest
}

type Seen = ReturnType<typeof newSeen>

function newSeen() {
  const tables = new Map<string, RowSum>()
  const files = { sum: newRowSum(), ids: new Set<string>() }
  let head: Head | null = null
  return {
    tables, files,
    begin: (bytes: Buffer): void => { head = readHead(bytes) },
    compare(manifest: Manifest) {
      if (JSON.stringify(head) !== JSON.stringify(headOf(manifest))) throw damaged('its beginning and its end are of two backups.')
      for (const name of tables.keys()) if (!(name in manifest.tables)) throw damaged(`its manifest does not know the table ${name}.`)
      for (const [name, { rows, hash }] of Object.entries(manifest.tables)) {
        const found = contentOf(tables.get(name) ?? newRowSum(), name)
        if (found.rows !== rows) throw damaged(`${found.rows} of ${rows} rows of ${name} are there.`)
        if (found.hash !== hash) throw damaged(`the rows of ${name} are not those that were saved.`)
      }
      const found = contentOf(files.sum, 'the files')
      if (found.rows !== manifest.files.rows) throw damaged(`${found.rows} of ${manifest.files.rows} files are there.`)
      if (found.hash !== manifest.files.hash) throw damaged('its files are not those that were saved.')
    },
  }
}

function contentOf(sum: RowSum, name: string) {
  try { return sum.content() } catch { throw damaged(`the last row of ${name} is cut.`) }
}

function headOf({ kind, format, madeAt, postgres, migrations, withFiles, withSecrets }: Manifest): Head {
  return { kind, format, madeAt, postgres, migrations, withFiles, withSecrets }
}

async function openTable(seen: Seen, taker: Taker, name: string): Promise<Open> {
  if (seen.tables.has(name)) throw damaged(`the table ${name} is there twice.`)
  const sum = newRowSum()
  seen.tables.set(name, sum)
  const taken = await taker.table?.(name)
  return {
    key: `tables/${name}`, pieces: 0,
    async write(bytes) { sum.add(bytes); await taken?.write(bytes) },
    close: async () => taken?.close(),
  }
}

async function openFile({ files }: Seen, taker: Taker, id: string): Promise<Open> {
  if (files.ids.has(id)) throw damaged('a file is there twice.')
  files.ids.add(id)
  const hash: Hash = createHash('sha256')
  let size = 0
  const taken = await taker.file?.(id)
  return {
    key: `files/${id}`, pieces: 0,
    async write(bytes) { hash.update(bytes); size += bytes.length; await taken?.write(bytes) },
    async close() { files.sum.add(fileLine({ id, size, sha256: hash.digest('hex') })); await taken?.close() },
  }
}
