/** The versions of PostgreSQL that every SQL test runs on: the one that comes with Longhand and the oldest supported one. */
export type TestVersion = {
  version: 18 | 15
  /** Where its programs are; undefined for those that come with Longhand. */
  binDir: string | undefined
}

const ALL: readonly TestVersion[] = [
  { version: 18, binDir: undefined },
  { version: 15, binDir: '/usr/lib/postgresql/15/bin' },
]

/** `LONGHAND_TEST_PG=18` or `15` limits a run to one version, for quick rounds while writing; otherwise both. */
export function testVersions(): readonly TestVersion[] {
  const only = process.env['LONGHAND_TEST_PG'] ?? 'both'
  return only === 'both' ? ALL : ALL.filter(({ version }) => String(version) === only)
}

/** Options for `startEmbedded`. */
export const programsOf = ({ binDir }: TestVersion) => binDir === undefined ? {} : { binDir }

/** The migrated database that is copied for each suite. */
export const TEMPLATE = 'longhand_template'

/** A copy of it that nobody writes in: what reads a statement without running it asks here. */
export const READ = 'longhand_read'

/** The migrated database with the month of the demo told in it, once a file has needed that. */
export const TOLD = 'longhand_told'

/** A server of this run. `template`: `ready`, or why the migrations failed. */
export type TestServer = { version: number; url: string; template: string }

declare module 'vitest' {
  interface ProvidedContext {
    postgres: TestServer[]
  }
}
