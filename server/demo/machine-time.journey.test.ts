import { DECISION_STATES, listDecisions } from '#contract/decisions.ts'
import type { DecisionHead } from '#contract/decisions.ts'
import { allRoutes, createApp } from '#server/app.ts'
import type { App } from '#server/app.ts'
import { makeAct } from '#server/platform/act.ts'
import { actorOf } from '#server/platform/auth/identify.ts'
import { describeOnNewest } from '#server/platform/db/test-db.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DEMO_BEGINS } from './public.ts'
import { seedDemo } from './seed.ts'

/** For the month of the demo on a busy machine with two cores. Unit: ms. */
const TELLING_MS = 300_000
const PAGE = 100

describeOnNewest('the demo told at the time of the machine', (on) => {
  let app: App
  beforeAll(async () => {
    app = await createApp({ databaseUrl: on.url, clockStart: Temporal.Instant.from(DEMO_BEGINS), smtp: null, webDir: null, logLevel: 'fatal', triesPerMinute: 10_000, publicUrl: 'http://longhand.test' })
  })
  afterAll(() => app.stop())

  /** All decisions that Mei sees in a demo that was told up to this moment. */
  async function decisionsAt(moment: string): Promise<DecisionHead[]> {
    const end = Temporal.Instant.from(moment)
    const { workspaceId, people } = await app.platform.db.transaction().execute((tx) => seedDemo(app.platform, allRoutes(), tx, end))
    const actor = await actorOf(app.platform.db, workspaceId, people.mei)
    const route = allRoutes().find((one) => one.operation === listDecisions)
    if (!actor || route?.run.by !== 'person') throw new Error('Decisions cannot be listed.')
    const act = makeAct(app.platform, { tx: app.platform.db, actor, now: end })
    return listDecisions.output.parse(await route.run.answer(act, listDecisions.input.parse({ limit: PAGE }) as never)).items
  }

  /** Each telling takes a quarter of a minute: the one in which most is different always, the others at full length. */
  const moments: [string, string][] = [
    ['the Monday after San Francisco won one, a week after the story has ended', '2026-11-02T23:59:00Z'],
    ...(process.env['LONGHAND_LONG'] === '1' ? [['a Saturday evening', '2026-11-21T18:00:00Z'], ['the last minutes of a year', '2022-12-31T23:45:00Z']] as [string, string][] : []),
  ]

  test.each(moments)('%s: one decision in each state, and nothing that should be over', async (_when, moment) => {
    const all = await decisionsAt(moment)
    expect(DECISION_STATES.filter((state) => !all.some((one) => one.state === state))).toEqual([])
    const waiting = all.filter(({ state }) => state === 'open')
    expect(waiting.filter(({ deadline }) => deadline === null || Temporal.Instant.compare(deadline, moment) < 0).map(({ title, deadline }) => `${title} until ${deadline}`)).toEqual([])
    expect(all.filter(({ createdAt, decidedAt }) => [createdAt, decidedAt].some((at) => at !== null && Temporal.Instant.compare(at, moment) > 0)).map(({ title }) => title)).toEqual([])
  }, TELLING_MS)
})
