import { importMarkdownFiles } from '#contract/import-pages.ts'
import type { ImportRunning } from '#contract/import-run.ts'
import type { ImportReport } from '#domain/imports/tally.ts'
import { parse } from 'yaml'
import { openFiles } from './open-files.ts'

/** More of them than anybody writes by hand; each could hold all before it. */
const ALIASES_MAX = 20

/** A folder of Markdown, or a zip file of it, as pages. */
export async function importMarkdown(run: ImportRunning, path: string, importing: { source: string; name: string; spaceId: string | undefined; dryRun: boolean }): Promise<ImportReport> {
  return importMarkdownFiles({ ...run, bytesOf: (text) => Buffer.byteLength(text), yaml: (text) => parse(text, { maxAliasCount: ALIASES_MAX, logLevel: 'silent' }) as unknown }, await openFiles(path), importing)
}
