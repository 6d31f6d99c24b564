import * as contract from '#contract/decisions.ts'
import type { DecisionView } from '#contract/decisions.ts'
import { startTestApp, weekdays } from '#server/app.test-kit.ts'
import type { TestApp, TestPerson } from '#server/app.test-kit.ts'

/** Ana in Berlin writes and signs; Mei in Manila and Ben in Berlin are consulted. It is Monday 23 March 2026, 08:00 in Berlin. */
export type Team = {
  app: TestApp; ana: TestPerson; mei: TestPerson; ben: TestPerson
  /** Written and opened by Ana; both are consulted unless told otherwise. */
  opened(more?: Record<string, unknown>): Promise<DecisionView>
  read(number: number, who: TestPerson): Promise<DecisionView>
}

export const CONTENT = { title: 'Which cache?', needed: 'Which cache do we use?', context: 'Reads are slow under load.', options: [{ id: 'old', title: 'The old one' }, { id: 'new', title: 'The new one', tradeOffs: [{ id: 'fast', side: 'good' as const, text: 'It is fast.' }] }] }

export async function startTeam(on: { url: string }): Promise<Team> {
  const app = await startTestApp(on)
  const [ana, mei, ben] = [await app.person('Ana'), await app.person('Mei', { zone: 'Asia/Manila', weeks: [weekdays('09:00', '18:00')] }), await app.person('Ben')]
  const roles = { accountableId: ana.id, consultedIds: [mei.id, ben.id] }
  return {
    app, ana, mei, ben,
    opened: (more = {}) => ana.call(contract.createDecision, { spaceId: app.spaceId, content: CONTENT, roles, open: true, ...more }),
    read: (number, who) => who.call(contract.readDecision, { number }),
  }
}
