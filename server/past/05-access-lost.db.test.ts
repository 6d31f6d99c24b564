import { listInbox, readDelivery } from '#contract/attention.ts'
import { listEntries } from '#contract/entries.ts'
import { postAsk, readAsk, owe, listAsks } from '#contract/asks.ts'
import { listOutbox } from '#contract/outbox.ts'
import { addSpaceMember, createSpace, editSpace, leaveSpace, removeSpaceMember } from '#contract/spaces.ts'
import { listLinks, listSaved, listThreads, moveThread, postReply, postThread, readThread, saveForLater } from '#contract/threads.ts'
import { changeRole } from '#contract/members.ts'
import type { Mail } from '#server/platform/channels/mail.ts'
import { describeOnNewest } from '#server/platform/db/db.test-kit.ts'
import { codeOf, startTestApp } from '#server/app.test-kit.ts'
import type { TestApp, TestPerson } from '#server/app.test-kit.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'

/** Stands in whatever its reader loses sight of. */
const SECRET = 'Quetzalcoatl'
/** Longer than any wait between two tries of a mail. */
const NEXT_TRY = { hours: 5 }
/** A mail of what was said comes within a weekend. */
const DAYS_H = 100

type Lost = { spaceId: string; number: number; reader: TestPerson; author: TestPerson }

/** Each way in which somebody loses what they could see; the reader is a member of the open or private space before. */
const WAYS: [string, 'open' | 'private', (app: TestApp, lost: Lost) => Promise<unknown>][] = [
  ['they leave a private space', 'private', (_app, { reader, spaceId }) => reader.call(leaveSpace, { id: spaceId })],
  ['they are taken out of a private space', 'private', (_app, { reader, author, spaceId }) => author.call(removeSpaceMember, { id: spaceId, personId: reader.id })],
  ['the space becomes private', 'open', (_app, { author, spaceId }) => author.call(editSpace, { id: spaceId, visibility: 'private' })],
  ['the thread moves to a private space', 'open', async (_app, { author, number }) => author.call(moveThread, { number, spaceId: (await author.call(createSpace, { name: `Sealed ${number}`, visibility: 'private' })).id })],
  ['they become a guest of other spaces', 'open', (app, { reader }) => app.owner.call(changeRole, { id: reader.id, role: 'guest' })],
]

describeOnNewest('past/05: what somebody may not see any more', (on) => {
  let app: TestApp
  let refused = false
  const mails: Mail[] = []
  const sender = async (mail: Mail) => {
    if (refused) throw new Error('The mail server is away.')
    mails.push(mail)
  }
  beforeAll(async () => { app = await startTestApp(on, { sender }) })
  afterAll(() => app.stop())
  beforeEach(() => { refused = false; mails.length = 0 })
  const now = () => app.app.platform.clock.now()
  const later = (by: Temporal.DurationLike) => app.advanceTo(now().add(Temporal.Duration.from(by)).toString())
  let count = 0

  /** Until a mail to somebody was written and could not leave. */
  async function untilMailed(reader: TestPerson): Promise<string[]> {
    for (let hour = 0; hour < DAYS_H; hour += 1) {
      await later({ hours: 1 })
      const rows = await on.db.selectFrom('delivery').select('id').where('person_id', '=', reader.id).where('state', '=', 'waiting').where('channel', '=', 'mail').execute()
      if (rows.length > 0) return rows.map(({ id }) => id)
    }
    throw new Error('No mail was written.')
  }

  /** A thread and an ask of it that the reader may see, and has been or will be told of. */
  async function seen(visibility: 'open' | 'private'): Promise<Lost & { ask: number }> {
    count += 1
    const author = await app.person(`Ann ${count}`)
    const reader = await app.person(`Bob ${count}`)
    const { id: spaceId } = await author.call(createSpace, { name: `Room ${count}`, visibility })
    if (visibility === 'private') await author.call(addSpaceMember, { id: spaceId, personId: reader.id })
    const { number } = await author.call(postThread, { spaceId, title: `Plan ${SECRET}`, body: `@Bob ${count}: ${SECRET}.` })
    const { number: ask } = await author.call(postAsk, { threadNumber: number, title: `Which ${SECRET}?`, body: SECRET, kind: 'answer', to: reader.id })
    await reader.call(postReply, { number, body: 'Mine.' })
    await reader.call(saveForLater, { number, saved: true })
    return { spaceId, number, reader, author, ask }
  }

  describe.each(WAYS)('once %s', (_way, visibility, lose) => {
    test('is in no list and no count, a second later', async () => {
      const lost = await seen(visibility)
      const { reader, number, ask } = lost
      const { number: other } = await reader.call(postThread, { spaceId: (await reader.call(createSpace, { name: `Own ${number}` })).id, title: 'Own', body: `#${number}` })
      await later({ seconds: 1 })
      expect((await reader.call(listInbox, { of: 'held' })).items.some((item) => item.number === number)).toBe(true)
      await lose(app, lost)
      await later({ seconds: 1 })
      const single = [reader.call(readThread, { number }), reader.call(readAsk, { number: ask }), reader.call(listLinks, { number }), reader.call(readDelivery, { number })]
      expect(await Promise.all(single.map(codeOf))).toEqual(single.map(() => 'not_found'))
      const lists = [
        reader.call(listThreads, {}), reader.call(listThreads, { of: 'following' }), reader.call(listEntries, {}), reader.call(listSaved, {}), reader.call(listAsks, {}), reader.call(owe, {}),
        reader.call(listInbox, { of: 'held' }), reader.call(listInbox, {}), ...(await codeOf(reader.call(readThread, { number: other })) === 'no refusal' ? [reader.call(readThread, { number: other }), reader.call(listLinks, { number: other })] : []),
      ]
      for (const list of await Promise.all(lists)) expect(JSON.stringify(list)).not.toContain(SECRET)
      expect(await reader.call(listInbox, { of: 'held' })).toMatchObject({ items: [], held: 0, nextAt: null })
      expect((await reader.call(owe, {})).sentence).toBe('You owe nobody an answer.')
    })

    test('is in no mail that was written before and leaves after', async () => {
      const lost = await seen(visibility)
      refused = true
      const waiting = await untilMailed(lost.reader)
      await lose(app, lost)
      refused = false
      await later(NEXT_TRY)
      expect(JSON.stringify(mails.filter((mail) => mail.to.name === `Bob ${count}`))).not.toContain(SECRET)
      const left = await on.db.selectFrom('delivery').select(['state', 'last_error']).where('id', 'in', waiting).execute()
      expect(left.map(({ state }) => state)).toEqual(left.map(() => expect.stringMatching(/dropped|sent/)))
      expect(left.some(({ last_error }) => last_error === 'Its reader may not see what it is about any more.')).toBe(true)
    })
  })

  test('is not read in the outbox by people who manage the workspace, who never saw it', async () => {
    const { reader } = await seen('private')
    refused = true
    await untilMailed(reader)
    const shown = JSON.stringify((await app.owner.call(listOutbox, { limit: 200 })).items.filter((mail) => mail.personId === reader.id))
    expect(shown).toContain('Something that you may not see')
    expect(shown).not.toContain(SECRET)
    expect(shown).not.toContain(`Room ${count}`)
  })
})
