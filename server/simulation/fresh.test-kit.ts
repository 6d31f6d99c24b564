import pg from 'pg'
import { TEMPLATE } from '#server/platform/db/test-versions.ts'
import type { TestDb } from '#server/platform/db/test-db.ts'

/** A database for each life, beside that of the suite. */
export function freshCopies(on: Pick<TestDb, 'url'>) {
  let made = 0
  const run = async (statement: string) => {
    const client = new pg.Client({ connectionString: on.url })
    await client.connect()
    await client.query(statement).finally(() => client.end())
  }
  return {
    async make(): Promise<string> {
      const own = /\/(test_\w+)\?/.exec(on.url)?.[1] ?? ''
      const name = `${own}_${made += 1}`
      await run(`create database ${name} template ${TEMPLATE}`)
      return on.url.replace(`/${own}?`, `/${name}?`)
    },
    drop: (url: string) => run(`drop database ${/\/(test_\w+)\?/.exec(url)?.[1] ?? ''} with (force)`),
  }
}
