import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { broken, fine, worstFirst } from '#domain/status/finding.ts'
import type { Finding } from '#domain/status/finding.ts'
import { isLoopback, readConfig } from './platform/config.ts'
import type { Config } from './platform/config.ts'
import { judgePublicUrl } from './platform/doctor/address.ts'
import { lookAtDatabase } from './platform/doctor/database.ts'
import { lookAtMachine } from './platform/doctor/machine.ts'
import { lookAtMail } from './platform/doctor/mail.ts'

/** What `longhand doctor` runs beside the data: looks at everything, changes nothing, and prints what it found as JSON. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { demo: { type: 'boolean', default: false } } })
  process.stdout.write(`${JSON.stringify(worstFirst(await lookAround(values.demo)))}\n`)
}

async function lookAround(demo: boolean): Promise<Finding[]> {
  const config = settings()
  if (!('dataDir' in config)) return [config]
  const dataDir = demo ? join(config.dataDir, 'demo') : config.dataDir
  return [
    fine('config.settings', 'Settings', 'They fit together.'), judgePublicUrl(config.publicUrl, { loopback: isLoopback(config.host), mailWorks: config.smtp !== null }),
    ...await lookAtDatabase(config, resolve(dataDir)), ...await lookAtMachine(resolve(dataDir)), await lookAtMail(config),
  ]
}

function settings(): Config | Finding {
  try {
    return readConfig(process.env)
  } catch (error) {
    return broken('config.settings', 'Settings', error instanceof Error ? error.message : String(error), 'Correct the environment; see docs/guides/running.md.')
  }
}

await main()
