import { acceptBaton, listBatons, postWrap, readBaton, returnBaton } from '#contract/handoffs.ts'
import type { BatonView } from '#contract/handoffs.ts'
import { readBrief } from '#contract/brief.ts'
import { deleteEntry } from '#contract/entries.ts'
import { addAbsence } from '#contract/people.ts'
import { createApp } from '#server/app.ts'
import type { App } from '#server/app.ts'
import { mailsTo, refusalOf, someWrap } from '#server/handoffs/handoffs.test-kit.ts'
import { describeOnNewest } from '#server/platform/db/db.test-kit.ts'
import { arm } from '#server/platform/failpoint.ts'
import type { Failpoint } from '#server/platform/failpoint.ts'
import { addMember, addSpace } from '#server/spaces/public.ts'
import { startTestApp, weekdays } from '#server/app.test-kit.ts'
import type { TestApp, TestPerson } from '#server/app.test-kit.ts'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

/** Monday evening in Berlin; Kenji starts at midnight UTC and Mei an hour later. */
const EVENING = '2026-03-23T15:50:00Z'

describeOnNewest('a baton that nobody takes', (on) => {
  let app: TestApp
  let ben: TestPerson
  let kenji: TestPerson
  let mei: TestPerson
  const others: App[] = []
  beforeEach(async () => {
    await on.empty()
    app = await startTestApp(on, { clock: EVENING })
    ben = await app.person('Ben')
    kenji = await app.person('Kenji', { zone: 'Asia/Tokyo', weeks: [weekdays('09:00', '18:00')] })
    mei = await app.person('Mei', { zone: 'Asia/Manila', weeks: [weekdays('09:00', '18:00')] })
  })
  afterEach(async () => {
    await Promise.all([...others.splice(0), app].map((one) => one.stop()))
  })

  const hand = async (spaceId = app.spaceId): Promise<string> => {
    const wrap = await ben.call(postWrap, { ...someWrap, spaceId, batons: [{ text: 'Watch the rollout', to: { kind: 'person', personId: kenji.id } }] })
    return wrap.batons[0]?.id ?? ''
  }
  const sick = () => kenji.call(addAbsence, { id: kenji.id, start: '2026-03-23T23:00:00Z', end: '2026-03-25T23:00:00Z', coverId: mei.id })
  const see = (id: string): Promise<BatonView> => ben.call(readBaton, { id })
  const kinds = async (id: string) => (await see(id)).steps.map((step) => step.kind)
  const alarms = () => app.mails.filter((mail) => mail.subject.startsWith('Nobody holds')).map((mail) => mail.to.name).toSorted()

  test('goes to the cover when the receiver fell ill, and may be accepted by either of them until one has', async () => {
    const id = await hand()
    await sick()
    await app.advanceTo('2026-03-24T00:29:00Z')
    expect(await see(id)).toMatchObject({ state: 'offered', coverName: 'Mei' })
    await app.advanceTo('2026-03-24T00:31:00Z')
    expect(await see(id)).toMatchObject({ state: 'lapsed', receiverName: 'Mei', holderId: ben.id, lapsesAt: '2026-03-24T01:30:00Z' })
    await app.advanceTo('2026-03-24T01:01:00Z')
    expect(mailsTo(app, 'mei').map((mail) => mail.subject)).toContain('Ben hands you: Watch the rollout')
    expect(await kenji.call(acceptBaton, { id })).toMatchObject({ state: 'accepted', holderId: kenji.id })
    expect(await refusalOf(mei.call(acceptBaton, { id }))).toBe('conflict')
  })

  test('raises the alarm once after the cover let it pass, with four servers at work', async () => {
    const id = await hand()
    await sick()
    for (let n = 0; n < 3; n += 1) others.push(await createApp({ databaseUrl: on.url, clockStart: Temporal.Instant.from(EVENING), smtp: null, sender: async (mail) => { app.mails.push(mail) }, webDir: null, logLevel: 'fatal', triesPerMinute: 100, publicUrl: 'http://longhand.test' }))
    for (const moment of ['2026-03-24T00:30:00Z', '2026-03-24T01:30:00Z', '2026-03-24T08:05:00Z', '2026-03-26T00:05:00Z'].map((text) => Temporal.Instant.from(text))) {
      for (const one of [app.app, ...others]) one.development?.moveTo(moment)
      await Promise.all([app.app, ...others].flatMap((one) => [one.worker.runDue(), one.worker.runDue()]))
      // What one of them took by itself is let go of first: the clock would move past its lease, and it would rightly be sent again.
      await expect.poll(() => on.db.selectFrom('delivery').select('id').where('state', '=', 'sending').execute()).toEqual([])
    }
    expect(await kinds(id)).toEqual(expect.arrayContaining(['offered', 'lapsed', 'unowned']))
    expect((await kinds(id)).filter((kind) => kind === 'unowned')).toHaveLength(1)
    expect(alarms()).toEqual(['Ben', 'Kenji', 'Mei'])
    expect(await mei.call(acceptBaton, { id })).toMatchObject({ state: 'accepted', holderId: mei.id, steps: expect.arrayContaining([expect.objectContaining({ kind: 'taken' })]) })
  })

  test('tells whoever works at once, and the giver when they start', async () => {
    const id = await hand()
    await app.advanceTo('2026-03-24T00:31:00Z')
    expect(await see(id)).toMatchObject({ state: 'unowned', receiverId: null, holderId: null, can: ['offer', 'withdraw', 'take'] })
    expect(alarms()).toEqual(['Kenji'])
    await app.advanceTo('2026-03-24T08:01:00Z')
    expect(alarms()).toEqual(['Ben', 'Kenji'])
    const listed = async (person: TestPerson) => (await person.call(listBatons, { of: 'unowned' })).items.map((one) => one.id)
    expect([await listed(ben), await listed(mei)]).toEqual([[id], [id]])
    await mei.call(acceptBaton, { id })
    expect(await listed(ben)).toEqual([])
  })

  test('alarms nobody who starts after somebody took it', async () => {
    const id = await hand()
    await app.advanceTo('2026-03-24T00:31:00Z')
    await kenji.call(acceptBaton, { id })
    await app.advanceTo('2026-03-24T08:01:00Z')
    expect(alarms()).toEqual(['Kenji'])
  })

  describe('leaves nothing half-done where a process dies', () => {
    test.each<Failpoint>(['timer.after_claim', 'timer.after_effect', 'timer.before_commit'])('%s', async (name) => {
      const id = await hand()
      const disarm = arm(name, () => { throw new Error('died here') })
      await app.advanceTo('2026-03-24T00:30:00Z')
      expect(await kinds(id)).toEqual(['offered'])
      disarm()
      await app.advanceTo('2026-03-24T02:00:00Z')
      expect(await kinds(id)).toEqual(['offered', 'unowned'])
      expect(alarms()).toEqual(['Kenji'])
    })

    test('write.before_commit', async () => {
      const disarm = arm('write.before_commit', () => { throw new Error('died here') })
      expect(await refusalOf(hand())).toBe('unexpected')
      disarm()
      const counts = await Promise.all(['entry', 'wrap', 'wrap_line', 'baton', 'baton_step'].map((table) => on.pool.query(`select 1 from ${table}`).then((result) => result.rowCount)))
      expect(counts).toEqual([0, 0, 0, 0, 0])
      expect(await on.db.selectFrom('timer').select('kind').where('workspace_id', '=', app.workspaceId).where('kind', 'like', 'baton.%').execute()).toEqual([])
    })
  })

  test('does not wait for somebody who left the workspace', async () => {
    const [offered, returned] = [await hand(), await hand()]
    await kenji.call(returnBaton, { id: returned, question: 'Which?' })
    await app.asSystem(async (act) => {
      await act.tx.updateTable('person').set({ state: 'deactivated' }).where('workspace_id', '=', app.workspaceId).where('id', '=', kenji.id).execute()
      await act.emit({ kind: 'people.deactivated', payload: { personId: kenji.id } })
    })
    expect((await Promise.all([offered, returned].map(see))).map((baton) => baton.state)).toEqual(['unowned', 'unowned'])
  })

  test('is not mailed to somebody who lost sight of the space, and goes on', async () => {
    const spaceId = await app.asSystem((act) => addSpace(act, { name: 'Secret', purpose: '', visibility: 'private', noise: 'work' }, ben.id))
    await app.asSystem((act) => addMember(act, spaceId, kenji.id))
    const id = await hand(spaceId)
    await on.db.deleteFrom('space_member').where('workspace_id', '=', app.workspaceId).where('space_id', '=', spaceId).where('person_id', '=', kenji.id).execute()
    await app.advanceTo('2026-03-24T08:01:00Z')
    expect(app.mails.filter((mail) => mail.subject.includes('Watch the rollout')).map((mail) => [mail.to.name, mail.subject])).toEqual([['Ben', 'Nobody holds: Watch the rollout']])
    expect(await see(id)).toMatchObject({ state: 'unowned' })
    expect((await Promise.all([ben, mei].map((person) => person.call(listBatons, { of: 'unowned' })))).map(({ items }) => items.map((one) => one.id))).toEqual([[id], []])
  })

  test('stays with everybody whom it concerned, members of its space or not, until somebody takes it', async () => {
    const beside = await app.person('Lea', { zone: 'Asia/Tokyo', weeks: [weekdays('09:00', '18:00')] })
    const spaceId = await app.asSystem((act) => addSpace(act, { name: 'Search', purpose: '', visibility: 'open', noise: 'work' }, ben.id))
    await sick()
    const id = await hand(spaceId)
    await app.advanceTo('2026-03-24T01:31:00Z')
    expect(await see(id)).toMatchObject({ state: 'unowned' })
    const everybody = [ben, kenji, mei, beside]
    const listed = () => Promise.all(everybody.map(async (person) => (await person.call(listBatons, { of: 'unowned' })).items.map((one) => one.id)))
    const told = () => Promise.all(everybody.map(async (person) => (await person.call(readBrief, {})).sections.flatMap(({ items }) => items).filter(({ kind }) => kind === 'alarm').map((item) => item.baton?.id)))
    expect(await listed()).toEqual([[id], [id], [id], []])
    expect(await told()).toEqual([[id], [id], [id], []])
    await beside.call(acceptBaton, { id })
    expect([...await listed(), ...await told()].flat()).toEqual([])
  })

  test('keeps its wrap from being deleted', async () => {
    const { number } = await see(await hand())
    expect(await refusalOf(ben.call(deleteEntry, { number }))).toBe('conflict')
  })
})
