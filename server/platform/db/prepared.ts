import type pg from 'pg'

/** How many statements each connection keeps ready; enough for those that are asked all day, and a bound on PostgreSQL's memory. */
const NAMED_MAX = 200
/** What is asked once is not worth a plan that is kept. */
const SEEN_MAX = 2000

/** Names statements that are asked again: from their second use on, while there is room. */
function namer(): (text: string) => string | undefined {
  const seen = new Set<string>()
  const names = new Map<string, string>()
  return (text) => {
    const known = names.get(text)
    if (known !== undefined) return known
    if (!seen.has(text)) {
      if (seen.size >= SEEN_MAX) seen.clear()
      seen.add(text)
      return undefined
    }
    if (names.size >= NAMED_MAX) return undefined
    const name = `longhand_${names.size}`
    names.set(text, name)
    return name
  }
}

/**
 * Lets the connections of one pool keep statements ready that are asked again and again, so that PostgreSQL reads and plans them once.
 * Before this, more than half of its processor time for a page went into reading the same statements anew.
 *
 * @returns what is done to each new connection of the pool
 */
export function statementKeeper(): (client: pg.PoolClient) => void {
  const nameOf = namer()
  return (client) => {
    const ask = client.query.bind(client) as (...given: unknown[]) => unknown
    const prepared = (...given: unknown[]) => {
      const [text, values, ...rest] = given
      const name = typeof text === 'string' && Array.isArray(values) && values.length > 0 ? nameOf(text) : undefined
      return name === undefined ? ask(...given) : ask({ name, text, values }, ...rest)
    }
    client.query = prepared as typeof client.query
  }
}
