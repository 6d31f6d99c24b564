import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { savePage } from '#contract/pages.ts'
import type { PageView } from '#contract/pages.ts'
import type { TestPerson } from '#server/app.test-kit.ts'
import { beforeAll, expect, test } from 'vitest'
import { describeOnCli } from '../cli.test-kit.ts'

describeOnCli('pages on the command line', (cli) => {
  let ana: TestPerson, mei: TestPerson
  beforeAll(async () => {
    ana = await cli.app.person('Ana')
    mei = await cli.app.person('Mei')
  })
  const run = (args: string[], stdin?: string) => cli.as(ana, ['page', ...args], { env: { EDITOR: `sh ${join(cli.home.folder, 'editor.sh')}` }, ...(stdin !== undefined && { stdin }) })

  test('a page is piped in, edited, fetched to be edited elsewhere, and what two changed alike is kept in a file', async () => {
    const { number } = JSON.parse((await run(['new', 'Relay', '--kind', 'runbook', '--json'], '1. Stop.\n2. Start.\n')).out) as PageView
    const page = String(number)
    writeFileSync(join(cli.home.folder, 'editor.sh'), 'echo "3. Look." >> "$1"')
    expect(await run(['edit', page, '--note', 'How to know.'])).toMatchObject({ code: 0, out: expect.stringContaining('version 2') })
    expect(await run(['show', page, '--text'])).toMatchObject({ out: '1. Stop.\n2. Start.\n3. Look.\n', said: expect.stringContaining('--base 2') })
    await mei.call(savePage, { number, base: 2, text: '1. Pause.\n2. Start.\n3. Look.\n' })
    writeFileSync(join(cli.home.folder, 'relay.md'), '1. Stop.\n2. Start.\n3. Look twice.\n')
    expect(await run(['edit', page, '--file', 'relay.md'])).toMatchObject({ code: 2, said: expect.stringContaining('The page is at version 3') })
    expect(await run(['edit', page, '--file', 'relay.md', '--base', '2'])).toMatchObject({ code: 0, out: expect.stringContaining('Joined with what Mei saved') })
    writeFileSync(join(cli.home.folder, 'relay.md'), '1. Halt.\n2. Start.\n3. Look.\n')
    expect(await run(['edit', page, '--file', 'relay.md', '--base', '2'])).toMatchObject({ code: 1, said: expect.stringContaining('both sides are in relay.both.md') })
    expect(readFileSync(join(cli.home.folder, 'relay.both.md'), 'utf8')).toBe('<<<<<<< yours\n1. Halt.\n=======\n1. Pause.\n>>>>>>> Mei\n2. Start.\n3. Look twice.\n')
    expect((await run(['edit', page, '--file', 'relay.both.md', '--base', '4'])).code).toBe(2)
    expect((await run(['history', page])).out).toMatch(/^4 {2}Ana[^]*joined[^]*3 {2}Mei[^]*2 {2}Ana[^]*How to know\.[^]*1 {2}Ana/)
    expect((await run(['diff', page, '2'])).out).toContain('+ 3. Look.')
    expect((await run(['restore', page, '1'])).out).toContain('version 5')
    expect((await run(['list', '--kind', 'runbook'])).out).toContain(`#${number}  Relay`)
  })

  test('a text that is piped in stands nowhere else, and is kept where it is not taken', async () => {
    const { number } = JSON.parse((await run(['new', 'Kept', '--json'], 'One.\n')).out) as PageView
    for (const args of [['new', 'Lost', '--space', 'Nowhere'], ['new', 'Lost', '--file', '-', '--thread', 'x'], ['edit', String(number)], ['edit', String(number), '--file', '-', '--base', 'x']]) {
      const refused = await run(args, 'All of it.\n')
      expect([refused.code, readFileSync(/What you wrote is in (\S+\.md);/.exec(refused.said)?.[1] ?? '', 'utf8')]).toEqual([2, 'All of it.\n'])
    }
  })
})
