import { setTimeout as pause } from 'node:timers/promises'
import { isSending, nextSendingMoment } from '../channels/send-due.ts'
import type { Platform } from '../act.ts'
import type { DevelopmentClock, Instant } from '../clock.ts'
import { elapsedMs } from '../clock.ts'
import type { Db } from '../db/schema.ts'
import { keepClock } from '../instance.ts'
import { nextDueMoment } from './timers.ts'
import type { Worker } from './worker.ts'

/** How often to look whether another process has finished what it began. Unit: ms of the machine. */
const LOOK_MS = 5
/** How long another process may take to send one mail before it is taken for dead. Unit: ms of the machine. */
const SENDING_MS = 5000

const later = (left: Instant, right: Instant): boolean => Temporal.Instant.compare(left, right) > 0

/**
 * Moves a development clock, stopping at each timer and message on the way, so that everything happens in its order
 * and has happened when this returns; also what other processes on this database took on themselves. Where the clock
 * stands is kept before anything happens there, so that it is not earlier again after a crash.
 *
 * @param sendingMs how long another process may take to send one mail; nothing where there is no other process
 * @throws {Refusal} `bad_input` when `to` is earlier than the clock stands
 */
export async function advance(platform: Platform, clock: DevelopmentClock, worker: Worker, to: Instant, sendingMs = SENDING_MS): Promise<void> {
  if (later(clock.now(), to)) clock.moveTo(to)
  const stopAt = async (at: Instant) => {
    await keepClock(platform.db, at)
    if (later(at, clock.now())) clock.moveTo(at)
    await worker.runDue()
  }
  await worker.runDue()
  for (let next = await nextStop(platform.db, clock, to, sendingMs); next !== null; next = await nextStop(platform.db, clock, to, sendingMs)) {
    if (!later(next, clock.now())) await pause(LOOK_MS)
    await stopAt(later(next, clock.now()) ? next : clock.now())
  }
  await stopAt(to)
  await othersHaveSent(platform.db, to, sendingMs)
}

/**
 * Where the clock stops next; null when nothing happens until then. Waits for mails that other processes hold: moving
 * on would end their lease while they are at it. The wait comes when nothing is due any more, since until then
 * another process may commit a timer and take the mail that follows from it; the wait may move a mail to a new try.
 */
async function nextStop(db: Db, clock: DevelopmentClock, until: Instant, sendingMs: number): Promise<Instant | null> {
  const next = await nextMoment(db, until)
  if (next !== null && !later(next, clock.now())) return next
  await othersHaveSent(db, clock.now(), sendingMs)
  return nextMoment(db, until)
}

/** When the next timer or message wants attention; null when nothing does until then. */
async function nextMoment(db: Db, until: Instant): Promise<Instant | null> {
  const moments = [await nextDueMoment(db, until), await nextSendingMoment(db, until)].filter((moment) => moment !== null)
  return moments.toSorted(Temporal.Instant.compare)[0] ?? null
}

/** Waits until nobody sends a mail, or the process that does is taken for dead. */
async function othersHaveSent(db: Db, now: Instant, sendingMs: number): Promise<void> {
  const until = elapsedMs() + sendingMs
  while (elapsedMs() < until && await isSending(db, now)) await pause(LOOK_MS)
}
