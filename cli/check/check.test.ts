import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runCli } from '../run.ts'
import { testTerminal } from '../terminal.test-kit.ts'
import { placesIn } from './render.ts'

describe('longhand check', () => {
  let folder: string
  beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'longhand-check-')) })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const run = async (args: string[], input = '') => {
    const { terminal, out, said } = testTerminal({ readInput: async () => input })
    const code = await runCli(['check', ...args], terminal)
    return { code, out: out.join(''), said: said.join('') }
  }

  test('reads a file, and tells place, message, words, reason and example', async () => {
    const file = join(folder, 'ask.md')
    writeFileSync(file, '# Cache\n\nThe old cache is slow.\n\nPlease confirm by tomorrow.\n')
    const { code, out } = await run([file])
    expect(code).toBe(0)
    expect(out).toContain(`${file}:5:19  In another time zone this is another moment.  ambiguous_time\n  “tomorrow”\n  Where you write, tomorrow may be`)
    expect(out).toContain('\n  For example: ')
    expect(out).toMatch(/draw a question: .*\.\n10 words, 1 heading\.\n/)
  })

  test('reads what is piped in, and gives data that scripts can rely on', async () => {
    const { code, out } = await run(['-', '--json'], 'Thoughts on this?')
    const answer = JSON.parse(out) as { findings: object[] }
    expect(code).toBe(0)
    expect(Object.keys(answer)).toEqual(['words', 'structure', 'findings', 'needs_clarification'])
    expect(answer.findings[0]).toMatchObject({ rule: 'vague_opener', clause: expect.any(String), severity: 'warning', message: expect.any(String), start: 0, end: 17 })
  })

  test('says so where nothing was found', async () => {
    expect((await run(['-'], 'All tables have moved and all counts agree.')).out).toMatch(/^Nothing to stumble over was found\.\n/)
  })

  test('the kind of text matters', async () => {
    expect((await run(['-'], 'Can you fix this?')).out).toContain('context')
    expect((await run(['-', '--kind', 'reply'], 'Can you fix this?')).out).not.toContain('context')
  })

  test('a file that is not there is an error of usage', async () => {
    expect(await run([join(folder, 'missing.md')])).toEqual({ code: 2, out: '', said: expect.stringContaining('cannot be read') })
  })

  test('nobody’s text moves the cursor', async () => {
    expect((await run(['-'], 'Thoughts \u001b[2J on this?\n\nSomeone should \u001b]0;x\u0007 fix it.')).out).not.toContain('\u001b')
  })
})

describe('placesIn', () => {
  test.each([
    ['a\nb\nc', [0, 2, 4], ['1:1', '2:1', '3:1']],
    ['abc', [1, 1, 3], ['1:2', '1:2', '1:4']],
    ['\r\nab', [3], ['2:2']],
  ] as const)('%j', (text, offsets, places) => expect(placesIn(text, offsets)).toEqual(places))
})
