/** Somebody who keeps a page open: a stream of news that is opened again when it ends, from where it stopped. */
export type Listener = {
  /** When each event was heard, by its name in the stream. */
  heard: Map<string, { kind: string; at: number }>
  /** How often it was opened, and how many times the server ended it with a hint. */
  opened: number; hinted: number; twice: number
  stop(): void
}

/** How long to wait unless the server says. Unit: ms. */
const AGAIN_MS = 1000

export function listenTo(url: string, token: string): Listener {
  const hangUp = new AbortController()
  const listener: Listener = { heard: new Map(), opened: 0, hinted: 0, twice: 0, stop: () => hangUp.abort() }
  let last = ''
  let again = AGAIN_MS
  const hear = (block: string) => {
    const field = (name: string) => block.split('\n').find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2) ?? ''
    if (field('retry') !== '') { again = Number(field('retry')); listener.hinted += 1 }
    if (field('data') === '' || field('id') === '') return
    last = field('id')
    if (listener.heard.has(last)) listener.twice += 1
    listener.heard.set(last, { kind: (JSON.parse(field('data')) as { kind: string }).kind, at: performance.now() })
  }
  const open = async () => {
    const answer = await fetch(`${url}/api/v1/events`, { signal: hangUp.signal, headers: { authorization: `Bearer ${token}`, ...(last !== '' && { 'last-event-id': last }) } })
    if (!answer.ok || !answer.body) return
    listener.opened += 1
    let rest = ''
    for await (const part of answer.body.pipeThrough(new TextDecoderStream())) {
      const blocks = (rest + part).split('\n\n')
      rest = blocks.pop() ?? ''
      for (const block of blocks) hear(block)
    }
  }
  void (async () => {
    while (!hangUp.signal.aborted) {
      await open().catch(() => undefined)
      await new Promise((then) => setTimeout(then, again))
    }
  })()
  return listener
}
