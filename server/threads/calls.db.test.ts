import { answerAsk, postAsk } from '#contract/asks.ts'
import { listInbox } from '#contract/attention.ts'
import { closeCall, dismissCall, listThreads, moveThread, postReply, postThread, proposeCall, readThread, resolveThread, splitThread } from '#contract/threads.ts'
import { createSpace } from '#contract/spaces.ts'
import { readAsk } from '#contract/asks.ts'
import { describeOnNewest } from '#server/platform/db/db.test-kit.ts'
import { codeOf, startTestApp } from '#server/app.test-kit.ts'
import type { TestApp, TestPerson } from '#server/app.test-kit.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'

describeOnNewest('questions that go round', (on) => {
  let app: TestApp
  let ann: TestPerson
  let bob: TestPerson
  let cleo: TestPerson
  beforeAll(async () => {
    app = await startTestApp(on)
    ann = await app.person('Ann')
    bob = await app.person('Bob', { zone: 'Europe/Lisbon' })
    cleo = await app.person('Cleo')
  })
  afterAll(() => app.stop())
  const open = async (title: string) => (await ann.call(postThread, { spaceId: app.spaceId, title })).number
  /** Back and forth so many times, in a thread that Ann opened. */
  const rounds = async (number: number, count: number) => {
    for (let n = 0; n < count; n += 1) {
      await bob.call(postReply, { number, body: 'Why?' })
      await ann.call(postReply, { number, body: 'Because.' })
    }
  }

  test('a call is offered over the limit, to the people concerned and to nobody else', async () => {
    const number = await open('Which cache?')
    await rounds(number, 3)
    expect(await ann.call(readThread, { number })).toMatchObject({ rounds: 3, call: null })
    await rounds(number, 1)
    const { call } = await bob.call(readThread, { number })
    expect(call).toMatchObject({ state: 'offered', rounds: 4, agenda: ['Which cache?'], can: ['propose', 'dismiss', 'close'], why: expect.stringContaining('4 times') })
    expect(call?.people.map((person) => person.name).toSorted()).toEqual(['Ann', 'Bob'])
    expect(call?.slots[0]).toEqual({ start: '2026-03-23T09:00:00Z', end: '2026-03-23T09:15:00Z' })
    expect((await cleo.call(readThread, { number })).call).toBeNull()
    expect(await codeOf(cleo.call(proposeCall, { number, startsAt: '2026-03-23T09:00:00Z' }))).toBe('not_found')
    await app.advanceTo('2026-03-23T09:00:00Z')
    const kinds = async (person: TestPerson) => (await person.call(listInbox, {})).items.filter((item) => item.number === number).map((item) => item.kind)
    expect(await kinds(bob)).toContain('call')
    expect(await kinds(cleo)).not.toContain('call')
  })

  test('it takes 15 minutes, or 30 with a reason, and closes only with its outcome in the thread', async () => {
    const number = await open('Which queue?')
    await rounds(number, 4)
    expect(await codeOf(ann.call(proposeCall, { number, startsAt: '2026-03-20T09:00:00Z' }))).toBe('bad_input')
    expect(await codeOf(ann.call(proposeCall, { number, startsAt: '2026-03-24T10:00:00Z', minutes: 30 }))).toBe('bad_input')
    const proposed = await ann.call(proposeCall, { number, startsAt: '2026-03-24T10:00:00Z', minutes: 30, reason: 'Three diagrams.' })
    expect(proposed.call).toMatchObject({ state: 'proposed', startsAt: '2026-03-24T10:00:00Z', minutes: 30, reason: 'Three diagrams.' })
    const closed = await bob.call(closeCall, { number, outcome: 'We take the simple one.', resolve: true })
    expect(closed).toMatchObject({ resolved: true, outcome: 'We take the simple one.', call: { state: 'closed', outcome: 'We take the simple one.', can: [] } })
    expect(closed.items.at(-1)).toMatchObject({ kind: 'outcome', body: 'We take the simple one.' })
    expect(await codeOf(ann.call(dismissCall, { number }))).toBe('conflict')
  })

  test('what was declined is not offered again for the same question', async () => {
    const number = await open('Which colour?')
    await rounds(number, 4)
    expect((await bob.call(dismissCall, { number, reason: 'Nearly there.' })).call).toBeNull()
    await rounds(number, 4)
    expect((await ann.call(readThread, { number })).call).toBeNull()
  })

  test('an ask in a thread is read at its own number, answered in the thread, and moves with it', async () => {
    const number = await open('Host')
    const ask = await ann.call(postAsk, { threadNumber: number, title: 'Which region first?', kind: 'answer', to: bob.id })
    expect(ask.threadNumber).toBe(number)
    await bob.call(postReply, { number: ask.number, body: 'Do you mean in Europe?' })
    const host = await cleo.call(readThread, { number })
    expect(host).toMatchObject({ askNumbers: [ask.number], items: [{ body: 'Do you mean in Europe?', askNumber: ask.number }] })
    expect(await cleo.call(readThread, { number: ask.number })).toMatchObject({ kind: 'ask', ask: { answererName: 'Bob' }, items: [{ body: 'Do you mean in Europe?' }] })
    expect((await cleo.call(listThreads, {})).items.map((head) => head.number)).not.toContain(ask.number)
    expect(await codeOf(ann.call(moveThread, { number: ask.number, spaceId: app.spaceId }))).toBe('conflict')
    const made = await ann.call(splitThread, { number, replyIds: [host.items[0]?.id ?? ''], title: 'Regions', summary: 'Where to begin.' })
    expect(made).toMatchObject({ askNumbers: [ask.number], replies: 1 })
    expect((await bob.call(readAsk, { number: ask.number })).threadNumber).toBe(made.number)
    const hidden = await ann.call(createSpace, { name: 'Closed', visibility: 'private' })
    await ann.call(moveThread, { number: made.number, spaceId: hidden.id })
    expect(await codeOf(cleo.call(readThread, { number: ask.number }))).toBe('not_found')
    expect(await codeOf(cleo.call(readAsk, { number: ask.number }))).toBe('not_found')
  })

  test('each open question is counted for itself, where an ask stands in the thread', async () => {
    const number = await open('Which store?')
    await rounds(number, 2)
    const ask = await ann.call(postAsk, { threadNumber: number, title: 'Which region holds it?', kind: 'answer', to: bob.id })
    const counted = async () => [(await cleo.call(readThread, { number })).rounds, (await cleo.call(readThread, { number, limit: 1 })).rounds, (await cleo.call(readThread, { number: ask.number })).rounds]
    expect(await counted()).toEqual([2, 2, 0])
    await rounds(ask.number, 3)
    expect(await counted()).toEqual([3, 3, 3])
    await bob.call(answerAsk, { number: ask.number, body: 'The one in Lisbon.' })
    expect(await counted()).toEqual([2, 2, 0])
    await ann.call(resolveThread, { number, outcome: 'The store in Lisbon.' })
    expect(await counted()).toEqual([0, 0, 0])
  })

  test('rounds over one ask offer a call to asker and answerer', async () => {
    const ask = await ann.call(postAsk, { spaceId: app.spaceId, title: 'Which format?', kind: 'answer', to: bob.id })
    await rounds(ask.number, 3)
    await bob.call(postReply, { number: ask.number, body: 'Still not clear.' })
    await ann.call(postReply, { number: ask.number, body: 'Hm.' })
    expect((await ann.call(readThread, { number: ask.number })).call?.people.map((person) => person.name).toSorted()).toEqual(['Ann', 'Bob'])
    expect((await cleo.call(readThread, { number: ask.number })).call).toBeNull()
  })
})
