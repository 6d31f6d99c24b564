import * as contract from '#contract/decisions.ts'
import { readBrief } from '#contract/brief.ts'
import { owe, wait } from '#contract/asks.ts'
import { codeOf } from '#server/app.test-kit.ts'
import { describeOnNewest } from '#server/platform/db/db.test-kit.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTeam } from './reading.test-kit.ts'
import type { Team } from './reading.test-kit.ts'

describeOnNewest('a decision as its reader may see it', (on) => {
  let team: Team
  beforeAll(async () => { team = await startTeam(on) })
  afterAll(() => team.app.stop())

  test('says whom it waits for, by when on both clocks, and what silence means', async () => {
    const { number } = await team.opened()
    const view = await team.read(number, team.ben)
    expect(view).toMatchObject({
      state: 'open', status: 'Open until Monday 30 March 17:00. It waits for you and Mei.'.replace('Monday 30 March', '30 March'), mine: 'Take a position by 30 March 17:00.', hidden: false, can: ['position', 'remark'],
      deadlineSentence: '30 March 17:00; set by Ana.', missing: [{ name: 'Mei', opened: false, why: 'Has not opened it yet.' }, { name: 'Ben', opened: false, why: 'Has not opened it yet.' }],
      readySentence: 'Before it can be signed: your input and Mei’s. Whoever has opened it and says nothing by 30 March 17:00 agrees.',
    })
    expect(view.steps.map((step) => step.sentence)).toEqual(['Ana wrote a draft.', 'Ana opened it for positions.'])
    expect((await team.read(number, team.mei)).status).toBe('Open until 30 March 23:00. It waits for you and Ben.')
    expect((await team.read(number, team.ana)).can).toEqual(['edit', 'remark', 'position', 'roles', 'waive', 'more-time', 'withdraw'].toSorted((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b)))
  })

  test('keeps positions from whoever has taken none, the accountable included, while it is open', async () => {
    const { number } = await team.opened({ hiddenUntilMine: true })
    await team.mei.call(contract.takePosition, { number, kind: 'objection', optionId: 'new', text: 'It loses data.' })
    const ana = await team.read(number, team.ana)
    expect(ana).toMatchObject({ hidden: true, positions: [], counts: { support: 0, objections: 0, questions: 0, missing: 1 } })
    expect(ana.can).not.toContain('propose-call')
    expect(JSON.stringify(ana)).not.toMatch(/loses data|objected|objection of/)
    expect(ana.steps.at(-1)?.sentence).toBe('Mei took a position.')
    await team.ben.call(contract.takePosition, { number, kind: 'support' })
    const ben = await team.read(number, team.ben)
    expect(ben.positions.map(({ name, kind }) => [name, kind])).toEqual([['Mei', 'objection'], ['Ben', 'support']])
    expect(ben).toMatchObject({ hidden: false, counts: { support: 1, objections: 1 }, readySentence: 'Before it can be signed: Mei’s objection.' })
  })

  test('offers a call to those who object and the accountable alone, and shows everybody what came of it', async () => {
    const { number } = await team.opened()
    await team.mei.call(contract.takePosition, { number, kind: 'objection', optionId: 'new', text: 'It loses data.' })
    const called = await team.ana.call(contract.proposeDecisionCall, { number })
    expect(called.callProposal).toMatchObject({ people: [{ name: 'Ana', zone: 'Europe/Berlin' }, { name: 'Mei' }], agenda: ['Mei on “The new one”: It loses data.'], minutes: 15 })
    expect(called.callProposal?.slots.length).toBeGreaterThan(0)
    expect((await team.read(number, team.mei)).mine).toBe('Choose when you talk about the objections, and write down what came of it.')
    expect((await team.read(number, team.ben)).callProposal).toBeNull()
    const startsAt = called.callProposal?.slots[0]?.start ?? ''
    expect(await codeOf(team.ben.call(contract.placeDecisionCall, { number, startsAt }))).toBe('not_allowed')
    expect(await codeOf(team.mei.call(contract.placeDecisionCall, { number, startsAt: called.createdAt }))).toBe('bad_input')
    await team.mei.call(contract.placeDecisionCall, { number, startsAt })
    expect(await team.read(number, team.ben), 'whoever is not in it sees when it is').toMatchObject({ callPlan: { startsAt, minutes: 15 }, call: null, status: expect.stringMatching(/^An objection stands. Mei and Ana talk (?:at|on) /) })
    expect((await team.read(number, team.ben)).steps.at(-1)?.sentence).toMatch(/^Mei chose when the call is: .*\d\d:\d\d\.$/)
    expect((await team.ben.call(contract.readAdr, { number })).text).toContain('The new one')
    await team.mei.call(contract.holdDecisionCall, { number, outcome: 'We back it up.' })
    const view = await team.read(number, team.ben)
    expect(view).toMatchObject({ state: 'ready', status: 'Ready: the call was held. Ana signs.', call: { outcome: 'We back it up.' }, callPlan: null, callProposal: null })
    expect(view.positions).toMatchObject([{ name: 'Mei', kind: 'objection', onRecord: true, current: true }])
  })

  test('shows remarks where their passage stands now, and the history of the text', async () => {
    const { number, version } = await team.opened()
    await team.ben.call(contract.addRemark, { number, field: 'context', quote: 'slow under load', prefix: 'Reads are ', suffix: '.', body: 'How slow?' })
    const content = { ...CONTENT_NOW, context: 'Measured last week: reads are slow under load.' }
    const edited = await team.ana.call(contract.editDecision, { number, version, content })
    expect(edited.remarks).toMatchObject([{ authorName: 'Ben', body: 'How slow?', anchor: { start: content.context.indexOf('slow'), end: content.context.indexOf('.', 30) }, can: ['resolve'] }])
    const { versions } = await team.ben.call(contract.decisionHistory, { number })
    expect(versions).toHaveLength(2)
    expect(versions[0]).toMatchObject({ revision: 2, byName: 'Ana' })
    expect(versions[0]?.lines.filter((line) => line.kind === 'added').map((line) => line.text)).toEqual([content.context])
  })

  test('stands in what people owe and wait for, and in their brief', async () => {
    const { number } = await team.opened({ roles: { accountableId: team.ana.id, consultedIds: [team.mei.id] }, content: { ...CONTENT_NOW, title: 'Where do we host it?' } })
    const owed = await team.mei.call(owe, {})
    expect(owed.decisions.find((one) => one.number === number)).toMatchObject({ title: 'Where do we host it?', mine: 'Take a position by 30 March 23:00.' })
    expect(owed.sentence).toMatch(/^\w+ decisions? waits? for you\.$/)
    expect((await team.ana.call(wait, {})).decisions.map((one) => one.number)).toContain(number)
    const brief = await team.mei.call(readBrief, {})
    expect(brief.sections.find((section) => section.name === 'decide')).toMatchObject({ title: 'Decisions that wait for you' })
    expect(brief.sections.flatMap((section) => section.items).find((item) => item.number === number)).toMatchObject({ kind: 'decision', tldr: 'Where do we host it?', why: 'Take a position by 30 March 23:00.' })
    await team.mei.call(contract.takePosition, { number, kind: 'support' })
    expect((await team.mei.call(owe, {})).decisions.map((one) => one.number)).not.toContain(number)
    expect((await team.ana.call(owe, {})).decisions.find((one) => one.number === number)?.mine).toBe('Sign it.')
    expect((await team.ana.call(wait, {})).decisions.map((one) => one.number)).not.toContain(number)
    await team.ana.call(contract.signDecision, { number, optionId: 'new' })
    expect((await team.ben.call(readBrief, {})).sections.find((section) => section.name === 'changed')?.items.find((item) => item.number === number)?.tldr).toBe('Where do we host it?: Decided on 23 March by Ana: The new one.')
  })

  test('a draft is news to nobody, and waits for nobody', async () => {
    const { number } = await team.opened({ open: false })
    expect(await team.read(number, team.ana)).toMatchObject({ state: 'draft', status: 'Your draft: nobody was asked yet.', mine: null, problems: [] })
    expect((await team.read(number, team.ben)).status).toBe('A draft of Ana’s: nobody was asked yet.')
    expect(JSON.stringify(await team.ben.call(readBrief, {}))).not.toContain(`"number":${number},`)
  })
})

const CONTENT_NOW = { title: 'Which cache?', needed: 'Which cache do we use?', context: 'Reads are slow under load.', options: [{ id: 'old', title: 'The old one' }, { id: 'new', title: 'The new one' }] }
const ORDER = ['edit', 'open', 'position', 'remark', 'roles', 'waive', 'more-time', 'propose-call', 'hold-call', 'sign', 'withdraw']
