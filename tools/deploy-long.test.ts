import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

const run = promisify(execFile)
const script = (name: string) => run(process.execPath, [join(import.meta.dirname, name)])

/** They install the parts anew and start servers, which takes minutes: `npm run test:long`, or `npm run reliability -- G19`. */
const long = process.env['LONGHAND_LONG'] === '1'

test.runIf(long)('what the image does works without a container', async () => {
  expect((await script('deploy-check.ts')).stderr).toContain('What the image does works.')
}, 900_000)

test.runIf(long)('the commands of the guides do what they say', async () => {
  const { stderr } = await script('walk-guides.ts')
  expect(stderr).toContain('walked deploy')
  expect(stderr).not.toContain('FAILED')
}, 900_000)
