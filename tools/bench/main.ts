import { execFileSync, spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { benchAnswers } from './answers.ts'
import { benchClarity } from './clarity.ts'
import { benchFeel } from './feel.ts'
import { measure } from './measure.ts'
import { pageOf, type Whole } from './report.ts'
import { benchSearch } from './search.ts'

const USAGE = `npm run bench -- [--entries 10000,100000,1000000] [--requests 500] [--quick] [--data FOLDER] [--out docs/benchmarks.md]
  --entries  how long the past is, in entries, one run for each
  --data     a folder in which filled data stay for the next run
  --only     measures operations whose name holds this
  --requests how many requests each series has
  --quick    fewer requests: rough figures in seconds
  --out      the page that is written; - only prints it
npm run bench -- feel [--threads 2000]
  what opening and sending feel like in Chromium
npm run bench -- clarity [--corpus FOLDER] [--out docs/benchmarks-writing.md]
  --corpus   the folder that holds A-clarity/clarity.jsonl, unless LONGHAND_CORPUS says it
npm run bench -- search [--corpus FOLDER] [--entries 100000] [--out docs/benchmarks-search.md]
npm run bench -- answers [--corpus FOLDER] [--quick] [--out docs/benchmarks-search.md]
  --quick    without the titles and the documents that are away`
/** Requests of each series. */
const REQUESTS = 500
const REQUESTS_QUICK = 20
const root = resolve(import.meta.dirname, '../..')

function options() {
  const { values } = parseArgs({ options: {
    entries: { type: 'string', default: '10000,100000,1000000' }, data: { type: 'string' }, only: { type: 'string' }, requests: { type: 'string', default: String(REQUESTS) }, quick: { type: 'boolean', default: false }, out: { type: 'string', default: join(root, 'docs/benchmarks.md') }, help: { type: 'boolean', default: false },
  } })
  const sizes = values.entries.split(',').map(Number)
  const requests = values.quick ? REQUESTS_QUICK : Number(values.requests)
  if (values.help || !(requests >= 1) || sizes.some((size) => !Number.isInteger(size) || size < 200)) {
    console.error(USAGE)
    process.exit(values.help ? 0 : 2)
  }
  return { sizes, wanted: { requests, keptIn: values.data, only: values.only }, out: values.out }
}

/** The last line that the size check prints. */
function firstPage(): Whole['firstPage'] {
  const { stdout } = spawnSync(process.execPath, [join(root, 'tools/size.mjs')], { encoding: 'utf8' })
  const [, kB, budgetKB] = /([\d.]+) kB\s+of ([\d.]+) kB/.exec(stdout) ?? []
  return kB === undefined || budgetKB === undefined ? null : { kB: Number(kB), budgetKB: Number(budgetKB) }
}

async function main(): Promise<void> {
  const { sizes, wanted, out } = options()
  const [load = 0] = loadavg()
  const figures: Whole['figures'] = []
  for (const size of sizes) {
    console.error(`Measuring ${size.toLocaleString('en')} entries …`)
    figures.push(await measure(size, wanted))
  }
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: root, encoding: 'utf8' }).trim()
  const page = pageOf({ figures, firstPage: firstPage(), versions: [`Longhand ${commit}`, `Node ${process.versions.node}`, 'PostgreSQL 18 (embedded)'], date: new Date().toISOString().slice(0, 10), requests: wanted.requests, load })
  console.log(page)
  if (out !== '-') writeFileSync(out, page)
}

if (process.argv[2] === 'clarity') benchClarity(process.argv.slice(3))
else if (process.argv[2] === 'search') await benchSearch(process.argv.slice(3))
else if (process.argv[2] === 'answers') await benchAnswers(process.argv.slice(3))
else if (process.argv[2] === 'feel') await benchFeel(process.argv.slice(3))
else await main()
