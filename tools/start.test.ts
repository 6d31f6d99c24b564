import { execFile, spawn, spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { lockData } from '#server/platform/db/data-lock.ts'

const root = dirname(import.meta.dirname)
/** Starting several processes on a small, busy machine. Unit: ms. */
const SLOW_MS = 60_000

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'longhand-start-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('npm start on data that another Longhand owns', () => {
  test.each([
    ['the workspace', '', []],
    ['the demo', 'demo', ['--demo']],
  ])('says so in one sentence and touches nothing of %s', (_why, below, args) => {
    const lock = lockData(join(folder, below))
    lock.setUrl('http://127.0.0.1:7400')
    const { status, stderr, stdout } = spawnSync(process.execPath, [join(root, 'tools/start.mjs'), ...args],
      { env: { ...process.env, LONGHAND_DATA: folder, DATABASE_URL: '' }, encoding: 'utf8' })
    lock.release()
    expect({ status, stderr, stdout }).toEqual({ status: 1, stdout: '', stderr: `Longhand is already running on ${join(folder, below)}. Open http://127.0.0.1:7400.\n` })
    expect(readdirSync(folder)).toEqual([below === '' ? 'lock' : below])
  }, SLOW_MS)
})

type Checkout = {
  run(): ReturnType<typeof spawnSync>
  start(): ReturnType<typeof spawn>
  /** Runs as `run` does, beside others. */
  beside(): Promise<{ status: number | null; stdout: string; stderr: string }>
  test(...phases: string[]): ReturnType<typeof spawnSync>
  installs(): number
}

/** A checkout whose server only says how it was started and ended, with a stand-in for npm that counts its runs. */
function smallCheckout({ npmFails = false, takesMs = 0 } = {}): Checkout {
  for (const name of ['alone.mjs', 'install.mjs', 'build-web.mjs', 'start.mjs', 'test.mjs', 'test-phases.mjs', 'system-packages.mjs', 'check-data.ts']) {
    mkdirSync(join(folder, 'tools'), { recursive: true })
    writeFileSync(join(folder, 'tools', name), name === 'check-data.ts' ? '' : readFileSync(join(root, 'tools', name)))
  }
  mkdirSync(join(folder, 'server'))
  writeFileSync(join(folder, 'server', 'node-options.json'), readFileSync(join(root, 'server', 'node-options.json')))
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}')
  writeFileSync(join(folder, 'package-lock.json'), '{"version":1}')
  writeFileSync(join(folder, 'server', 'main.ts'), `
    if (process.argv.includes('--stay')) { setInterval(() => undefined, 1000); let told = 0; process.on('SIGTERM', () => { if (told++) process.exit(1); setTimeout(() => { console.log('ended in order'); process.exit(7) }, 200) }) }
    console.log('started', ...process.argv.slice(2))`)
  const npm = join(folder, 'npm.mjs')
  writeFileSync(npm, `import { appendFileSync, mkdirSync, symlinkSync, rmSync } from 'node:fs'
    appendFileSync('installs', '.'); if (${npmFails}) process.exit(1)
    rmSync('node_modules', { recursive: true, force: true }); Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ${takesMs}); mkdirSync('node_modules/.bin', { recursive: true }); symlinkSync(${JSON.stringify(process.execPath)}, 'node_modules/.bin/node')`)
  chmodSync(npm, 0o755)
  const env = { ...process.env, npm_execpath: npm }
  return {
    run: () => spawnSync(process.execPath, [join(folder, 'tools/start.mjs'), '--demo'], { cwd: folder, env, encoding: 'utf8' }),
    test: (...phases) => spawnSync(process.execPath, [join(folder, 'tools/test.mjs'), ...phases], { cwd: folder, env, encoding: 'utf8' }),
    installs: () => existsSync(join(folder, 'installs')) ? readFileSync(join(folder, 'installs'), 'utf8').length : 0,
    beside: () => new Promise((done) => {
      const child = execFile(process.execPath, [join(folder, 'tools/start.mjs'), '--demo'], { cwd: folder, env }, (_error, stdout, stderr) => done({ status: child.exitCode, stdout, stderr }))
    }),
    start: () => spawn(process.execPath, [join(folder, 'tools/start.mjs'), '--stay'], { cwd: folder, env, stdio: ['ignore', 'pipe', 'ignore'], detached: true }),
  }
}

