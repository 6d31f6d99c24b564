import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync, mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { AddressInfo } from 'node:net'
import { startTestApp } from '#server/test-app.ts'
import type { TestApp, TestPerson } from '#server/test-app.ts'

export type Ran = { code: number; out: string; said: string }
export type Home = { folder: string; run(args: string[], options?: { stdin?: string; env?: Record<string, string>; cwd?: string }): Promise<Ran>; remove(): void }

/** The real command line as its own process, in a home folder of its own. */
export function makeHome(): Home {
  const folder = mkdtempSync(join(tmpdir(), 'longhand-cli-'))
  const main = join(import.meta.dirname, 'main.ts')
  const { PATH, NODE_COMPILE_CACHE } = process.env
  return {
    folder,
    run: (args, { stdin, env = {}, cwd = folder } = {}) => new Promise((resolve) => {
      const child = spawn(process.execPath, [main, ...args], { cwd, env: { PATH, NODE_COMPILE_CACHE, HOME: folder, COLUMNS: '100', ...env }, stdio: ['pipe', 'pipe', 'pipe'] })
      const ran: Ran = { code: 0, out: '', said: '' }
      child.stdout.on('data', (chunk: Buffer) => { ran.out += chunk.toString() })
      child.stderr.on('data', (chunk: Buffer) => { ran.said += chunk.toString() })
      child.stdin.on('error', () => undefined)
      child.stdin.end(stdin ?? '')
      child.once('close', (code) => resolve({ ...ran, code: code ?? -1 }))
    }),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** Opens a socket for a test server. @returns its address */
export async function listen(app: TestApp): Promise<string> {
  await app.app.http.listen({ host: '127.0.0.1', port: 0 })
  return `http://127.0.0.1:${(app.app.http.server.address() as AddressInfo).port}`
}

/** The whole app on a suite's database, and a command line beside it. */
export type CliApp = {
  app: TestApp; url: string; home: Home
  /** Runs it as somebody who is signed in. */
  as(person: TestPerson, args: readonly string[], options?: Parameters<Home['run']>[1]): Promise<Ran>
  stop(): Promise<void>
}

export async function startCliApp(on: Parameters<typeof startTestApp>[0], options?: Parameters<typeof startTestApp>[1]): Promise<CliApp> {
  const app = await startTestApp(on, options)
  const url = await listen(app)
  const home = makeHome()
  return {
    app, url, home,
    as: (person, args, more = {}) => home.run([...args], { ...more, env: { LONGHAND_URL: url, LONGHAND_TOKEN: person.token, ...more.env } }),
    stop: async () => { await app.stop(); home.remove() },
  }
}

export type TestCommit = { by: string; at: string; subject: string; files: string[]; branch?: string }

/** A real repository with commits of several people, on several branches. */
export function makeRepository(folder: string, commits: readonly TestCommit[]): void {
  mkdirSync(folder, { recursive: true })
  const git = (args: string[], env: Record<string, string> = {}) => {
    const { status, stderr } = spawnSync('git', ['-C', folder, ...args], { encoding: 'utf8', env: { PATH: process.env['PATH'], HOME: folder, GIT_CONFIG_NOSYSTEM: '1', ...env } })
    if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`)
  }
  git(['init', '--quiet', '--initial-branch=main'])
  for (const [index, commit] of commits.entries()) {
    const known = spawnSync('git', ['-C', folder, 'rev-parse', '--verify', '--quiet', commit.branch ?? 'main']).status === 0
    if (index > 0) git(['checkout', '--quiet', ...(known ? [] : ['-b']), commit.branch ?? 'main'])
    for (const file of commit.files) {
      mkdirSync(dirname(join(folder, file)), { recursive: true })
      writeFileSync(join(folder, file), `${index}\n`)
    }
    git(['add', '--all'])
    git(['commit', '--quiet', '--message', commit.subject], {
      GIT_AUTHOR_NAME: 'Somebody', GIT_AUTHOR_EMAIL: commit.by, GIT_COMMITTER_NAME: 'Somebody', GIT_COMMITTER_EMAIL: commit.by, GIT_AUTHOR_DATE: commit.at, GIT_COMMITTER_DATE: commit.at,
    })
  }
}
