import { execFileSync, spawn } from 'node:child_process'
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** Takes the steps of `deploy/Dockerfile` without a container, and says what became of each. Run by `node tools/deploy-check.ts`. */
const root = dirname(import.meta.dirname)
/** A user without rights of its own, as the image has one; used where this runs as root. */
const NOBODY = 65_534
/** How long a start and a stop may take. Unit: ms. */
const READY_MS = 240_000
const GRACE_MS = 20_000
const FIRST_LOOK_MS = 200

const dockerfile = readFileSync(join(root, 'deploy/Dockerfile'), 'utf8')
const asRoot = process.getuid?.() === 0
const say = (line: string) => { process.stderr.write(`${line}\n`) }

/** What one stage copies from the checkout. */
function copiedBy(stage: string): string[] {
  return [...stage.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, from = '']) => from.split(' ')).filter((path) => path !== '.')
}

function makeTree(tree: string): void {
  const [build = '', last = ''] = dockerfile.split(/\nFROM /).slice(-2)
  for (const path of copiedBy(build)) cpSync(join(root, path), join(tree, path), { recursive: true })
  execFileSync('npm', ['ci', '--omit=dev', '--no-audit', '--no-fund'], { cwd: tree, stdio: ['ignore', 'ignore', 'inherit'] })
  say('npm ci --omit=dev: done.')
  for (const path of copiedBy(build).filter((one) => !copiedBy(last).includes(one))) rmSync(join(tree, path), { recursive: true })
  for (const path of copiedBy(last)) cpSync(join(root, path), join(tree, path), { recursive: true })
  if (existsSync(join(root, 'dist/web'))) cpSync(join(root, 'dist/web'), join(tree, 'dist/web'), { recursive: true })
  execFileSync('chmod', ['--recursive', 'a-w,a+rX', tree])
}

const statusOf = (url: string) => new Promise<number>((done) => {
  request(url, (answer) => { answer.resume(); done(answer.statusCode ?? 0) }).on('error', () => done(0)).end()
})

/** Starts it as the image does and stops it as an orchestrator does. @throws {Error} naming the step that failed */
async function tryTree(tree: string, data: string): Promise<void> {
  const user = asRoot ? { uid: NOBODY, gid: NOBODY } : {}
  const command = JSON.parse(/^ENTRYPOINT (.+)$/m.exec(dockerfile)?.[1] ?? '[]') as string[]
  const { LONGHAND_DATA: _data, DATABASE_URL: _url, ...clean } = process.env
  const child = spawn(command[0] ?? '', command.slice(1), { cwd: tree, ...user, env: { ...clean, NODE_ENV: 'production', HOME: '/nonexistent', PORT: '0', LONGHAND_DATA: data }, stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = new Promise<number | NodeJS.Signals>((done) => child.once('exit', (code, signal) => done(signal ?? code ?? 0)))
  const url = await Promise.race([
    new Promise<string>((done) => child.stdout.once('data', (line: Buffer) => done(line.toString().trim()))),
    ended.then((how) => { throw new Error(`It ended at its start: ${how}.`) }), pause(READY_MS).then(() => { throw new Error('It did not start in time.') }),
  ])
  for (let waited = 0; await statusOf(`${url}/health/ready`) !== 200; waited += FIRST_LOOK_MS) {
    if (waited > READY_MS) throw new Error('It was never ready.')
    await pause(FIRST_LOOK_MS)
  }
  say(`/health/ready: 200, as user ${asRoot ? NOBODY : process.getuid?.()} on a tree that nobody may write.`)
  if (await statusOf(`${url}/api/v1/start`) !== 200) throw new Error('The API does not answer.')
  child.kill('SIGTERM')
  const how = await Promise.race([ended, pause(GRACE_MS).then(() => 'still running')])
  if (how !== 0) throw new Error(`SIGTERM: ${how}.`)
  say('SIGTERM: ended in order within the grace time.')
}

const folder = mkdtempSync(join(tmpdir(), 'longhand-deploy-'))
try {
  const [tree, data] = [join(folder, 'tree'), join(folder, 'data')]
  mkdirSync(tree)
  mkdirSync(data, { mode: 0o700 })
  chmodSync(folder, 0o711)
  if (asRoot) chownSync(data, NOBODY, NOBODY)
  makeTree(tree)
  await tryTree(tree, data)
  say('What the image does works.')
} finally {
  execFileSync('chmod', ['--recursive', 'u+w', folder])
  rmSync(folder, { recursive: true, force: true })
}
