import { afterAll, beforeAll, expect, test } from 'vitest'
import { ProblemError } from '#contract/client.ts'
import type { InputOf } from '#contract/operation.ts'
import * as contract from '#contract/pages.ts'
import type { PageView, Saved } from '#contract/pages.ts'
import { describeOnNewest } from '#server/platform/db/test-db.ts'
import { codeOf, startTestApp } from '#server/test-app.ts'
import type { TestApp, TestPerson } from '#server/test-app.ts'

describeOnNewest('pages', (on) => {
  let app: TestApp, ana: TestPerson, mei: TestPerson
  beforeAll(async () => {
    app = await startTestApp(on)
    ana = await app.person('Ana')
    mei = await app.person('Mei', { zone: 'Asia/Manila' })
  })
  afterAll(() => app.stop())
  const write = (title: string, text: string, more: Record<string, unknown> = {}, who = ana): Promise<PageView> => who.call(contract.createPage, { spaceId: app.spaceId, title, text, ...more })
  /** Tries again where the server says that it is too busy, as every client does. */
  const patient = async (who: TestPerson, input: InputOf<typeof contract.savePage>): Promise<Saved> => {
    for (;;) {
      try { return await who.call(contract.savePage, input) } catch (error) { if (!(error instanceof ProblemError) || error.problem.status !== 503) throw error }
    }
  }
  const read = (number: number, who = ana): Promise<PageView> => who.call(contract.readPage, { number })

  test('a page is kept byte for byte, and each save is a version', async () => {
    const text = '\uFEFF# Restart\r\n\r\n<!-- kept -->\r\n1. Stop it.\r\n2. Start it.'
    const page = await write('Restart the relay', text, { kind: 'runbook' })
    expect(page).toMatchObject({ text, version: 1, truth: 'unverified', parent: null, path: [], children: [], ownerName: 'Ana' })
    const saved = await mei.call(contract.savePage, { number: page.number, base: 1, text: `${text}\r\n3. Look.`, note: 'How to know that it worked.' })
    expect(saved).toMatchObject({ outcome: 'saved', page: { text: `${text}\r\n3. Look.`, version: 2, editedByName: 'Mei' } })
    const { items } = await ana.call(contract.pageVersions, { number: page.number })
    expect(items.map(({ version, byName, how, added, removed }) => [version, byName, how, added, removed])).toEqual([[2, 'Mei', 'written', 2, 1], [1, 'Ana', 'written', 5, 0]])
  })

  test('fifty people who save at once all arrive', async () => {
    const lines = Array.from({ length: 50 }, (_, index) => `Line ${index}`)
    const { number } = await write('Everybody', lines.join('\n'))
    const saved = await Promise.all(lines.map((_, index) => patient(index % 2 === 0 ? ana : mei, { number, base: 1, text: lines.map((line, at) => at === index ? `${line}, seen` : line).join('\n'), note: '' })))
    expect(saved.map((one: Saved) => one.outcome).filter((outcome) => outcome === 'conflict')).toEqual([])
    expect(await read(number)).toMatchObject({ version: 51, text: lines.map((line) => `${line}, seen`).join('\n') })
  })

  test('who was offline for a day joins what came meanwhile, or sees both sides and loses nothing', async () => {
    const { number } = await write('Client', 'Who they are.\n\nWhat they want.\n')
    await mei.call(contract.savePage, { number, base: 1, text: 'Who they are: a port.\n\nWhat they want.\n' })
    expect(await ana.call(contract.savePage, { number, base: 1, text: 'Who they are.\n\nWhat they want: quiet nights.\n', title: 'The client' }))
      .toMatchObject({ outcome: 'merged', withByNames: ['Mei'], page: { version: 3, title: 'The client', text: 'Who they are: a port.\n\nWhat they want: quiet nights.\n' } })
    const clash = await ana.call(contract.savePage, { number, base: 1, text: 'Who they were.\n\nWhat they want.\n' })
    expect(clash).toMatchObject({ outcome: 'conflict', version: 3, theirTitle: 'The client', stretches: [{ kind: 'conflict', mine: 'Who they were.\n', theirs: 'Who they are: a port.\n' }, { kind: 'same' }] })
    expect((await read(number)).version).toBe(3)
    expect(await codeOf(ana.call(contract.savePage, { number, base: 9, text: '' }))).toBe('bad_input')
  })
})
