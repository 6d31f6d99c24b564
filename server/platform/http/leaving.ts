import { setTimeout as pause } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'

/** Between these the ended streams of a process come back, to others and not all at once. Unit: ms. */
const AGAIN_MS = { least: 200, most: 1500 }

/**
 * How a process goes without anybody noticing. While it is leaving it says that it is not ready, so that the front sends
 * nothing new; ends its streams with a hint when to come back; lets each connection end with its next answer; and goes on
 * answering all that still comes.
 */
export type Leaving = {
  is(): boolean
  /** Called with the words to end a stream with; returns how to forget it. */
  onLeave(end: (last: string) => void): () => void
  /** Returns after `ms`, in which the front can have noticed. */
  leave(ms: number): Promise<void>
}

export function newLeaving(): Leaving {
  const streams = new Set<(last: string) => void>()
  let leaving = false
  return {
    is: () => leaving,
    onLeave(end) {
      streams.add(end)
      return () => { streams.delete(end) }
    },
    async leave(ms) {
      leaving = true
      let place = 0
      const step = (AGAIN_MS.most - AGAIN_MS.least) / Math.max(streams.size, 1)
      for (const end of streams) {
        end(`retry: ${Math.round(AGAIN_MS.least + place * step)}\n\n`)
        place += 1
      }
      if (ms > 0) await pause(ms)
    },
  }
}

/** Lets connections end with their next answer once the process is leaving. */
export function addLeaving(app: FastifyInstance, leaving: Leaving): void {
  app.addHook('onSend', async (_request, reply) => {
    if (leaving.is()) reply.header('connection', 'close')
  })
}
