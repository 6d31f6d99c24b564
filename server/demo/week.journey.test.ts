import { createApp } from '#server/app.ts'
import type { App } from '#server/app.ts'
import type { WeekSize } from '#demo/week.ts'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DEMO_BEGINS } from './public.ts'
import { faultsOf, tellWeekIn } from './demo.test-kit.ts'
import type { ToldWeek } from './demo.test-kit.ts'
import { describeOnDemo } from './told.test-kit.ts'

const WHOLE: WeekSize = { asks: 200, messages: 2000 }
const SMALL: WeekSize = { asks: 60, messages: 600 }
/** For the month and the week after it on a busy machine with two cores. Unit: ms. */
const TELLING_MS = 900_000

describeOnDemo('a simulated week of the demo team', (on, demo) => {
  /** The whole week takes minutes, so `npm run test:long` and `npm run week` tell it; every promise is kept in a quieter one too. */
  const size = process.env['LONGHAND_LONG'] === '1' ? WHOLE : SMALL
  let app: App
  let told: ToldWeek
  beforeAll(async () => {
    app = await createApp({ databaseUrl: on.url, clockStart: Temporal.Instant.from(DEMO_BEGINS), smtp: null, webDir: null, logLevel: 'fatal', triesPerMinute: 10_000, publicUrl: 'http://longhand.test' })
    told = await tellWeekIn(app, size, demo())
  }, TELLING_MS)
  afterAll(() => app.stop())

  test('interrupts nobody, loses nothing, holds nothing urgent back, and says nothing twice', async () => {
    expect(await faultsOf(app.platform.db, told)).toEqual([])
    expect(told.week.people.map(({ name, interruptions }) => [name, interruptions])).toEqual(told.week.people.map(({ name }) => [name, 0]))
  })

  test('is as busy as it says, and most asks are answered in time', () => {
    const { asks, texts, people } = told.week
    expect(asks.asked).toBe(size.asks)
    expect(texts).toBeGreaterThanOrEqual(size.messages)
    expect(asks.inTime).toBeGreaterThan(size.asks / 2)
    expect(people.reduce((sum, person) => sum + person.urgent, 0)).toBeGreaterThan(0)
    expect(people.reduce((sum, person) => sum + person.readMeanwhile, 0)).toBeGreaterThan(0)
  })

  test('gives a reason for each delivery that it lists', () => {
    const { deliveries } = told.week
    expect(deliveries.filter(({ why }) => !/^.+ (reads|finds|is told) .+\.$/.test(why))).toEqual([])
    expect(new Set(deliveries.map(({ name }) => name)).size).toBe(told.week.people.length)
  })

  test('and for every delivery of a person, where all of them are wanted', async () => {
    for (const { id, name, items } of told.week.people) {
      const all = await told.deliveriesOf(id)
      expect([name, all.length]).toEqual([name, items])
      expect(all.filter(({ why }) => !/^.+ (reads|finds|is told) .+\.$/.test(why))).toEqual([])
    }
  })

  test('would be found out: the same deliveries an hour earlier disturb people', async () => {
    await sql`update attention_batch set at = at - interval '1 hour'`.execute(app.platform.db)
    expect((await faultsOf(app.platform.db, told)).join(' ')).toMatch(/is in focus[^]*does not work|does not work[^]*is in focus/)
  })
})
