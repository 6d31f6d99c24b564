import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { savePage } from '#contract/pages.ts'
import type { PageView } from '#contract/pages.ts'
import { describeOnNewest } from '#server/platform/db/test-db.ts'
import { startTestApp } from '#server/test-app.ts'
import type { TestApp, TestPerson } from '#server/test-app.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listen, makeHome } from '../cli.test-kit.ts'
import type { Home } from '../cli.test-kit.ts'

describeOnNewest('pages on the command line', (on) => {
  let app: TestApp, home: Home, ana: TestPerson, mei: TestPerson, url: string
  beforeAll(async () => {
    app = await startTestApp(on)
    url = await listen(app)
    home = makeHome()
    ana = await app.person('Ana')
    mei = await app.person('Mei')
  })
  afterAll(async () => { await app.stop(); home.remove() })
  const run = (args: string[], stdin?: string) => home.run(['page', ...args], { env: { LONGHAND_URL: url, LONGHAND_TOKEN: ana.token, EDITOR: `sh ${join(home.folder, 'editor.sh')}` }, ...(stdin !== undefined && { stdin }) })

  test('a page is piped in, edited, fetched to be edited elsewhere, and what two changed alike is kept in a file', async () => {
    const { number } = JSON.parse((await run(['new', 'Relay', '--kind', 'runbook', '--json'], '1. Stop.\n2. Start.\n')).out) as PageView
    const page = String(number)
    writeFileSync(join(home.folder, 'editor.sh'), 'echo "3. Look." >> "$1"')
    expect(await run(['edit', page, '--note', 'How to know.'])).toMatchObject({ code: 0, out: expect.stringContaining('version 2') })
    expect(await run(['show', page, '--text'])).toMatchObject({ out: '1. Stop.\n2. Start.\n3. Look.\n', said: expect.stringContaining('--base 2') })
    await mei.call(savePage, { number, base: 2, text: '1. Pause.\n2. Start.\n3. Look.\n' })
    writeFileSync(join(home.folder, 'relay.md'), '1. Stop.\n2. Start.\n3. Look twice.\n')
    expect(await run(['edit', page, '--file', 'relay.md'])).toMatchObject({ code: 2, said: expect.stringContaining('The page is at version 3') })
    expect(await run(['edit', page, '--file', 'relay.md', '--base', '2'])).toMatchObject({ code: 0, out: expect.stringContaining('Joined with what Mei saved') })
    writeFileSync(join(home.folder, 'relay.md'), '1. Halt.\n2. Start.\n3. Look.\n')
    expect(await run(['edit', page, '--file', 'relay.md', '--base', '2'])).toMatchObject({ code: 1, said: expect.stringContaining('both sides are in relay.both.md') })
    expect(readFileSync(join(home.folder, 'relay.both.md'), 'utf8')).toBe('<<<<<<< yours\n1. Halt.\n=======\n1. Pause.\n>>>>>>> Mei\n2. Start.\n3. Look twice.\n')
    expect((await run(['edit', page, '--file', 'relay.both.md', '--base', '4'])).code).toBe(2)
    expect((await run(['history', page])).out).toMatch(/^4 {2}Ana[^]*joined[^]*3 {2}Mei[^]*2 {2}Ana[^]*How to know\.[^]*1 {2}Ana/)
    expect((await run(['diff', page, '2'])).out).toContain('+ 3. Look.')
    expect((await run(['restore', page, '1'])).out).toContain('version 5')
    expect((await run(['list', '--kind', 'runbook'])).out).toContain(`#${number}  Relay`)
  })
})
