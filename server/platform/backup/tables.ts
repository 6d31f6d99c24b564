import type pg from 'pg'
import type { Migration } from '../db/migrate.ts'

/** The table in which migrations are noted; made before the first of them. */
export const MIGRATION_TABLE = 'migration'
/** There from a restore until the restored server has started once; see `catch-up.ts`. */
export const RESTORED_TABLE = 'restored'

/**
 * Columns that mean nothing in another database: transaction ids of the old one may be far ahead of the new one's, and what
 * is restored then never came before what follows. They are filled anew by their defaults.
 */
const OF_THIS_SERVER: ReadonlySet<string> = new Set(['event.xid'])

/**
 * What a secret is replaced by where secrets are left out: `null` for no row at all, else an expression for each column.
 * One-time links stand in mails that have not left yet; addresses of webhooks are known to open doors by themselves.
 */
const WITHOUT_SECRETS: Readonly<Record<string, Readonly<Record<string, string>> | null>> = {
  credential: null, passkey: null, passkey_challenge: null, push_device: null, idempotency: null,
  person: { password_hash: 'null', passkeys_only: 'false' },
  workspace: { passkeys_required: 'false' },
  instance: { secret: `'\\x'::bytea`, secret_before: 'null', webhook_secret: `'\\x'::bytea`, vapid_public: 'null', vapid_private: 'null' },
  delivery: { body: `case when state in ('waiting', 'sending') then '{"text": "", "links": []}'::jsonb else body end` },
  webhook_endpoint: { url: `'https://left-out.invalid/'`, state: `'disabled'`, disabled_because: `'hand'`, disabled_at: 'coalesce(disabled_at, created_at)' },
}

const MADE = /^create table (?:if not exists )?(\w+)/gm
const RENAMED = /^alter table \w+ rename to (\w+)/gm

/** Every table that any of these migrations makes; tables of other programs in the same database are no business of ours. */
function tablesOf(migrations: readonly Migration[]): string[] {
  return [MIGRATION_TABLE, ...migrations.flatMap(({ sql }) => [...sql.matchAll(MADE), ...sql.matchAll(RENAMED)].map(([, name = '']) => name))]
}

/** A table that is there, with the columns that are kept of it. */
export type Table = { name: string; columns: string[] }

/** Those of our tables that this database has, by name. */
export async function presentTables(client: pg.ClientBase, migrations: readonly Migration[]): Promise<Table[]> {
  const { rows } = await client.query<{ name: string; column: string }>(`
    select c.relname as name, a.attname as column from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r' and c.relname = any($1) and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    order by c.relname collate "C", a.attnum`, [tablesOf(migrations)])
  const tables = new Map<string, string[]>()
  for (const { name, column } of rows) {
    if (!OF_THIS_SERVER.has(`${name}.${column}`)) tables.set(name, [...tables.get(name) ?? [], column])
  }
  return [...tables].map(([name, columns]) => ({ name, columns }))
}

/** `COPY` out of a table. Names come from the catalogue, never from a file. */
export function copyOut({ name, columns }: Table, withSecrets: boolean): string {
  const left = withSecrets ? {} : WITHOUT_SECRETS[name]
  const values = columns.map((column) => left?.[column] === undefined ? `"${column}"` : `${left[column]} as "${column}"`)
  return `copy (select ${values.join(', ')} from "${name}"${left === null ? ' where false' : ''}) to stdout`
}

export const copyIn = ({ name, columns }: Table): string => `copy "${name}" (${columns.map((column) => `"${column}"`).join(', ')}) from stdin`

/** So that the same value is the same text on every server. */
export const PLAIN_TEXT = `set datestyle = 'ISO, YMD'; set timezone = 'UTC'; set intervalstyle = 'postgres'; set extra_float_digits = 1; set bytea_output = 'hex'; set client_encoding = 'UTF8'`
