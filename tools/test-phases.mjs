import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { nodeOf, toolEnv } from './install.mjs'

const ROOMS = ['domain', 'contract', 'server', 'web', 'cli', 'demo', 'tools']
const VITEST = 'node_modules/vitest/vitest.mjs'

/** Runs one program on our Node and shows what it says. True when it succeeded. */
function succeeds(root, script, args = []) {
  const result = spawnSync(nodeOf(root), [join(root, script), ...args],
    { cwd: root, env: toolEnv(root), stdio: ['ignore', 'inherit', 'inherit'] })
  return result.status === 0
}

const oneCheck = (ok) => ({ passed: ok ? 1 : 0, failed: ok ? 0 : 1 })
const noCheck = { passed: 0, failed: 0 }

function sources(root, room, pattern) {
  if (!existsSync(join(root, room))) return []
  return readdirSync(join(root, room), { recursive: true }).filter((file) => pattern.test(file) && !file.includes('node_modules'))
}

/** How many projects are compiled at once; each in one thread, since threads of one compiler repeat each other's work. */
const COMPILERS = 2

/** Compiles one project and shows what it says when it is done, so that two at once do not talk over each other. */
function fits(root, project) {
  const compiler = spawn(nodeOf(root), [join(root, 'node_modules/typescript/bin/tsc'), '--singleThreaded', '-p', project],
    { cwd: root, env: toolEnv(root), stdio: ['ignore', 'pipe', 'inherit'] })
  const said = []
  compiler.stdout.on('data', (part) => said.push(part))
  return new Promise((done) => compiler.once('close', (code) => {
    process.stdout.write(Buffer.concat(said))
    done(code === 0)
  }))
}

/** One TypeScript project per room, so that domain compiles without ambient types; and one of all tests. */
async function types(root, say) {
  const rooms = ROOMS.filter((room) => sources(root, room, /(?<!\.test)\.tsx?$/).length > 0)
  const tests = ROOMS.some((room) => sources(root, room, /\.test\.tsx?$/).length > 0)
  // The tests take longest, so they begin.
  const waiting = [...(tests ? ['tsconfig.tests.json'] : []), ...rooms.map((room) => `${room}/tsconfig.json`)]
  const wrong = []
  const compile = async () => {
    for (let project = waiting.shift(); project !== undefined; project = waiting.shift()) if (!await fits(root, project)) wrong.push(project)
  }
  await Promise.all(Array.from({ length: COMPILERS }, compile))
  for (const project of wrong) say(`   Types do not fit in ${project}.`)
  return oneCheck(wrong.length === 0)
}

/** What each file of a vitest project counts, or of those that are named; `stray` are errors outside of all tests. */
function vitest(root, project, files = []) {
  const folder = mkdtempSync(join(tmpdir(), 'longhand-test-'))
  const report = join(folder, 'report.json')
  const { status } = spawnSync(nodeOf(root), [join(root, VITEST), 'run', ...files, '--project', project, '--passWithNoTests',
    '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
  { cwd: root, env: { ...toolEnv(root), NO_COLOR: '1' }, stdio: ['ignore', 'inherit', 'inherit'] })
  const counts = existsSync(report) ? readCounts(root, report) : new Map()
  rmSync(folder, { recursive: true, force: true })
  return { counts, stray: status !== 0 && failing(counts).length === 0 ? 1 : 0 }
}

/** A file that fails to load counts as one failure. */
function readCounts(root, report) {
  return new Map(JSON.parse(readFileSync(report, 'utf8')).testResults.map(({ name, status, assertionResults }) => {
    const count = (wanted) => assertionResults.filter((one) => one.status === wanted).length
    const failed = count('failed')
    return [relative(root, name), { passed: count('passed'), failed: failed === 0 && status === 'failed' ? 1 : failed }]
  }))
}

const failing = (counts) => [...counts].filter(([, { failed }]) => failed > 0).map(([file]) => file)
const sum = (counts, key) => [...counts.values()].reduce((all, one) => all + one[key], 0)

/** A vitest project, and what its tests count. */
const suite = (project) => (root) => {
  const { counts, stray } = vitest(root, project)
  return { passed: sum(counts, 'passed'), failed: sum(counts, 'failed') + stray }
}

/** More files than these do not fail by chance. */
const AGAIN_AT_MOST = 2

/**
 * A vitest project in which a file that fails is run once more, whole and alone, and is named where that passes.
 * @see docs/decisions/0038-browser-tests-twice.md
 */
const suiteWithSecondTry = (project) => (root, say) => {
  const { counts, stray } = vitest(root, project)
  const again = failing(counts)
  if (stray > 0 || again.length === 0 || again.length > AGAIN_AT_MOST) return { passed: sum(counts, 'passed'), failed: sum(counts, 'failed') + stray }
  say(`   Once more, alone: ${again.join(', ')}`)
  const second = vitest(root, project, again)
  for (const file of again) {
    const now = second.counts.get(file) ?? { passed: 0, failed: 1 }
    counts.set(file, now)
    if (now.failed === 0) say(`   Passed only the second time, so find out why: ${file}`)
  }
  return { passed: sum(counts, 'passed'), failed: sum(counts, 'failed') + second.stray }
}

/** A check that has nothing to look at yet counts as nothing, not as passed. */
const once = (subject, script, args) => (root) =>
  existsSync(join(root, subject)) ? oneCheck(succeeds(root, script, args)) : noCheck

/** The phases of `npm test` in the order they run: the quick ones first. */
export const PHASES = [
  { name: 'types', what: 'strict types, one project per room', run: types },
  { name: 'lint', what: 'lint, with the lock on clock and chance', run: once('.oxlintrc.json', 'node_modules/oxlint/bin/oxlint', ['--deny-warnings']) },
  { name: 'rooms', what: 'who may import whom', run: once('tools/room-check.ts', 'tools/room-check.ts') },
  { name: 'dead', what: 'dead code and unused dependencies', run: once('knip.json', 'node_modules/knip/bin/knip.js') },
  { name: 'unit', what: 'rules and other pure parts', run: suite('unit') },
  { name: 'twin', what: 'second, naive implementations that must agree', run: suite('twin') },
  { name: 'db', what: 'SQL on the embedded PostgreSQL 18 and on the system PostgreSQL 15', needsSystem: true, run: suite('db') },
  { name: 'build', what: 'the web builds', run: once('web/index.html', 'tools/build-web.mjs') },
  { name: 'journeys', what: 'the whole app with a moved clock', needsSystem: true, run: suite('journey') },
  { name: 'browser', what: 'the app in real Chromium', needsSystem: true, run: suiteWithSecondTry('browser') },
  { name: 'openapi', what: 'the description of the API', run: once('contract/openapi.ts', 'tools/openapi-lint.ts') },
  { name: 'size', what: 'JavaScript of the first page', run: once('dist/web/.vite/manifest.json', 'tools/size.mjs') },
]
