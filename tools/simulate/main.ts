import { chmod, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { parseArgs } from 'node:util'
import { startEmbedded } from '#server/platform/db/embedded.ts'
import { live } from '#server/simulation/live.test-kit.ts'
import type { Lived } from '#server/simulation/live.test-kit.ts'
import { temporaryData } from '#server/server.test-kit.ts'

const USAGE = `npm run simulate -- [--seed 7] [--days 30] [--lives 1] [--quiet]
  Lives a month of a made-up team from one number: the same number is the same month, with everything that goes wrong in it.
  --seed   where everything comes from; --lives goes on with the seeds after it
  --days   how long each life is
  --quiet  tells no story, only how each life ended`
/** Lets the user that PostgreSQL runs as, when this runs as root, through to its own folder. */
const PASSABLE = 0o711

function options() {
  const { values } = parseArgs({ options: { seed: { type: 'string', default: '1' }, days: { type: 'string', default: '30' }, lives: { type: 'string', default: '1' }, quiet: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } } })
  const [seed, days, lives] = [Number(values.seed), Number(values.days), Number(values.lives)]
  if (values.help || ![seed, days, lives].every((number) => Number.isInteger(number) && number > 0)) {
    console.error(USAGE)
    process.exit(values.help ? 0 : 2)
  }
  return { seed, days, lives, quiet: values.quiet }
}

/** A day at a time: who did what, what the server said, and what went wrong. */
function story({ told }: Lived): string {
  const days = Map.groupBy(told, (line) => line.slice(0, '2026-03-02'.length))
  return [...days].map(([day, lines]) => `\n${Temporal.PlainDate.from(day).toLocaleString('en-GB', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })}\n${lines.map((line) => `  ${line.slice('2026-03-02T'.length)}`).join('\n')}`).join('\n')
}

async function main(): Promise<void> {
  const { seed, days, lives, quiet } = options()
  for (let one = seed; one < seed + lives; one += 1) {
    const dataDir = temporaryData()
    await chmod(dirname(dataDir), PASSABLE)
    const database = await startEmbedded({ dataDir, durable: false })
    try {
      const began = performance.now()
      const lived = await live(database.url, one, days)
      if (!quiet) console.log(story(lived))
      console.log(`\nSeed ${one}: ${days} days, ${lived.deeds} deeds, ${lived.texts} texts kept; what went wrong: ${lived.had.join(', ') || 'nothing'}. ${Math.round((performance.now() - began) / 1000)} seconds.\n${lived.hash}`)
      for (const fault of lived.faults) console.error(`Not kept: ${fault}`)
      if (lived.faults.length > 0) process.exitCode = 1
    } finally {
      await database.stop()
      await rm(dirname(dataDir), { recursive: true, force: true })
    }
  }
}

await main()
