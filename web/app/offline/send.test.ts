import { describe, expect, test } from 'vitest'
import type { Call } from '#contract/client.ts'
import { ProblemError } from '#contract/problem.ts'
import { everythingOf, keepWaiting, waitingOf } from './list.ts'
import type { Waiting } from './list.ts'
import { sendWaiting } from './send.ts'
import { keepUnsent } from './unsent.ts'

function makeStorage(): Storage {
  const kept = new Map<string, string>()
  return { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value), removeItem: (key) => void kept.delete(key), clear: () => kept.clear(), key: () => null, length: 0 }
}

const thread: Waiting = { key: 'k1', personId: 'ana', operation: 'threads.post', input: { title: 'Batches' }, title: 'A thread: Batches', text: 'They stop.', href: '/threads/new', draft: { slot: 'thread@ana', serverSlot: 'thread', value: {} }, at: '2026-03-24T14:05:00Z' }
const reply = { key: 'k0', number: 7, personId: 'ana', body: 'Yes.', quote: null, files: [], at: '2026-03-24T14:00:00Z' }
const problem = (status: number) => new ProblemError({ type: 'about:blank', title: 'No.', status, code: status === 0 ? 'unreachable' : 'not_found', next: 'Choose another space.' })

/** A server that writes down what it is asked, and answers by the operation's name. */
function makeServer(answer: (name: string) => ProblemError | undefined, output: object = {}) {
  const asked: string[] = []
  const call = (async (operation: { name: string }, _input: unknown, options: { idempotencyKey?: string } = {}) => {
    asked.push(`${operation.name} ${options.idempotencyKey ?? ''}`.trim())
    const refused = answer(operation.name)
    if (refused) throw refused
    return output
  }) as unknown as Call
  return { asked, call }
}

describe('what waits to be sent', () => {
  const begin = () => {
    const storage = makeStorage()
    keepWaiting(storage, thread)
    keepUnsent(storage, reply)
    keepWaiting(storage, { ...thread, key: 'k2', personId: 'ben' })
    return storage
  }

  test('goes oldest first, each under its own key, and only what is the person’s own', async () => {
    const storage = begin()
    const { asked, call } = makeServer(() => undefined)
    expect(await sendWaiting('ana', { storage, call })).toBe(2)
    expect(asked).toEqual(['threads.reply k0', 'threads.post k1', 'drafts.drop'])
    expect(everythingOf(storage, 'ana')).toEqual({ replies: [], others: [] })
    expect(waitingOf(storage, 'ben')).toHaveLength(1)
  })

  test.each([[0], [401], [429], [503]])('waits on when the server answers with %s', async (status) => {
    const storage = begin()
    const { asked, call } = makeServer(() => problem(status))
    expect(await sendWaiting('ana', { storage, call })).toBe(0)
    expect(asked).toEqual(['threads.reply k0'])
    expect(everythingOf(storage, 'ana').others).toEqual([thread])
  })

  test('a page that somebody else changed at the same words stays, and no draft of it goes', async () => {
    const storage = makeStorage()
    keepWaiting(storage, { ...thread, operation: 'pages.save', title: 'Page #4: Relay', href: '/4/edit', draft: { slot: 'page:edit-4@ana', serverSlot: 'page:edit-4', value: {}, beside: ['page:join-4'] } })
    const clash = makeServer(() => undefined, { outcome: 'conflict', theirByNames: ['Ben'] })
    expect(await sendWaiting('ana', { storage, call: clash.call })).toBe(0)
    expect([clash.asked, waitingOf(storage, 'ana').map(({ refused }) => refused?.title)]).toEqual([['pages.save k1'], ['Ben changed the same words meanwhile. Both texts are kept.']])
    const saved = makeServer(() => undefined, { outcome: 'merged' })
    await sendWaiting('ana', { storage, call: saved.call }, 'k1')
    expect([saved.asked, waitingOf(storage, 'ana')]).toEqual([['pages.save k1', 'drafts.drop', 'drafts.drop'], []])
  })

  test('is kept with the reasons where it is refused, is not sent again by itself, and goes when its writer sends it', async () => {
    const storage = begin()
    const { call } = makeServer((name) => (name === 'threads.post' ? problem(404) : undefined))
    expect(await sendWaiting('ana', { storage, call })).toBe(1)
    expect(everythingOf(storage, 'ana').others).toEqual([{ ...thread, refused: problem(404).problem }])
    const again = makeServer(() => undefined)
    await sendWaiting('ana', { storage, call: again.call })
    expect(again.asked).toEqual([])
    await sendWaiting('ana', { storage, call: again.call }, 'k1')
    expect(again.asked).toEqual(['threads.post k1', 'drafts.drop'])
  })
})
