import * as contract from '#contract/attention.ts'
import { newId } from '#server/platform/ids.ts'
import { describeOnBoth } from '#server/platform/db/db.test-kit.ts'
import type { ItemSource, ItemText } from '#server/platform/act.ts'
import { codeOf, startTestApp } from '#server/app.test-kit.ts'
import type { TestApp, TestPerson } from '#server/app.test-kit.ts'
import { postWrap } from '#contract/handoffs.ts'
import { beforeAll, afterAll, expect, test } from 'vitest'
import { tell, withdraw, readMeanwhile, landingsOf } from './public.ts'
import type { Told } from './public.ts'

const SOURCE = 'test.words'

describeOnBoth('attention', (on) => {
  let app: TestApp
  let ben: TestPerson
  let mei: TestPerson
  let conversationId = ''
  let number = 0
  /** What each subject says at this moment; what is missing may not be seen. */
  const texts = new Map<string, ItemText>()
  const source: ItemSource = async (_act, ids) => new Map(ids.flatMap((id) => { const text = texts.get(id); return text ? [[id, text] as const] : [] }))

  beforeAll(async () => {
    app = await startTestApp(on)
    ;(app.app.platform.items as Map<string, ItemSource>).set(SOURCE, source)
    ben = await app.person('Ben')
    mei = await app.person('Mei', { zone: 'Asia/Manila' })
    number = (await app.owner.call(postWrap, { spaceId: app.spaceId, state: 'x', nextAction: 'x', mostImportant: 'x' })).number
    conversationId = (await app.app.platform.db.selectFrom('entry').select('id').where('number', '=', number).executeTakeFirstOrThrow()).id
  })
  afterAll(() => app.stop())

  const say = (title: string, readers: Told['readers'], more: Partial<Told> = {}) => app.asSystem(async (act) => {
    const subjectId = newId(act.now)
    texts.set(subjectId, { title, text: `${title}, in full.`, byName: 'Olga', spaceName: 'Team', number, replyId: null, replyTo: null })
    await tell(act, { key: `said:${subjectId}`, kind: 'reply', source: SOURCE, subjectId, conversationId, spaceId: app.spaceId, readers, ...more })
    return subjectId
  })
  const titles = async (person: TestPerson, of: 'new' | 'held' | 'done' | 'snoozed' = 'new') => (await person.call(contract.listInbox, { of })).items.map((item) => item.title)
  const mailsTo = (name: string) => app.mails.filter((mail) => mail.to.name === name && !mail.subject.startsWith('Your brief')).map((mail) => mail.subject)

  test('what was said waits for the next window of each reader, who sees why, and comes in one batch', async () => {
    await say('One', [{ personId: ben.id, standing: 'following' }, { personId: mei.id, standing: 'following' }])
    await say('Two', [{ personId: ben.id, standing: 'mentioned' }])
    await app.advanceTo('2026-03-23T07:00:30Z')
    expect(await titles(ben)).toEqual([])
    const [first] = (await ben.call(contract.listInbox, { of: 'held' })).items
    expect(first?.why).toMatch(/Held until 09:00: you are off/)
    await app.advanceTo('2026-03-23T08:00:00Z')
    expect(await titles(ben)).toEqual(['Two', 'One'])
    expect(mailsTo('Ben')).toEqual(['One'])
    expect(await titles(mei)).toEqual([])
    await app.advanceTo('2026-03-23T08:30:00Z')
    expect(await titles(mei)).toEqual(['One'])
  })

  test('focus holds everything but what is urgent; its end lets go of one batch and asks what got done', async () => {
    await app.advanceTo('2026-03-24T08:30:00Z')
    expect(await codeOf(ben.call(contract.startFocus, { minutes: 30 }))).toBe('bad_input')
    const focus = await ben.call(contract.startFocus, { minutes: 120, what: 'migration' })
    expect(focus.now).toMatchObject({ what: 'migration', endsAt: '2026-03-24T10:30:00Z', held: 0 })
    await say('Later', [{ personId: ben.id, standing: 'asked' }], { obliges: true, kind: 'ask' })
    await say('Burning', [{ personId: ben.id, standing: 'asked' }], { urgent: true, obliges: true, kind: 'urgent' })
    await app.advanceTo('2026-03-24T09:00:00Z')
    expect((await titles(ben)).slice(0, 1)).toEqual(['Burning'])
    expect((await ben.call(contract.readFocus, {})).now?.held).toBe(1)
    expect(mailsTo('Ben').at(-1)).toBe('Urgent: Burning')
    const ended = await ben.call(contract.endFocus, { gotDone: 'The whole of it.' })
    expect(ended).toMatchObject({ now: null, ended: null })
    await app.advanceTo('2026-03-24T09:00:01Z')
    expect((await titles(ben)).slice(0, 1)).toEqual(['Later'])
    const mine = await ben.call(contract.readBalance, { from: '2026-03-23' })
    expect(mine).toMatchObject({ interruptions: 0, urgent: 1 })
  })

  test('what was taken back, read meanwhile or hidden from its reader never leaves', async () => {
    await app.advanceTo('2026-03-25T07:00:00Z')
    const [taken, read, hidden, kept] = await Promise.all(['Taken', 'Read', 'Hidden', 'Kept'].map((title) => say(title, [{ personId: ben.id, standing: 'following' }])))
    await app.advanceTo('2026-03-25T07:01:00Z')
    await app.asSystem(async (act) => {
      await withdraw(act, { source: SOURCE, subjectIds: [taken ?? ''], reason: 'deleted' })
      await readMeanwhile(act, { personId: ben.id, source: SOURCE, subjectIds: [read ?? ''] })
    })
    texts.delete(hidden ?? '')
    texts.set(kept ?? '', { ...texts.get(kept ?? '') as ItemText, title: 'Kept and edited' })
    await app.advanceTo('2026-03-25T08:00:00Z')
    const fresh = (await ben.call(contract.listInbox, {})).items.filter((item) => item.at >= '2026-03-25').map((item) => item.title)
    expect(fresh).toEqual(['Kept and edited'])
    const states = await app.app.platform.db.selectFrom('attention_item').select(['subject_id', 'state', 'settled_reason']).where('subject_id', 'in', [taken ?? '', read ?? '', hidden ?? '']).execute()
    expect(new Map(states.map((row) => [row.subject_id, `${row.state}: ${row.settled_reason}`]))).toEqual(new Map([[taken, 'withdrawn: deleted'], [read, 'read: read'], [hidden, 'withdrawn: lost_access']]))
  })

  test('the same cause tells the same person once, and nobody of their own doing', async () => {
    const told = { key: 'twice', kind: 'reply' as const, source: SOURCE, subjectId: newId(app.app.platform.clock.now()), conversationId, spaceId: app.spaceId, readers: [{ personId: ben.id, standing: 'following' as const }] }
    await app.asSystem((act) => tell(act, told))
    await app.advanceTo('2026-03-25T08:00:05Z')
    await app.asSystem((act) => tell(act, told))
    await app.advanceTo('2026-03-25T08:00:10Z')
    const rows = await app.app.platform.db.selectFrom('attention_item').select('id').where('event_key', '=', 'twice').execute()
    expect(rows).toHaveLength(1)
  })

  test('an item is put aside, comes back, and is done for good', async () => {
    const [item] = (await ben.call(contract.listInbox, {})).items
    if (!item) throw new Error('There is nothing in the inbox.')
    expect((await ben.call(contract.snoozeInbox, { id: item.id, until: 'hour' })).snoozedUntil).not.toBeNull()
    expect(await titles(ben, 'snoozed')).toEqual([item.title])
    await app.advanceTo('2026-03-25T12:00:00Z')
    expect(await titles(ben)).toContain(item.title)
    await ben.call(contract.doneInbox, { id: item.id })
    expect(await titles(ben)).not.toContain(item.title)
    expect(await titles(ben, 'done')).toContain(item.title)
    expect((await ben.call(contract.doneInbox, { id: item.id, undo: true })).doneAt).toBeNull()
    expect(await codeOf(mei.call(contract.doneInbox, { id: item.id }))).toBe('not_found')
  })

  test('a recurring block is taken from a preset, left early for a day, and removed; what waited for it is planned again', async () => {
    await app.advanceTo('2026-03-26T07:00:00Z')
    const { blocks } = await ben.call(contract.adoptFocus, { key: 'one_block' })
    expect(blocks.map((block) => block.sentence)).toEqual(['Monday to Friday from 09:00 to 11:30'])
    await app.advanceTo('2026-03-26T08:30:00Z')
    await say('During', [{ personId: ben.id, standing: 'following' }])
    await app.advanceTo('2026-03-26T08:31:00Z')
    expect((await ben.call(contract.listInbox, { of: 'held' })).items.find((item) => item.title === 'During')?.deliverAt).toBe('2026-03-26T10:30:00Z')
    await ben.call(contract.endFocus, {})
    await app.advanceTo('2026-03-26T08:32:00Z')
    expect(await titles(ben)).toContain('During')
    expect((await ben.call(contract.readFocus, {})).next?.start).toBe('2026-03-27T08:00:00Z')
    await ben.call(contract.removeFocus, { id: blocks[0]?.id ?? '' })
    expect((await ben.call(contract.readFocus, {})).next).toBeNull()
  })

  test('a sender sees before sending when each reader is told, and why', async () => {
    const landings = await app.asSystem((act) => landingsOf(act, { readers: [{ personId: ben.id, standing: 'asked' }, { personId: mei.id, standing: 'asked' }], spaceId: app.spaceId, urgent: false }))
    expect(landings.get(mei.id)?.at?.toString()).toBe('2026-03-27T01:00:00Z')
    expect(landings.get(ben.id)?.senderSentence).toMatch(/^Ben reads this/)
  })
})
