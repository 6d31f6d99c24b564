import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { deprecateDecision, listDecisions } from '#contract/decisions.ts'
import { FOLDER } from '#server/decisions/adr/fixtures.test-kit.ts'
import { describeOnNewest } from '#server/platform/db/db.test-kit.ts'
import { startTestApp } from '#server/app.test-kit.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestApp, TestPerson } from '#server/app.test-kit.ts'
import { listen, makeHome, makeRepository } from '../cli.test-kit.ts'
import type { Home } from '../cli.test-kit.ts'

/** More than one request takes; the first names the last. */
const MANY = Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`many/${101 + at}-x.md`, `# ${101 + at}. X\n\n## Status\n\n${at === 0 ? 'Superseded by [130](130-x.md)' : 'Accepted'}\n\n## Decision\n\nYes.\n`]))

describeOnNewest('longhand import adr and export adr', (on) => {
  let app: TestApp
  let ana: TestPerson
  let home: Home
  let env: Record<string, string>
  let folder: string
  beforeAll(async () => {
    app = await startTestApp(on)
    ana = await app.person('Ana')
    home = makeHome()
    env = { LONGHAND_URL: await listen(app), LONGHAND_TOKEN: ana.token }
    makeRepository(join(home.folder, 'repo'), [{ by: 'ana@example.test', at: '2026-03-01T08:00:00Z', subject: 'Begin', files: ['a.txt'] }])
    folder = join(home.folder, 'repo', 'docs')
    for (const [path, text] of Object.entries({ ...FOLDER, ...MANY })) {
      mkdirSync(join(folder, path, '..'), { recursive: true })
      writeFileSync(join(folder, path), text)
    }
    writeFileSync(join(folder, '0020-latin.md'), Buffer.from([0x23, 0x20, 0x61, 10, 0xE9, 10]))
    git('add', '--all')
    git('-c', 'user.name=Ana', '-c', 'user.email=ana@example.test', 'commit', '--quiet', '--message', 'Records')
  })
  afterAll(async () => { home.remove(); await app.stop() })
  const git = (...args: string[]): string => execFileSync('git', ['-C', join(home.folder, 'repo'), ...args], { encoding: 'utf8', env: { PATH: process.env['PATH'], HOME: home.folder } })

  test('a folder comes in; files that cannot be read are named with their line', async () => {
    const ran = await home.run(['import', 'adr', folder], { env })
    expect([ran.code, ran.code === 0 ? '' : ran.said]).toEqual([0, ''])
    expect(ran.out).toContain('0002-keep-sessions.md')
    expect(ran.out).toMatch(/0020-latin\.md\n  line 2: This line is not UTF-8/)
    expect(ran.out).toContain('bad/0017-gone.md  #')
    expect(ran.out).toContain('  line 5: It names “0018-gone.md”, which is not here.')
    expect(ran.out).not.toContain('130-x.md”')
    expect(ran.said).toContain('25 of 48 files\n')
    const { items } = await ana.call(listDecisions, { q: '101-x.md' })
    expect(items.map(({ state, supersededBy }) => [state, supersededBy.length])).toEqual([['superseded', 1]])
    const again = await home.run(['decide', 'import', folder, '--json'], { env })
    expect(JSON.parse(again.out)).toMatchObject({ sentence: expect.stringContaining('0 files imported') })
  })

  test('and out again without a difference, any number of times, and nothing is committed', async () => {
    const head = git('rev-parse', 'HEAD')
    for (const args of [['export', 'adr', folder], ['decide', 'export', folder]]) {
      const ran = await home.run(args, { env })
      expect(ran.out).toContain('0 written')
      expect([ran.code, ran.code === 0 ? '' : ran.said]).toEqual([0, ''])
    }
    expect(git('status', '--porcelain')).toBe('')
    expect(git('rev-parse', 'HEAD')).toBe(head)
  })

  test('what ended here changes its status alone; a file changed by hand is left', async () => {
    const { items } = await ana.call(listDecisions, { q: 'cron' })
    await ana.call(deprecateDecision, { number: items[0]?.number ?? 0, reason: 'No jobs any more.' })
    writeFileSync(join(folder, '0001-record-decisions.md'), `${FOLDER['0001-record-decisions.md'] ?? ''}By hand.\n`)
    const ran = await home.run(['export', 'adr', folder], { env })
    expect([ran.code, ran.out]).toEqual([1, expect.stringContaining('0003-use-cron.md\n1 written')])
    expect(ran.said).toContain('1 file was left as it is, since it was changed by hand: 0001-record-decisions.md.')
    expect(readFileSync(join(folder, '0003-use-cron.md'), 'utf8')).toBe((FOLDER['0003-use-cron.md'] ?? '').replace('Accepted', 'Deprecated'))
    expect(git('status', '--porcelain').split('\n').filter((line) => line !== '')).toEqual([' M docs/0001-record-decisions.md', ' M docs/0003-use-cron.md'])
    const forced = await home.run(['export', 'adr', folder, '--force'], { env })
    expect([forced.code, git('status', '--porcelain')]).toEqual([0, ' M docs/0003-use-cron.md\n'])
  })
})
