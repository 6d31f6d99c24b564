import { randomUUID } from 'node:crypto'
import { listInbox } from '#contract/attention.ts'
import { editReply, followThread, markRead, mentionCost, postReply, postThread, readThread, saveForLater, undoReply } from '#contract/threads.ts'
import { saveTeamRole } from '#contract/people.ts'
import { describeOnNewest } from '#server/platform/db/db.test-kit.ts'
import { codeOf, startTestApp } from '#server/app.test-kit.ts'
import type { TestApp, TestPerson } from '#server/app.test-kit.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'

describeOnNewest('who is told of a thread', (on) => {
  let app: TestApp
  let ann: TestPerson
  let bob: TestPerson
  let mei: TestPerson
  beforeAll(async () => {
    app = await startTestApp(on)
    ann = await app.person('Ann')
    bob = await app.person('Bob')
    mei = await app.person('Mei', { zone: 'Asia/Manila' })
  })
  afterAll(() => app.stop())
  const open = async (title: string, body = '') => (await ann.call(postThread, { spaceId: app.spaceId, title, body })).number
  const later = (seconds: number) => app.advanceTo(app.app.platform.clock.now().add({ seconds }).toString())
  /** What waits for or has reached somebody in a thread, with its kind. */
  const told = async (person: TestPerson, number: number) => {
    await later(1)
    const all = await Promise.all((['held', 'new'] as const).map((of) => person.call(listInbox, { of })))
    return all.flatMap(({ items }) => items).filter((item) => item.number === number).map((item) => `${item.kind}: ${item.text}`).toSorted()
  }

  test('members hear of a new thread, followers of its replies, each text once', async () => {
    const number = await open('New', 'Hello.')
    expect(await told(bob, number)).toEqual(['thread: Hello.'])
    expect(await told(ann, number)).toEqual([])
    await bob.call(postReply, { number, body: 'Good.' })
    expect(await told(ann, number)).toEqual(['reply: Good.'])
    expect(await told(mei, number)).toEqual(['thread: Hello.'])
    await ann.call(postReply, { number, body: 'Thanks.' })
    expect(await told(bob, number)).toEqual(['reply: Thanks.', 'thread: Hello.'])
  })

  test('whoever is called by name or role, or quoted, is told as such, and follows from then on', async () => {
    const id = randomUUID()
    await app.owner.call(saveTeamRole, { id, name: 'On call', holders: [bob.id] })
    const number = await open('Names', '@Mei have a look.')
    expect(await told(mei, number)).toEqual(['mention: @Mei have a look.'])
    expect((await mei.call(readThread, { number })).followsBecause).toBe('You were mentioned.')
    await mei.call(postReply, { number, body: '@On call knows.', quote: { text: 'have a look' } })
    expect(await told(bob, number)).toEqual(['mention: @On call knows.', 'thread: @Mei have a look.'])
    expect(await told(ann, number)).toEqual(['mention: @On call knows.'])
  })

  test('names that come in by an edit are told then, and what waits is delivered as edited', async () => {
    const number = await open('Edits')
    const { id } = await ann.call(postReply, { number, body: 'Frst.' })
    await ann.call(editReply, { id, body: 'First. @Mei?' })
    expect(await told(mei, number)).toEqual(['mention: First. @Mei?', 'thread: '])
    const second = await mei.call(postReply, { number, body: 'Wrong.' })
    await mei.call(editReply, { id: second.id, body: 'Right.' })
    expect(await told(ann, number)).toEqual(['reply: Right.'])
  })

  test('nobody is told of what was taken back, or read meanwhile', async () => {
    const number = await open('Undo')
    const { id } = await bob.call(postReply, { number, body: 'Oops.' })
    await bob.call(undoReply, { id })
    expect(await told(ann, number)).toEqual([])
    await bob.call(postReply, { number, body: 'Better.' })
    expect(await told(ann, number)).toEqual(['reply: Better.'])
    await ann.call(markRead, { number, seq: 2 })
    expect(await told(ann, number)).toEqual([])
  })

  test('a mute keeps everything back but a call by name; a timed one ends by itself', async () => {
    const number = await open('Muted')
    await ann.call(followThread, { number, follow: 'muted' })
    await bob.call(postReply, { number, body: 'Noise.' })
    await bob.call(postReply, { number, body: '@Ann, you.' })
    expect(await told(ann, number)).toEqual(['mention: @Ann, you.'])
    const timed = await open('Timed')
    expect(await codeOf(ann.call(followThread, { number: timed, follow: 'following', until: '2026-03-24T07:00:00Z' }))).toBe('bad_input')
    await ann.call(followThread, { number: timed, follow: 'muted', until: '2026-03-24T10:00:00Z' })
    await bob.call(postReply, { number: timed, body: 'While muted.' })
    await app.advanceTo('2026-03-24T09:59:00Z')
    expect((await ann.call(listInbox, {})).items.filter((item) => item.number === timed)).toEqual([])
    await app.advanceTo('2026-03-24T10:00:01Z')
    expect(await ann.call(readThread, { number: timed })).toMatchObject({ following: 'following', mutedUntil: null })
    await app.advanceTo('2026-03-25T09:00:00Z')
    expect((await ann.call(listInbox, {})).items.filter((item) => item.number === timed).map((item) => item.text)).toEqual(['While muted.'])
  })

  test('whoever stopped following hears no more, and what they chose stays', async () => {
    const number = await open('Off')
    await bob.call(postReply, { number, body: 'In.' })
    await bob.call(followThread, { number, follow: 'off' })
    await ann.call(postReply, { number, body: 'More.' })
    expect((await told(bob, number)).filter((item) => item.startsWith('reply'))).toEqual([])
    await bob.call(postReply, { number, body: 'Still here.' })
    expect((await bob.call(readThread, { number })).following).toBe('off')
  })

  test('a reminder of what was kept comes once, in a working moment after it', async () => {
    const number = await open('Kept')
    await mei.call(saveForLater, { number, saved: true, remindAt: '2026-03-25T20:00:00Z' })
    await app.advanceTo('2026-03-25T20:00:01Z')
    expect((await mei.call(listInbox, {})).items.filter((item) => item.kind === 'reminder')).toEqual([])
    await app.advanceTo('2026-03-26T02:00:00Z')
    expect((await mei.call(listInbox, {})).items.filter((item) => item.kind === 'reminder').map((item) => [item.number, item.title])).toEqual([[number, 'Kept']])
    expect(await codeOf(mei.call(saveForLater, { number, saved: true, remindAt: '2026-03-25T20:00:00Z' }))).toBe('bad_input')
  })

  test('past/04: a guest learns from a mention nothing of people whom they do not see', async () => {
    const gil = await app.person('Gil', { role: 'guest' })
    const away = await app.person('Hidden Hanna', { joins: false })
    await app.owner.call(saveTeamRole, { id: randomUUID(), name: 'Backstage', holders: [away.id, bob.id] })
    const cost = await gil.call(mentionCost, { spaceId: app.spaceId, text: '@Backstage @Hidden Hanna @Hanna' })
    expect(JSON.stringify(cost)).not.toContain(away.id)
    expect(cost).toMatchObject({ people: 1, mentions: [{ written: '@Backstage', personIds: [bob.id] }, { written: '@Hidden', kind: 'unknown' }, { written: '@Hanna', kind: 'unknown' }] })
  })

  test('mentions say what they would cost before they are sent', async () => {
    const cost = await ann.call(mentionCost, { spaceId: app.spaceId, text: '@Bob and @space, not `@Mei` or @Nobody; see #1' })
    expect(cost.mentions).toEqual([
      { written: '@Bob', kind: 'person', personIds: [bob.id] }, { written: '@space', kind: 'space', personIds: expect.arrayContaining([bob.id, mei.id, app.owner.id]) },
      { written: '@Nobody', kind: 'unknown', personIds: [] },
    ])
    expect(cost).toMatchObject({ people: 4, sentence: expect.stringMatching(/^Calls 4 people/) })
  })
})
