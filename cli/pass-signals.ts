import type { ChildProcess } from 'node:child_process'

/** Ctrl-C comes from the terminal and may come once more from npm, and a second one would cut the orderly end of a server short. Unit: ms. */
const ONE_PRESS_MS = 1000

/**
 * Tells a program to end that this one began, by itself and once, however many ways a signal comes here. It must stand in a
 * process group of its own (`detached`), or the terminal tells it too.
 */
export function passSignals(child: ChildProcess): void {
  let told = -Infinity
  const tell = (signal: NodeJS.Signals) => () => {
    const now = performance.now()
    if (now - told >= ONE_PRESS_MS) child.kill(signal)
    told = now
  }
  process.on('SIGTERM', tell('SIGTERM'))
  process.on('SIGHUP', tell('SIGTERM'))
  process.on('SIGINT', tell('SIGINT'))
}
