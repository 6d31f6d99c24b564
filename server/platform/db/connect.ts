import { Kysely, OperatorNode, PostgresDialect, PostgresQueryCompiler, PrimitiveValueListNode } from 'kysely'
import type { BinaryOperationNode } from 'kysely'
import pg from 'pg'
import { beginWithFirst } from './begin-with-first.ts'
import { isTracing, tracedStatement } from '../telemetry/trace.ts'
import { statementKeeper } from './prepared.ts'
import type { Db, Tables } from './schema.ts'
import { watchStuck } from './watch-stuck.ts'

/** Enough for a busy server on two cores; PostgreSQL allows 100 to all processes together. */
const CONNECTIONS = 16

/** With what follows it, below the five seconds after which whoever waits is told to come back. Unit: ms. */
const WAIT_MS = 4000

/**
 * What each connection tells PostgreSQL about itself: pages are in memory or on a disk that reads anywhere alike, so an
 * index is no dearer than a scan (without it, plans that are kept read all people for each reply: 7 ms instead of 0.7);
 * and no statement is long enough to be worth compiling.
 */
export const SESSION = 'set random_page_cost = 1.1; set jit = off'

/** Type numbers of PostgreSQL (catalog/pg_type.dat). */
const INT8 = 20
const DATE = 1082
const TIMESTAMP = 1114
const TIMESTAMPTZ = 1184
const INT8_ARRAY = 1016
const DATE_ARRAY = 1182
const TIMESTAMPTZ_ARRAY = 1185

type Options = {
  connections?: number
  /** How long a request waits for a connection before it is told to come back later. Unit: ms. */
  waitMs?: number
  /**
   * Behind a pooler that gives each transaction another connection to PostgreSQL, such as pgbouncer with `pool_mode = transaction`:
   * nothing may then be left on a connection, so statements are not kept ready, and the pooler says `SESSION` itself.
   */
  pooled?: boolean
}

export type Connection = {
  db: Db
  /** For what kysely does not do: LISTEN, COPY, several statements at once. */
  pool: pg.Pool
  close(): Promise<void>
}

/**
 * Opens a pool of connections. `timestamptz` is a `Temporal.Instant` in both directions, `date` a text
 * such as `2026-03-27`, and `int8` a number.
 *
 * @param url of the embedded server or any PostgreSQL from 15 on
 */
export function connect(url: string, { connections = CONNECTIONS, waitMs = WAIT_MS, pooled = false }: Options = {}): Connection {
  const pool = new pg.Pool({ connectionString: url, max: connections, connectionTimeoutMillis: waitMs, keepAlive: true, pipeline: true, types: { getTypeParser } })
  // A connection that breaks while idle is replaced by the pool, and one that breaks in a transaction fails its next
  // statement; without listeners either would end the process.
  pool.on('error', () => undefined)
  const stuck = watchStuck(url)
  const keepStatements = statementKeeper()
  pool.on('connect', (client) => {
    client.on('error', () => undefined)
    if (!pooled) {
      client.query(SESSION).catch(() => undefined)
      keepStatements(client)
    }
    beginWithFirst(client)
    stuck.watch(client)
  })
  const db = new Kysely<Tables>({ dialect: new TemporalDialect({ pool }), ...(isTracing() && { log: ({ query, queryDurationMillis }) => tracedStatement(query.sql, queryDurationMillis) }) })
  return { db, pool, close: () => { stuck.stop(); return pool.end() } }
}

/** PostgreSQL with Temporal values as parameters, which pg alone would send as JSON, in quotes; and lists as one parameter. */
class TemporalDialect extends PostgresDialect {
  override createQueryCompiler(): TemporalQueryCompiler {
    return new TemporalQueryCompiler()
  }
}

class TemporalQueryCompiler extends PostgresQueryCompiler {
  /** `x in (…)` as `x = any($1)`: the statement stays the same however long the list is, and an empty list is no error. */
  protected override visitBinaryOperation(node: BinaryOperationNode): void {
    const { leftOperand, operator, rightOperand } = node
    const within = OperatorNode.is(operator) && (operator.operator === 'in' || operator.operator === 'not in') ? operator.operator : null
    if (within === null || !PrimitiveValueListNode.is(rightOperand)) {
      super.visitBinaryOperation(node)
      return
    }
    this.visitNode(leftOperand)
    this.append(within === 'in' ? ' = any(' : ' <> all(')
    this.appendValue(rightOperand.values)
    this.append(')')
  }

  protected override appendValue(parameter: unknown): void {
    super.appendValue(toSqlValue(parameter))
  }
}

/** What pg is given for a value: text for Temporal values, also inside lists, and everything else as it is. */
function toSqlValue(value: unknown): unknown {
  if (value instanceof Temporal.Instant || value instanceof Temporal.PlainDate) return value.toString()
  return Array.isArray(value) ? value.map(toSqlValue) : value
}

type Parser = (text: string) => unknown
const asText: Parser = (text) => text
const toInstant: Parser = (text) => Temporal.Instant.from(text)

/** @throws {RangeError} above 2^53, where a number would silently become another one */
const toNumber: Parser = (text) => {
  const number = Number(text)
  if (!Number.isSafeInteger(number)) throw new RangeError(`${text} from the database is too large for a number.`)
  return number
}

/** Lists of one dimension; the values of our types hold neither commas nor escaped quotes. */
const listOf = (parse: Parser): Parser => (text) =>
  text === '{}' ? [] : text.slice(1, -1).split(',').map((item) => item === 'NULL' ? null : parse(item.replaceAll('"', '')))

const PARSERS: ReadonlyMap<number, Parser> = new Map([
  [INT8, toNumber], [DATE, asText], [TIMESTAMP, asText], [TIMESTAMPTZ, toInstant],
  [INT8_ARRAY, listOf(toNumber)], [DATE_ARRAY, listOf(asText)], [TIMESTAMPTZ_ARRAY, listOf(toInstant)],
])

const getTypeParser: typeof pg.types.getTypeParser = (oid, format) =>
  (format === 'binary' ? undefined : PARSERS.get(oid)) ?? pg.types.getTypeParser(oid, format)
