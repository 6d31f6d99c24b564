import { appendFileSync } from 'node:fs'
import pg from 'pg'

/** Deep enough to see who asked, below the query builder. */
const FRAMES = 60
/** What asks for the tests, or before the tables are spread. */
const NOT_THE_APP = /\.test(?:-kit)?\.ts|\/db\/migrate\.ts|\/db\/embedded/
const OURS = /\/(?:server|domain|contract|demo|tools|cli)\/[\w/.-]+\.ts/

/** Whether the app sent it: the nearest of our files below is one of the server that is no test. */
function isOfApp(stack: string): boolean {
  const nearest = stack.split('\n').find((line) => OURS.test(line) && !line.includes('node_modules') && !/\/platform\/db\/(?:connect|prepared|begin-with-first)\.ts|\/tools\/citus\//.test(line))
  return nearest !== undefined && !NOT_THE_APP.test(nearest)
}

/**
 * Hears every statement that the app sends to PostgreSQL in this process from now on, each once.
 * Started with `node --import ./tools/citus/record.ts` and `LONGHAND_STATEMENTS=file` it appends them to that file, one JSON text a line.
 */
export function recordStatements(hear: (statement: string) => void): () => void {
  const seen = new Set<string>()
  const { query } = pg.Client.prototype
  const heard = function (this: pg.Client, ...given: unknown[]) {
    const [first] = given
    const text = typeof first === 'string' ? first : (first as { text?: string } | null)?.text
    if (text !== undefined && !seen.has(text)) {
      const limit = Error.stackTraceLimit
      Error.stackTraceLimit = FRAMES
      if (isOfApp(new Error('asked').stack ?? '')) { seen.add(text); hear(text) }
      Error.stackTraceLimit = limit
    }
    return (query as (...all: unknown[]) => unknown).apply(this, given)
  }
  pg.Client.prototype.query = heard as typeof query
  return () => { pg.Client.prototype.query = query }
}

const file = process.env['LONGHAND_STATEMENTS']
if (file !== undefined) recordStatements((statement) => appendFileSync(file, `${JSON.stringify(statement)}\n`))
