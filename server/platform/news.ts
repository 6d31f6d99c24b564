import type { Logger } from 'pino'
import pg from 'pg'
import { NEWS_CHANNEL } from './events.ts'

/** Processes tell each other through the database that there is something new. */
export type News = {
  /** Calls back soon after a commit in this workspace (`*` for any); returns how to stop. */
  onNews(workspaceId: string, hear: () => void): () => void
  /** Calls back when another process moved the development clock. */
  onClock(hear: (at: string) => void): void
  stop(): Promise<void>
}

export const CLOCK_CHANNEL = 'longhand_clock'

/** How long to wait before listening again after the database went away. Unit: ms. */
const AGAIN_MS = 1000

/** Listens on a connection of its own and comes back by itself after an outage. */
export async function listenForNews(connection: pg.ClientConfig, log: Logger): Promise<News> {
  const hearers = new Map<string, Set<() => void>>()
  const clockHearers: ((at: string) => void)[] = []
  let client: pg.Client | null = null
  let stopped = false
  const tell = (workspaceId: string) => { for (const hear of hearers.get(workspaceId) ?? []) hear() }
  const connect = async (): Promise<void> => {
    const next = new pg.Client(connection)
    next.on('notification', ({ channel, payload }) => {
      if (channel === CLOCK_CHANNEL) for (const hear of clockHearers) hear(payload ?? '')
      else { tell(payload ?? ''); tell('*') }
    })
    next.on('error', (error) => {
      if (client !== next) return
      log.warn({ err: error }, 'the news connection broke')
      again()
    })
    try {
      await next.connect()
      await next.query(`listen ${NEWS_CHANNEL}; listen ${CLOCK_CHANNEL}`)
    } catch (error) {
      await next.end().catch(() => undefined)
      throw error
    }
    if (stopped) { await next.end(); return }
    client = next
    for (const workspaceId of hearers.keys()) tell(workspaceId)
  }
  const again = () => {
    client = null
    if (!stopped) setTimeout(() => { if (!stopped && client === null) connect().catch(again) }, AGAIN_MS).unref()
  }
  await connect()
  return {
    onNews(workspaceId, hear) {
      const set = hearers.get(workspaceId) ?? new Set()
      hearers.set(workspaceId, set.add(hear))
      return () => { set.delete(hear); if (set.size === 0) hearers.delete(workspaceId) }
    },
    onClock: (hear) => { clockHearers.push(hear) },
    async stop() { stopped = true; await client?.end() },
  }
}
