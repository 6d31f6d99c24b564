import pg from 'pg'

/** What one connection that fills a whole database may take. Reference rows are not checked: the statements below make them. */
const AT_ONCE = `set session_replication_role = replica; set synchronous_commit = off; set maintenance_work_mem = '768MB'; set work_mem = '256MB'; set temp_buffers = '64MB'; set max_parallel_maintenance_workers = 2`
const AS_EVER = 'reset session_replication_role; reset synchronous_commit; reset maintenance_work_mem; reset work_mem; reset max_parallel_maintenance_workers'

/** Indexes that no constraint stands on and that keep nothing unique, of our own tables. */
const INDEXES = `select c.relname as name, pg_get_indexdef(i.indexrelid) as made from pg_index i join pg_class c on c.oid = i.indexrelid
  where c.relnamespace = 'public'::regnamespace and not i.indisunique and not exists (select from pg_constraint k where k.conindid = i.indexrelid)`

/**
 * Runs statements that fill tables, without their indexes, which are built afterwards: a million entries in minutes.
 * Statistics are taken after each, or the next one would be planned as if the tables were empty.
 */
export async function inBulk(client: pg.Client, statements: readonly string[], values: readonly unknown[]): Promise<void> {
  const { rows } = await client.query<{ name: string; made: string }>(INDEXES)
  await client.query(AT_ONCE)
  for (const { name } of rows) await client.query(`drop index ${pg.escapeIdentifier(name)}`)
  for (const statement of statements) {
    await client.query(statement, statement.includes('$1') ? [...values] : [])
    const [, table] = /^\s*insert into (\w+)/.exec(statement) ?? []
    if (table !== undefined) await client.query(`analyze ${pg.escapeIdentifier(table)}`)
  }
  for (const { made } of rows) await client.query(made)
  await client.query(AS_EVER)
}
