import type pg from 'pg'

/** A table as Citus would look at it. */
export type Table = {
  name: string
  columns: readonly string[]
  /** The columns of its primary key, and of each unique index with the words of expressions left out. */
  keys: readonly { name: string; columns: readonly string[] }[]
  foreignKeys: readonly { name: string; columns: readonly string[]; to: string; toColumns: readonly string[] }[]
}

/** One copy on every node: what belongs to no workspace. Few rows that hardly change. */
const REFERENCE = ['instance', 'migration'] as const
/** The first table of all: a workspace lies where its id says, and everything in it beside it. */
const ROOT = 'workspace'

/** The column by which a table is spread; null for one that is everywhere. */
export function spreadBy(table: string): string | null {
  if ((REFERENCE as readonly string[]).includes(table)) return null
  return table === ROOT ? 'id' : 'workspace_id'
}

export async function readSchema(client: Pick<pg.Pool, 'query'>): Promise<Table[]> {
  const names = (column: string, attributes: string) => `array(select a.attname::text from unnest(${column}) with ordinality as k (n, place) join pg_attribute a on a.attrelid = ${attributes} and a.attnum = k.n order by place)`
  const { rows } = await client.query<Table>(`select c.relname as name,
      array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped order by a.attnum) as columns,
      coalesce((select json_agg(json_build_object('name', i.relname, 'columns', ${names('x.indkey::int2[]', 'c.oid')}) order by i.relname) from pg_index x join pg_class i on i.oid = x.indexrelid where x.indrelid = c.oid and x.indisunique), '[]') as keys,
      coalesce((select json_agg(json_build_object('name', f.conname, 'columns', ${names('f.conkey', 'f.conrelid')}, 'to', t.relname, 'toColumns', ${names('f.confkey', 'f.confrelid')}) order by f.conname)
        from pg_constraint f join pg_class t on t.oid = f.confrelid where f.conrelid = c.oid and f.contype = 'f'), '[]') as "foreignKeys"
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by c.relname`)
  return rows
}

/** What Citus would refuse in a table, in sentences. Source: "Limitations" of create_distributed_table in its documentation. */
export function faultsOf(table: Table): string[] {
  const by = spreadBy(table.name)
  if (by === null) return table.foreignKeys.filter(({ to }) => spreadBy(to) !== null).map(({ name, to }) => `${name} of ${table.name}, which is everywhere, points at ${to}, which is not.`)
  if (!table.columns.includes(by)) return [`${table.name} has no ${by}, and is not among the tables that are everywhere.`]
  return [
    ...table.keys.filter(({ columns }) => !columns.includes(by)).map(({ name }) => `${name} of ${table.name} is unique without ${by}.`),
    ...table.foreignKeys.filter(({ columns, to, toColumns }) => {
      const there = spreadBy(to)
      return there !== null && (!columns.includes(by) || columns.indexOf(by) !== toColumns.indexOf(there))
    }).map(({ name, to }) => `${name} of ${table.name} may point into another workspace of ${to}.`),
  ]
}

/** The migration set: each table after those that it points at. */
export function distribution(tables: readonly Table[]): string {
  const [done, left] = [new Set<string>(), new Map(tables.map((table) => [table.name, table]))]
  const lines: string[] = []
  for (const table of REFERENCE) { lines.push(`select create_reference_table('${table}');`); done.add(table); left.delete(table) }
  while (left.size > 0) {
    const next = [...left.values()].filter(({ name, foreignKeys }) => foreignKeys.every(({ to }) => to === name || done.has(to)))
    if (next.length === 0) throw new Error(`${[...left.keys()].join(', ')} point at one another in a circle.`)
    for (const { name } of next.toSorted((a, b) => Number(b.name === ROOT) - Number(a.name === ROOT) || (a.name < b.name ? -1 : 1))) {
      lines.push(name === ROOT ? `select create_distributed_table('${ROOT}', 'id');` : `select create_distributed_table('${name}', 'workspace_id', colocate_with => '${ROOT}');`)
      done.add(name)
      left.delete(name)
    }
  }
  return `${HEAD}\n${lines.join('\n')}\n`
}

const HEAD = `-- Spreads Longhand over the nodes of a Citus cluster (11.3 or newer): a workspace and everything in it lie together.
-- Run once, as the owner of the tables, on the coordinator, after the migrations and before the first workspace is made; later
-- migrations that add a table are followed by its line from the newer version of this file. docs/guides/scale.md says what else it takes.
-- Written by \`npm run citus\`; a test compares it with the schema.`
