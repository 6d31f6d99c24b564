import { postWrap, readWrap } from '#contract/handoffs.ts'
import type { GivenTo } from '#contract/operation.ts'
import { describeOnBoth } from '#server/platform/db/db.test-kit.ts'
import { someWrap } from '#server/handoffs/handoffs.test-kit.ts'
import { startTestApp, weekdays } from '#server/app.test-kit.ts'
import type { TestApp, TestPerson } from '#server/app.test-kit.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'

describeOnBoth('wraps', (on) => {
  let app: TestApp
  let ben: TestPerson
  let kenji: TestPerson
  beforeAll(async () => {
    app = await startTestApp(on, { clock: '2026-03-23T15:50:00Z' })
    ben = await app.person('Ben')
    kenji = await app.person('Kenji', { zone: 'Asia/Tokyo', weeks: [weekdays('09:00', '18:00')] })
  })
  afterAll(() => app.stop())

  const wrap = (more: Partial<GivenTo<typeof postWrap>> = {}) => ({ ...someWrap, spaceId: app.spaceId, ...more })

  test('a wrap is one entry with everything that was signed', async () => {
    const posted = await ben.call(postWrap, wrap({
      done: [{ text: 'Cut the release', source: { kind: 'git', repository: 'app', group: 'main', commits: ['abc'] } }], blockers: [{ text: 'DNS', ownerId: kenji.id, eta: '2026-03-24T03:00:00Z' }],
      decisions: [{ text: 'Keep Postgres', why: 'It works' }], questions: [{ text: 'Which region?', answererId: kenji.id }],
      batons: [{ text: 'Watch the rollout', nextStep: 'Open the dashboard', to: { kind: 'person', personId: kenji.id } }], secondsTaken: 55,
    }))
    expect(posted).toMatchObject({ authorName: 'Ben', secondsTaken: 55, done: [{ text: 'Cut the release', source: { repository: 'app' } }], blockers: [{ personName: 'Kenji', can: ['clear'] }], shift: { start: '2026-03-23T08:00:00Z', end: '2026-03-23T16:00:00Z' } })
    expect(posted.batons).toMatchObject([{ state: 'offered', receiverName: 'Kenji', holderId: ben.id, startsAt: '2026-03-24T00:00:00Z', lapsesAt: '2026-03-24T00:30:00Z', can: ['offer', 'withdraw'],
      why: 'You hold it until Kenji accepts. Kenji starts at 09:00 Tokyo (Tuesday 01:00 for you); unless accepted by 09:30 nobody owns it and both sides are told.' }])
    expect(posted.readers.map((reader) => reader.name)).toEqual(['Olga Owner', 'Kenji'])
    const read = await kenji.call(readWrap, { number: posted.number })
    expect(read).toMatchObject({ secondsTaken: null, blockers: [{ can: ['clear'] }], batons: [{ can: ['accept', 'return'] }], can: [] })
  })
})
