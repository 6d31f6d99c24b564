import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { isNamed } from './api.ts'
import { heardOfTime } from './clock.ts'

const EVENTS = '/api/v1/events'
/** Waits before a stream that the server closed is opened again; the last one repeats. Unit: ms. */
const WAITS = [1_000, 2_000, 5_000, 15_000, 30_000]

/** By the first word of an event's kind: the features whose reads it makes out of date. */
const TOUCHES: Record<string, readonly string[]> = {
  account: ['account', 'invites', 'members', 'mail-in'],
  agreement: ['agreement', 'brief'],
  ask: ['asks', 'threads', 'brief', 'checkins'],
  attention: ['focus', 'attention', 'inbox', 'delivery', 'asks'],
  baton: ['batons', 'wraps', 'brief'],
  brief: ['brief'],
  checkin: ['checkins', 'entries', 'brief'],
  decision: ['decisions', 'links', 'threads', 'inbox', 'asks', 'brief'],
  entry: ['entries', 'links', 'wraps', 'batons', 'checkins', 'brief'],
  inbox: ['inbox', 'delivery'],
  outbox: ['outbox'],
  page: ['pages', 'threads', 'entries', 'links', 'runs.steps', 'inbox', 'brief'],
  people: ['people', 'account', 'members', 'invites', 'batons', 'checkins', 'asks', 'focus', 'brief'],
  reply: ['threads', 'entries', 'links'],
  run: ['runs', 'threads', 'asks', 'inbox', 'brief'],
  space: ['spaces', 'account', 'entries', 'checkins', 'threads', 'brief'],
  thread: ['threads', 'entries', 'inbox', 'links'],
  wrap: ['wraps', 'links', 'entries', 'batons', 'brief'],
}

/** Which features' reads an event of this kind makes out of date: `baton.accepted` → batons, wraps, brief. */
export function touchedBy(kind: string): readonly string[] {
  const subject = kind.split('.')[0] ?? kind
  return TOUCHES[subject] ?? [subject]
}

type LiveEvent = { kind: string, at?: string, /** Of the entry that it happened to. */ number?: number }

/** Kinds that change one entry alone: what was read of other entries stays as it is, so that a busy space costs an open page nothing. */
const OF_ONE = ['thread', 'reply']

/** Whether an event makes a read out of date; `queryKey` is the operation's name and its input. */
export function isTouched([operation, input]: readonly unknown[], { kind, number }: LiveEvent): boolean {
  if (!isNamed(String(operation), touchedBy(kind))) return false
  const about = typeof input === 'object' && input !== null && 'number' in input ? input.number : undefined
  return number === undefined || about === undefined || about === number || !OF_ONE.includes(kind.split('.')[0] ?? kind)
}

type Stream = Pick<EventSource, 'readyState' | 'close'> & {
  onmessage: ((event: MessageEvent<string>) => void) | null
  onerror: ((event: Event) => void) | null
  onopen: ((event: Event) => void) | null
  addEventListener?: (kind: 'news', heard: (event: MessageEvent<string>) => void) => void
}
type Heard = {
  onEvent: (event: LiveEvent) => void
  /** The stream was opened anew without knowing what was missed: everything may be out of date. */
  onGap: () => void
  open?: (url: string) => Stream
  wait?: (ms: number, then: () => void) => () => void
}

/** `EventSource.CLOSED`; spelt out because tests run where there is no EventSource. */
const CLOSED = 2

/**
 * Listens to what happens in the workspace. A broken connection is resumed by the browser with `Last-Event-ID`;
 * a stream that the server closed for good is opened again after a pause, and then everything is read anew.
 * @returns stops listening
 */
export function listen({ onEvent, onGap, open = (url) => new EventSource(url), wait = waitFor }: Heard): () => void {
  let failures = 0
  let cancelWait = () => {}
  let stream = connect(false)
  function connect(again: boolean): Stream {
    const made = open(EVENTS)
    made.onopen = () => {
      failures = 0
      if (again) onGap()
    }
    const hear = ({ data }: MessageEvent<string>) => {
      const event = eventOf(data)
      if (event) onEvent(event)
    }
    made.onmessage = hear
    made.addEventListener?.('news', hear)
    made.onerror = () => {
      if (made.readyState !== CLOSED) return
      cancelWait = wait(WAITS[Math.min(failures, WAITS.length - 1)] ?? 0, () => { stream = connect(true) })
      failures += 1
    }
    return made
  }
  return () => {
    cancelWait()
    stream.close()
  }
}

function waitFor(ms: number, then: () => void): () => void {
  const timer = setTimeout(then, ms)
  return () => clearTimeout(timer)
}

function eventOf(data: string): LiveEvent | undefined {
  try {
    const parsed: unknown = JSON.parse(data)
    if (typeof parsed !== 'object' || parsed === null || !('kind' in parsed) || typeof parsed.kind !== 'string') return undefined
    return { kind: parsed.kind, ...('at' in parsed && typeof parsed.at === 'string' && { at: parsed.at }), ...('number' in parsed && typeof parsed.number === 'number' && { number: parsed.number }) }
  } catch {
    return undefined
  }
}

/** Keeps an open page up to date while somebody is signed in. */
export function useLive(signedIn: boolean) {
  const queries = useQueryClient()
  useEffect(() => {
    if (!signedIn) return
    return listen({
      onEvent: (event) => {
        if (event.at) heardOfTime(event.at)
        void queries.invalidateQueries({ predicate: ({ queryKey }) => isTouched(queryKey, event) })
      },
      onGap: () => void queries.invalidateQueries(),
    })
  }, [queries, signedIn])
}
