import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readThread } from '#contract/threads.ts'
import type { TestPerson } from '#server/app.test-kit.ts'
import { beforeAll, expect, test } from 'vitest'
import { describeOnCli } from '../cli.test-kit.ts'

describeOnCli('threads on the command line', (cli) => {
  let ana: TestPerson, mei: TestPerson
  beforeAll(async () => {
    ana = await cli.app.person('Ana')
    mei = await cli.app.person('Mei')
    writeFileSync(join(cli.home.folder, 'editor.sh'), 'echo "It is the **disk**." > "$1"\n')
  })
  const as = (person: TestPerson, args: string[], stdin?: string, env: Record<string, string> = {}) =>
    cli.as(person, ['thread', ...args], { env: { EDITOR: `sh ${join(cli.home.folder, 'editor.sh')}`, ...env }, ...(stdin !== undefined && { stdin }) })
  const numberIn = (out: string) => Number(/^#(\d+)/.exec(out)?.[1])
  const bodies = async (number: number) => {
    const { body, items } = await ana.call(readThread, { number })
    return [body, ...items.map((item) => item.body)]
  }

  test('one is begun, found, answered and read', async () => {
    const begun = await as(ana, ['new', 'The relay is slow', '--body', '-'], 'Since **Monday**.\n')
    expect(begun).toMatchObject({ code: 0, said: '', out: expect.stringMatching(/^#\d+ {2}The relay is slow, in Team\.\n$/) })
    const number = numberIn(begun.out)
    expect(await as(mei, ['reply', String(number), 'Which one?'])).toMatchObject({ code: 0, out: `Replied in #${number}.\n` })
    expect((await as(ana, ['reply', `#${number}`], 'The left one.\n')).code).toBe(0)
    expect((await as(mei, ['reply', String(number), '--edit'])).code).toBe(0)
    writeFileSync(join(cli.home.folder, 'reply.md'), 'I order a new one.\n')
    expect((await as(ana, ['reply', String(number), '--file', 'reply.md'])).code).toBe(0)
    expect(await bodies(number)).toEqual(['Since **Monday**.', 'Which one?', 'The left one.', 'It is the **disk**.', 'I order a new one.'])
    expect((await as(mei, ['list', '--of', 'unread', '--space', 'team'])).out).toMatch(new RegExp(`#${number} {2}The relay is slow\n {6}Team, Ana, 4 replies, \\d unread, `))
    expect((await as(mei, ['show', String(number), '--read'])).out).toMatch(/^#\d+ {2}The relay is slow\nTeam, Ana, [^]*Ana, [^\n]*\n {2}Since \*\*Monday\*\*\.\n\nMei, [^\n]*\n {2}Which one\?\n[^]*I order a new one\.\n$/)
    expect((await as(mei, ['list', '--of', 'unread'])).out).toBe('No threads.\n')
  })

  test('a title alone is enough, and what nobody asked for is not sent', async () => {
    const { number } = JSON.parse((await as(ana, ['new', 'Lunch', '--json'], 'the rest of a list')).out) as { number: number }
    expect(await bodies(number)).toEqual([''])
  })

  test('what could not be sent is kept, and sent again from its file', async () => {
    const nobody = { LONGHAND_URL: 'http://127.0.0.1:9' }
    const kept = async (args: string[], stdin?: string) => {
      const ran = await as(ana, args, stdin, nobody)
      expect(ran.code).toBe(3)
      return /What you wrote is in (\S+\.md); send it again with --file\./.exec(ran.said)?.[1] ?? ''
    }
    const file = await kept(['new', 'The queue grows', '--edit'])
    expect(readFileSync(file, 'utf8')).toBe('It is the **disk**.')
    const number = numberIn((await as(ana, ['new', 'The queue grows', '--file', file])).out)
    expect(readFileSync(await kept(['reply', String(number)], 'Mine, too.\n'), 'utf8')).toBe('Mine, too.')
    const ask = await cli.as(ana, ['ask', 'Mei', 'Which?', '--body', '-'], { stdin: 'All of it.\n', env: nobody })
    expect(readFileSync(/What you wrote is in (\S+\.md); pipe it in/.exec(ask.said)?.[1] ?? '', 'utf8')).toBe('All of it.')
  })

  test.each([
    ['what is no number', ['reply', 'relay', 'x'], 2, '"relay" is not the number of a thread.'],
    ['a number that nobody has', ['show', '99999'], 1, '99999'],
    ['a reply that says nothing', ['reply', '1'], 2, 'The text is missing.'],
    ['a text from two places', ['new', 'x', '--edit', '--body', 'y'], 2, 'cannot be used with'],
  ])('%s is refused', async (_why, args, code, words) => expect(await as(ana, args)).toMatchObject({ code, out: '', said: expect.stringContaining(words) }))
})
