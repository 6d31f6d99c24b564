import { acknowledgeAsk, answerAsk, readAsk, withdrawAsk } from '#contract/asks.ts'
import { listInbox } from '#contract/attention.ts'
import { closeCall, confirmRead, postReply, postThread, readThread, resolveThread, restoreReply, deleteReply, setState, splitThread, undoReply, react } from '#contract/threads.ts'
import { startTeam } from '#server/asks/asks.test-kit.ts'
import type { Team } from '#server/asks/asks.test-kit.ts'
import { json } from '#server/platform/db/columns.ts'
import { describeOnBoth } from '#server/platform/db/db.test-kit.ts'
import { codeOf } from '#server/app.test-kit.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'

const AT_ONCE = 50
const ROUNDS = 8

describeOnBoth('past/09: what happens once, however many try at the same moment', (on) => {
  let team: Team
  beforeAll(async () => { team = await startTeam(on) })
  afterAll(() => team.app.stop())

  /** How the same moment ended for everybody: each outcome with how often it came. */
  async function rush(calls: readonly (() => Promise<unknown>)[]): Promise<Record<string, number>> {
    const codes = await Promise.all(calls.map((call) => codeOf(call())))
    return Object.fromEntries([...Map.groupBy(codes, (code) => code)].map(([code, some]) => [code, some.length]))
  }
  const times = (call: (index: number) => Promise<unknown>, count = AT_ONCE) => Array.from({ length: count }, (_none, index) => () => call(index))
  const stepsOf = async (number: number, kind: string) => (await team.read(number)).steps.filter((step) => step.kind === kind).length
  const open = async (title = 'Race') => (await team.ana.call(postThread, { spaceId: team.app.spaceId, title, body: '' })).number

  test('one of fifty answers settles an ask, and stands in its thread alone', async () => {
    const { number } = await team.ask()
    expect(await rush(times((index) => team.mei.call(answerAsk, { number, body: `Answer ${index}.` })))).toEqual({ 'no refusal': 1, conflict: AT_ONCE - 1 })
    const { items } = await team.ana.call(readThread, { number })
    expect(items.filter((reply) => reply.kind === 'answer').map((reply) => reply.body)).toEqual([(await team.read(number)).answer])
    expect(await stepsOf(number, 'answered')).toBe(1)
  })

  test('of answers and withdrawals at once, one holds', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { number } = await team.ask()
      const ended = await rush([
        ...times(() => team.mei.call(answerAsk, { number, body: 'Yes.' }), 8), ...times(() => team.ana.call(withdrawAsk, { number }), 7),
      ])
      expect(ended).toEqual({ 'no refusal': 1, conflict: 14 })
      const { state, steps } = await team.read(number)
      expect(steps.filter((step) => ['answered', 'withdrawn'].includes(step.kind)).map((step) => step.kind)).toEqual([state])
    }
  })

  test('“I am on it” is said once', async () => {
    const first = (await team.ask({ urgency: 'urgent', urgentReason: 'Down.', blockedPath: 'All of it.', to: team.ben.id })).number
    await rush(times(() => team.ben.call(acknowledgeAsk, { number: first })))
    expect(await stepsOf(first, 'acknowledged')).toBe(1)
    expect((await team.ben.call(readAsk, { number: first })).acknowledgedAt).not.toBeNull()
  })

  test('a reply is taken back, or told; never both', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const number = await open(`Undo ${round}`)
      const { id } = await team.ben.call(postReply, { number, body: `Oops ${round}.` })
      const [undone] = await Promise.all([codeOf(team.ben.call(undoReply, { id })), team.app.advanceTo(team.app.app.platform.clock.now().add({ seconds: 11 }).toString())])
      const { items } = await team.ana.call(readThread, { number })
      await team.app.advanceTo(team.app.app.platform.clock.now().add({ hours: 24 }).toString())
      const told = [...(await team.ana.call(listInbox, {})).items, ...(await team.ana.call(listInbox, { of: 'held' })).items].filter((item) => item.replyId === id).length
      expect([undone, items.length, told]).toEqual(undone === 'no refusal' ? [undone, 0, 0] : ['conflict', 1, 1])
    }
  })

  test('one of fifty lines on where it stands is kept, and the others are told that a newer one stands', async () => {
    const number = await open()
    expect(await rush(times((index) => team.ben.call(setState, { number, text: `Line ${index}.`, version: 0 })))).toEqual({ 'no refusal': 1, conflict: AT_ONCE - 1 })
    expect((await team.ana.call(readThread, { number })).state.version).toBe(1)
  })

  test('one of fifty outcomes resolves a thread', async () => {
    const number = await open()
    expect(await rush(times((index) => team.ben.call(resolveThread, { number, outcome: `Outcome ${index}.` })))).toEqual({ 'no refusal': 1, conflict: AT_ONCE - 1 })
  })

  test('replies that two split off at once stand in one new thread', async () => {
    const number = await open()
    const ids = [(await team.ben.call(postReply, { number, body: 'One.' })).id, (await team.ben.call(postReply, { number, body: 'Two.' })).id]
    const ended = await rush(times((index) => team.ana.call(splitThread, { number, replyIds: ids, title: `Split ${index}`, summary: 'So far.' }), 12))
    expect(ended).toEqual({ 'no refusal': 1, bad_input: 11 })
    expect(new Set((await on.db.selectFrom('reply').select('entry_id').where('id', 'in', ids).execute()).map((row) => row.entry_id)).size).toBe(1)
    expect((await team.ana.call(readThread, { number })).items.map((reply) => reply.kind)).toEqual(['split'])
  })

  test('a notice is confirmed once, a reaction stands once, and places in a thread are each taken once', async () => {
    const { number } = await team.ana.call(postThread, { spaceId: team.app.spaceId, title: 'Notice', kind: 'change', change: { was: 'a', now: 'b', since: '2026-03-23', why: 'c', mustRead: [team.ben.id] } })
    await rush(times(() => team.ben.call(confirmRead, { number }), 20))
    await rush(times(() => team.ben.call(react, { number, emoji: '👍' }), 20))
    expect(await rush(times((index) => (index % 2 === 0 ? team.ben : team.mei).call(postReply, { number, body: `Reply ${index}.` }), 20))).toEqual({ 'no refusal': 20 })
    const { reactions, items, replies } = await team.ana.call(readThread, { number })
    expect([reactions.map((one) => one.people), items.map((reply) => reply.seq), replies]).toEqual([[[team.ben.id]], Array.from({ length: 20 }, (_none, index) => index + 1), 20])
  })

  test('a reply that is deleted and brought back at once is counted right', async () => {
    const number = await open()
    const { id } = await team.ben.call(postReply, { number, body: 'Here.' })
    await rush([...times(() => team.ben.call(deleteReply, { id }), 10), ...times(() => team.ben.call(restoreReply, { id }), 10)])
    const { items, replies } = await team.ana.call(readThread, { number })
    expect(replies).toBe(items.filter((reply) => reply.deletedAt === null).length)
  })

  test('a call closes with one outcome', async () => {
    const number = await open('Call')
    await team.app.asSystem(async (act) => {
      const { id } = await act.tx.selectFrom('entry').select('id').where('workspace_id', '=', team.app.workspaceId).where('number', '=', number).executeTakeFirstOrThrow()
      await act.tx.insertInto('thread_call').values({
        workspace_id: team.app.workspaceId, id: act.newId(), entry_id: id, question_ids: json([id]), state: 'offered', why: 'rounds', rounds: 4, messages: 9, open_days: 1, limit_was: 3,
        people: json([team.ana.id, team.ben.id]), agenda: json([]), offered_at: act.now, starts_at: null, minutes: null, settled_by: null, settled_at: null, outcome_reply_id: null,
      }).execute()
      await act.tx.updateTable('thread').set({ has_calls: true }).where('workspace_id', '=', team.app.workspaceId).where('entry_id', '=', id).execute()
    })
    const ended = await rush(times((index) => (index % 2 === 0 ? team.ben : team.ana).call(closeCall, { number, outcome: `We agreed on ${index}.` }), 20))
    expect(ended['no refusal']).toBe(1)
    expect((await team.ana.call(readThread, { number })).items.filter((reply) => reply.kind === 'outcome')).toHaveLength(1)
  })
})
