import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { SIGN_IN_PATH } from '#contract/access.ts'
import { Refusal } from '#domain/refusal.ts'
import { makeOperatorLinks } from './account/public.ts'
import { runBeside, say, UsageError } from './beside.ts'
import { openToRead } from './platform/backup/place.ts'
import { machineClock } from './platform/clock.ts'
import { readConfig } from './platform/config.ts'
import { connect } from './platform/db/connect.ts'
import { urlOfOwner } from './platform/db/data-lock.ts'

/** `longhand sign-in-link EMAIL`: for whoever runs the server, when nobody in the workspace can let somebody in any more. */
async function main(): Promise<void> {
  const { email, demo, json } = readArguments()
  const config = readConfig(process.env)
  const dataDir = resolve(config.dataDir, demo ? 'demo' : '')
  const reachedAt = config.publicUrl ?? urlOfOwner(dataDir) ?? `http://${config.host}:${config.port}`
  const place = await openToRead(config, dataDir)
  const connection = connect(place.url, { connections: 1 })
  try {
    const made = await connection.db.transaction().execute((tx) => makeOperatorLinks(tx, email, machineClock().now()))
    if (made.length === 0) throw new Refusal('not_found', `Nobody with the address ${email} is active here.`, 'Check the address; Members has it. Whoever was deactivated is let in again by an owner or admin.')
    const links = made.map(({ token, ...rest }) => ({ ...rest, link: `${reachedAt}${SIGN_IN_PATH}${token}` }))
    if (json) return say(JSON.stringify(links, null, 2))
    for (const { name, workspace, link } of links) say(`${name} of ${workspace} signs in once, within 30 minutes, at ${link}`)
  } finally {
    await connection.close()
    await place.close()
  }
}

function readArguments(): { email: string; demo: boolean; json: boolean } {
  const option = { type: 'boolean', default: false } as const
  try {
    const { values: { demo, json }, positionals: [email = '', ...rest] } = parseArgs({ allowPositionals: true, options: { demo: option, json: option } })
    if (email === '' || rest.length > 0) throw new Error('one address')
    return { email, demo, json }
  } catch (error) {
    throw new UsageError('Write `longhand sign-in-link EMAIL`.', { cause: error })
  }
}

runBeside(main)
