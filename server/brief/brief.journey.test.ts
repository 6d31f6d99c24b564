import { readBrief } from '#contract/brief.ts'
import { createForm } from '#contract/checkins.ts'
import { postWrap } from '#contract/handoffs.ts'
import { createApp } from '#server/app.ts'
import type { App } from '#server/app.ts'
import { hoursChanged } from '#server/people/public.ts'
import { describeOnNewest } from '#server/platform/db/db.test-kit.ts'
import { startTestApp } from '#server/app.test-kit.ts'
import type { TestApp, TestPerson } from '#server/app.test-kit.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'

const wrap = (mostImportant: string) => ({ state: 'All green.', nextAction: 'Go on.', mostImportant })

describeOnNewest('a brief after two weeks of holiday', (on) => {
  let app: TestApp
  let ben: TestPerson
  let mei: TestPerson
  beforeAll(async () => {
    app = await startTestApp(on, { clock: '2026-03-16T07:00:00Z' })
    ben = await app.person('Ben Adler')
    mei = await app.person('Mei Tan', { zone: 'Asia/Manila' })
    await app.asSystem(async (act) => {
      await act.tx.insertInto('absence').values({ workspace_id: app.workspaceId, id: act.newId(), person_id: ben.id, starts_at: Temporal.Instant.from('2026-03-20T23:00Z'), ends_at: Temporal.Instant.from('2026-04-05T22:00Z'), cover_id: null, created_at: act.now, cancelled_at: null }).execute()
      await hoursChanged(act, ben.id)
    })
  })
  afterAll(() => app.stop())

  test('no mail reaches him while he is away', async () => {
    for (let day = 23; day <= 31; day++) {
      await app.advanceTo(`2026-03-${day}T08:30:00Z`)
      await mei.call(postWrap, { spaceId: app.spaceId, ...wrap(`News of the ${day}th.`) })
    }
    await mei.call(postWrap, { spaceId: app.spaceId, ...wrap('The ledger needs Ben Adler.'), blockers: [{ text: 'The key of the ledger.', ownerId: ben.id }], batons: [{ text: 'Close the quarter.', to: { kind: 'person', personId: ben.id } }] })
    await app.advanceTo('2026-04-06T06:59:00Z')
    expect(app.mails.filter((mail) => mail.to.address === 'ben.adler@example.com')).toEqual([])
  })

  test('on his first morning one mail tells it since his last evening: what waits, then the newest of each hand', async () => {
    await app.advanceTo('2026-04-06T07:00:00Z')
    const mails = app.mails.filter((mail) => mail.to.address === 'ben.adler@example.com' && mail.subject.startsWith('Your brief'))
    expect(mails.map((mail) => mail.subject)).toEqual(['Your brief for Monday: two things wait for you'])
    const brief = await ben.call(readBrief, {})
    expect(brief).toMatchObject({ since: '2026-03-20T16:00:00Z', sinceWhy: 'absence', headline: 'Monday. You work until 17:00.', lede: 'One minute to read. Two things wait for you to act or answer. Ten things changed while you were away, since 20 March at 17:00.' })
    expect(brief.sections.map((section) => [section.name, section.items.map((item) => item.tldr), section.folded.map((fold) => fold.items.length)])).toEqual([
      ['handed', ['Close the quarter.'], []], ['unblock', ['The key of the ledger.'], []], ['changed', ['The ledger needs Ben Adler.'], [9]],
    ])
  })

  test('the next morning is an ordinary one', async () => {
    await app.advanceTo('2026-04-07T07:00:00Z')
    expect(await ben.call(readBrief, {})).toMatchObject({ since: '2026-04-06T15:00:00Z', sinceWhy: 'shift' })
  })
})

describeOnNewest('four processes on one database', (on) => {
  const START = '2026-03-23T00:00:00Z'
  let app: TestApp
  let others: App[]
  beforeAll(async () => {
    app = await startTestApp(on, { clock: START })
    others = await Promise.all([1, 2, 3].map(() => createApp({
      databaseUrl: on.url, clockStart: Temporal.Instant.from(START), smtp: null, sender: async (mail) => { app.mails.push(mail) }, webDir: null, logLevel: 'fatal', triesPerMinute: 100, publicUrl: 'http://longhand.test',
    })))
  })
  afterAll(async () => {
    for (const other of others) await other.stop()
    await app.stop()
  })

  test('deliver one brief a reader and shift, with the check-in of the same moment in it', async () => {
    const people = [app.owner]
    for (let n = 1; n <= 11; n++) people.push(await app.person(`Person ${n}`))
    await app.owner.call(createForm, { spaceId: app.spaceId, kind: 'standup' })
    const mei = await app.person('Mei Tan', { zone: 'Asia/Manila' })
    for (const day of [23, 24, 25]) {
      await app.advanceTo(`2026-03-${day}T04:00:00Z`)
      await mei.call(postWrap, { spaceId: app.spaceId, ...wrap(`Wrap of the ${day}th.`) })
      await app.advanceTo(`2026-03-${day}T12:00:00Z`)
    }
    const briefs = await on.db.selectFrom('brief').select(['reader_id', 'shift_start']).execute()
    expect(briefs).toHaveLength(3 * (people.length + 1))
    const mails = app.mails.filter((mail) => mail.subject.startsWith('Your brief') && mail.to.address !== 'mei.tan@example.com')
    expect(mails).toHaveLength(3 * people.length)
    expect(new Set(mails.map((mail) => mail.messageId)).size).toBe(mails.length)
    const written = await on.db.selectFrom('delivery').select('message_id').where('subject', 'like', 'Your brief%').where('person_id', '!=', mei.id).execute()
    expect(written).toHaveLength(3 * people.length)
    for (const mail of mails) expect(mail.body.text).toContain('DUE ON YOUR CLOCK\n\nFill in the standup of Team.')
    expect(await on.db.selectFrom('checkin_prompt').select('id').execute()).toHaveLength(3 * (people.length + 1))
    expect(await on.db.selectFrom('timer').select('kind').where('attempts', '>', 0).execute()).toEqual([])
  })
})
