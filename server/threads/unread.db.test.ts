import { deleteReply, listThreads, markRead, postReply, postThread, readThread, restoreReply, undoReply } from '#contract/threads.ts'
import { NOTHING_READ, markedAt, unreadCount } from '#domain/threads/unread.ts'
import { describeOnBoth } from '#server/platform/db/db.test-kit.ts'
import { startTestApp } from '#server/app.test-kit.ts'
import type { TestApp, TestPerson } from '#server/app.test-kit.ts'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'

/** Each run makes a thread and up to 25 changes to it over HTTP. */
const RUNS = 25

const who = fc.nat(2)
const change = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('reply' as const), who }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('read' as const), who, seq: fc.nat(12), unread: fc.boolean() }) },
  fc.record({ kind: fc.constantFrom('delete', 'restore', 'undo'), which: fc.nat(20) }),
)

/** A text as a plain list would keep it. */
type Plain = { id: string; seq: number; author: number; deleted: boolean; undone: boolean }

describeOnBoth('what is unread', (on) => {
  let app: TestApp
  let people: TestPerson[] = []
  beforeAll(async () => {
    app = await startTestApp(on)
    people = [await app.person('Ann'), await app.person('Bob'), await app.person('Cleo')]
  })
  afterAll(() => app.stop())
  const person = (index: number): TestPerson => people[index] ?? app.owner

  test('is what a plain count of the texts after the mark says, whatever is written, read, deleted and restored', async () => {
    await fc.assert(fc.asyncProperty(fc.array(change, { maxLength: 25 }), async (changes) => {
      const { number } = await person(0).call(postThread, { spaceId: app.spaceId, title: 'Count' })
      const texts: Plain[] = [{ id: '', seq: 0, author: 0, deleted: false, undone: false }]
      const marks = [0, NOTHING_READ, NOTHING_READ]
      const last = () => texts.length - 1
      for (const one of changes) {
        if (one.kind === 'reply') {
          const { id } = await person(one.who).call(postReply, { number, body: 'x' })
          texts.push({ id, seq: texts.length, author: one.who, deleted: false, undone: false })
        } else if (one.kind === 'read') {
          await person(one.who).call(markRead, { number, seq: one.seq, unread: one.unread })
          marks[one.who] = markedAt(marks[one.who] ?? NOTHING_READ, last(), one)
        } else {
          const text = texts[one.which]
          if (!text || text.id === '' || text.undone || text.deleted !== (one.kind === 'restore')) continue
          await person(text.author).call({ delete: deleteReply, restore: restoreReply, undo: undoReply }[one.kind], { id: text.id })
          Object.assign(text, { deleted: one.kind !== 'restore', undone: one.kind === 'undo' })
        }
      }
      for (const [index, mark] of marks.entries()) {
        const naive = unreadCount(texts.map(({ seq, author, deleted }) => ({ seq, authorId: String(author), deleted })), mark, String(index))
        const head = await person(index).call(readThread, { number })
        expect([head.unread, head.replies]).toEqual([naive, texts.filter((text) => text.seq > 0 && !text.deleted).length])
        const listed = (await person(index).call(listThreads, { of: 'unread', limit: 200 })).items.some((item) => item.number === number)
        expect(listed).toBe(naive > 0)
      }
    }), { numRuns: RUNS, endOnFailure: true })
  })
})
