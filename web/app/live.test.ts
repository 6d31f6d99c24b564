import { describe, expect, test, vi } from 'vitest'
import { isTouched, listen, touchedBy } from './live.ts'

function fakeStreams() {
  const made: { url: string, readyState: number, close: () => void, onmessage: ((event: MessageEvent<string>) => void) | null, onerror: ((event: Event) => void) | null, onopen: ((event: Event) => void) | null }[] = []
  const open = (url: string) => {
    const stream = { url, readyState: 1, close: vi.fn<() => void>(), onmessage: null, onerror: null, onopen: null }
    made.push(stream)
    return stream
  }
  return { made, open }
}
const message = (data: string) => ({ data }) as MessageEvent<string>
const event = {} as Event

describe('an open page listens', () => {
  test('events are handed on; what cannot be read is passed over', () => {
    const { made, open } = fakeStreams()
    const onEvent = vi.fn<(event: { kind: string }) => void>()
    listen({ onEvent, onGap: vi.fn<() => void>(), open })
    for (const data of ['{"kind":"baton.accepted","at":"2026-03-24T00:04:00Z","id":7}', 'nonsense', '{"no":"kind"}']) made[0]?.onmessage?.(message(data))
    expect(onEvent.mock.calls).toEqual([[{ kind: 'baton.accepted', at: '2026-03-24T00:04:00Z' }]])
  })
  test('a broken connection is left to the browser, which resumes it', () => {
    const { made, open } = fakeStreams()
    const wait = vi.fn<() => () => void>()
    listen({ onEvent: vi.fn<() => void>(), onGap: vi.fn<() => void>(), open, wait })
    if (made[0]) made[0].readyState = 0
    made[0]?.onerror?.(event)
    expect(wait).not.toHaveBeenCalled()
  })
  test('a closed one is opened again after longer and longer pauses, and then everything is read anew', () => {
    const { made, open } = fakeStreams()
    const onGap = vi.fn<() => void>()
    const waits: number[] = []
    listen({ onEvent: vi.fn<() => void>(), onGap, open, wait: (ms, then) => { waits.push(ms); then(); return () => {} } })
    for (const index of [0, 1, 2]) {
      const stream = made[index]
      if (stream) stream.readyState = 2
      stream?.onerror?.(event)
    }
    expect(waits).toEqual([1_000, 2_000, 5_000])
    expect(onGap).not.toHaveBeenCalled()
    made[3]?.onopen?.(event)
    expect(onGap).toHaveBeenCalledTimes(1)
  })
  test('it stops when asked', () => {
    const { made, open } = fakeStreams()
    listen({ onEvent: vi.fn<() => void>(), onGap: vi.fn<() => void>(), open })()
    expect(made[0]?.close).toHaveBeenCalled()
  })
})

test.each([
  ['the thread itself', ['threads.read', { number: 7 }, 'pages'], true], ['another thread', ['threads.read', { number: 8 }, 'pages'], false], ['the list', ['threads.list', { of: 'all' }, 'pages'], true],
  ['something else', ['batons.list', {}], false],
] as const)('a reply in a thread makes out of date: %s', (_what, key, touched) => expect(isTouched(key, { kind: 'reply.posted', number: 7 })).toBe(touched))

test('kinds are mapped to the reads they change; unknown ones to their own word', () => {
  expect(touchedBy('baton.accepted')).toContain('brief')
  expect(touchedBy('weather.changed')).toEqual(['weather'])
})

test('who accepts an invite is a member and no longer invited', () => expect(touchedBy('people.changed')).toEqual(expect.arrayContaining(['members', 'invites'])))
