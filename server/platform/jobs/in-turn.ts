/**
 * Lets a piece of work run one at a time, however often it is asked for. Who asks while it runs gets the next run,
 * which sees everything that was there when they asked. A run that fails is its caller's to hear of; the next one starts anew.
 */
export function inTurn(work: () => Promise<void>): () => Promise<void> {
  let last: Promise<unknown> = Promise.resolve()
  let waiting: Promise<void> | null = null
  return () => {
    if (waiting === null) {
      waiting = last.then(() => { waiting = null; return work() })
      last = waiting.catch(() => undefined)
    }
    return waiting
  }
}
