import { createPage } from '#contract/pages.ts'
import { postThread } from '#contract/threads.ts'
import type { TestPerson } from '#server/app.test-kit.ts'
import { beforeAll, expect, test } from 'vitest'
import { describeOnCli } from '../cli.test-kit.ts'

describeOnCli('search and answers on the command line', (cli) => {
  let ana: TestPerson
  let mei: TestPerson
  beforeAll(async () => {
    ana = await cli.app.person('Ana Duarte')
    mei = await cli.app.person('Mei Tan')
    for (const week of [1, 2, 3, 4, 5, 6]) await thread(`Notes of week ${week}`, `We met and talked about plans, releases and the pager of week ${week}.`)
    await cli.app.advanceTo('2026-03-23T12:00:00Z')
  })
  const thread = async (title: string, body: string) => (await mei.call(postThread, { spaceId: cli.app.spaceId, title, body })).number
  const run = (...args: string[]) => cli.as(ana, args)

  test('a search is kept under a name, says what is new in it, and is looked at by this name', async () => {
    await thread('Axolotl tanks', 'The axolotl tank is cleaned on Mondays.')
    expect(await run('search', '--save', 'Animals', '--digest', 'axolotl')).toMatchObject({ code: 0, out: 'Animals, in the digest\n     axolotl\n' })
    await cli.app.advanceTo('2026-03-23T12:05:00Z')
    const food = await thread('Axolotl food', 'The axolotl eats at night.')
    expect((await run('search', '--saved')).out).toBe('Animals, 1 new, in the digest\n     axolotl\n')
    const looked = await run('search', '--saved', 'animals')
    expect(looked).toMatchObject({ code: 0, out: expect.stringContaining(`#${food}  Axolotl food\n`) })
    expect((await run('search', '--saved')).out).toBe('Animals, in the digest\n     axolotl\n')
    expect((await cli.as(mei, ['search', '--saved'])).out).toBe('You keep no searches. --save NAME keeps one.\n')
    expect(await run('search', '--saved', 'plants')).toMatchObject({ code: 2, said: expect.stringContaining('saved search') })
    expect(await run('search', '--save', 'Nothing')).toMatchObject({ code: 2, said: expect.stringContaining('There is nothing to keep.') })
  })

  test('an answer is quoted with its source, or names whom to ask with the command for it, or says why it is refused', async () => {
    const cache = await thread('Cache for sessions', 'We use Valkey as the session cache, because its licence stays open.')
    await ana.call(createPage, { spaceId: cli.app.spaceId, kind: 'runbook', title: 'Billing runbook', text: 'How invoices are run again, step by step.' })
    await cli.app.advanceTo('2026-03-23T12:10:00Z')
    const quoted = await run('answer', 'why do we use Valkey as session cache?')
    expect(quoted).toMatchObject({ code: 0, said: '' })
    expect(quoted.out).toMatch(new RegExp(`^One passage of the record, word for word; the first is from #${cache}\\.\n\n#${cache}  Cache for sessions\n     thread · Mei Tan · Team · .*\n     Not settled yet\\.\n     │ We use Valkey`))
    const silent = await cli.as(mei, ['answer', 'which colour have the invoices of Liechtenstein?'])
    expect(silent.out).toContain("To ask:  longhand ask 'Ana Duarte' 'Which colour have the invoices of Liechtenstein?'")
    expect(silent.out).toContain(`The form: ${cli.url}/ask/new?`)
    expect((await run('answer', 'who works the most hours?')).out).toMatch(/^This is not asked of the record\./)
    expect(JSON.parse((await run('answer', 'why do we use Valkey as session cache?', '--json')).out)).toMatchObject({ outcome: 'quoted', quotes: [{ number: cache }] })
  })
})
