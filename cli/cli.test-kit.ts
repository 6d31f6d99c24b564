import { fork, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync, mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { AddressInfo } from 'node:net'
import { describeOnNewest } from '#server/platform/db/db.test-kit.ts'
import { startTestApp } from '#server/app.test-kit.ts'
import type { TestApp, TestPerson } from '#server/app.test-kit.ts'
import { afterAll, beforeAll } from 'vitest'
import type { Command, Ran } from './resident.test-kit.ts'

type Given = { stdin?: string; env?: Record<string, string>; cwd?: string }
export type Home = {
  folder: string
  /** Runs a command in the process that stays with this home. */
  run(args: readonly string[], options?: Given): Promise<Ran>
  /** Runs it as its own process, as people do: for tests of exit codes, pipes and what is kept between two starts. */
  runAlone(args: readonly string[], options?: Given): Promise<Ran>
  remove(): void
}

/** The command line in a home folder of its own. */
export function makeHome(): Home {
  const folder = mkdtempSync(join(tmpdir(), 'longhand-cli-'))
  const commandOf = (args: readonly string[], { stdin = '', env = {}, cwd = folder }: Given = {}): Command => {
    const { PATH = '', NODE_COMPILE_CACHE = '' } = process.env
    return { args, stdin, cwd, env: { PATH, NODE_COMPILE_CACHE, HOME: folder, COLUMNS: '100', ...env } }
  }
  let resident: Resident | null = null
  return {
    folder,
    run: (args, options) => (resident ??= startResident(folder)).run(commandOf(args, options)),
    runAlone: (args, options) => runAlone(commandOf(args, options)),
    remove: () => {
      resident?.end()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function runAlone({ args, stdin, cwd, env }: Command): Promise<Ran> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'main.ts'), ...args], { cwd, env, stdio: ['pipe', 'pipe', 'pipe'] })
    const ran: Ran = { code: 0, out: '', said: '' }
    child.stdout.on('data', (chunk: Buffer) => { ran.out += chunk.toString() })
    child.stderr.on('data', (chunk: Buffer) => { ran.said += chunk.toString() })
    child.stdin.on('error', () => undefined)
    child.stdin.end(stdin)
    child.once('close', (code) => resolve({ ...ran, code: code ?? -1 }))
  })
}

type Resident = { run(command: Command): Promise<Ran>; end(): void }

/** Starts what `resident.test-kit.ts` describes. What a command that ends the whole process was answered is what the process said. */
function startResident(cwd: string): Resident {
  const child = fork(join(import.meta.dirname, 'resident.test-kit.ts'), { cwd, execArgv: [], stdio: ['ignore', 'pipe', 'pipe', 'ipc'] })
  const waiting = new Map<number, (ran: Ran) => void>()
  const loud: string[] = []
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => { loud.push(chunk.toString()) })
  child.on('message', ({ id, ran }: { id: number; ran: Ran }) => {
    waiting.get(id)?.(ran)
    waiting.delete(id)
  })
  child.once('close', (code) => { for (const answer of waiting.values()) answer({ code: code ?? -1, out: '', said: loud.join('') }) })
  let count = 0
  return {
    run: (command) => new Promise((resolve) => {
      const id = count += 1
      waiting.set(id, resolve)
      child.send({ id, command })
    }),
    end: () => { child.disconnect() },
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

type Settings = NonNullable<Parameters<typeof startTestApp>[1]>

async function startCliApp(on: Parameters<typeof startTestApp>[0], settings: Settings): Promise<CliApp> {
  const app = await startTestApp(on, settings)
  const url = await listen(app)
  const home = makeHome()
  return {
    app, url, home,
    as: (person, args, more = {}) => home.run(args, { ...more, env: { LONGHAND_URL: url, LONGHAND_TOKEN: person.token, ...more.env } }),
    stop: async () => { await app.stop(); home.remove() },
  }
}

/** Runs a suite with the whole app and a command line beside it, which can be used from `beforeAll` on. `settings` are asked for then. */
export function describeOnCli(name: string, suite: (cli: CliApp) => void, settings: () => Settings = () => ({})): void {
  describeOnNewest(name, (on) => {
    const cli = {} as CliApp
    beforeAll(async () => { Object.assign(cli, await startCliApp(on, settings())) })
    afterAll(() => cli.stop())
    suite(cli)
  })
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
