import { Refusal } from '#domain/refusal.ts'
import { said } from '#domain/words/said.ts'

export type Instant = Temporal.Instant

/** Where the server asks for the time. Nothing else in the server does. */
export type Clock = {
  now(): Instant
  /** True for a clock that stands still until somebody moves it. */
  readonly stands: boolean
}

/** The machine's own clock, to the millisecond. */
export function machineClock(): Clock {
  return { stands: false, now: () => Temporal.Now.instant().round('millisecond') }
}

/** A clock for development, demos and journeys: stands still and is moved forwards by hand. */
export type DevelopmentClock = Clock & { moveTo(at: Instant): void }

export function developmentClock(start: Instant): DevelopmentClock {
  let at = start
  return {
    stands: true,
    now: () => at,
    moveTo(next) {
      if (Temporal.Instant.compare(next, at) < 0) {
        throw new Refusal('bad_input', said`The clock stands at ${String(at)}; it does not go back to ${String(next)}.`, said`Give a later moment, or start again on an empty data directory.`)
      }
      at = next
    },
  }
}

/** Real elapsed milliseconds, for waiting and measuring only; never for what people are told. */
export const elapsedMs = (): number => performance.now()
