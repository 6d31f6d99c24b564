import { listInbox } from '#contract/attention.ts'
import { readAgreement } from '#contract/agreement.ts'
import { owe, wait } from '#contract/asks.ts'
import { readBrief } from '#contract/brief.ts'
import * as contract from '#contract/decisions.ts'
import { deactivateMember } from '#contract/members.ts'
import { describeOnNewest } from '#server/platform/db/db.test-kit.ts'
import { codeOf } from '#server/app.test-kit.ts'
import type { TestPerson } from '#server/app.test-kit.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { CONTENT, startTeam } from './decisions.test-kit.ts'
import type { Team } from './decisions.test-kit.ts'

/** Every journey begins on Monday 2026-03-23, 08:00 in Berlin, 15:00 in Manila, 03:00 in New York. Europe changes its clocks on the Sunday after. */
describeOnNewest('the way of a decision', (on) => {
  let team: Team
  beforeEach(async () => {
    await on.empty()
    team = await startTeam(on)
  })
  afterEach(() => team.app.stop())

  const say = (who: TestPerson, number: number, kind: 'support' | 'question' | 'objection' | 'no-concern', more: Record<string, unknown> = {}) => who.call(contract.takePosition, { number, kind, ...more })
  const kinds = async (number: number) => (await team.read(number)).steps.map((step) => step.kind)
  const items = async (who: TestPerson, number: number) => (await who.call(listInbox, {})).items.filter((item) => item.number === number)
  const owed = async (who: TestPerson) => (await who.call(owe, {})).decisions.map((one) => one.number)
  const awaited = async (who: TestPerson) => (await who.call(wait, {})).decisions.map((one) => one.number)
  const toDecide = async (who: TestPerson) => (await who.call(readBrief, {})).sections.filter(({ name }) => name === 'decide').flatMap((section) => section.items.map((item) => item.number))
  const sign = (number: number, who: TestPerson, more: Record<string, unknown> = {}) => who.call(contract.signDecision, { number, optionId: 'shared', ...more })

  test('silence over a weekend in three zones closes it, and one click signs it', async () => {
    const { app, mei, cleo, ana } = team
    const nora = await app.person('Nora', { zone: 'America/New_York' })
    await app.advanceTo('2026-03-26T10:00:00Z')
    const { number, deadline } = await team.open({ windowDays: 2, roles: { accountableId: cleo.id, consultedIds: [mei.id, nora.id] } })
    expect(deadline, 'Mei’s day was over, so hers ends on Tuesday at 18:00').toBe('2026-03-31T10:00:00Z')
    expect((await team.read(number, nora)).deadlineSentence).toContain('set by Mei')
    expect(await items(mei, number), 'it is night in Manila').toEqual([])
    await app.advanceTo('2026-03-27T13:05:00Z')
    expect((await items(mei, number)).map((item) => [item.obliges, item.deliveredAt])).toEqual([[true, '2026-03-27T01:00:00Z']])
    await nora.call(contract.seeDecision, { number })
    await app.advanceTo('2026-03-30T02:00:00Z')
    await mei.call(contract.seeDecision, { number })
    expect([await owed(mei), await owed(cleo), await awaited(cleo), await awaited(ana)]).toEqual([[number], [], [number], [number]])
    await app.advanceTo('2026-03-31T10:00:00.999Z')
    expect((await team.read(number)).state).toBe('open')
    await app.advanceTo('2026-03-31T10:00:01Z')
    expect((await team.read(number)).state).toBe('ready')
    expect([await owed(mei), await owed(cleo), await toDecide(cleo)]).toEqual([[], [number], [number]])
    expect(await codeOf(sign(number, ana))).toBe('not_allowed')
    expect(await sign(number, cleo)).toMatchObject({ state: 'decided', adrNumber: 1, mine: null })
    expect(await kinds(number)).toEqual(['drafted', 'opened', 'ready', 'signed'])
    expect([await owed(cleo), await awaited(ana)]).toEqual([[], []])
    await app.advanceTo('2026-04-01T14:00:00Z')
    for (const who of [mei, nora, ana]) expect((await items(who, number)).length, 'who is named hears of the signature').toBeGreaterThan(0)
  })

  test('an objection calls for talk, and it is decided with the dissent on record', async () => {
    const { app, mei, ben, cleo, ana } = team
    const { number } = await team.open({ windowDays: 1 })
    await say(ben, number, 'support')
    await say(mei, number, 'objection', { optionId: 'shared', text: 'It loses writes in a restart.' })
    expect(await codeOf(sign(number, cleo))).toBe('conflict')
    await app.advanceTo('2026-03-24T16:00:01Z')
    expect((await team.read(number, ana)).callProposal, 'the call is for those who object and the accountable').toBeNull()
    const called = await team.read(number, mei)
    expect(called).toMatchObject({ state: 'call-needed', callProposal: { agenda: [expect.stringContaining('It loses writes in a restart.')] } })
    expect(called.callProposal?.people.map((one) => one.name).toSorted()).toEqual(['Cleo', 'Mei'])
    expect(called.callProposal?.minutes).toBeGreaterThanOrEqual(15)
    expect(called.callProposal?.minutes).toBeLessThanOrEqual(30)
    const slots = called.callProposal?.slots ?? []
    expect(slots.length).toBeGreaterThan(0)
    for (const { start, end } of slots) expect([start.slice(11, 16) >= '08:00', end.slice(11, 16) <= '10:00'], `${start}, when both work`).toEqual([true, true])
    expect([await codeOf(sign(number, cleo)), await codeOf(ana.call(contract.holdDecisionCall, { number, outcome: 'Fine.' })), await codeOf(cleo.call(contract.holdDecisionCall, { number, outcome: '  ' }))]).toEqual(['conflict', 'not_allowed', 'bad_input'])
    expect([await owed(mei), await owed(cleo), await owed(ben)]).toEqual([[number], [number], []])
    const startsAt = slots[0]?.start ?? ''
    const placed = await mei.call(contract.placeDecisionCall, { number, startsAt })
    expect(placed).toMatchObject({ callPlan: { startsAt, minutes: 15 }, mine: expect.stringContaining('Talk about the objections ') })
    await app.advanceTo('2026-03-25T08:01:00Z')
    expect((await items(cleo, number)).map(({ text }) => text).join(), 'whoever is in it hears of the time').toMatch(/Talk about the objections at [^,]*, and write down what came of it\./)
    await app.advanceTo('2026-03-26T12:00:00Z')
    expect((await team.read(number, ben)).status).toContain('what came of it is not written down yet')
    await mei.call(contract.holdDecisionCall, { number, outcome: 'We write through, and measure for a month.' })
    const decided = await sign(number, cleo)
    expect(decided).toMatchObject({ state: 'decided', call: { outcome: 'We write through, and measure for a month.' }, counts: { objections: expect.any(Number) } })
    expect(decided.positions.find((one) => one.kind === 'objection')).toMatchObject({ name: 'Mei', onRecord: true, text: 'It loses writes in a restart.' })
    const { text } = await ben.call(contract.readAdr, { number })
    expect(text).toContain('It loses writes in a restart.')
    expect(text).toContain('We write through, and measure for a month.')
    expect(await codeOf(say(mei, number, 'objection', { text: 'Still.' }))).toBe('conflict')
  })

  test('what holds for a while expires aloud, and is superseded by what was learnt', async () => {
    const { app, cleo, ana, ben } = team
    const { number } = await team.open({ roles: { accountableId: cleo.id, informedIds: [ben.id] } })
    expect(await sign(number, cleo, { provisionalUntil: '2026-03-25' })).toMatchObject({ state: 'provisional', adrNumber: 1 })
    await app.advanceTo('2026-03-25T22:59:59Z')
    expect((await team.read(number)).state).toBe('provisional')
    await app.advanceTo('2026-03-26T08:30:00Z')
    expect(await team.read(number)).toMatchObject({ state: 'expired' })
    expect([await toDecide(cleo), await owed(cleo)]).toEqual([[number], [number]])
    await app.advanceTo('2026-03-26T17:00:00Z')
    for (const who of [ana, ben]) expect((await items(who, number)).filter((item) => item.at === '2026-03-25T23:00:00Z').map((item) => [item.obliges, item.text.split('\n')[0]]), 'everybody who is named hears of it').toEqual([
      [false, 'It held until 25 March, and nobody has confirmed it. Cleo confirms it, or ends it.'],
    ])
    const next = await team.open({ roles: { accountableId: cleo.id }, supersedes: [number] })
    expect((await team.read(number)).state, 'a decision that is not signed supersedes nothing').toBe('expired')
    await sign(next.number, cleo)
    expect(await team.read(number)).toMatchObject({ state: 'superseded', supersededBy: [next.number], mine: null })
    expect([await owed(cleo), await toDecide(cleo)]).toEqual([[], []])
  })

  test('three decisions supersede one another, and page, map and files agree at every step', async () => {
    const { app, cleo, ana } = team
    const made: number[] = []
    const agree = async () => {
      const { nodes, links } = await ana.call(contract.decisionMap, {})
      const files = new Map((await ana.call(contract.exportAdr, { spaceId: app.spaceId })).items.map((file) => [file.number, file.text]))
      for (const [at, number] of made.entries()) {
        const newer = made[at + 1]
        const page = await team.read(number)
        expect(page).toMatchObject({ state: newer ? 'superseded' : 'decided', supersededBy: newer ? [newer] : [], supersedes: at > 0 ? [made[at - 1]] : [], adrNumber: at + 1 })
        expect(nodes.find((node) => node.number === number)?.state).toBe(page.state)
        if (newer) expect(links).toContainEqual({ from: newer, to: number, how: 'supersedes' })
        expect(files.get(number)?.toLowerCase().includes('superseded by')).toBe(newer !== undefined)
      }
    }
    for (let nth = 0; nth < 3; nth++) {
      const { number } = await team.open({ content: { ...CONTENT, title: `Where the cache lives, ${nth}` }, roles: { accountableId: cleo.id }, supersedes: made.slice(-1) })
      await sign(number, cleo)
      made.push(number)
      await agree()
    }
    const [first = 0, second = 0, third = 0] = made
    for (const [older, newer] of [[third, first], [third, second], [third, third]]) expect(await codeOf(cleo.call(contract.supersedeDecision, { number: older ?? 0, by: newer ?? 0 }))).toBe('bad_input')
    await agree()
  })

  test('two proposals for the agreement: one is signed, the other is written again and asks its reader again', async () => {
    const { ana, ben, app } = team
    const { owner } = app
    const before = await ana.call(readAgreement, {})
    const with_ = (minutes: number, text = before.text) => text.replace(/grace_minutes: \d+/, `grace_minutes: ${minutes}`)
    const propose = (minutes: number) => ana.call(contract.createDecision, {
      spaceId: app.spaceId, open: true, content: { title: `${minutes} minutes of grace`, needed: 'How late is late?', options: [] }, roles: { accountableId: owner.id, consultedIds: [ben.id] }, agreementText: with_(minutes),
    })
    const [one, other] = [await propose(45), await propose(50)]
    for (const { number } of [one, other]) expect((await say(ben, number, 'support', { optionId: 'proposed' })).state).toBe('ready')
    await owner.call(contract.signDecision, { number: one.number, optionId: 'proposed' })
    const inForce = await ana.call(readAgreement, {})
    expect(inForce).toMatchObject({ version: before.version + 1, text: with_(45) })
    expect(await codeOf(owner.call(contract.signDecision, { number: other.number, optionId: 'proposed' }))).toBe('conflict')
    expect((await ana.call(readAgreement, {})).version).toBe(before.version + 1)
    const again = await ana.call(contract.editDecision, { number: other.number, version: (await team.read(other.number)).version, agreementText: with_(50, inForce.text) })
    expect(again).toMatchObject({ state: 'open', missing: [expect.objectContaining({ name: 'Ben' })] })
    await say(ben, other.number, 'support')
    await owner.call(contract.signDecision, { number: other.number, optionId: 'proposed' })
    expect(await ana.call(readAgreement, {})).toMatchObject({ version: before.version + 2, text: with_(50) })
  })

  test('where the accountable has left, its author names another one, before and after it is signed', async () => {
    const { app, ana, ben, cleo } = team
    const gina = await app.person('Gina')
    const open = await team.open({ windowDays: 1, roles: { accountableId: gina.id, consultedIds: [ben.id] } })
    const held = await team.open({ roles: { accountableId: gina.id } })
    await sign(held.number, gina, { provisionalUntil: '2026-03-26' })
    await app.owner.call(deactivateMember, { id: gina.id })
    expect(await team.read(open.number)).toMatchObject({ accountableId: null, state: 'open', mine: 'Name who signs it.' })
    expect(await owed(ana)).toContain(open.number)
    await say(ben, open.number, 'support')
    expect((await team.read(open.number)).state).toBe('ready')
    expect(await codeOf(sign(open.number, ana))).toBe('not_allowed')
    await ana.call(contract.setDecisionRoles, { number: open.number, roles: { accountableId: cleo.id, consultedIds: [ben.id] } })
    expect((await sign(open.number, cleo)).state).toBe('decided')
    await app.advanceTo('2026-03-27T09:00:00Z')
    expect(await team.read(held.number), 'what expires without an accountable waits for its author').toMatchObject({ state: 'expired', accountableId: null })
    expect(await owed(ana)).toEqual([held.number])
    await ana.call(contract.setDecisionRoles, { number: held.number, roles: { accountableId: ana.id } })
    expect((await ana.call(contract.confirmDecision, { number: held.number })).state).toBe('decided')
  })

  test('many at once: every position counts, an objection or the signature comes first, and fifty signatures sign once', async () => {
    const { app, cleo, mei } = team
    const readers = await Promise.all(Array.from({ length: 12 }, (_, at) => app.person(`Reader ${at}`)))
    const { number } = await team.open({ roles: { accountableId: cleo.id, consultedIds: readers.map((one) => one.id) } })
    await Promise.all(readers.map((who) => say(who, number, 'no-concern')))
    const ready = await team.read(number)
    expect([ready.state, ready.positions.length, ready.missing, ready.steps.filter((step) => step.kind === 'ready').length]).toEqual(['ready', 12, [], 1])
    const codes = await Promise.all([...Array.from({ length: 50 }, () => codeOf(sign(number, cleo))), codeOf(say(mei, number, 'objection', { text: 'Wait.' }))])
    const [signed, objected] = [codes.slice(0, -1).filter((code) => code === 'no refusal').length, codes.at(-1)]
    const after = await team.read(number)
    if (objected === 'no refusal') expect([signed, after.state, after.counts.objections]).toEqual([0, 'open', 1])
    else expect([signed, objected, after.state, after.steps.filter((step) => step.kind === 'signed').length]).toEqual([1, 'conflict', 'decided', 1])
  })
})
