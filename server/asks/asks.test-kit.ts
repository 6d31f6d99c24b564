import * as contract from '#contract/asks.ts'
import type { AskView } from '#contract/asks.ts'
import { startTestApp, weekdays } from '#server/app.test-kit.ts'
import type { TestApp, TestPerson } from '#server/app.test-kit.ts'

/** One space with somebody who asks in Berlin and two who answer, in Manila and in Berlin. */
export type Team = { app: TestApp; ana: TestPerson; mei: TestPerson; ben: TestPerson; ask(more?: Record<string, unknown>): Promise<AskView>; read(number: number, who?: TestPerson): Promise<AskView> }

/** The agreement is preset 002: urgent on the same day, normal by the end of the next working day, complex in three. */
export async function startTeam(on: { url: string }): Promise<Team> {
  const app = await startTestApp(on)
  const ana = await app.person('Ana')
  const mei = await app.person('Mei', { zone: 'Asia/Manila', weeks: [weekdays('09:00', '18:00')] })
  const ben = await app.person('Ben')
  return {
    app, ana, mei, ben,
    ask: (more = {}) => ana.call(contract.postAsk, { spaceId: app.spaceId, title: 'Which index?', body: 'The old or the new one?', kind: 'answer', to: mei.id, ...more }),
    read: (number, who = ana) => who.call(contract.readAsk, { number }),
  }
}
