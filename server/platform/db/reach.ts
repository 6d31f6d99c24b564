import pg from 'pg'
import { ConfigError } from '../config.ts'

/** The oldest PostgreSQL that everything is tested on. */
const OLDEST = 15
/** How long a database may take to answer a start. Unit: ms. */
const PATIENCE_MS = 10_000

/**
 * Asks the database of DATABASE_URL whether it is there, lets us in and is new enough, so that a wrong address is a
 * sentence at the start and not an error later.
 * @throws {ConfigError} naming the variable, never its password
 */
export async function checkDatabaseUrl(url: string, variable = 'DATABASE_URL'): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: PATIENCE_MS })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rows } = await client.query<{ version: number }>("select current_setting('server_version_num')::int / 10000 as version")
    const version = rows[0]?.version ?? 0
    if (version < OLDEST) throw new ConfigError(`${variable} names a PostgreSQL ${version}; Longhand needs ${OLDEST} or newer.`)
  } catch (error) {
    throw error instanceof ConfigError ? error : new ConfigError(`${variable} does not work: ${reason(error)}`, { cause: error })
  } finally {
    await client.end().catch(() => undefined)
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nobody answers at its host and port.', ENOTFOUND: 'its host is not known.', EAI_AGAIN: 'its host is not known.', ENOENT: 'there is no such socket.',
  '28P01': 'its user or password is wrong.', '28000': 'its user may not sign in.', '3D000': 'its database does not exist.',
}

function reason(error: unknown): string {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
  return REASONS[code] ?? `${error instanceof Error ? error.message : String(error)}.`
}
