import { postAsk } from '#contract/asks.ts'
import { postReply, postThread } from '#contract/threads.ts'
import { startTeam } from '#server/asks/asks.test-kit.ts'
import type { Team } from '#server/asks/asks.test-kit.ts'
import { describeOnNewest } from '#server/platform/db/db.test-kit.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { brokenFacts } from './invariants.test-kit.ts'

describeOnNewest('facts about the whole database', (on) => {
  let team: Team
  beforeAll(async () => { team = await startTeam(on) })
  afterAll(() => team.app.stop())

  test('hold after people wrote, and what breaks one is named', async () => {
    const { number } = await team.ana.call(postThread, { spaceId: team.app.spaceId, title: 'Rollout', body: '@Ben' })
    await team.ben.call(postReply, { number, body: 'Soon.' })
    await team.ana.call(postAsk, { spaceId: team.app.spaceId, title: 'When?', kind: 'answer', to: team.mei.id })
    await team.app.advanceTo('2026-03-23T09:00:00Z')
    expect(await brokenFacts(on.url)).toEqual([])
    await on.db.deleteFrom('timer').where('kind', 'in', ['ask.due', 'ask.silent']).execute()
    await on.db.updateTable('thread').set({ reply_count: 7 }).execute()
    await on.db.updateTable('delivery').set({ reason: '' }).execute()
    expect((await brokenFacts(on.url)).map((one) => one.split(':')[0])).toEqual([
      'It does not hold that an open ask whose clock runs has the timer that ends it', 'It does not hold that a thread counts its replies',
      'It does not hold that every message has its reason, and one that is settled its moment',
    ])
  })
})
