import pg from 'pg'
import { READ, type TestServer } from './versions.test-kit.ts'

/** What can be prepared. The others are more than one statement, or say nothing of how a version reads what we ask. */
const ONE_STATEMENT = /^\s*(?:select|insert|update|delete|with)\b[^;]*;?\s*$/i

const heard = new Set<string>()
let hearing = false

/** Remembers each statement that this process sends from now on. */
export function hearStatements(): void {
  if (hearing) return
  hearing = true
  const { query } = pg.Client.prototype
  const heardQuery = function (this: pg.Client, ...given: unknown[]) {
    const [first] = given
    const text = typeof first === 'string' ? first : (first as { text?: unknown } | null)?.text
    if (typeof text === 'string') heard.add(text)
    return (query as (...all: unknown[]) => unknown).apply(this, given)
  }
  pg.Client.prototype.query = heardQuery as typeof query
}

const asked = new Set<string>()

/** What was heard since this was asked last. */
export function heardSince(): readonly string[] {
  const fresh = [...heard].filter((text) => !asked.has(text) && ONE_STATEMENT.test(text))
  for (const text of heard) asked.add(text)
  return fresh
}

type Reader = { version: number; fault: (statement: string) => Promise<string | null>; end: () => Promise<void> }

async function readerOn({ version, url }: TestServer): Promise<Reader> {
  const client = new pg.Client({ connectionString: url.replace('/longhand?', `/${READ}?`) })
  await client.connect()
  let count = 0
  return {
    version,
    fault: (statement) => client.query(`prepare s${count += 1} as ${statement}`).then(() => null, (error: unknown) => error instanceof Error ? error.message : String(error)),
    end: () => client.end(),
  }
}

/**
 * The statements that an older PostgreSQL does not read although the newest one does: a function, a clause or a column of a catalogue
 * that came later. What neither reads is about a table that a test made for itself.
 */
export async function onlyReadByNewest(servers: readonly TestServer[], statements: readonly string[]): Promise<string[]> {
  if (servers.length < 2 || statements.length === 0) return []
  const readers = await Promise.all(servers.toSorted((a, b) => b.version - a.version).map(readerOn))
  const [newest, ...older] = readers
  const wrong: string[] = []
  for (const statement of statements) {
    for (const reader of older) {
      const fault = await reader.fault(statement)
      if (fault !== null && await newest?.fault(statement) === null) wrong.push(`PostgreSQL ${reader.version} does not read what ${newest?.version} does (${fault}): ${statement}`)
    }
  }
  await Promise.all(readers.map((reader) => reader.end()))
  return wrong
}
