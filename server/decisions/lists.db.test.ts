import * as contract from '#contract/decisions.ts'
import { postReply, postThread } from '#contract/threads.ts'
import { postAsk } from '#contract/asks.ts'
import { codeOf } from '#server/app.test-kit.ts'
import { addSpace } from '#server/spaces/public.ts'
import { describeOnBoth } from '#server/platform/db/db.test-kit.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CONTENT, startTeam } from './reading.test-kit.ts'
import type { Team } from './reading.test-kit.ts'
import { selectHeads } from './queries.ts'

describeOnBoth('what is listed of decisions', (on) => {
  let team: Team
  /** Numbers of records, the second superseding the first and the third depending on the second. */
  let records: number[] = []
  let secret = 0
  beforeAll(async () => {
    team = await startTeam(on)
    const { ana, app } = team
    const spaceId = await app.asSystem((act) => addSpace(act, { name: 'Quiet', purpose: '', visibility: 'private', noise: 'work' }, ana.id))
    const signed = async (more: Record<string, unknown>) => {
      const { number } = await team.opened({ roles: { accountableId: ana.id }, ...more })
      await ana.call(contract.signDecision, { number, optionId: 'new' })
      return number
    }
    const first = await signed({ tags: ['storage'] })
    const second = await signed({ content: { ...CONTENT, title: 'A faster cache', more: 'About 100% of \\reads_.' }, supersedes: [first] })
    records = [first, second, await signed({ content: { ...CONTENT, title: 'Keys of the cache' }, dependsOn: [second] })]
    secret = await signed({ spaceId, supersedes: [second] })
  })
  afterAll(() => team.app.stop())

  const numbers = async (who: 'ana' | 'ben', input: Record<string, unknown>) => (await team[who].call(contract.listDecisions, input)).items.map((one) => one.number)

  describe('the list', () => {
    test('is newest first and page by page, as far as one may see', async () => {
      expect(await numbers('ana', { of: 'records' })).toEqual([secret, ...records.toReversed()])
      const first = await team.ben.call(contract.listDecisions, { of: 'records', limit: 2 })
      expect(first.items.map((one) => one.number)).toEqual([records[2], records[1]])
      expect(await numbers('ben', { of: 'records', limit: 2, cursor: first.next })).toEqual([records[0]])
    })

    test.each([
      ['by words in any order', { q: 'cache faster' }, () => [records[1]]], ['by a word of its text', { q: 'LOAD keys' }, () => [records[2]]], ['by signs that mean something elsewhere', { q: '100% \\reads_' }, () => [records[1]]],
      ['by a word that only names a field', { q: 'tradeOffs' }, () => []], ['by tag', { tag: 'storage' }, () => [records[0]]], ['by state', { state: 'decided' as const }, () => [records[2]]],
    ])('%s', async (_how, input, expected) => {
      expect(await numbers('ben', input)).toEqual(expected())
    })

    test('of what waits for me, of what is open, and of what is mine', async () => {
      const { number } = await team.opened({ roles: { accountableId: team.ana.id, consultedIds: [team.ben.id] } })
      expect(await numbers('ben', { of: 'waiting' })).toEqual([number])
      expect(await numbers('ana', { of: 'waiting' }), 'what her record depends on was superseded').toEqual([records[2]])
      expect(await numbers('ben', { of: 'open' })).toEqual([number])
      expect(await numbers('ben', { of: 'mine' })).toEqual([])
      expect(await numbers('ana', { of: 'mine', limit: 1 })).toEqual([number])
      await team.ana.call(contract.withdrawDecision, { number, reason: 'Not now.' })
    })
  })

  test('lists load no texts, however long they are, and the page has all of them', async () => {
    const long = 'A paragraph that says much. '.repeat(30_000)
    const { number } = await team.opened({ content: { ...CONTENT, title: 'Long', context: long, options: CONTENT.options.map((option) => ({ ...option, body: 'So. '.repeat(10_000) })) }, roles: { accountableId: team.ana.id, consultedIds: [team.ben.id] } })
    const loaded = await team.app.asSystem((act) => selectHeads(act).where('e.number', '=', number).execute())
    expect(loaded[0]?.options).toEqual([{ id: 'old', title: 'The old one' }, { id: 'new', title: 'The new one' }])
    expect(JSON.stringify(loaded).length).toBeLessThan(2000)
    expect((await team.ben.call(contract.listDecisions, { of: 'waiting' })).items.map((one) => one.title)).toEqual(['Long'])
    expect((await team.read(number, team.ben)).content.context).toBe(long)
    await team.ana.call(contract.withdrawDecision, { number, reason: 'Not now.' })
  })

  test('the map shows what superseded what and what depends on what, and nothing that one may not see', async () => {
    const { nodes, links } = await team.ben.call(contract.decisionMap, {})
    expect(nodes.map(({ number, adrNumber }) => [number, adrNumber])).toEqual(records.map((number, index) => [number, index + 1]))
    expect(links).toEqual([{ from: records[1], to: records[0], how: 'supersedes' }, { from: records[2], to: records[1], how: 'depends-on' }])
    expect((await team.ana.call(contract.decisionMap, {})).links).toHaveLength(3)
  })

  test('both pages show a link; one to what may not be seen is left out', async () => {
    const [first = 0, second = 0] = records
    expect(await team.read(first, team.ben)).toMatchObject({ state: 'superseded', status: `Superseded by #${second}.`, supersededBy: [second], supersededByLinks: [{ number: second, state: 'superseded' }] })
    expect(await team.read(second, team.ana)).toMatchObject({ supersedes: [first], supersededBy: [secret], neededBy: [{ number: records[2] }] })
    const seen = await team.read(second, team.ben)
    expect(seen).toMatchObject({ supersededBy: [], supersededByLinks: [], status: 'Another decision has superseded it.' })
    expect(JSON.stringify(seen.steps)).not.toContain(`#${secret}`)
    expect(await codeOf(team.read(secret, team.ben))).toBe('not_found')
  })

  test('a draft that means to supersede a record changes nothing of it yet', async () => {
    const { number } = await team.opened({ open: false, supersedes: [records[2]] })
    expect(await team.read(records[2] ?? 0, team.ben)).toMatchObject({ state: 'decided', supersededBy: [], supersededByLinks: [] })
    expect((await team.read(number, team.ana)).supersedes).toEqual([records[2]])
  })

  test('a beginning from a thread takes over its open points and asks those who talked there', async () => {
    const { number } = await team.ben.call(postThread, { spaceId: team.app.spaceId, title: 'Where do we host it?', body: 'The old place closes.' })
    await team.mei.call(postReply, { number, body: 'Near Manila.' })
    await team.ben.call(postAsk, { threadNumber: number, title: 'What does it cost?', kind: 'answer', to: team.mei.id })
    const begun = await team.ana.call(contract.prefillDecision, { threadNumber: number, template: 'feature' })
    expect(begun.content).toMatchObject({ title: 'Where do we host it?', needed: 'Where do we host it?\n\n- What does it cost?', context: `From #${number}.\n\nThe old place closes.` })
    expect(begun).toMatchObject({ windowDays: 3, roles: { accountableId: team.ana.id, consultedIds: [team.ben.id, team.mei.id] } })
  })

  test('a preview says who sets the deadline, and what is in the way, before anybody is asked', async () => {
    const { ana, mei, app } = team
    const plan = await ana.call(contract.previewDecision, { spaceId: app.spaceId, roles: { accountableId: ana.id, consultedIds: [mei.id] }, windowDays: 2 })
    expect(plan).toMatchObject({ deadline: '2026-03-25T16:00:00Z', setBy: 'Ana', sentence: 'Wednesday 17:00; your hours set it.', problems: [] })
    expect(plan.readers.map((reader) => [reader.name, reader.role, reader.sentence])).toEqual([['Ana', 'accountable', 'You have until Wednesday 17:00.'], ['Mei', 'consulted', 'Mei has until Wednesday 18:00 Manila (11:00 yours).']])
    const late = await ana.call(contract.previewDecision, { spaceId: app.spaceId, roles: { accountableId: ana.id }, chosenDeadline: '2026-03-20T12:00:00Z' })
    expect(late).toMatchObject({ deadline: null, problems: [{ field: 'chosenDeadline', message: 'The deadline has passed already. Choose a later one, or leave it to the window.' }] })
    const away = await app.person('Oli', { joins: false, role: 'guest' })
    const blind = await ana.call(contract.previewDecision, { spaceId: app.spaceId, roles: { accountableId: away.id } })
    expect(blind.problems).toEqual([{ field: 'accountableId', message: 'Who is accountable cannot see Team.' }])
    expect(blind.readers).toEqual([])
  })
})
