import { importAll } from '#contract/import-run.ts'
import type { ImportRunning } from '#contract/import-run.ts'
import { importMarkdownFiles } from '#contract/import-pages.ts'
import { readSlackFiles } from '#contract/import-slack.ts'
import { emojiNamed } from '#domain/imports/emoji.ts'
import type { ImportReport } from '#domain/imports/tally.ts'
import type { chosenFolder } from './chosen-files.ts'

export type Wanted = { kind: 'slack' | 'markdown'; folder: ReturnType<typeof chosenFolder>; spaceId: string | undefined; dryRun: boolean }

/** As the contract takes them. */
const SOURCE_MAX = 100
const NAME_MAX = 200
const ALIASES_MAX = 20

/** Reads a chosen folder in the browser and sends it as `longhand import` does; with `dryRun` only says what would come. */
export async function bring(run: ImportRunning, { kind, folder: { name, files }, spaceId, dryRun }: Wanted): Promise<ImportReport> {
  const shown = name.slice(0, NAME_MAX)
  if (kind === 'markdown') {
    const { parse } = await import('yaml')
    const pages = { ...run, bytesOf: (text: string) => new TextEncoder().encode(text).length, yaml: (text: string): unknown => parse(text, { maxAliasCount: ALIASES_MAX, logLevel: 'silent' }) }
    return importMarkdownFiles(pages, files, { source: `markdown:${name}`.slice(0, SOURCE_MAX), name: shown, spaceId, dryRun })
  }
  const { nameToEmoji } = await import('gemoji')
  const { source, pieces } = await readSlackFiles(files, { name, emoji: (one) => emojiNamed(one, nameToEmoji) })
  return importAll(run, { kind, source: source.slice(0, SOURCE_MAX), name: shown, spaceId, dryRun }, pieces)
}