describe('npm start', () => {
  test('installs once, passes its arguments on, and installs again when the lockfile changes', () => {
    const checkout = smallCheckout()
    expect(checkout.run()).toMatchObject({ status: 0, stdout: 'started --demo\n' })
    checkout.run()
    expect(checkout.installs()).toBe(1)
    writeFileSync(join(folder, 'package-lock.json'), '{"version":2}')
    checkout.run()
    expect(checkout.installs()).toBe(2)
  }, SLOW_MS)

  test('twice at once installs once: the second waits for the first and says so', async () => {
    const checkout = smallCheckout({ takesMs: 3000 })
    const both = await Promise.all([checkout.beside(), checkout.beside()])
    expect(both).toMatchObject([{ status: 0, stdout: 'started --demo\n' }, { status: 0, stdout: 'started --demo\n' }])
    expect(both.filter(({ stderr }) => stderr.includes('Another start is preparing Longhand here; waiting until it has.'))).toHaveLength(1)
    expect(checkout.installs()).toBe(1)
    expect(existsSync(join(folder, '.longhand-preparing'))).toBe(false)
  }, SLOW_MS)

  test('does not wait for one that was killed while it installed', () => {
    const checkout = smallCheckout()
    writeFileSync(join(folder, '.longhand-preparing'), String(spawnSync('true').pid))
    expect(checkout.run()).toMatchObject({ status: 0, stdout: 'started --demo\n' })
  }, SLOW_MS)

  test('says in words when npm fails, and tries again the next time', () => {
    const checkout = smallCheckout({ npmFails: true })
    expect(checkout.run()).toMatchObject({ status: 1, stderr: expect.stringContaining('npm could not install what Longhand needs.') })
    checkout.run()
    expect(checkout.installs()).toBe(2)
  }, SLOW_MS)

  test.each([['to it alone', false], ['to all that it began, as a terminal and npm do, and twice', true]])('passes signals on once and ends as the server ends, when one is sent %s', async (_whom, group) => {
    const child = smallCheckout().start()
    let said = ''
    const ended = new Promise<number | null>((done) => child.once('exit', done))
    await new Promise<void>((done) => child.stdout?.on('data', (data: Buffer) => {
      said += data.toString()
      if (said.includes('started')) done()
    }))
    for (let times = 0; times < (group ? 2 : 1); times += 1) process.kill(group ? -(child.pid ?? 0) : child.pid ?? 0, 'SIGTERM')
    expect(await ended).toBe(7)
    expect(said).toContain('ended in order')
  }, SLOW_MS)
})

describe('npm test', () => {
  test('names the phases when it is asked for one that there is not', () => {
    const { status, stderr } = spawnSync(process.execPath, [join(root, 'tools/test.mjs'), 'units'], { encoding: 'utf8' })
    expect(status).toBe(2)
    expect(stderr).toContain('There is no test phase called units. The phases are: types, lint')
  }, SLOW_MS)

  test('ends with the sum alone on its last line, and fails when nothing was tested', () => {
    const { status, stdout } = smallCheckout().test('lint', 'rooms')
    expect(String(stdout).trimEnd().split('\n').at(-1)).toBe('0 passed, 0 failed')
    expect(status).toBe(1)
  }, SLOW_MS)

  test('counts a phase that can not run as failed and goes on', () => {
    const checkout = smallCheckout()
    writeFileSync(join(folder, '.oxlintrc.json'), '{}')
    const { status, stdout } = checkout.test('lint', 'unit')
    expect(String(stdout).trimEnd().split('\n').at(-1)).toBe('0 passed, 2 failed')
    expect(status).toBe(1)
  }, SLOW_MS)

  describe('in the browser', () => {
    /** A stand-in for vitest: what its files fail, run by run. */
    const withRuns = (...runs: Record<string, readonly ('passed' | 'failed')[]>[]) => {
      const checkout = smallCheckout()
      checkout.run()
      mkdirSync(join(folder, 'node_modules/vitest'), { recursive: true })
      writeFileSync(join(folder, 'node_modules/vitest/vitest.mjs'), `
        import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
        appendFileSync('runs', process.argv.slice(3, process.argv.indexOf('--project')).join(' ') + '\\n')
        const files = ${JSON.stringify(runs)}[readFileSync('runs', 'utf8').split('\\n').length - 2]
        const testResults = Object.entries(files).map(([name, tests]) => ({ name: process.cwd() + '/' + name, status: tests.includes('failed') ? 'failed' : 'passed', assertionResults: tests.map((status) => ({ status })) }))
        writeFileSync(process.argv.find((one) => one.startsWith('--outputFile.json=')).split('=')[1], JSON.stringify({ testResults }))
        process.exitCode = testResults.some(({ status }) => status === 'failed') ? 1 : 0`)
      const { status, stdout } = checkout.test('browser')
      return { status, last: String(stdout).trimEnd().split('\n').at(-1), again: readFileSync(join(folder, 'runs'), 'utf8').trimEnd().split('\n').slice(1), named: /second time, so find out why: (.*)/.exec(String(stdout))?.[1] }
    }
    const [ONE, TWO, THREE] = ['web/one.browser.test.ts', 'web/two.browser.test.ts', 'web/three.browser.test.ts'] as const

    test.each<[string, Parameters<typeof withRuns>, ReturnType<typeof withRuns>]>([
      ['nothing is run again where all pass', [{ [ONE]: ['passed', 'passed'] }], { status: 0, last: '2 passed, 0 failed', again: [], named: undefined }],
      ['a file that fails is run again alone, and named where it passes', [{ [ONE]: ['passed'], [TWO]: ['failed', 'passed'] }, { [TWO]: ['passed', 'passed'] }],
        { status: 0, last: '3 passed, 0 failed', again: [TWO], named: TWO }],
      ['a file that fails twice fails', [{ [ONE]: ['passed'], [TWO]: ['failed', 'passed'] }, { [TWO]: ['failed', 'passed'] }], { status: 1, last: '2 passed, 1 failed', again: [TWO], named: undefined }],
      ['three files do not fail by chance', [{ [ONE]: ['failed'], [TWO]: ['failed'], [THREE]: ['failed'] }], { status: 1, last: '0 passed, 3 failed', again: [], named: undefined }],
    ])('%s', (_what, runs, expected) => expect(withRuns(...runs)).toEqual(expected), SLOW_MS)
  })
})
