import { chmodSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describeOnDemo } from '#server/demo/told.test-kit.ts'
import { DEMO_BEGINS } from '#server/demo/public.ts'
import { startTestApp } from '#server/app.test-kit.ts'
import type { TestApp } from '#server/app.test-kit.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listen, makeHome, makeRepository } from './cli.test-kit.ts'
import type { Home } from './cli.test-kit.ts'

const readme = readFileSync(join(dirname(import.meta.dirname), 'README.md'), 'utf8')
/** The lines of the day in the terminal, without what is said about them. */
const LINES = (/## A day in the terminal\n[^]*?```\n([^]*?)```/.exec(readme)?.[1] ?? '').trim().split('\n').map((line) => line.replace(/ +# .*$/, ''))
/** What a shell makes of a line: words, and what stands in quotes. */
const wordsOf = (line: string): string[] => [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '').slice(1)
/** What a terminal would be asked for stands in flags here. */
const IN_A_TERMINAL: Readonly<Record<string, string[]>> = { wrap: ['--state', 'The queue is empty.', '--next', 'Watch it.', '--important', 'Do not deploy.'] }

describeOnDemo('the README’s day in the terminal', (on) => {
  let app: TestApp, home: Home, url: string
  beforeAll(async () => {
    app = await startTestApp(on, { clock: DEMO_BEGINS })
    url = await listen(app)
    home = makeHome()
    makeRepository(join(home.folder, 'work'), [{ by: 'kenji@example.com', at: '2026-03-20T08:00:00Z', subject: 'Drain the queue', files: ['queue.ts'] }])
    writeFileSync(join(home.folder, 'editor.sh'), '#!/bin/sh\necho "One line more." >> "$1"\n')
    chmodSync(join(home.folder, 'editor.sh'), 0o755)
  })
  afterAll(async () => { await app.stop(); home.remove() })

  test('begins with the demo, and has more than a few lines', () => {
    expect(LINES[0]).toBe('./longhand login --demo')
    expect(LINES.length).toBeGreaterThan(10)
  })

  test.each(LINES)('%s', async (line) => {
    const args = wordsOf(line)
    const [verb = ''] = args
    const at: Record<string, string> = verb === 'login' ? { LONGHAND_URL: url } : {}
    const ran = await home.run([...args, ...IN_A_TERMINAL[verb] ?? []], { cwd: join(home.folder, 'work'), env: { ...at, EDITOR: join(home.folder, 'editor.sh') } })
    expect(ran).toMatchObject({ code: 0, out: expect.stringMatching(/\S/) })
  })
})
