import { createServer } from 'node:net'
import { ConfigError } from './config.ts'
import type { Config } from './config.ts'

/**
 * Looks whether we may listen, before anything is started or told for it.
 * @throws {ConfigError} when another program listens there
 */
export async function checkPort({ host, port }: Pick<Config, 'host' | 'port'>): Promise<void> {
  const probe = createServer()
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  probe.once('error', (error) => reject(isTaken(error) ? new ConfigError(takenWords(port), { cause: error }) : error))
  probe.listen(port, host, resolve)
  await promise
  await new Promise((closed) => { probe.close(closed) })
}

/** Whether a start failed since another program has the port. */
export const isTaken = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'

export const takenWords = (port: number | string): string => `Another program listens on port ${port}. Set PORT to a free one.`
