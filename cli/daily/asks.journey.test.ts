import { weekdays } from '#server/app.test-kit.ts'
import type { TestPerson } from '#server/app.test-kit.ts'
import { beforeAll, expect, test } from 'vitest'
import { describeOnCli } from '../cli.test-kit.ts'
import { minutesFrom } from './focus.ts'

describeOnCli('asks, focus and the inbox on the command line', (cli) => {
  let ana: TestPerson
  let mei: TestPerson
  beforeAll(async () => {
    ana = await cli.app.person('Ana')
    mei = await cli.app.person('Mei', { zone: 'Asia/Manila', weeks: [weekdays('09:00', '18:00')] })
  })
  const as = (person: TestPerson, ...args: string[]) => cli.as(person, args)

  test('before sending it says when it is read and due; then it stands in both lists, goes back, and is answered', async () => {
    const shown = await as(ana, 'ask', 'Mei', 'Which index?', '--preview')
    expect(shown.out).toMatch(/^Mei reads this at 17:30 Manila \(10:30 yours\); answer due/)
    const { number } = JSON.parse((await as(ana, 'ask', 'Mei', 'Which index?', '--json')).out) as { number: number }
    await cli.app.advanceTo(cli.app.app.platform.clock.now().add({ seconds: 10 }).toString())
    expect((await as(mei, 'owe')).out).toMatch(new RegExp(`^One ask waits for you\\.\\n\\n\\w+\\n\\s+#${number}  Which index\\?`))
    expect((await as(ana, 'wait')).out).toContain('You wait for one answer.')
    expect((await as(mei, 'ask-back', String(number), 'Of which table?')).code).toBe(0)
    expect((await as(ana, 'owe')).out).toContain('Question: Of which table?')
    expect((await as(ana, 'answer', String(number), 'Of orders.')).code).toBe(0)
    expect((await as(mei, 'answer', `#${number}`, 'The new one.')).out).toMatch(/^You answered it/)
    expect((await as(mei, 'owe')).out).toBe('You owe nobody an answer.\n')
    expect(await as(mei, 'answer', 'none', 'x')).toMatchObject({ code: 2, said: expect.stringContaining('not the number of an ask') })
    expect(await as(mei, 'answer', String(number))).toMatchObject({ code: 2 })
  })

  test('when it is due is said on one’s own clock; what is no time names its flag, and what has passed is refused', async () => {
    const due = (when: string, flag = '--due') => as(ana, 'ask', 'Mei', 'Which index?', '--preview', flag, when)
    expect(await due('Friday 10:00')).toMatchObject({ code: 0, said: '', out: expect.stringMatching(/answer due Friday 17:00 there/) })
    expect(await due('soon')).toMatchObject({ code: 2, out: '', said: expect.stringContaining('--due: "soon" is not a time.\n  Write it as 16:00,') })
    expect(await due('soon', '--need-by')).toMatchObject({ code: 2, said: expect.stringContaining('--need-by: "soon"') })
    expect((await due('yesterday')).out).toContain('The chosen time has passed.')
    expect(await as(ana, 'ask', 'Mei', 'Which index?', '--due', '2020-01-01')).toMatchObject({ code: 1, said: expect.stringContaining('The chosen time has passed.') })
  })

  test('focus begins for a while, is said, and ends with what got done', async () => {
    expect(await as(ana, 'focus', '30m')).toMatchObject({ code: 1 })
    expect((await as(ana, 'focus', '90m', 'migration')).out).toMatch(/^In focus until .*: migration\. 1 held\./)
    expect((await as(ana, 'focus')).out).toMatch(/^In focus until/)
    expect((await as(ana, 'focus', '--end', 'All of it')).out).toMatch(/^Your focus has ended/)
    expect((await as(ana, 'focus', 'soon')).code).toBe(2)
  })

  test('the inbox has what came, with why, and puts it away', async () => {
    await cli.app.advanceTo('2026-03-23T12:30:00Z')
    const held = await as(ana, 'inbox')
    expect(held.out).toContain('Which index?')
    const items = (JSON.parse((await as(ana, 'inbox', '--json')).out) as { items: { id: string }[] }).items
    expect((await as(ana, 'inbox', '--done', items[0]?.id.slice(-6) ?? '')).out).toBe('Done: Which index?\n')
    expect((await as(ana, 'inbox', '--done', 'ffffffffff')).code).toBe(2)
  })

  test('a question, a question back and an answer may be piped in', async () => {
    const piped = (person: TestPerson, args: string[], stdin: string) => cli.as(person, args, { stdin })
    const { number } = JSON.parse((await piped(ana, ['ask', 'Mei', 'Which shard?', '--body', '-', '--json'], 'The **left** one grows.\n')).out) as { number: number }
    expect(JSON.parse((await as(mei, 'asks', 'read', String(number), '--json')).out)).toMatchObject({ body: 'The **left** one grows.' })
    const plain = JSON.parse((await piped(ana, ['ask', 'Mei', 'And the right one?', '--json'], 'the rest of a list')).out) as { number: number }
    expect(JSON.parse((await as(mei, 'asks', 'read', String(plain.number), '--json')).out), 'what nobody asked for is not sent').toMatchObject({ body: '' })
    expect((await piped(mei, ['ask-back', String(number)], 'Since when?\n')).code).toBe(0)
    expect((await as(ana, 'owe')).out).toContain('Question: Since when?')
    expect((await piped(ana, ['answer', String(number)], 'Since Friday.')).code).toBe(0)
    expect((await piped(mei, ['answer', String(number)], 'Split it.\n')).out).toMatch(/^You answered it/)
  })
})

test.each([['90m', 90], ['2h', 120], ['1h30m', 90], ['45', 45]])('%s is %i minutes', (given, minutes) => expect(minutesFrom(given)).toBe(minutes))
test.each(['', '0', 'h', '1d', '-5m'])('“%s” is no length of time', (given) => expect(() => minutesFrom(given)).toThrow(/not a length of time/))
