import { afterAll, beforeAll, expect, test } from 'vitest'
import { listInbox } from '#contract/attention.ts'
import { readBrief } from '#contract/brief.ts'
import { ProblemError } from '#contract/problem.ts'
import { deleteEntry, restoreEntry } from '#contract/entries.ts'
import type { InputOf } from '#contract/operation.ts'
import * as contract from '#contract/pages.ts'
import type { PageView, Saved } from '#contract/pages.ts'
import { search as runSearch } from '#contract/search.ts'
import { addSpaceMember, createSpace } from '#contract/spaces.ts'
import { editThread, moveThread } from '#contract/threads.ts'
import { describeOnNewest } from '#server/platform/db/db.test-kit.ts'
import { codeOf, startTestApp } from '#server/app.test-kit.ts'
import type { TestApp, TestPerson } from '#server/app.test-kit.ts'

describeOnNewest('pages', (on) => {
  let app: TestApp, ana: TestPerson, mei: TestPerson, ben: TestPerson, gil: TestPerson
  beforeAll(async () => {
    app = await startTestApp(on)
    ana = await app.person('Ana')
    mei = await app.person('Mei', { zone: 'Asia/Manila' })
    ben = await app.person('Ben')
    gil = await app.person('Gil', { role: 'guest' })
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

  test('an earlier version comes back as a new one, whoever wrote it, and its lines can be compared', async () => {
    const { number } = await write('Restore', 'one\ntwo\n')
    await mei.call(contract.savePage, { number, base: 1, text: 'one\nthree\n', title: 'Restored' })
    expect(await ana.call(contract.pageVersion, { number, version: 2 })).toMatchObject({ against: 1, title: 'Restored', added: 1, removed: 1, lines: [{ kind: 'same', text: 'one' }, { kind: 'removed', text: 'two' }, { kind: 'added', text: 'three' }, { kind: 'same', text: '' }] })
    expect(await mei.call(contract.restorePageVersion, { number, version: 1 })).toMatchObject({ text: 'one\ntwo\n', title: 'Restore', version: 3 })
    const { items: [newest] } = await ana.call(contract.pageVersions, { number, limit: 1 })
    expect(newest).toMatchObject({ version: 3, how: 'restored', restoredFrom: 1, byName: 'Mei' })
    expect(await codeOf(ana.call(contract.restorePageVersion, { number, version: 1 }))).toBe('conflict')
    expect(await codeOf(ana.call(contract.pageVersion, { number, version: 9 }))).toBe('not_found')
  })

  test('a page goes with all below it, never under itself, and into another space only by who writes in both', async () => {
    const top = await write('Top', 'Top.')
    const child = await write('Child', 'Child.', { parent: top.number })
    const leaf = await write('Leaf', `Leaf of #${top.number}, quokka.`, { parent: child.number })
    expect(await read(leaf.number)).toMatchObject({ parent: child.number, path: [{ number: top.number, title: 'Top' }, { number: child.number, title: 'Child' }] })
    expect(await codeOf(ana.call(contract.movePage, { number: top.number, parent: leaf.number }))).toBe('conflict')
    expect(await codeOf(ana.call(contract.movePage, { number: top.number, parent: top.number }))).toBe('conflict')
    const { id: spaceId } = await ana.call(createSpace, { name: 'Closed', purpose: 'For two.', visibility: 'private' })
    await ana.call(addSpaceMember, { id: spaceId, personId: mei.id })
    expect(await codeOf(ben.call(contract.movePage, { number: child.number, parent: null, spaceId }))).toBe('not_found')
    const moved = await ana.call(contract.movePage, { number: child.number, parent: null, spaceId })
    expect(moved).toMatchObject({ spaceId, parent: null, children: [{ number: leaf.number }] })
    expect(await codeOf(read(leaf.number, ben))).toBe('not_found')
    const found = async (who: TestPerson) => (await who.call(runSearch, { q: 'quokka' })).items.map((hit) => hit.number)
    expect([await found(mei), await found(ben)]).toEqual([[leaf.number], []])
    await ana.call(contract.movePage, { number: leaf.number, parent: null, spaceId, position: 0 })
    expect((await mei.call(contract.pageTree, { spaceId })).pages.map(({ number, parent, position }) => [number, parent, position])).toEqual([[leaf.number, null, 0], [child.number, null, 1]])
  })

  test('what stood below a deleted page moves up, and back under it when it is restored; only who may delete it may restore it', async () => {
    const top = await write('Above', 'Above.')
    const middle = await write('Middle', 'Middle.', { parent: top.number })
    const leaf = await write('Below', 'Below.', { parent: middle.number })
    expect(await codeOf(gil.call(deleteEntry, { number: middle.number }))).toBe('not_allowed')
    await mei.call(deleteEntry, { number: middle.number })
    expect(await codeOf(read(middle.number))).toBe('not_found')
    expect(await read(leaf.number)).toMatchObject({ parent: top.number, path: [{ number: top.number }] })
    expect((await read(top.number)).children).toMatchObject([{ number: leaf.number }])
    expect((await ana.call(contract.deletedPages, {})).pages.map((one) => one.number)).toEqual([middle.number])
    expect((await gil.call(contract.deletedPages, {})).pages).toEqual([])
    expect(await codeOf(gil.call(restoreEntry, { number: middle.number }))).toBe('not_found')
    await ana.call(restoreEntry, { number: middle.number })
    expect(await read(leaf.number)).toMatchObject({ parent: middle.number })
  })

  test('who is named is told once, who follows finds edits in one line of the brief, and the talk is not the text', async () => {
    const { number } = await write('Names', 'Ask @Ben.')
    await mei.call(contract.savePage, { number, base: 1, text: 'Ask @Ben or @Gil.', note: 'Gil knows it too' })
    await mei.call(contract.savePage, { number, base: 2, text: 'Ask @Gil or @Ben first.', note: 'In this order' })
    const hidden = await write('Not for Ben', 'Ask @Ben.')
    const { id: closed } = await ana.call(createSpace, { name: 'Without Ben', purpose: 'For one.', visibility: 'private' })
    await ana.call(contract.movePage, { number: hidden.number, parent: null, spaceId: closed })
    expect(JSON.stringify(await ana.call(readBrief, {}))).toContain('Mei edited Names twice: In this order.')
    await app.advanceTo('2026-03-24T12:00:00Z')
    const inbox = async (who: TestPerson) => (await who.call(listInbox, {})).items.filter((item) => item.number === number).map((item) => item.kind)
    expect([await inbox(ben), await inbox(gil), await inbox(ana)]).toEqual([['mention'], ['mention'], []])
    expect((await ben.call(listInbox, {})).items.map((item) => item.number)).not.toContain(hidden.number)
    expect(await codeOf(ana.call(editThread, { number, title: 'Other' }))).toBe('conflict')
    expect(await codeOf(ana.call(moveThread, { number, spaceId: app.spaceId }))).toBe('conflict')
  })
})
