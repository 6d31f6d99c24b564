import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** Runs the commands of the guides that stand below `<!-- walk -->`, each guide in a scratch folder beside a server of its own. */
const root = dirname(import.meta.dirname)
const GUIDES = process.argv.length > 2 ? process.argv.slice(2) : ['deploy', 'backup', 'upgrade', 'observability']
/** How long a start may take, on a machine that does other things as well. Unit: ms. */
const START_MS = 240_000

const blocksOf = (guide: string): string[] =>
  [...readFileSync(join(root, `docs/guides/${guide}.md`), 'utf8').matchAll(/<!-- walk -->\n```sh\n([\s\S]*?)```/g)].map(([, commands = '']) => commands)

type Server = { url: string; stop(): Promise<void> }

async function start(data: string): Promise<Server> {
  const { DATABASE_URL: _url, ...clean } = process.env
  const child = spawn(process.execPath, [join(root, 'server/main.ts')], { env: { ...clean, LONGHAND_DATA: data, PORT: '0' }, stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = new Promise<void>((done) => child.once('exit', () => done()))
  const url = await new Promise<string>((done, failed) => {
    child.stdout.once('data', (line: Buffer) => done(line.toString().trim()))
    child.once('exit', () => failed(new Error('The server did not start.')))
    setTimeout(() => {
      child.kill('SIGTERM')
      failed(new Error('The server took too long to start.'))
    }, START_MS).unref()
  })
  return { url, stop: () => { child.kill('SIGTERM'); return ended } }
}

/** @returns how many blocks of a guide failed */
async function walk(guide: string): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), `longhand-walk-${guide}-`))
  chmodSync(folder, 0o711)
  mkdirSync(join(folder, 'bin'))
  symlinkSync(join(root, 'longhand'), join(folder, 'bin/longhand'))
  const server = await start(join(folder, 'data'))
  try {
    const env = { ...process.env, PATH: `${join(folder, 'bin')}:${process.env['PATH'] ?? ''}`, LONGHAND_DATA: join(folder, 'data'), LONGHAND_URL: server.url }
    return blocksOf(guide).filter((commands) => {
      const { status, stderr } = spawnSync('sh', ['-eu', '-c', commands], { cwd: folder, env, encoding: 'utf8' })
      process.stderr.write(`${status === 0 ? 'walked' : 'FAILED'} ${guide}: ${commands.trim().split('\n').join(' · ')}\n${status === 0 ? '' : stderr}`)
      return status !== 0
    }).length
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

for (const guide of GUIDES) if (await walk(guide) > 0) process.exitCode = 1
