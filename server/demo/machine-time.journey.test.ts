import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { makeClient } from '#contract/client.ts'
import { DECISION_STATES, listDecisions } from '#contract/decisions.ts'
import type { DecisionHead } from '#contract/decisions.ts'
import { enterDemo, readDemo } from '#contract/demo.ts'
import { createApp } from '#server/app.ts'
import { describeOnNewest } from '#server/platform/db/db.test-kit.ts'
import { injectedInto } from '#server/app.test-kit.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { CLONE_AUTHOR, makeClone } from './clone.test-kit.ts'

/** For the month of the demo on a busy machine with two cores. Unit: ms. */
const TELLING_MS = 900_000
const PAGE = 100

describeOnNewest('the demo told at the time of the machine', (on) => {
  let clone: string
  beforeAll(async () => { clone = await makeClone('2026-11-02T05:00:00Z') })
  afterAll(() => rm(clone, { recursive: true }))

  /** All decisions that Mei sees in a demo that somebody enters first at this moment, in a clone. */
  async function decisionsAt(moment: string): Promise<DecisionHead[]> {
    const app = await createApp({ databaseUrl: on.url, clockStart: Temporal.Instant.from(moment), smtp: null, webDir: null, logLevel: 'fatal', triesPerMinute: 10_000, publicUrl: 'http://longhand.test', repositories: [{ name: 'clone', path: clone }] })
    try {
      const speak = (token?: string) => makeClient({ base: 'http://longhand.test', newKey: randomUUID, fetch: injectedInto(app), ...(token && { token }) })
      const { me } = await speak()(enterDemo, {})
      expect(me.person.gitEmails, 'whoever commits here is the first reader').toEqual([CLONE_AUTHOR])
      const { people } = await speak()(readDemo, {})
      const { token } = await speak()(enterDemo, { as: people.find(({ name }) => name.startsWith('Mei'))?.id ?? '' })
      return (await speak(token)(listDecisions, { limit: PAGE })).items
    } finally {
      await app.stop()
      await on.empty()
    }
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
