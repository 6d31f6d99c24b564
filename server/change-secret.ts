import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { runBeside, say, UsageError } from './beside.ts'
import { openToRead } from './platform/backup/place.ts'
import { machineClock } from './platform/clock.ts'
import { readConfig } from './platform/config.ts'
import { connect } from './platform/db/connect.ts'
import { changeSecret } from './platform/change-secret.ts'

/** `longhand change-secret`: for whoever runs the server, once a year, or at once where the secret came into other hands. */
async function main(): Promise<void> {
  const { leaked, demo, json } = readArguments()
  const config = readConfig(process.env)
  const place = await openToRead(config, resolve(config.dataDir, demo ? 'demo' : ''))
  const connection = connect(place.url, { connections: 1 })
  try {
    const { webhooks } = await connection.db.transaction().execute((tx) => changeSecret(tx, { leaked, now: machineClock().now() }))
    if (json) return say(JSON.stringify({ changed: true, leaked, webhooks }, null, 2))
    say(leaked ? 'The secret of the instance is changed. Links and reply addresses in mails from before do nothing any more.' : 'The secret of the instance is changed. Links and reply addresses in mails from before work until the next change.')
    for (const { workspace, url } of webhooks) say(`The webhook of ${workspace} to ${url} signs with another secret now: make a new one under Webhooks, and give it to its receiver.`)
  } finally {
    await connection.close()
    await place.close()
  }
}

function readArguments(): { leaked: boolean; demo: boolean; json: boolean } {
  const option = { type: 'boolean', default: false } as const
  try {
    return parseArgs({ options: { leaked: option, demo: option, json: option } }).values
  } catch (error) {
    throw new UsageError('Write `longhand change-secret`, or `longhand change-secret --leaked`.', { cause: error })
  }
}

runBeside(main)
