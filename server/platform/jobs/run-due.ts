import { makeAct, systemActor } from '../act.ts'
import type { Platform } from '../act.ts'
import type { Instant } from '../clock.ts'
import type { Db } from '../db/schema.ts'
import { failpoint } from '../failpoint.ts'
import { countTimer, countTimerFailure } from '../telemetry/metrics.ts'
import { traced } from '../telemetry/trace.ts'
import { claimDueTimer, finishTimer, nextDueMoment, postponeTimer } from './timers.ts'
import type { DueTimer } from './timers.ts'

/**
 * Runs one due timer: its effects and its disappearance are one commit, so that however many
 * processes run, and wherever one of them dies, each timer acts once.
 * @returns false when nothing is due
 */
export async function runOneTimer(platform: Platform, now: Instant): Promise<boolean> {
  if (await nextDueMoment(platform.db, now) === null) return false
  let claimed: DueTimer | undefined
  try {
    return await platform.db.transaction().execute(async (tx) => {
      claimed = await claimDueTimer(tx, now)
      if (!claimed) return false
      await failpoint('timer.after_claim')
      const timer = claimed
      countTimer(timer.kind, now.since(timer.due_at).total('seconds'))
      await traced(`timer ${timer.kind}`, () => fire(platform, tx, timer, now))
      await failpoint('timer.before_commit')
      return true
    })
  } catch (error) {
    if (!claimed) throw error
    platform.log.error({ err: error, timer: claimed.kind, key: claimed.key }, 'a timer failed and will be tried again')
    countTimerFailure(claimed.kind)
    await postponeTimer(platform.db, claimed, now, error instanceof Error ? error.message : String(error))
    return true
  }
}

/** Lets a claimed timer act in the caller's transaction. */
export async function fire(platform: Platform, tx: Db, timer: DueTimer, now: Instant): Promise<void> {
  const handler = platform.timers.get(timer.kind)
  if (!handler) throw new Error(`No feature handles timers of kind ${timer.kind}.`)
  await handler(makeAct(platform, { tx, actor: systemActor(timer.workspace_id), now }), timer.payload)
  await failpoint('timer.after_effect')
  await finishTimer(tx, timer)
}
