import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { weekdays } from '#server/app.test-kit.ts'
import type { TestPerson } from '#server/app.test-kit.ts'
import { beforeAll, expect, test } from 'vitest'
import { describeOnCli } from '../cli.test-kit.ts'

describeOnCli('decisions on the command line', (cli) => {
  let ana: TestPerson
  let mei: TestPerson
  beforeAll(async () => {
    ana = await cli.app.person('Ana')
    mei = await cli.app.person('Mei', { zone: 'Asia/Manila', weeks: [weekdays('09:00', '18:00')] })
  })
  const as = (person: TestPerson, args: string[], stdin?: string) => cli.as(person, args, { env: { EDITOR: `sh ${join(cli.home.folder, 'editor.sh')}` }, ...(stdin !== undefined && { stdin }) })
  const numberIn = (out: string): string => (JSON.parse(out) as { number: number }).number.toString()
  const options = ['--needed', 'Which cache do we keep?', '--option', 'Redis | As it is.', '--option', 'A table', '--good', 'Redis | We know it.', '--recommend', 'A table', '--why', 'One less to run.']

  test('one is written, opened, objected to, called about, and signed as a file', async () => {
    const shown = await as(ana, ['decide', 'new', '--preview', '--consulted', 'Mei'])
    expect(shown).toMatchObject({ code: 0, out: expect.stringContaining('Mei') })
    const number = numberIn((await as(ana, ['decide', 'new', 'Choose a cache', ...options, '--consulted', 'Mei', '--json'])).out)
    expect((await as(mei, ['decide', 'list', '--of', 'waiting'])).out).toBe('No decisions.\n')
    expect(await as(ana, ['decide', 'open', number])).toMatchObject({ code: 0, said: '' })
    expect((await as(mei, ['owe'])).out).toMatch(new RegExp(`Decisions\\n#${number}  Choose a cache`))
    expect(await as(mei, ['decide', 'position', number, 'objection'])).toMatchObject({ code: 2, said: expect.stringContaining('The text is missing.') })
    expect((await as(mei, ['decide', 'position', number, 'objection', 'The night run doubles.', '--option', 'table'])).code).toBe(0)
    expect(await as(ana, ['decide', 'sign', number, 'Redis'])).toMatchObject({ code: 1, out: '' })
    expect((await as(ana, ['decide', 'call', number])).code).toBe(0)
    expect((await as(ana, ['decide', 'call', number, '--outcome', 'We measure it for a week first.'])).code).toBe(0)
    expect(await as(ana, ['decide', 'sign', number])).toMatchObject({ code: 2, said: expect.stringContaining('"Redis", "A table"') })
    expect(await as(ana, ['decide', 'sign', number, 'A table'])).toMatchObject({ code: 0, said: expect.stringContaining('0001-choose-a-cache.md') })
    const { out } = await as(mei, ['decide', 'show', number])
    expect(out).toMatch(/Option: A table, chosen[^]*Mei objects \(on record\): The night run doubles\.[^]*From the call: We measure it[^]*History/)
    expect((await as(mei, ['decide', 'show', number, '--adr'])).out).toMatch(/# Choose a cache[^]*## Considered Options/)
  })

  test('a text comes in by a pipe, goes out, is changed in a file, and what changed is shown', async () => {
    const number = numberIn((await as(ana, ['decide', 'new', '--json'], '# Keep logs\n\n## Decision needed\n\nFor how long?\n\n## Option: A week\n\n## Option: A month\n\n- Good: Support needs it.\n')).out)
    const { out } = await as(ana, ['decide', 'show', number, '--text'])
    expect(out).toMatch(/^# Keep logs\n\n## Decision needed\n\nFor how long\?/)
    writeFileSync(join(cli.home.folder, 'logs.md'), out.replace('A week', 'Ten days'))
    expect((await as(ana, ['decide', 'edit', number, '--file', 'logs.md'])).code).toBe(0)
    expect((await as(ana, ['decide', 'show', number])).out).toContain('Option: Ten days')
    expect((await as(ana, ['decide', 'show', number, '--history'])).out).toMatch(/- .*A week[^]*\+ .*Ten days/)
    expect((await as(ana, ['decide', 'withdraw', number, 'The law says it.'])).out).toContain(`#${number}`)
    writeFileSync(join(cli.home.folder, 'editor.sh'), 'echo "And a word more." >> "$1"')
    const refused = await as(ana, ['decide', 'edit', number])
    expect(refused).toMatchObject({ code: 1, out: '' })
    expect(readFileSync(/What you wrote is in (\S+);/.exec(refused.said)?.[1] ?? '', 'utf8')).toContain('And a word more.')
    expect((await as(ana, ['decide', 'list', 'logs'])).out).toMatch(new RegExp(`^#${number}  Keep logs`))
  })

  test('what is piped in is never dropped: a title goes over it, an edit takes it, and so does whatever asks for a text', async () => {
    const text = '# Draft\n\n## Decision needed\n\nHow long do we keep them?\n\n## Option: A week\n\n## Option: A month\n'
    const number = numberIn((await as(ana, ['decide', 'new', 'Keep traces', '--consulted', 'Mei', '--json'], text)).out)
    expect((await as(ana, ['decide', 'show', number, '--text'])).out).toMatch(/^# Keep traces\n[^]*How long do we keep them\?[^]*## Option: A month/)
    expect((await as(ana, ['decide', 'edit', number], text.replace('A week', 'Ten days'))).code).toBe(0)
    expect((await as(ana, ['decide', 'show', number, '--text'])).out).toContain('## Option: Ten days')
    await as(ana, ['decide', 'open', number])
    expect((await as(mei, ['decide', 'position', number, 'question'], 'Of which service?\n')).code).toBe(0)
    expect((await as(ana, ['decide', 'show', number])).out).toContain('Of which service?')
  })

  test('what has no options yet cannot be signed, in words', async () => {
    const number = numberIn((await as(ana, ['decide', 'new', 'Nothing yet', '--json'])).out)
    expect(await as(ana, ['decide', 'sign', number])).toMatchObject({ code: 2, said: expect.stringContaining('The decision has no options yet') })
  })

  test('reading it in a terminal is opening it, reading it in a script is not', async () => {
    const number = numberIn((await as(ana, ['decide', 'new', 'Silent', ...options, '--consulted', 'Mei', '--open', '--json'])).out)
    const opened = async () => (JSON.parse((await as(ana, ['decide', 'show', number, '--json'])).out) as { missing: { opened: boolean }[] }).missing.map((one) => one.opened)
    await as(mei, ['decide', 'show', number, '--json'])
    expect(await opened()).toEqual([false])
    await as(mei, ['decide', 'show', number])
    expect(await opened()).toEqual([true])
  })
})
