import { address } from '#contract/client.ts'
import { OPERATIONS } from '#contract/index.ts'
import { changes } from '#contract/operation.ts'
import type { AnyOperation } from '#contract/operation.ts'
import { answerAsk, postAsk, previewAsk } from '#contract/asks.ts'
import { addSpaceMember } from '#contract/spaces.ts'
import { confirmRead, elevate, listThreads, mentionCost, postReply, postThread, react, resolveThread, saveForLater, setState, splitThread } from '#contract/threads.ts'
import { postWrap } from '#contract/handoffs.ts'
import type { Call } from '#contract/client.ts'
import { buildWorld, SECRET } from '#server/permissions/world.ts'
import type { CallerName, World } from '#server/permissions/world.ts'
import { describeOnNewest } from '#server/platform/db/db.test-kit.ts'
import { codeOf } from '#server/app.test-kit.ts'
import type { TestPerson } from '#server/app.test-kit.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'

/** Everybody who is not in the private space, whatever else they may do. */
const OUTSIDE = ['anonymous', 'guest', 'member', 'admin', 'owner', 'stranger'] as const satisfies readonly CallerName[]
/** Tells the whole story of the demo team; its own tests call it. */
const LEFT_OUT = new Set(['demo.enter'])

type Reading = { operation: AnyOperation; input: Record<string, unknown> }

/** The audit log grows with each export that `everything` takes; that a line of a private space says nothing is shown in `server/audit/audit.db.test.ts`. */
const TELLS_OF_READS = /^\w+: audit\./

