import type pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { newRowSum } from './row-sum.ts'
import type { Content } from './row-sum.ts'
import { copyOut } from './tables.ts'
import type { Table } from './tables.ts'

/** What was taken off tables before they are filled, as the statements that put it back. */
export type Shape = { statements: string[] }

/**
 * Takes foreign keys and plain indexes off, so that tables may be filled in any order and at once; PostgreSQL checks and
 * builds them when they are put back. Setting triggers aside instead would need a superuser.
 */
export async function takeApart(client: pg.Client, tables: readonly Table[]): Promise<Shape> {
  const names = tables.map(({ name }) => name)
  const { rows: keys } = await client.query<{ table: string; name: string; says: string }>(`
    select t.relname as table, c.conname as name, pg_get_constraintdef(c.oid) as says from pg_constraint c join pg_class t on t.oid = c.conrelid
    where c.contype = 'f' and t.relnamespace = current_schema()::regnamespace and t.relname = any($1) order by 1, 2`, [names])
  const { rows: indexes } = await client.query<{ name: string; says: string }>(`
    select i.relname as name, pg_get_indexdef(x.indexrelid) as says from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class t on t.oid = x.indrelid
    where t.relnamespace = current_schema()::regnamespace and t.relname = any($1) and not exists (select from pg_constraint c where c.conindid = x.indexrelid) order by 1`, [names])
  await client.query([...keys.map(({ table, name }) => `alter table "${table}" drop constraint "${name}"`), ...(indexes.length > 0 ? [`drop index ${indexes.map(({ name }) => `"${name}"`).join(', ')}`] : [])].join('; '))
  return { statements: [...indexes.map(({ says }) => says), ...keys.map(({ table, name, says }) => `alter table "${table}" add constraint "${name}" ${says}`)] }
}

export async function putBack(client: pg.Client, { statements }: Shape): Promise<void> {
  await client.query(statements.join('; '))
}

/** What a table holds now. */
export async function copyContent(client: pg.Client, table: Table, withSecrets: boolean): Promise<Content> {
  const sum = newRowSum()
  for await (const chunk of client.query(copyTo(copyOut(table, withSecrets))) as AsyncIterable<Buffer>) sum.add(chunk)
  return sum.content()
}
