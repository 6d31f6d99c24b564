import { listInbox } from '#contract/attention.ts'
import { deactivateMember } from '#contract/members.ts'
import * as contract from '#contract/page-truth.ts'
import { createPage, readPage, savePage } from '#contract/pages.ts'
import { search } from '#contract/search.ts'
import { describeOnNewest } from '#server/platform/db/db.test-kit.ts'
import { codeOf, startTestApp } from '#server/app.test-kit.ts'
import type { TestApp, TestPerson } from '#server/app.test-kit.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'

const TEXT = '# Restore\n\nStop the writers, then restore the copy of the ledger.\n'

/** Monday 2026-03-23: 08:00 in Berlin, where everybody works from nine. */
describeOnNewest('the truth of pages', (on) => {
  let app: TestApp
  let mei: TestPerson
  let ben: TestPerson
  beforeAll(async () => {
    app = await startTestApp(on)
    ;[mei, ben] = [await app.person('Mei'), await app.person('Ben')]
  })
  afterAll(() => app.stop())

  const write = (more: Record<string, unknown> = {}) => mei.call(createPage, { spaceId: app.spaceId, kind: 'runbook', title: 'Restore the ledger', text: TEXT, ...more })
  const inbox = async (person: TestPerson, number: number) => (await person.call(listInbox, { of: 'new' })).items.filter((item) => item.number === number).map(({ text, obliges }) => ({ text, obliges }))

  test('whoever verifies says against what, and it holds as long as is usual for its kind', async () => {
    const { number, truth } = await write()
    expect(truth).toBe('unverified')
    const verified = await ben.call(contract.verifyPage, { number, version: 1, against: 'release 4.2' })
    expect(verified).toMatchObject({ truth: 'verified', expiresOn: '2026-06-21', reviewDays: 90, truthSentence: 'Verified by Ben on 23 March against release 4.2; look again by 21 June.' })
    await mei.call(savePage, { number, base: 1, text: `${TEXT}\nMore.\n` })
    expect((await ben.call(readPage, { number })).truthSentence).toContain(', and edited since')
    expect(await codeOf(ben.call(contract.verifyPage, { number, version: 1 }))).toBe('conflict')
    expect(await mei.call(contract.ownPage, { number, ownerId: ben.id, reviewDays: 10 })).toMatchObject({ ownerName: 'Ben', expiresOn: '2026-04-02' })
    expect(await mei.call(contract.verifyPage, { number, version: 2, reviewDays: null })).toMatchObject({ expiresOn: null, truth: 'verified' })
  })

  test('what is wrong is told to whoever minds it, stays on the page, and comes back when it was dealt with', async () => {
    const { number } = await write()
    expect(await codeOf(ben.call(contract.usePage, { number, verdict: 'wrong' }))).toBe('bad_input')
    const told = await ben.call(contract.usePage, { number, verdict: 'wrong', quote: 'restore the copy', note: 'The copy is elsewhere.' })
    expect(told).toMatchObject({ helped: 0, mine: 'wrong', wrong: [{ byName: 'Ben', quote: 'restore the copy', mine: true }] })
    await app.advanceTo('2026-03-23T08:01:00Z')
    expect(await inbox(mei, number)).toEqual([{ text: 'This is wrong, says somebody who used it.\n\n> restore the copy\n\nThe copy is elsewhere.', obliges: true }])
    const id = told.wrong[0]?.id ?? ''
    expect((await mei.call(contract.settleWrong, { number, id, note: 'Mended.' })).wrong).toEqual([])
    expect(await inbox(mei, number)).toEqual([])
    expect(await codeOf(mei.call(contract.settleWrong, { number, id }))).toBe('conflict')
    expect(await ben.call(contract.usePage, { number, verdict: 'helped' })).toMatchObject({ helped: 1, mine: 'helped' })
    await app.advanceTo('2026-03-23T13:00:00Z')
    expect((await inbox(ben, number)).map(({ text }) => text)).toEqual(['What you found wrong was dealt with.\n\n> restore the copy\n\nMended.'])
    await ben.call(contract.forgetUse, { number })
    expect(await ben.call(readPage, { number })).toMatchObject({ helped: 0, mine: null })
  })

  test('a remark stays with its passage, is answered, found, and resolved', async () => {
    const { number } = await write()
    const start = TEXT.indexOf('restore the copy')
    await mei.call(savePage, { number, base: 1, text: `Read this first.\n\n${TEXT}` })
    const { remarks: [first] } = await ben.call(contract.remarkOnPage, { number, version: 1, start, end: start + 'restore the copy'.length, body: 'Which zanzibar copy?' })
    expect(first).toMatchObject({ authorName: 'Ben', body: 'Which zanzibar copy?', anchor: { quote: 'restore the copy', start: start + 'Read this first.\n\n'.length } })
    const answered = await mei.call(contract.answerPageRemark, { number, id: first?.id ?? '', body: 'The nightly one.' })
    expect(answered.remarks.map(({ inReplyTo }) => inReplyTo)).toEqual([null, first?.id])
    expect((await ben.call(search, { q: 'zanzibar' })).items.map((hit) => hit.number)).toEqual([number])
    expect(await codeOf(ben.call(contract.remarkOnPage, { number, version: 1, start: 5, end: 5, body: 'x' }))).toBe('bad_input')
    await app.advanceTo('2026-03-24T08:01:00Z')
    expect((await inbox(ben, number)).map(({ text }) => text)).toEqual(['> restore the copy\n\nThe nightly one.'])
    expect((await ben.call(contract.resolvePageRemark, { number, id: first?.id ?? '' })).remarks[0]).toMatchObject({ resolvedByName: 'Ben' })
    expect(await codeOf(ben.call(contract.resolvePageRemark, { number, id: first?.id ?? '' }))).toBe('conflict')
  })

  test('pages whose owner has left are listed to whoever sees them', async () => {
    const leaver = await app.person('Lea')
    const { number } = await write({ title: 'Left behind', ownerId: leaver.id })
    const stranger = await app.person('Gil', { role: 'guest', joins: false })
    expect((await ben.call(contract.soleOwners, {})).items).toEqual([])
    await app.owner.call(deactivateMember, { id: leaver.id })
    expect((await ben.call(contract.soleOwners, {})).items).toEqual([{ what: 'page', number, spaceId: app.spaceId, title: 'Left behind', ownerName: 'Lea', why: 'Lea has left.' }])
    expect((await stranger.call(contract.soleOwners, {})).items).toEqual([])
  })
})
