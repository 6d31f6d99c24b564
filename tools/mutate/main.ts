import { globSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { mutantsOf, rightsOf, sampleOf } from './mutants.ts'
import type { Mutant } from './mutants.ts'
import { isPure, relatedTests } from './related.ts'
import { openRunner } from './runner.ts'
import type { Runner } from './runner.ts'

const USAGE = `npm run mutate -- domain/asks              every small fault of a folder or file of domain: does a test notice?
npm run mutate -- domain/asks --sample 60  so many of them, spread evenly
npm run mutate -- rights [server/asks]     each check of a right taken out in turn
  --keep FILE   writes what was found as JSON, one line each
  --all         shows those that were noticed too`
const root = join(import.meta.dirname, '../..')

type Verdict = Mutant & { noticed: boolean }

const sourcesBelow = (path: string): string[] => (statSync(join(root, path)).isFile() ? [path] : globSync(`${path}/**/*.ts`, { cwd: root }))
  .filter((file) => !/\.test\.|test-kit|permission-rows/.test(file)).toSorted()
const mutantsBelow = (path: string, find: typeof mutantsOf): Mutant[] => sourcesBelow(path).flatMap((file) => find(file, readFileSync(join(root, file), 'utf8')))

const DATABASE = 'server/permissions/matrix.db.test.ts'

/** The operations that a room of the server answers, by the beginnings of their names; its own file of rows says them. */
function roomsRows(file: string): RegExp | null {
  const room = /^server\/([\w-]+)\//.exec(file)?.[1] ?? ''
  try {
    const names = [...readFileSync(join(root, `contract/${room}.ts`), 'utf8').matchAll(/name: '([\w-]+)\.[\w-]+'/g)].map(([, name]) => name)
    return names.length === 0 ? null : new RegExp(`(?:${[...new Set(names)].join('|')})\\.[\\w-]+: `)
  } catch { return null }
}

/** The tests that may notice a right that is gone, cheapest first. */
async function noticesRight(runner: Runner, mutant: Mutant): Promise<boolean> {
  const room = /^server\/([\w-]+)\//.exec(mutant.file)?.[1] ?? ''
  const rows = roomsRows(mutant.file)
  if (rows && !await runner.passes([DATABASE], mutant, rows)) return true
  const own = globSync(`server/${room}/**/*.{db,journey}.test.ts`, { cwd: root })
  for (const file of own) if (!await runner.passes([file], mutant)) return true
  if (!await runner.passes([DATABASE], mutant, /: /)) return true
  for (const file of globSync('server/past/*.db.test.ts', { cwd: root })) if (!await runner.passes([file], mutant)) return true
  return false
}

/** The tests pass as the code is, and fail with a file that can not be loaded: otherwise no verdict below would mean anything. */
async function provesItself(runner: Runner, all: readonly Mutant[], testsOf: (file: string) => string[], rights: boolean): Promise<void> {
  const first = rights ? all[0] : all.find(({ file }) => testsOf(file).some(isPure))
  if (!first) throw new Error('There is nothing to take out here.')
  const files = rights ? [DATABASE] : testsOf(first.file).filter(isPure)
  const broken: Mutant = { ...first, start: 0, end: 0, text: 'throw new Error(\'broken on purpose\')\n' }
  if (!await runner.passes(files, null, rights ? roomsRows(first.file) ?? undefined : undefined)) throw new Error(`${files.join(', ')} fail before anything is taken out.`)
  if (await runner.passes(files, broken)) throw new Error(`${files.join(', ')} do not see a file that is broken.`)
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { sample: { type: 'string' }, keep: { type: 'string' }, all: { type: 'boolean', default: false } } })
  const [what, ...where] = positionals
  if (what === undefined) { console.error(USAGE); process.exit(2) }
  const rights = what === 'rights'
  const paths = rights ? (where.length > 0 ? where : ['server']) : positionals
  const all = paths.flatMap((path) => mutantsBelow(path, rights ? rightsOf : mutantsOf))
  const chosen = sampleOf(all, Number(values.sample ?? all.length))
  const runner = await openRunner(root, rights)
  const testsOf = relatedTests(root)
  await provesItself(runner, chosen, testsOf, rights)
  const found: Verdict[] = []
  for (const mutant of chosen) {
    const noticed = rights ? await noticesRight(runner, mutant) : !await runner.passes(testsOf(mutant.file).filter(isPure), mutant)
    found.push({ ...mutant, noticed })
    if (!noticed || values.all) console.log(`${noticed ? 'noticed' : 'MISSED '}  ${mutant.file}:${mutant.line}  ${mutant.kind}  ${readFileSync(join(root, mutant.file), 'utf8').slice(mutant.start, mutant.end).slice(0, 80).replaceAll('\n', ' ')}  →  ${mutant.text.slice(0, 80).replaceAll('\n', ' ')}`)
    if (values.keep !== undefined) writeFileSync(values.keep, `${JSON.stringify(found.at(-1))}\n`, { flag: 'a' })
  }
  await runner.close()
  const noticed = found.filter((one) => one.noticed).length
  console.log(`${paths.join(', ')}: ${noticed} of ${found.length} noticed (${(100 * noticed / Math.max(1, found.length)).toFixed(1)} %)${chosen.length < all.length ? `, of ${all.length} that there are` : ''}`)
}

await main()
