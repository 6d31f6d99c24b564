import { openedBrief, readBrief } from '#contract/brief.ts'
import type { BriefView } from '#contract/brief.ts'
import { answerPrompt, createForm, listPrompts } from '#contract/checkins.ts'
import { acceptBaton, batonDone, postWrap, reopenBaton, returnBaton } from '#contract/handoffs.ts'
import { pushAgreement, readAgreement } from '#contract/agreement.ts'
import { hoursChanged, setHours } from '#server/people/public.ts'
import { describeOnBoth } from '#server/platform/db/db.test-kit.ts'
import { addSpace } from '#server/spaces/public.ts'
import { startTestApp, weekdays } from '#server/app.test-kit.ts'
import type { TestApp, TestPerson } from '#server/app.test-kit.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const outline = (brief: BriefView) => brief.sections.map(({ name, items, folded }) => [name, items.map((item) => item.tldr), folded.map((fold) => [fold.spaceName, fold.items.map((item) => item.tldr)])] as const)
const wrap = { state: 'All green.', nextAction: 'Start the rollout.', mostImportant: 'The rollout is ready.' }

describeOnBoth('the brief', (on) => {
  let app: TestApp
  let ben: TestPerson
  let mei: TestPerson
  beforeAll(async () => {
    app = await startTestApp(on, { clock: '2026-03-23T00:30:00Z' })
    ben = await app.person('Ben Adler')
    mei = await app.person('Mei Tan', { zone: 'Asia/Manila' })
  })
  afterAll(() => app.stop())
  const briefOf = (person: TestPerson) => person.call(readBrief, {})

  test('says the day, and that there is nothing, before anything was written', async () => {
    expect(await briefOf(ben)).toMatchObject({ headline: 'Monday. You work from 09:00 until 17:00.', lede: 'Nothing waits for you to act or answer, and nothing changed in the last seven days.', sinceWhy: 'first', sections: [], ending: 'That is all. Start when you like.' })
  })

  describe('a day of work', () => {
    let batonId: string
    test('ranks what was handed over, what to clear and what changed', async () => {
      await app.advanceTo('2026-03-23T08:30:00Z')
      const { number, batons } = await mei.call(postWrap, {
        spaceId: app.spaceId, ...wrap, blockers: [{ text: 'The key of the client.', ownerId: ben.id }], questions: [{ text: 'Which limit?', answererId: ben.id }],
        batons: [{ text: 'Watch the rollout.', to: { kind: 'person', personId: ben.id } }],
      })
      batonId = batons[0]?.id ?? ''
      const brief = await briefOf(ben)
      expect(outline(brief)).toEqual([
        ['handed', ['Watch the rollout.'], []], ['due', ['Which limit?'], []], ['unblock', ['The key of the client.'], []], ['changed', ['The rollout is ready.'], []],
      ])
      expect(brief.sections[0]?.items[0]).toMatchObject({ by: `Mei Tan, Team, #${number}`, can: ['accept', 'return', 'open'], baton: { id: batonId } })
      expect(brief.sections[3]?.items[0]?.more).toContain('**Next.** Start the rollout.')
    })

    test('a baton that comes back waits for the giver’s say, and is gone once settled', async () => {
      await ben.call(returnBaton, { id: batonId, question: 'Until when?' })
      expect(outline(await briefOf(mei))).toEqual([['say', ['Watch the rollout.'], []]])
      expect((await briefOf(mei)).sections[0]?.items[0]?.by).toMatch(/^Ben Adler asks you, Team, #\d+$/)
      const before = outline(await briefOf(ben)).flatMap(([, items]) => items)
      expect(before).not.toContain('Watch the rollout.')
    })

    test('a blocker in a check-in stands with whoever it names, and is news for the others', async () => {
      await app.owner.call(createForm, { spaceId: app.spaceId, kind: 'custom', name: 'Pulse', questions: [{ key: 'blockers', text: 'Blockers?', required: true }], schedule: { days: [1, 2], at: '16:45', window_minutes: 60 } })
      await app.advanceTo('2026-03-23T08:50:00Z')
      const [prompt] = (await mei.call(listPrompts, {})).prompts
      await mei.call(answerPrompt, { id: prompt?.id ?? '', answers: [{ key: 'blockers', text: 'Access to the ledger, @ben.' }] })
      expect(outline(await briefOf(ben)).find(([name]) => name === 'unblock')).toEqual(['unblock', ['The key of the client.', 'Access to the ledger, @ben.'], []])
      expect(outline(await briefOf(app.owner))).toEqual([['changed', ['The rollout is ready.', 'Blocked: Access to the ledger, @ben.'], []]])
    })

    test('a check-in that waits has its clock', async () => {
      await app.advanceTo('2026-03-23T15:45:00Z')
      expect((await briefOf(ben)).sections.find((section) => section.name === 'due')?.items[0]).toMatchObject({ kind: 'checkin', tldr: 'Fill in “Pulse” of Team.', by: 'One question', more: '- Blockers?', dueAt: '2026-03-24T08:45:00Z', can: ['fill-in'] })
    })
  })

  test('a new version of the agreement is news, but not for who made it', async () => {
    const { text, version } = await app.owner.call(readAgreement, {})
    await app.owner.call(pushAgreement, { text: text.replace('reading_minutes: 2', 'reading_minutes: 1'), base: version, reason: 'Shorter.' })
    expect(outline(await briefOf(mei)).at(-1)).toEqual(['changed', ['The working agreement changed: Shorter.'], []])
    expect(JSON.stringify(outline(await briefOf(app.owner)))).not.toContain('Shorter.')
  })

  test('what a reader may not see is not told; open spaces they have not joined are folded', async () => {
    const [openId, privateId] = await app.asSystem(async (act) => [
      await addSpace(act, { name: 'Search', purpose: '', visibility: 'open', noise: 'work' }, mei.id), await addSpace(act, { name: 'Board', purpose: '', visibility: 'private', noise: 'work' }, mei.id),
    ])
    await mei.call(postWrap, { spaceId: openId ?? '', ...wrap, mostImportant: 'The index is new.' })
    await mei.call(postWrap, { spaceId: privateId ?? '', ...wrap, mostImportant: 'We sell the ship.', blockers: [{ text: 'The signature.', ownerId: mei.id }] })
    const brief = await briefOf(ben)
    expect(outline(brief).at(-1)).toEqual(['rest', [], [['Search', ['The index is new.']]]])
    expect(JSON.stringify(brief)).not.toMatch(/ship|Board/)
  })

  test('asked from a moment on, it tells what changed since then', async () => {
    const brief = await ben.call(readBrief, { since: '2026-03-23T15:00:00Z' })
    expect(brief).toMatchObject({ sinceWhy: 'asked', since: '2026-03-23T15:00:00Z' })
    expect(brief.sections.find((section) => section.name === 'changed')?.items.map((item) => item.kind)).toEqual(['agreement'])
  })

  test('the mail of a shift says what waits and links to it; nothing to say, no mail', async () => {
    await app.advanceTo('2026-03-24T08:00:00Z')
    const mails = app.mails.filter((mail) => mail.to.address === 'ben.adler@example.com' && mail.subject.includes('brief'))
    expect(app.mails.filter((mail) => mail.to.address === 'olga@example.com' && mail.subject.includes('brief')).map((mail) => mail.subject)).toEqual(['Your brief for Tuesday: one thing waits for you'])
    expect(mails.map((mail) => mail.subject)).toEqual(['Your brief for Tuesday: four things wait for you'])
    expect(mails[0]?.body.text).toContain('Tuesday. You work until 17:00.\n')
    expect(mails[0]?.body.text).toContain('YOU CAN UNBLOCK\n\nThe key of the client.')
    expect(mails[0]?.body.links[0]).toEqual({ label: 'Open your brief', url: 'http://longhand.test/brief' })
    expect(await on.db.selectFrom('brief').select('shift_start').where('reader_id', '=', ben.id).execute()).toHaveLength(2)
  })

  test('opening it is noted once', async () => {
    await ben.call(openedBrief, {})
    const opened = await on.db.selectFrom('brief').select(['shift_start', 'opened_at']).where('reader_id', '=', ben.id).orderBy('shift_start').execute()
    expect(opened.map((row) => row.opened_at?.toString() ?? null)).toEqual([null, '2026-03-24T08:00:00Z'])
  })

  test('hours that change move the next brief, and one shift gets one', async () => {
    await app.advanceTo('2026-03-24T09:00:00Z')
    await app.asSystem((act) => setHours(act, ben.id, { from: null, zone: 'Europe/Berlin', weeks: [weekdays('11:00', '19:00')] }))
    await app.advanceTo('2026-03-25T12:00:00Z')
    const rows = await on.db.selectFrom('brief').select('shift_start').where('reader_id', '=', ben.id).where('shift_start', '>', Temporal.Instant.from('2026-03-24T00:00Z')).orderBy('shift_start').execute()
    expect(rows.map((row) => row.shift_start.toString())).toEqual(['2026-03-24T08:00:00Z', '2026-03-25T10:00:00Z'])
  })

  test('who turned mail off, or was deactivated, gets none', async () => {
    const count = () => app.mails.filter((mail) => mail.subject.startsWith('Your brief')).map((mail) => mail.to.address)
    const before = count().length
    await on.db.updateTable('person').set({ brief_by_mail: false }).where('id', '=', ben.id).execute()
    await on.db.updateTable('person').set({ state: 'deactivated' }).where('id', '=', app.owner.id).execute()
    await mei.call(postWrap, { spaceId: app.spaceId, ...wrap })
    await app.advanceTo('2026-03-26T12:00:00Z')
    expect(count().slice(before).filter((address) => address !== 'mei.tan@example.com')).toEqual([])
    expect(await on.db.selectFrom('brief').select('id').where('reader_id', '=', app.owner.id).where('shift_start', '>', Temporal.Instant.from('2026-03-26T00:00Z')).execute()).toEqual([])
  })

  test('somebody who was away is told so, from their last evening on', async () => {
    await app.asSystem(async (act) => {
      await act.tx.insertInto('absence').values({ workspace_id: app.workspaceId, id: act.newId(), person_id: mei.id, starts_at: Temporal.Instant.from('2026-03-26T16:00Z'), ends_at: Temporal.Instant.from('2026-04-05T16:00Z'), cover_id: null, created_at: act.now, cancelled_at: null }).execute()
      await hoursChanged(act, mei.id)
    })
    await app.advanceTo('2026-04-06T01:00:00Z')
    expect(await briefOf(mei)).toMatchObject({ sinceWhy: 'absence', since: '2026-03-26T09:00:00Z' })
    expect((await briefOf(mei)).lede).toContain('while you were away')
  })

  test('accepting moves a baton from what waits to what one holds for a week', async () => {
    const { batons } = await mei.call(postWrap, { spaceId: app.spaceId, ...wrap, batons: [{ text: 'Close the books.', to: { kind: 'person', personId: ben.id } }] })
    expect(outline(await briefOf(ben))[0]?.[1]).toContain('Close the books.')
    await ben.call(acceptBaton, { id: batons[0]?.id ?? '' })
    const brief = await briefOf(ben)
    expect(JSON.stringify(outline(brief).filter(([name]) => name === 'handed'))).not.toContain('Close the books.')
    expect(brief.sections.find(({ name }) => name === 'hold')).toMatchObject({ title: 'You hold', items: [{ tldr: 'Close the books.', can: ['done', 'open'], why: 'You hold it since 03:00.' }] })
    await app.advanceTo('2026-04-13T01:00:01Z')
    expect((await briefOf(ben)).sections.map(({ name }) => name)).not.toContain('hold')
  })

  test('what was said to be done is news to whoever gave it, unless it is not done after all, and is held no more', async () => {
    const { batons } = await mei.call(postWrap, { spaceId: app.spaceId, ...wrap, batons: [{ text: 'Count the stock.', to: { kind: 'person', personId: ben.id } }] })
    const id = batons[0]?.id ?? ''
    await ben.call(acceptBaton, { id })
    await ben.call(batonDone, { id, outcome: 'Nine boxes.' })
    const news = (await briefOf(mei)).sections.find(({ name }) => name === 'changed')?.items.find(({ key }) => key === `baton:${id}`)
    expect(news).toMatchObject({ tldr: 'Count the stock.', why: expect.stringMatching(/^Ben Adler said that it is done \(.+\): Nine boxes\.$/), can: ['open'] })
    const counts = async (who: TestPerson) => JSON.stringify(outline(await briefOf(who))).split('Count the stock.').length - 1
    expect([await counts(mei), await counts(ben)]).toEqual([1, 0])
    await ben.call(reopenBaton, { id })
    expect([await counts(mei), await counts(ben)]).toEqual([0, 1])
  })
})
