import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { runBeside, say, UsageError } from './beside.ts'
import { tellAuditsAt } from './platform/audit/whole-server.ts'
import { noteBackup } from './platform/backup/last.ts'
import { openToRead, openToWrite } from './platform/backup/place.ts'
import { restoreBackup } from './platform/backup/restore.ts'
import type { Restored } from './platform/backup/restore.ts'
import type { Manifest } from './platform/backup/manifest.ts'
import { checkPlace, makeBackup } from './platform/backup/write.ts'
import { machineClock } from './platform/clock.ts'
import { readConfig } from './platform/config.ts'
import { readMigrations } from './platform/db/migrate.ts'
import { openStore } from './platform/files/open-store.ts'

type Asked = { verb: string; path: string; withFiles: boolean; withSecrets: boolean; replace: boolean; demo: boolean; json: boolean }

function readArguments(): Asked {
  const option = { type: 'boolean', default: false } as const
  try {
    const { values, positionals: [verb = '', path = '', ...rest] } = parseArgs({ allowPositionals: true, options: { 'without-files': option, 'without-secrets': option, replace: option, demo: option, json: option } })
    if ((verb !== 'backup' && verb !== 'restore') || path === '' || rest.length > 0) throw new Error('backup FILE, or restore FILE')
    return { verb, path: resolve(path), withFiles: !values['without-files'], withSecrets: !values['without-secrets'], replace: values.replace, demo: values.demo, json: values.json }
  } catch (error) {
    throw new UsageError('Write `longhand backup FILE` or `longhand restore FILE`.', { cause: error })
  }
}

async function main(): Promise<void> {
  const asked = readArguments()
  if (asked.verb === 'backup') checkPlace(asked)
  const config = readConfig(process.env)
  const dataDir = resolve(config.dataDir, asked.demo ? 'demo' : '')
  const files = asked.withFiles ? openStore({ folder: join(dataDir, 'files'), s3: config.s3 }) : null
  const given = { path: asked.path, files, replace: asked.replace, now: machineClock().now(), migrations: readMigrations(join(import.meta.dirname, 'platform/db/migrations')) }
  const place = asked.verb === 'backup' ? await openToRead(config, dataDir) : await openToWrite(config, dataDir)
  try {
    if (asked.verb === 'backup') {
      const made = await makeBackup({ ...given, url: place.url, withSecrets: asked.withSecrets })
      tellBackup(asked, made)
      // The backup is there; that it cannot be noted is no reason to call it failed.
      await noteBackup(dataDir, given.now).catch(() => undefined)
      await tellAuditsAt(place.url, given.now, { deed: 'backup.made', facts: { rows: String(rowsOf(made.manifest)) } }).catch(() => undefined)
    } else tellRestore(asked, await restoreBackup({ ...given, url: place.url }), config.publicUrl)
  } finally {
    await place.close()
  }
}

const rowsOf = ({ tables }: Manifest): number => Object.values(tables).reduce((sum, { rows }) => sum + rows, 0)
const factsOf = (manifest: Manifest) => ({ madeAt: manifest.madeAt, rows: rowsOf(manifest), files: manifest.files.rows, withFiles: manifest.withFiles, withSecrets: manifest.withSecrets, lost: manifest.lost })
const counted = (count: number, one: string, many: string): string => `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`
const held = (manifest: Manifest): string => `${counted(rowsOf(manifest), 'row', 'rows')} and ${manifest.withFiles ? counted(manifest.files.rows, 'file', 'files') : 'no files'}`

const BYTES_PER_MB = 1024 * 1024

function tellBackup({ json }: Asked, { path, bytes, manifest }: { path: string; bytes: number; manifest: Manifest }): void {
  if (json) { say(JSON.stringify({ path, bytes, ...factsOf(manifest) }, null, 2)); return }
  say(`${path} holds ${held(manifest)} (${(bytes / BYTES_PER_MB).toFixed(1)} MB). ${manifest.withSecrets ? 'It can open every account, so keep it where only you read it.' : 'It holds no secrets.'}`)
  if (manifest.lost.length > 0) say(`${counted(manifest.lost.length, 'file is', 'files are')} not where the database says, or not as ${manifest.lost.length === 1 ? 'it was' : 'they were'}: ${manifest.lost.join(', ')}.`)
}

function tellRestore({ json, withFiles }: Asked, { manifest, signIn }: Restored, publicUrl: string | null): void {
  const links = signIn.map((one) => ({ ...one, path: `${publicUrl ?? ''}${one.path}` }))
  if (json) { say(JSON.stringify({ ...factsOf(manifest), signIn: links }, null, 2)); return }
  say(`Restored ${held(manifest)}, as they were at ${manifest.madeAt}. Start Longhand now; what was due before that start is not sent again.`)
  if (!manifest.withFiles || !withFiles) say('The bytes of files were left out; put them where Longhand keeps its files.')
  for (const { name, workspace, path } of links) say(`${name} of ${workspace} signs in once, within a day, at ${path}`)
}

runBeside(main)
