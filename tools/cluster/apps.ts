import { cpSync, existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { PORTS, pooledUrl, replicaUrl, sessionUrl } from './front.ts'
import { start, until } from './processes.ts'
import type { Running } from './processes.ts'

const ROOT = resolve(import.meta.dirname, '../..')
/** What the server is made of. A copy stays as it is, whatever is written in the checkout meanwhile. */
const ROOMS = ['server', 'contract', 'domain', 'demo', 'package.json']
/** How long a stopping process goes on answering: longer than the front takes to notice, which looks every half second. Unit: s. */
const LEAVE_S = 2
const START_MS = 60_000

export type App = { index: number; url: string; process: Running }
type Given = { folder: string; version: string; smtp: string }

/** A version of the app that lies beside the others; with migrations of its own, it is a newer one. */
export function layVersion(folder: string, name: string, migrations: Readonly<Record<string, string>> = {}): string {
  const to = join(folder, name)
  mkdirSync(to)
  for (const room of ROOMS) if (existsSync(join(ROOT, room))) cpSync(join(ROOT, room), join(to, room), { recursive: true })
  symlinkSync(join(ROOT, 'node_modules'), join(to, 'node_modules'))
  for (const [file, sql] of Object.entries(migrations)) writeFileSync(join(to, 'server/platform/db/migrations', file), sql)
  return to
}

/** Starts one process of the app and waits until it accepts. */
export async function startApp(index: number, { folder, version, smtp }: Given): Promise<App> {
  const port = PORTS.firstApp + index
  const url = `http://127.0.0.1:${port}`
  const running = start({
    name: `app ${index + 1}`, log: join(folder, `app-${index + 1}.log`), command: [process.execPath, '--max-semi-space-size=16', '--max-old-space-size=768', join(version, 'server/main.ts')],
    env: {
      DATABASE_URL: pooledUrl, DATABASE_SESSION_URL: sessionUrl, DATABASE_REPLICA_URL: replicaUrl, PORT: String(port), PUBLIC_URL: `http://127.0.0.1:${PORTS.web}`, LONGHAND_DATA: join(folder, 'app-data'),
      SMTP_URL: smtp, MAIL_FROM: 'Longhand <longhand@example.com>', LONGHAND_LEAVE_S: String(LEAVE_S), LONGHAND_UPGRADE_BACKUP: 'off', LONGHAND_WRITES_PER_MINUTE: '1000000', MALLOC_ARENA_MAX: '2', NODE_COMPILE_CACHE: join(folder, 'compiled'),
    },
  })
  await until(`app ${index + 1} accepts`, async () => (await fetch(`${url}/health/accepting`)).ok, START_MS)
  return { index, url, process: running }
}
