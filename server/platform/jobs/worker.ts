import { startOutbox } from '../channels/send-due.ts'
import type { Senders } from '../channels/sender.ts'
import type { Platform } from '../act.ts'
import type { News } from '../news.ts'
import { inTurn } from './in-turn.ts'
import { runOneTimer } from './run-due.ts'

/** How often due timers are looked for when nobody says that there is news. Unit: ms. */
const LOOK_EVERY_MS = 1000

export type Worker = {
  /** Runs everything that is due at this moment, messages that follow from it last; waits for what another call has begun. */
  runDue(): Promise<void>
  stop(): Promise<void>
}

/**
 * Runs timers and sends messages as they become due, in this process. Any number of processes may do so on one database.
 * Timers never wait for messages, since another server may take its time. The clock is asked anew for each, because a long
 * queue takes longer than a lease.
 */
export function startWorker(platform: Platform, news: Pick<News, 'onNews'>, senders: Senders): Worker {
  let stopped = false
  const timers = inTurn(async () => {
    while (!stopped && await runOneTimer(platform, platform.clock.now())) { /* until none is due */ }
  })
  const outbox = startOutbox(platform, senders)
  const runDue = async () => {
    await timers()
    await outbox.run()
  }
  const look = () => { runDue().catch((error: unknown) => platform.log.error({ err: error }, 'looking for due timers failed')) }
  const unhear = news.onNews('*', look)
  const every = setInterval(look, LOOK_EVERY_MS)
  return {
    runDue,
    async stop() {
      stopped = true
      outbox.stop()
      clearInterval(every)
      unhear()
      await runDue().catch(() => undefined)
    },
  }
}
