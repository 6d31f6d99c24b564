import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FileView } from '#contract/files.ts'
import { beforeAll, expect, test } from 'vitest'
import { describeOnCli } from '../cli.test-kit.ts'

describeOnCli('longhand files', (cli) => {
  beforeAll(() => {
    const { home } = cli
    writeFileSync(join(home.folder, 'plan.txt'), 'The plan.')
    writeFileSync(join(home.folder, 'empty.txt'), '')
    writeFileSync(join(home.folder, 'huge.bin'), Buffer.alloc(25 * 1024 * 1024 + 1))
    mkdirSync(join(home.folder, 'elsewhere'))
  })
  const run = (args: string[], cwd?: string) => cli.as(cli.app.owner, ['files', ...args], { ...(cwd && { cwd }) })
  const send = async (...args: string[]) => JSON.parse((await run(['upload', ...args, '--json'])).out) as FileView

  test('upload prints what to put into a text, for one or many', async () => {
    const { code, out, said } = await run(['upload', 'plan.txt', 'plan.txt'])
    expect([code, said]).toEqual([0, ''])
    expect(out).toMatch(/^(\[plan\.txt\]\(\/files\/[0-9a-f-]{36}\/plan\.txt\)\n){2}$/)
    expect(await send('plan.txt', '--name', '../Der Plan.txt')).toMatchObject({ name: 'Der Plan.txt', size: 9, state: 'loose' })
  })

  test('download saves it once, by id or link, and never over another file', async () => {
    const file = await send('plan.txt')
    const there = join(cli.home.folder, 'elsewhere')
    expect(await run(['download', file.id], there)).toMatchObject({ code: 0, out: 'plan.txt\n' })
    expect(readFileSync(join(there, 'plan.txt'), 'utf8')).toBe('The plan.')
    expect(await run(['download', file.id], there)).toMatchObject({ code: 2, said: expect.stringContaining('plan.txt is there already.') })
    expect(await run(['download', `${cli.url}${file.url}`, '--out', 'second.txt'], there)).toMatchObject({ code: 0 })
    expect(readdirSync(there).toSorted()).toEqual(['plan.txt', 'second.txt'])
  })

  test.each([
    [['upload', 'nothing.txt'], 2, 'cannot be read as a file'], [['upload', 'plan.txt', 'empty.txt'], 2, 'is empty'], [['upload', 'huge.bin'], 2, 'larger than 25 MB'], [['upload', 'elsewhere'], 2, 'cannot be read as a file'],
    [['upload', 'plan.txt', 'plan.txt', '--name', 'x'], 2, '--name is for one file'], [['download', 'x'], 2, 'is no file'], [['download', '00000000-0000-7000-8000-000000000000'], 1, 'There is no such file'],
  ])('%j says what is wrong', async (args, code, words) => {
    expect(await run(args)).toMatchObject({ code, out: '', said: expect.stringContaining(words) })
  })

  test('read and delete come from the contract', async () => {
    const file = await send('plan.txt')
    expect((await run(['read', file.id])).out).toContain('plan.txt')
    expect((await run(['delete', file.id])).code).toBe(0)
    expect((await run(['read', file.id])).code).toBe(1)
    expect((await run(['restore', file.id])).code).toBe(0)
  })
})
