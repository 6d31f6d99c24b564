import { DECISION_STATES, decisionMap, listDecisions, readDecision } from '#contract/decisions.ts'
import type { DecisionHead } from '#contract/decisions.ts'
import type { AnyOperation, GivenTo, OutputOf } from '#contract/operation.ts'
import type { DemoName } from '#demo/team.ts'
import { allRoutes, createApp } from '#server/app.ts'
import type { App } from '#server/app.ts'
import { makeAct } from '#server/platform/act.ts'
import { actorOf } from '#server/platform/auth/identify.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DEMO_BEGINS } from './public.ts'
import type { Seeded } from './seed.ts'
import { describeOnDemo } from './told.test-kit.ts'

/** For the month of the demo on a busy machine with two cores. Unit: ms. */
const TELLING_MS = 300_000
const PAGE = 100

describeOnDemo('the decisions of the demo team', (on, demo) => {
  let app: App
  let seeded: Seeded
  let all: readonly DecisionHead[]
  beforeAll(async () => {
    app = await createApp({ databaseUrl: on.url, clockStart: Temporal.Instant.from(DEMO_BEGINS), smtp: null, webDir: null, logLevel: 'fatal', triesPerMinute: 10_000, publicUrl: 'http://longhand.test' })
    seeded = demo()
    all = (await as('mei', listDecisions, { limit: PAGE })).items
  }, TELLING_MS)
  afterAll(() => app.stop())

  async function as<O extends AnyOperation>(name: DemoName, operation: O, input: GivenTo<O>): Promise<OutputOf<O>> {
    const actor = await actorOf(app.platform.db, seeded.workspaceId, seeded.people[name])
    const route = allRoutes().find((one) => one.operation === (operation as AnyOperation))
    if (!actor || route?.run.by !== 'person') throw new Error(`${operation.name} cannot be called.`)
    return operation.output.parse(await route.run.answer(makeAct(app.platform, { tx: app.platform.db, actor, now: app.platform.clock.now() }), operation.input.parse(input) as never)) as OutputOf<O>
  }
  const titled = (title: string): DecisionHead => {
    const found = all.find((one) => one.title === title)
    if (!found) throw new Error(`There is no decision “${title}”.`)
    return found
  }

  test('and all else of theirs was written by its people, and by no program', async () => {
    const written = [...await on.db.selectFrom('thread').select('via').distinct().execute(), ...await on.db.selectFrom('reply').select('via').distinct().execute()]
    expect([...new Set(written.map(({ via }) => via))]).toEqual(['web'])
  })

  test('hold a year of records, and one decision in each state', () => {
    expect(DECISION_STATES.filter((state) => !all.some((one) => one.state === state))).toEqual([])
    expect(all.filter(({ adrNumber }) => adrNumber !== null).length).toBeGreaterThanOrEqual(24)
  })

  test('a chain of three is superseded one by the other, and what was signed in the story has the next number', async () => {
    const { links, nodes } = await as('mei', decisionMap, {})
    const numberOf = (title: string) => titled(title).number
    const [cron, redis, table] = ['Run background jobs from cron', 'Run background jobs from a queue in Redis', 'Keep background jobs in PostgreSQL'].map(numberOf)
    expect(links).toEqual(expect.arrayContaining([{ from: redis, to: cron, how: 'supersedes' }, { from: table, to: redis, how: 'supersedes' }]))
    expect(nodes.length).toBeGreaterThanOrEqual(24)
    expect(titled('Production deploys need the smoke test to pass twice')).toMatchObject({ state: 'decided', adrNumber: 14, supersedes: [numberOf('Deploys wait for a smoke test')] })
  })

  test('an objection stands on record, silence has closed one, and a signature has changed the agreement', async () => {
    const rounding = await as('ana', readDecision, { number: titled('Round per invoice, not per line').number })
    expect(rounding.positions.filter(({ onRecord }) => onRecord).map(({ name }) => name)).toEqual(['Ben Okafor'])
    expect(rounding).toMatchObject({ state: 'decided', mine: expect.any(String) })
    expect((await as('priya', readDecision, { number: titled('Choose the stemmer by the customer’s language').number })).positions.map(({ name }) => name)).toEqual(['Ana Duarte'])
    expect((await as('mei', readDecision, { number: titled('No meetings on Wednesdays').number })).agreement?.applied).toBe(true)
  })

  test('what waits for the first reader is one position and one signature', async () => {
    const { items } = await as('kenji', listDecisions, { of: 'waiting' })
    expect(items.map(({ title }) => title)).toEqual(['Try a failed card four times in fourteen days', 'The on-call week begins on Wednesday'])
  })
})
