import { isDeepStrictEqual } from 'node:util'
import * as contract from '#contract/decisions.ts'
import type { DecisionView } from '#contract/decisions.ts'
import { ProblemError } from '#contract/problem.ts'
import { createSpace } from '#contract/spaces.ts'
import { describeOnNewest } from '#server/platform/db/db.test-kit.ts'
import { codeOf } from '#server/app.test-kit.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { CONTENT, startTeam } from './decisions.test-kit.ts'
import type { Team } from './decisions.test-kit.ts'

const KEPT = { ...CONTENT, title: 'A text that must not be lost' }
const [MEMORY, SHARED] = [CONTENT.options[0], CONTENT.options[1]]
/** Of one text. Unit: characters, so a face counts once. */
const FIELD_MAX = 1_000_000

describeOnNewest('what cannot be a decision is refused in words, and nothing is lost', (on) => {
  let team: Team
  beforeAll(async () => { team = await startTeam(on) })
  afterAll(() => team.app.stop())

  const saidBy = (call: Promise<unknown>) => call.then(() => null, (error: unknown) => error instanceof ProblemError ? error.problem : Promise.reject(error))
  /** Tries to save a text over a draft; what was there must stand afterwards. */
  const refusedEdit = async (content: Record<string, unknown>) => {
    const draft = await team.draft({ content: KEPT })
    const problem = await saidBy(team.ana.call(contract.editDecision, { number: draft.number, version: draft.version, content: { ...KEPT, ...content } }))
    expect(isDeepStrictEqual((await team.read(draft.number)).content, draft.content), 'the text that was there is there').toBe(true)
    return problem
  }
  /** Opens a draft with this text; it stays a draft, whole. */
  const refusedOpen = async (content: Record<string, unknown>) => {
    const draft = await team.draft({ content: { ...KEPT, ...content } })
    const problem = await saidBy(team.ana.call(contract.openDecision, { number: draft.number }))
    expect(await team.read(draft.number)).toMatchObject({ state: 'draft', content: draft.content, problems: [{ message: `${problem?.title} ${problem?.next}` }] })
    return problem
  }

  test('one option', async () => {
    expect(await refusedOpen({ options: [MEMORY], recommendation: { optionId: null, why: '' } })).toMatchObject({ code: 'bad_input', title: 'A decision needs at least two options.' })
  })

  test('equal options', async () => {
    expect(await refusedOpen({ options: [MEMORY, { ...SHARED, title: ' in  MEMORY' }] })).toMatchObject({ code: 'bad_input', title: expect.stringContaining('stands here twice') })
  })

  test('two hundred options', async () => {
    const options = Array.from({ length: 200 }, (_, at) => ({ id: `o${at}`, title: `Option ${at}` }))
    expect(await refusedEdit({ options, recommendation: { optionId: null, why: '' } })).toMatchObject({ code: 'bad_input', title: '200 options are more than anybody can compare.' })
  })

  test('options of one id', async () => {
    expect(await refusedEdit({ options: [MEMORY, { ...SHARED, id: 'memory' }], recommendation: { optionId: null, why: '' } })).toMatchObject({ code: 'bad_input', title: expect.stringContaining('same id') })
  })

  test('a deadline in the past: at opening, as a chosen one, and as more time', async () => {
    const past = '2026-03-01T00:00:00Z'
    const draft = await team.draft({ chosenDeadline: past })
    expect(await saidBy(team.ana.call(contract.openDecision, { number: draft.number }))).toMatchObject({ code: 'bad_input', title: expect.stringContaining('passed already') })
    expect((await team.read(draft.number)).state).toBe('draft')
    const open = await team.open()
    expect(await codeOf(team.ana.call(contract.moreTimeForDecision, { number: open.number, deadline: past }))).toBe('bad_input')
    expect((await team.read(open.number)).deadline).toBe(open.deadline)
  })

  test('an accountable without access to the space: at writing, and as a new one', async () => {
    const { app, ana } = team
    const secret = await ana.call(createSpace, { name: 'Secret', visibility: 'private' })
    const outsider = await app.person('Otto', { joins: false })
    const problem = await saidBy(ana.call(contract.createDecision, { spaceId: secret.id, content: KEPT, roles: { accountableId: outsider.id } }))
    expect(problem).toMatchObject({ code: 'bad_input', title: 'Who is accountable cannot see this space.' })
    const own = await ana.call(contract.createDecision, { spaceId: secret.id, content: KEPT })
    expect(await codeOf(ana.call(contract.setDecisionRoles, { number: own.number, roles: { accountableId: outsider.id } }))).toBe('bad_input')
    expect((await team.read(own.number)).accountableId).toBe(ana.id)
    expect(await codeOf(outsider.call(contract.readDecision, { number: own.number }))).toBe('not_found')
  })

  test('a megabyte of Markdown: kept letter for letter in one field, refused beyond', async () => {
    const long = 'Ünïcode 🙂\n\n| a | b |\n|---|---|\n'.padEnd(FIELD_MAX, 'word *and* `code` ')
    expect(await refusedEdit({ context: `${long}too much` })).toMatchObject({ code: 'bad_input', issues: [{ path: 'content.context' }] })
    const draft = await team.draft({ content: { ...KEPT, context: long } })
    const { content, state }: DecisionView = await team.ana.call(contract.openDecision, { number: draft.number })
    expect([state, content.context === long]).toEqual(['open', true])
    const remark = (quote: string) => team.mei.call(contract.addRemark, { number: draft.number, field: 'context', quote, body: 'Too long.' })
    expect((await remark('Ünïcode 🙂')).remarks[0]?.anchor).toMatchObject({ start: 0, end: 10 })
    expect(await codeOf(remark('words that never stood there'))).toBe('bad_input')
    const { text } = await team.mei.call(contract.readAdr, { number: draft.number })
    expect(text.includes(long.trim()), 'its file has all of it').toBe(true)
  })

  test('a megabyte of an ADR file comes back as it was', async () => {
    const body = 'One line of a very long record.\n'
    const text = `# 1. A long record\n\n## Status\n\nAccepted\n\n## Context\n\n${body.repeat(Math.floor(990_000 / body.length))}\n## Decision\n\nWe write less.\n`
    const { files } = await team.ana.call(contract.importAdr, { spaceId: team.app.spaceId, files: [{ path: '0001-a-long-record.md', text }] })
    expect(files).toMatchObject([{ state: 'decided', number: expect.any(Number) }])
    expect((await team.ana.call(contract.readAdr, { number: files[0]?.number ?? 0 })).text === text).toBe(true)
  })

  test('an ADR that supersedes itself is read, keeps its words, and supersedes nothing', async () => {
    const text = '# 7. A ring\n\nDate: 2025-01-01\n\n## Status\n\nAccepted\n\nSupersedes [7. A ring](0007-a-ring.md)\n\n## Context\n\nOops.\n\n## Decision\n\nWe turn round.\n'
    const { files } = await team.ana.call(contract.importAdr, { spaceId: team.app.spaceId, files: [{ path: '0007-a-ring.md', text }] })
    expect(files[0]?.notes.map((note) => note.message).join(' ')).toMatch(/itself|own/i)
    const page = await team.read(files[0]?.number ?? 0)
    expect(page).toMatchObject({ state: 'decided', supersedes: [], supersededBy: [] })
    expect((await team.ana.call(contract.readAdr, { number: page.number })).text).toBe(text)
  })
})
