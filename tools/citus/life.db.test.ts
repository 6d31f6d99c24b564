import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { postAsk } from '#contract/asks.ts'
import { search } from '#contract/search.ts'
import { postReply, postThread } from '#contract/threads.ts'
import { DEMO_BEGINS } from '#server/demo/public.ts'
import { tellWeekIn } from '#server/demo/demo.test-kit.ts'
import { allRoutes } from '#server/app.ts'
import { makeAct } from '#server/platform/act.ts'
import { actorOf } from '#server/platform/auth/identify.ts'
import { describeOnNewest } from '#server/platform/db/db.test-kit.ts'
import { startTestApp, type TestApp } from '#server/app.test-kit.ts'
import { figure } from '#tools/reliability/figures.test-kit.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { allowedFor } from './allowed.ts'
import { recordStatements } from './record.ts'
import { distribution, faultsOf, readSchema, spreadBy } from './schema.ts'
import { faultsIn } from './statements.ts'

/** At full size (`LONGHAND_LONG`), a month and a week of the demo's team, in which all that its people do happens. */
const LONG = process.env['LONGHAND_LONG'] === '1'
const WEEK = { asks: 12, messages: 40 }
/** How long each form may take on a busy machine. Unit: ms. */
const LONG_MS = 900_000
const SHORT_MS = 120_000
/** Fewer different statements than this, and the sample is no life any more. */
const STATEMENTS_MIN = 80

describeOnNewest('spread over nodes by workspace', (on) => {
  const statements: string[] = []
  let quiet = () => {}
  beforeAll(() => { quiet = recordStatements((statement) => statements.push(statement)) })
  afterAll(() => quiet())

  test('keys and constraints stay inside a workspace', async () => {
    const tables = await readSchema(on.pool)
    const faults = tables.flatMap(faultsOf)
    figure({ gate: 'SCALE', what: `breaks of Citus' rules in ${tables.length} tables`, value: faults.length, wanted: '0', met: faults.length === 0 })
    expect(faults).toEqual([])
  })

  test('the migration set names every table', async () => {
    const kept = readFileSync(join(import.meta.dirname, '../../server/platform/db/citus/distribute.sql'), 'utf8')
    expect(kept, 'run npm run citus').toBe(distribution(await readSchema(on.pool)))
  })

  test('every statement of some days of a team names its workspace, but for those that say why not', async () => {
    const app = await startTestApp(on, { clock: DEMO_BEGINS.toString() })
    if (LONG) {
      const { workspaceId, people } = await tellWeekIn(app.app, WEEK)
      await readEverything(app.app.platform, workspaceId, people.kenji)
    }
    await someDays(app)
    await readEverything(app.app.platform, app.workspaceId, app.owner.id)
    await app.stop()
    const tables = new Set((await readSchema(on.pool)).map(({ name }) => name))
    const wrong: string[] = []
    let allowed = 0
    for (const statement of statements) {
      const faults = await faultsIn(statement, tables)
      const left = faults.filter((fault) => !allowedFor(fault, statement))
      if (left.length < faults.length) allowed += 1
      if (left.length > 0) wrong.push(`${left.map(({ what }) => what).join(', ')}: ${statement}`)
    }
    const spread = statements.filter((statement) => [...tables].some((table) => spreadBy(table) !== null && new RegExp(`\\b${table}\\b`).test(statement)))
    figure({ gate: 'SCALE', what: `of ${spread.length} different statements on spread tables, those that reach over workspaces without being allowed to`, value: wrong.length, wanted: '0', met: wrong.length === 0 })
    figure({ gate: 'SCALE', what: 'statements that are allowed to, each with a reason', value: allowed, wanted: 'told', met: true })
    expect(wrong).toEqual([])
    expect(spread.length).toBeGreaterThan(STATEMENTS_MIN)
  }, LONG ? LONG_MS : SHORT_MS)
})

/** Two people talk, ask and search, and what follows from it over two days. */
async function someDays(app: TestApp): Promise<void> {
  const ben = await app.person('Ben')
  const { number } = await app.owner.call(postThread, { spaceId: app.spaceId, title: 'The ledger moves', body: 'On Friday, @ben. See #1.' })
  await ben.call(postReply, { number, body: 'I will watch it.' })
  await ben.call(postAsk, { to: app.owner.id, spaceId: app.spaceId, question: 'Which window do we take for the ledger on Friday?' } as never).catch(() => undefined)
  await app.advanceTo(app.app.platform.clock.now().add({ hours: 48 }).toString())
  await app.owner.call(search, { q: 'ledger' })
}

/** Everything that can be read without saying which. */
async function readEverything(platform: Parameters<typeof makeAct>[0], workspaceId: string, personId: string): Promise<void> {
  const actor = await actorOf(platform.db, workspaceId, personId)
  if (!actor) throw new Error('The reader is not there.')
  for (const { operation, run } of allRoutes()) {
    if (operation.method !== 'GET' || run.by !== 'person') continue
    const input = operation.input.safeParse(operation.path.includes(':number') ? { number: 1 } : operation.name === 'search.find' ? { q: 'ledger' } : {})
    if (input.success) await run.answer(makeAct(platform, { tx: platform.db, actor, now: platform.clock.now() }), input.data as never).catch(() => undefined)
  }
}