describeOnNewest('past/04: what happens in a private space changes nothing for anybody outside', (on) => {
  let world: World
  let insider: Call
  let ida: TestPerson
  let number = 0
  let replyId = ''
  const tokens = new Map<CallerName, string | null>()
  beforeAll(async () => {
    world = await buildWorld(on)
    insider = await world.as('insider')
    ida = await world.app.person('Ida Insider')
    number = (await insider(postThread, { spaceId: world.spaces.open, title: 'Open', body: 'Everybody reads this. @Mo' })).number
    replyId = (await insider(postReply, { number, body: 'A reply.' })).id
    for (const name of OUTSIDE) tokens.set(name, await world.tokenOf(name, 'account:read'))
    await world.app.advanceTo('2026-03-23T12:00:00Z')
  })
  afterAll(() => world.app.stop())
  const settle = () => world.app.advanceTo(world.app.app.platform.clock.now().toString())

  /** Every way to read, with each kind of thing that may be named; `number` may be told of by the private space, and is not part of it. */
  function readings(): Reading[] {
    const values: Record<string, unknown> = { number, slot: 'reply', token: 'lh_b_x', date: '2026-03-23', name: 'a.txt', from: '2026-03-23', ids: world.people.member, spaceId: world.spaces.open, region: 'BE', country: 'DE' }
    const ids = (operation: AnyOperation): unknown => operation.path.includes('people') ? world.people.insider : operation.path.includes('spaces') ? world.spaces.open : replyId
    const ways = OPERATIONS.filter((one) => !changes(one) && !LEFT_OUT.has(one.name)).flatMap((operation) => {
      const named = [...operation.path.matchAll(/:(\w+)/g)].map(([, name = '']) => name)
      const base = Object.fromEntries(named.map((name) => [name, name === 'id' ? ids(operation) : values[name]]))
      const choices = operation.input.shape['of']
      const kinds = choices && 'unwrap' in choices ? (choices as unknown as { unwrap(): { options: string[] } }).unwrap().options : [undefined]
      return kinds.map((of) => {
        const input = { ...base, ...(of !== undefined && { of }) }
        const whole = operation.input.safeParse(input).success ? input : { ...Object.fromEntries(Object.keys(operation.input.shape).flatMap((key) => key in values ? [[key, values[key]]] : [])), ...input }
        return { operation, input: whole }
      })
    })
    return [
      ...ways,
      { operation: mentionCost, input: { spaceId: world.spaces.open, text: '@space @here @Mo @Ines Insider @Ida' } },
      { operation: previewAsk, input: { spaceId: world.spaces.open, kind: 'answer', to: world.people.insider, needBy: '2026-03-24T12:00:00Z' } },
    ]
  }

  async function said({ operation, input }: Reading, token: string | null): Promise<string> {
    const { url, body } = address('', operation, input)
    const answer = await world.app.app.http.inject({ method: operation.method as 'GET', url, headers: { ...(token !== null && { authorization: `Bearer ${token}` }), ...(body !== undefined && { 'content-type': 'application/json' }) }, ...(body !== undefined && { payload: body }) })
    return `${answer.statusCode} ${answer.body}`
  }

  async function everything(): Promise<Map<string, string>> {
    const all = new Map<string, string>()
    for (const name of OUTSIDE) for (const reading of readings()) all.set(`${name}: ${reading.operation.name} ${JSON.stringify(reading.input)}`, await said(reading, tokens.get(name) ?? null))
    return all
  }

  /** A busy life inside, which names what and who is outside wherever it can. */
  async function secretLife(): Promise<void> {
    const spaceId = world.spaces.private
    await insider(addSpaceMember, { id: spaceId, personId: ida.id })
    const hidden = (await insider(postThread, { spaceId, title: SECRET, body: `@Mo @Gil @Olga @space ${SECRET} #${number}` })).number
    const reply = await ida.call(postReply, { number: hidden, body: `${SECRET}: see #${number}, @Mo Member.`, quote: { text: SECRET } })
    await insider(react, { number: hidden, replyId: reply.id, emoji: '👍' })
    await insider(saveForLater, { number: hidden, replyId: reply.id, saved: true })
    await insider(setState, { number: hidden, text: SECRET, version: 0 })
    const ask = await insider(postAsk, { threadNumber: hidden, title: SECRET, body: SECRET, kind: 'answer', to: ida.id, fromReplyId: reply.id })
    await ida.call(answerAsk, { number: ask.number, body: SECRET })
    await insider(postAsk, { spaceId, title: SECRET, kind: 'answer', to: ida.id })
    await insider(elevate, { number, replyId, to: 'learning', title: SECRET, spaceId })
    await insider(elevate, { number, to: 'wrap-line', title: SECRET, spaceId })
    await insider(postThread, { spaceId, title: SECRET, from: { number, replyId } })
    const notice = await insider(postThread, { spaceId, title: SECRET, kind: 'change', change: { was: SECRET, now: SECRET, since: '2026-03-23', why: SECRET, mustRead: [ida.id] } })
    await ida.call(confirmRead, { number: notice.number })
    await insider(resolveThread, { number: hidden, outcome: SECRET })
    await insider(postWrap, { spaceId, state: `${SECRET} #${number}`, nextAction: SECRET, mostImportant: SECRET })
    await settle()
  }

  test('not one letter of one answer, counts and links included', async () => {
    for (const call of [insider, ida.call]) await call(listThreads, {})
    for (const name of OUTSIDE) await said({ operation: listThreads, input: {} }, tokens.get(name) ?? null)
    const before = await everything()
    expect([...before.values()].filter((answer) => answer.startsWith('200')).length).toBeGreaterThan(150)
    await secretLife()
    const after = await everything()
    const changed = [...before].filter(([key, answer]) => after.get(key) !== answer && !TELLS_OF_READS.test(key)).map(([key]) => key)
    expect(changed).toEqual([])
    for (const [key, answer] of after) expect([key, answer.includes(SECRET)]).toEqual([key, false])
  })

  test('nor of a mail in the days after', async () => {
    await world.app.advanceTo('2026-03-27T18:00:00Z')
    const outside = world.app.mails.filter((mail) => !/Insider/.test(mail.to.name))
    expect(outside.length).toBeGreaterThan(3)
    for (const mail of outside) expect([mail.to.name, JSON.stringify(mail).includes(SECRET)]).toEqual([mail.to.name, false])
  })

  test('a guest learns nothing by asking about people whom they do not see', async () => {
    const unseen = await world.app.person('Una Unseen', { joins: false })
    const guest = await world.as('guest')
    expect(await codeOf(guest(previewAsk, { spaceId: world.spaces.open, kind: 'answer', to: unseen.id }))).toBe('bad_input')
    expect(await codeOf(guest(previewAsk, { spaceId: world.spaces.open, kind: 'answer', to: world.people.member, others: [unseen.id] }))).toBe('bad_input')
    expect(await codeOf(guest(postAsk, { spaceId: world.spaces.open, title: 'Who are you?', kind: 'answer', to: unseen.id }))).toBe('bad_input')
    expect(await codeOf(guest(postThread, { spaceId: world.spaces.open, title: 'Read this', kind: 'change', change: { was: 'a', now: 'b', since: '2026-03-23', why: 'c', mustRead: [unseen.id] } }))).toBe('not_found')
  })

  test('the title of what was split off into a private space does not stand in the open one', async () => {
    const source = (await insider(postThread, { spaceId: world.spaces.open, title: 'Mixed', body: '' })).number
    const { id } = await insider(postReply, { number: source, body: 'To be split off.' })
    await insider(splitThread, { number: source, replyIds: [id], title: SECRET, summary: SECRET, spaceId: world.spaces.private })
    for (const name of ['guest', 'member', 'owner'] as const) {
      const answer = await said({ operation: OPERATIONS.find((one) => one.name === 'threads.read')!, input: { number: source } }, tokens.get(name) ?? null)
      expect([name, answer.slice(0, 3), answer.includes(SECRET)]).toEqual([name, '200', false])
    }
  })
})
