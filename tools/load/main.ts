import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { openWorkspace } from '#tools/bench/workspace.ts'
import { runLoad } from './run.ts'
import { partOf } from './report.ts'

const USAGE = `npm run load -- [--minutes 30] [--entries 1000000] [--streams 1000] [--rate 100] [--data FOLDER] [--out docs/benchmarks-load.md]
  --minutes  how long the load lasts
  --rate     requests a second, of which a tenth write; overload is ten times that for half a minute
  --data     a folder in which filled data stay for the next run
  --out      the page that is written; - only prints it`
const root = resolve(import.meta.dirname, '../..')

function options() {
  const { values } = parseArgs({ options: {
    minutes: { type: 'string', default: '30' }, entries: { type: 'string', default: '1000000' }, streams: { type: 'string', default: '1000' }, rate: { type: 'string', default: '100' }, data: { type: 'string' }, out: { type: 'string', default: join(root, 'docs/benchmarks-load.md') },
  } })
  const [minutes = 0, entries = 0, streams = 0, rate = 0] = [values.minutes, values.entries, values.streams, values.rate].map(Number)
  if (minutes > 0 && entries >= 200 && streams >= 0 && rate > 0) return { minutes, entries, streams, rate, keptIn: values.data, out: values.out }
  console.error(USAGE)
  return process.exit(2)
}

const { keptIn, out, ...wanted } = options()
const [before = 0] = loadavg()
const workspace = await openWorkspace(wanted.entries, keptIn)
try {
  const figures = await runLoad(workspace, wanted)
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: root, encoding: 'utf8' }).trim()
  const page = partOf(figures, { ...wanted, commit, date: new Date().toISOString().slice(0, 10), before, cores: readFileSync('/proc/cpuinfo', 'utf8').match(/^processor/gm)?.length ?? 0 })
  console.log(page)
  if (out !== '-') writeFileSync(out, page)
} finally {
  await workspace.close()
}
