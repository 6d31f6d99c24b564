import * as contract from '#contract/decisions.ts'
import type { DecisionView } from '#contract/decisions.ts'
import { startTestApp, weekdays } from '#server/app.test-kit.ts'
import type { TestApp, TestPerson } from '#server/app.test-kit.ts'

/** One space with Ana, who writes, in Berlin, Mei in Manila and Ben in Berlin, who are consulted, and Cleo, who is accountable. */
export type Team = {
  app: TestApp; ana: TestPerson; mei: TestPerson; ben: TestPerson; cleo: TestPerson
  draft(more?: Record<string, unknown>): Promise<DecisionView>
  open(more?: Record<string, unknown>): Promise<DecisionView>
  read(number: number, who?: TestPerson): Promise<DecisionView>
}

export const CONTENT = {
  title: 'Where the cache lives', needed: 'Which cache do we use?', context: 'Pages take two seconds.', criteria: 'Cost, then speed.',
  options: [
    { id: 'memory', title: 'In memory', body: 'In each process.', tradeOffs: [{ id: 'fast', side: 'good' as const, text: 'Fast.' }] },
    { id: 'shared', title: 'A shared one', body: 'One for all.', tradeOffs: [] },
  ],
  recommendation: { optionId: 'shared', why: 'It survives a restart.' },
}

export async function startTeam(on: { url: string }): Promise<Team> {
  const app = await startTestApp(on)
  const ana = await app.person('Ana')
  const mei = await app.person('Mei', { zone: 'Asia/Manila', weeks: [weekdays('09:00', '18:00')] })
  const ben = await app.person('Ben')
  const cleo = await app.person('Cleo')
  const draft: Team['draft'] = (more = {}) => ana.call(contract.createDecision, { spaceId: app.spaceId, content: CONTENT, roles: { accountableId: cleo.id, consultedIds: [mei.id, ben.id] }, ...more })
  return { app, ana, mei, ben, cleo, draft, open: (more = {}) => draft({ open: true, ...more }), read: (number, who = ana) => who.call(contract.readDecision, { number }) }
}
