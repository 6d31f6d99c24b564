import { expect, test } from 'vitest'
import { linesOf, putBack } from './waiting.ts'

const other = { key: 'b', personId: 'ana', operation: 'threads.post', input: {}, title: 'A thread: Batches', text: 'They stop.', href: '/threads/new', at: '2026-03-24T14:05:00Z', draft: { slot: 'thread@ana', serverSlot: 'thread', value: { title: 'Batches' } } }
const reply = { key: 'a', number: 7, personId: 'ana', body: 'Yes.', quote: null, files: [], at: '2026-03-24T14:00:00Z' }

test('what waits is shown in the order in which it will be sent', () => {
  expect(linesOf({ replies: [reply], others: [other] }).map(({ title }) => title)).toEqual(['Reply in #7', 'A thread: Batches'])
})

test('is put back into its composer, and never over another text', () => {
  const kept = new Map<string, string>()
  const storage = { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value) }
  const [line] = linesOf({ replies: [], others: [other] })
  expect(line && putBack(storage, line)).toBe(true)
  expect(JSON.parse(kept.get('longhand.draft.thread@ana') ?? '')).toMatchObject({ value: { title: 'Batches' } })
  expect(line && putBack(storage, line)).toBe(false)
})
