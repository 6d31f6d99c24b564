import { setTimeout as pause } from 'node:timers/promises'
import { lookAtSending } from '../channels/send-due.ts'
import type { Platform } from '../act.ts'
import type { DevelopmentClock, Instant } from '../clock.ts'
import type { Db } from '../db/schema.ts'
import { keepClock } from '../instance.ts'
import { nextDueMoment } from './timers.ts'
import type { Worker } from './worker.ts'

/** How often to look whether another process has finished what it began. Unit: ms of the machine. */
const LOOK_MS = 5
/** How long another process may take to send one message before it is taken for dead. Unit: ms of the machine. */
const SENDING_MS = 5000

const later = (left: Instant, right: Instant): boolean => Temporal.Instant.compare(left, right) > 0

/**
 * Moves a development clock, stopping at each timer and message on the way, so that everything happens in its order
 * and has happened when this returns; also what other processes on this database took on themselves. Where the clock
 * stands is kept before anything happens there, so that it is not earlier again after a crash.
 *
 * @param sendingMs how long another process may take to send one message; nothing where there is no other process
 * @throws {Refusal} `bad_input` when `to` is earlier than the clock stands
 */
export async function advance(platform: Platform, clock: DevelopmentClock, worker: Worker, to: Instant, sendingMs = SENDING_MS): Promise<void> {
  if (later(clock.now(), to)) clock.moveTo(to)
  const stopAt = async (at: Instant) => {
    await keepClock(platform.db, at)
    if (later(at, clock.now())) clock.moveTo(at)
    await worker.runDue()
  }
  await stopAt(clock.now())
  for (;;) {
    const next = await nextStop(platform.db, clock, to, sendingMs)
    if (next === null && !later(to, clock.now())) return
    const at = next ?? to
    if (!later(at, clock.now())) await pause(LOOK_MS)
    await stopAt(later(at, clock.now()) ? at : clock.now())
  }
}

/**
 * Where the clock stops next; null when nothing happens until then. Waits for messages that other processes hold, one after the
 * other: moving on would end their lease while they are at it. The wait comes when nothing is due any more, since until then
 * another process may commit a timer and take the message that follows from it. What is due and what is on its way is one look,
 * because the next message may be taken between two. The wait is counted in looks: a machine that stood still has not waited.
 */
async function nextStop(db: Db, clock: DevelopmentClock, until: Instant, sendingMs: number): Promise<Instant | null> {
  let waitedFor: string | null = null
  for (let waited = 0; ; waited += LOOK_MS) {
    const timer = await nextDueMoment(db, until)
    const { next, going } = await lookAtSending(db, clock.now(), until)
    const at = earlier(timer, next)
    if (going === null || waited >= sendingMs || at !== null && !later(at, clock.now())) return at
    if (going !== waitedFor) { waited = 0; waitedFor = going }
    await pause(LOOK_MS)
  }
}

const earlier = (left: Instant | null, right: Instant | null): Instant | null =>
  left === null || right === null ? left ?? right : later(left, right) ? right : left
