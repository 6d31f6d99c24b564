import { startOutbox } from '../channels/send-due.ts'
import type { Senders } from '../channels/sender.ts'
import type { Platform } from '../act.ts'
import type { News } from '../news.ts'
import type { Instant } from '../clock.ts'
import { forgetAnswers } from './forget-answers.ts'
import { mendsAfterClockWentBack } from './clock-back.ts'
import { inTurn } from './in-turn.ts'
import { runOneTimer } from './run-due.ts'

/** How often due timers are looked for when nobody says that there is news. Unit: ms. */
const LOOK_EVERY_MS = 1000
/** How often what is too old to be repeated is looked for. Unit: hours. */
const FORGET_EVERY_H = 1

export type Worker = {
  /** Runs everything that is due at this moment, messages that follow from it last; waits for what another call has begun. */
  runDue(): Promise<void>
  stop(): Promise<void>
}

/**
 * @property byItself false: only when asked, so that nothing depends on when the machine finds time; for simulated lives
 * @property finders kinds of timers that find out themselves what is due, see `Feature.finders`
 */
type Ways = { byItself?: boolean; finders?: readonly string[] }

/**
 * Runs timers and sends messages as they become due, in this process. Any number of processes may do so on one database.
 * Timers never wait for messages, since another server may take its time. The clock is asked anew for each, because a long
 * queue takes longer than a lease.
 */
export function startWorker(platform: Platform, news: Pick<News, 'onNews'>, senders: Senders, { byItself = true, finders = [] }: Ways = {}): Worker {
  let stopped = false
  const outbox = startOutbox(platform, senders)
  const mendClock = mendsAfterClockWentBack(platform, { finders, quiet: () => outbox.run() })
  const timers = inTurn(async () => {
    await mendClock()
    while (!stopped && await runOneTimer(platform, platform.clock.now())) { /* until none is due */ }
  })
  let forgotAt: Instant | null = null
  const forget = async () => {
    const now = platform.clock.now()
    if (forgotAt && Math.abs(forgotAt.until(now).total('hours')) < FORGET_EVERY_H) return
    forgotAt = now
    await forgetAnswers(platform.db, now)
  }
  const runDue = async () => {
    await timers()
    await outbox.run()
    await forget()
  }
  const look = () => {
    // What is due waits while the disk is full, as what people write does.
    if (platform.room?.isLeft() === false) return
    runDue().catch((error: unknown) => platform.log.error({ err: error }, 'looking for due timers failed'))
  }
  const unhear = byItself ? news.onNews('*', look) : () => undefined
  const every = byItself ? setInterval(look, LOOK_EVERY_MS) : undefined
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
