import type pg from 'pg'

type Asked = (...given: unknown[]) => Promise<unknown>
const done = (command: string): Promise<object> => Promise.resolve({ command, rowCount: null, rows: [], fields: [] })

/**
 * Sends `begin` together with the first statement of its transaction, so that beginning one costs no way to PostgreSQL
 * and back. A transaction in which nothing was asked sends nothing at all.
 */
export function beginWithFirst(client: pg.PoolClient): void {
  const ask = client.query.bind(client) as Asked
  const { stream } = (client as unknown as { connection: { stream: { cork(): void; uncork(): void } } }).connection
  let begins = false
  const lazy: Asked = (...given) => {
    if (given[0] === 'begin') {
      begins = true
      return done('BEGIN')
    }
    if (!begins) return ask(...given)
    begins = false
    if (given[0] === 'commit' || given[0] === 'rollback') return done(String(given[0]).toUpperCase())
    stream.cork()
    // Where the connection is gone, the first statement says so, too.
    ask('begin').catch(() => undefined)
    const first = ask(...given)
    stream.uncork()
    return first
  }
  client.query = lazy as typeof client.query
}
