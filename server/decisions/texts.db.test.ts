import { pushAgreement, readAgreement } from '#contract/agreement.ts'
import { listInbox } from '#contract/attention.ts'
import * as contract from '#contract/decisions.ts'
import { createSpace } from '#contract/spaces.ts'
import { editThread, moveThread, postThread, readThread } from '#contract/threads.ts'
import { describeOnNewest } from '#server/platform/db/db.test-kit.ts'
import { codeOf } from '#server/app.test-kit.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { CONTENT, startTeam } from './decisions.test-kit.ts'
import type { Team } from './decisions.test-kit.ts'

describeOnNewest('texts of decisions', (on) => {
  let team: Team
  beforeAll(async () => { team = await startTeam(on) })
  afterAll(() => team.app.stop())
  const inbox = async (who: Team['ana'], number: number) => (await who.call(listInbox, {})).items.filter((item) => item.number === number).map(({ kind, obliges, text }) => ({ kind, obliges, text }))
  const take = (who: Team['ana'], number: number, kind: 'support' | 'question' | 'objection', text = '') => who.call(contract.takePosition, { number, kind, text })

  test('nobody hears of a draft; opened, each hears what it waits for from them, until they have done it', async () => {
    const { ana, mei, ben, cleo, app } = team
    const fred = await app.person('Fred')
    const { number } = await team.draft({ roles: { accountableId: cleo.id, consultedIds: [mei.id, ben.id], informedIds: [fred.id] } })
    await app.advanceTo('2026-03-24T02:00:00Z')
    expect(await inbox(mei, number)).toEqual([])
    await ana.call(contract.openDecision, { number })
    await app.advanceTo('2026-03-24T12:00:00Z')
    const [asked] = await inbox(mei, number)
    expect(asked).toMatchObject({ kind: 'decision', obliges: true })
    expect(asked?.text).toMatch(/^Take a position by/)
    expect(await inbox(fred, number)).toMatchObject([{ kind: 'decision', obliges: false }])
    await take(mei, number, 'support')
    expect(await inbox(mei, number)).toEqual([])
    await take(ben, number, 'support')
    await app.advanceTo('2026-03-24T16:00:00Z')
    expect((await inbox(cleo, number)).filter((item) => item.obliges).map((item) => item.text)).toEqual([expect.stringMatching(/^Sign it/)])
    await cleo.call(contract.signDecision, { number, optionId: 'memory' })
    expect((await inbox(cleo, number)).filter((item) => item.obliges)).toEqual([])
  })

  test('a new text asks again whoever had taken a position, says what changed, and keeps objections', async () => {
    const { ana, mei, ben, cleo, app } = team
    const { number, version, deadline } = await team.open()
    await take(ben, number, 'support')
    await take(mei, number, 'objection', 'It costs too much.')
    await app.advanceTo('2026-03-26T09:00:00Z')
    expect(await codeOf(ana.call(contract.editDecision, { number, version: version + 1, content: CONTENT }))).toBe('conflict')
    expect(await codeOf(ana.call(contract.editDecision, { number, version, windowDays: 9 }))).toBe('conflict')
    expect(await codeOf(mei.call(contract.editDecision, { number, version, content: CONTENT }))).toBe('not_allowed')
    const edited = await ana.call(contract.editDecision, { number, version, content: { ...CONTENT, context: 'Pages take three seconds.' } })
    expect(edited).toMatchObject({ state: 'open', revision: 2, version: version + 1, deadline: '2026-04-02T15:00:00Z' })
    expect(deadline).toBe('2026-04-01T15:00:00Z')
    expect(edited.missing.map((one) => one.name)).toEqual(['Mei', 'Ben'])
    expect(edited.positions.map((one) => [one.name, one.current])).toEqual([['Mei', false], ['Ben', false]])
    expect(edited.counts.objections).toBe(1)
    await app.advanceTo('2026-03-26T16:00:00Z')
    expect((await inbox(ben, number)).find((item) => item.obliges)?.text).toContain('Since you took a position')
    await take(mei, number, 'support')
    expect((await take(ben, number, 'support')).state).toBe('ready')
    const tagged = await ana.call(contract.editDecision, { number, version: edited.version, tags: ['cache', 'cache '] })
    expect(tagged).toMatchObject({ state: 'ready', revision: 2, tags: ['cache'] })
    expect((await cleo.call(contract.decisionHistory, { number })).versions.map((one) => one.revision)).toEqual([2, 1])
    expect(await codeOf(ana.call(editThread, { number, title: 'Another title' }))).toBe('conflict')
    expect(await ana.call(readThread, { number })).toMatchObject({ title: CONTENT.title, body: CONTENT.needed })
  })

  test('positions stay hidden until the reader has taken one, and nobody hears of them before', async () => {
    const { mei, ben, cleo, ana, app } = team
    const { number } = await team.open({ hiddenUntilMine: true })
    await take(mei, number, 'objection', 'It costs too much.')
    expect(await team.read(number, cleo)).toMatchObject({ hidden: true, positions: [], counts: { objections: 0 } })
    expect((await team.read(number, mei)).positions).toHaveLength(1)
    await app.advanceTo('2026-03-27T10:00:00Z')
    expect((await inbox(ana, number)).filter((item) => item.text.includes('object'))).toEqual([])
    expect((await take(ben, number, 'support')).positions).toHaveLength(2)
    expect(await codeOf(take(ben, number, 'question'))).toBe('bad_input')
    expect(await codeOf(ben.call(contract.takePosition, { number, kind: 'support', optionId: 'memory', tradeOffId: 'none' }))).toBe('bad_input')
  })

  test('remarks stand on passages, are answered and resolved', async () => {
    const { ana, mei, ben, cleo, app } = team
    const { number } = await team.open()
    expect(await codeOf(mei.call(contract.addRemark, { number, field: 'context', quote: 'ten minutes', body: 'Really?' }))).toBe('bad_input')
    expect(await codeOf(mei.call(contract.addRemark, { number, field: 'nowhere', body: 'Really?' }))).toBe('bad_input')
    const { remarks: [remark] } = await mei.call(contract.addRemark, { number, field: 'context', quote: 'two seconds', prefix: 'Pages take ', body: 'Measured where?' })
    expect(remark).toMatchObject({ authorName: 'Mei', anchor: { start: 11, end: 22 } })
    await ben.call(contract.addRemark, { number, field: 'context', body: 'In Berlin.', inReplyTo: remark?.id ?? '' })
    await app.advanceTo('2026-03-30T10:00:00Z')
    expect((await inbox(ana, number)).map((item) => item.text)).toContainEqual(expect.stringContaining('Measured where?'))
    expect((await inbox(mei, number)).map((item) => item.text)).toContain('In Berlin.')
    const resolved = await ana.call(contract.resolveRemark, { number, id: remark?.id ?? '' })
    expect(resolved.remarks[0]?.resolvedByName).toBe('Ana')
    expect((await ana.call(contract.resolveRemark, { number, id: remark?.id ?? '', resolved: false })).remarks[0]?.resolvedAt).toBeNull()
    await cleo.call(contract.waiveInput, { number, personId: mei.id, reason: 'She is ill.' })
    await take(ben, number, 'support')
    await cleo.call(contract.signDecision, { number, optionId: 'memory' })
    expect(await codeOf(mei.call(contract.addRemark, { number, field: 'context', body: 'Too late?' }))).toBe('conflict')
  })

  test('what cannot be is refused in words: strangers, equal options, too many, places one does not see', async () => {
    const { ana, mei, cleo, app } = team
    const secret = await app.owner.call(createSpace, { name: 'Secret', visibility: 'private' })
    expect(await codeOf(ana.call(contract.createDecision, { spaceId: secret.id, content: CONTENT }))).toBe('not_found')
    expect(await codeOf(app.owner.call(contract.createDecision, { spaceId: secret.id, content: CONTENT, roles: { accountableId: cleo.id } }))).toBe('bad_input')
    const { number } = await ana.call(contract.createDecision, { spaceId: app.spaceId, content: { ...CONTENT, options: CONTENT.options.slice(0, 1), recommendation: { optionId: null, why: '' } } })
    expect(await codeOf(ana.call(contract.openDecision, { number }))).toBe('bad_input')
    const many = Array.from({ length: 200 }, (_, at) => ({ id: `o${at}`, title: `Option ${at}`, body: '', tradeOffs: [] }))
    expect(await codeOf(team.draft({ content: { ...CONTENT, options: many, recommendation: { optionId: null, why: '' } } }))).toBe('bad_input')
    expect(await codeOf(team.open({ chosenDeadline: '2026-03-01T00:00:00Z' }))).toBe('bad_input')
    const moved = await team.open({ roles: { accountableId: app.owner.id, consultedIds: [mei.id] } })
    await app.owner.call(moveThread, { number: moved.number, spaceId: secret.id })
    expect(await codeOf(team.read(moved.number, mei))).toBe('not_found')
    expect(await app.owner.call(contract.readDecision, { number: moved.number })).toMatchObject({ state: 'ready', missing: [], accountableId: app.owner.id })
  })

  test('a thread becomes a decision, and both know of each other', async () => {
    const { ana, app } = team
    const thread = await ana.call(postThread, { spaceId: app.spaceId, title: 'Pages are slow', body: 'Two seconds.' })
    const { number, threadNumber } = await team.draft({ fromThread: thread.number })
    expect(threadNumber).toBe(thread.number)
    expect((await ana.call(readThread, { number: thread.number })).links).toContainEqual(expect.objectContaining({ number, how: 'elevated' }))
  })

  test('a change of the agreement is applied by signing it, once, and never over a newer one', async () => {
    const { ana, app } = team
    const { owner } = app
    const agreement = await ana.call(readAgreement, {})
    const text = agreement.text.replace('grace_minutes: 30', 'grace_minutes: 45')
    const propose = (accountableId: string, more: Record<string, unknown> = {}) => ana.call(contract.createDecision, { spaceId: app.spaceId, content: { ...CONTENT, options: [], recommendation: { optionId: null, why: '' } }, roles: { accountableId }, agreementText: text, ...more })
    const wrong = await propose(ana.id)
    expect(wrong.content.options.map((option) => option.title)).toEqual(['As it is', 'As proposed'])
    expect(wrong.content.options[1]?.body).toContain('+  grace_minutes: 45')
    expect(await codeOf(ana.call(contract.openDecision, { number: wrong.number }))).toBe('bad_input')
    const broken = await propose(owner.id, { agreementText: 'No front matter.' })
    expect(await codeOf(ana.call(contract.openDecision, { number: broken.number }))).toBe('bad_input')
    const [yes, late, no] = [await propose(owner.id, { open: true }), await propose(owner.id, { open: true }), await propose(owner.id, { open: true })]
    await owner.call(contract.signDecision, { number: no.number, optionId: 'as-is' })
    expect((await ana.call(readAgreement, {})).version).toBe(agreement.version)
    expect((await owner.call(contract.signDecision, { number: yes.number, optionId: 'proposed' })).agreement).toMatchObject({ applied: true })
    expect(await ana.call(readAgreement, {})).toMatchObject({ version: agreement.version + 1, text })
    await owner.call(pushAgreement, { text: text.replace('grace_minutes: 45', 'grace_minutes: 50'), base: agreement.version + 1, reason: 'To see.' })
    expect(await codeOf(owner.call(contract.signDecision, { number: late.number, optionId: 'proposed' }))).toBe('conflict')
    const again = await ana.call(contract.editDecision, { number: late.number, version: late.version, agreementText: text.replace('grace_minutes: 45', 'grace_minutes: 55') })
    expect(again).toMatchObject({ agreement: { baseVersion: agreement.version + 2, applied: false }, state: 'ready' })
    await owner.call(contract.signDecision, { number: late.number, optionId: 'proposed' })
    expect((await ana.call(readAgreement, {})).version).toBe(agreement.version + 3)
  })
})
