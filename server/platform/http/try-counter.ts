import { elapsedMs } from '../clock.ts'

/** So many addresses are remembered at once; the one that was quiet longest is forgotten first. */
const ADDRESSES_MAX = 5000

type Tries = { count: number; beganAt: number }
type Told = (error: Error | null, result?: { current: number; ttl: number }) => void

/**
 * Counts tries for `@fastify/rate-limit` by elapsed time. Its own counter asks the machine's clock, so that an address that
 * tried while that was ahead would stay locked out until then: for ten years, where it was ten years ahead.
 */
export class TryCounter {
  readonly #tries = new Map<string, Tries>()
  readonly #elapsed: () => number

  constructor(_options?: unknown, elapsed: () => number = elapsedMs) {
    this.#elapsed = elapsed
  }

  /** @param window how long tries count. Unit: ms */
  incr(address: string, told: Told, window: number): void {
    const now = this.#elapsed()
    const before = this.#tries.get(address)
    const tries = before && now - before.beganAt < window ? { ...before, count: before.count + 1 } : { count: 1, beganAt: now }
    this.#tries.delete(address)
    this.#tries.set(address, tries)
    const [oldest = ''] = this.#tries.keys()
    if (this.#tries.size > ADDRESSES_MAX) this.#tries.delete(oldest)
    told(null, { current: tries.count, ttl: window - (now - tries.beganAt) })
  }

  /** Each limited route counts for itself. */
  child(): TryCounter {
    return new TryCounter(undefined, this.#elapsed)
  }
}
