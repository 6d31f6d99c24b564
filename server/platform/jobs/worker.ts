import { sendOne } from '../channels/send-due.ts'
import type { MailSender } from '../channels/mail.ts'
import type { Platform } from '../act.ts'
import type { DevelopmentClock, Instant } from '../clock.ts'
import type { News } from '../news.ts'
import { nextDueMoment } from './timers.ts'
import { runOneTimer } from './run-due.ts'

/** How often due timers are looked for when nobody says that there is news. Unit: ms. */
const LOOK_EVERY_MS = 1000

export type Worker = {
  /** Runs everything that is due at this moment; waits for what another call has begun. */
  runDue(): Promise<void>
  stop(): Promise<void>
}

/** Runs timers and sends mail as they become due, in this process. Any number of processes may do so on one database. */
export function startWorker(platform: Platform, news: News, send: MailSender | null): Worker {
  let running: Promise<void> = Promise.resolve()
  let queued = false
  let stopped = false
  const run = async () => {
    queued = false
    const now = platform.clock.now()
    while (!stopped && await runOneTimer(platform, now)) { /* until none is due */ }
    while (!stopped && await sendOne(platform, now, send)) { /* until none waits */ }
  }
  const runDue = (): Promise<void> => {
    if (!queued) {
      queued = true
      running = running.then(run)
    }
    return running
  }
  const look = () => { runDue().catch((error: unknown) => platform.log.error({ err: error }, 'looking for due timers failed')) }
  const unhear = news.onNews('*', look)
  const every = setInterval(look, LOOK_EVERY_MS)
  return {
    runDue,
    async stop() {
      stopped = true
      clearInterval(every)
      unhear()
      await running.catch(() => undefined)
    },
  }
}

/**
 * Moves a development clock, stopping at each timer on the way, so that everything happens in its order
 * and has happened when this returns.
 */
export async function advance(platform: Platform, clock: DevelopmentClock, worker: Worker, to: Instant): Promise<void> {
  await worker.runDue()
  for (;;) {
    const next = await nextDueMoment(platform.db, to)
    if (next === null) break
    if (Temporal.Instant.compare(next, clock.now()) > 0) clock.moveTo(next)
    await worker.runDue()
  }
  clock.moveTo(to)
  await worker.runDue()
}
