import { importAll } from '#contract/import-run.ts'
import type { ImportRunning } from '#contract/import-run.ts'
import type { ImportFiles } from '#contract/import-files.ts'
import { importMarkdownFiles } from '#contract/import-pages.ts'
import { readSlackFiles } from '#contract/import-slack.ts'
import { emojiNamed } from '#domain/imports/emoji.ts'
import type { ImportReport } from '#domain/imports/tally.ts'
import type { Piece } from '#domain/imports/types.ts'
import { chosenFolder } from './chosen-files.ts'

/** What somebody chose: a folder with everything in it, or one file, which is an archive or a mailbox. */
export type Chosen = { folder: readonly File[] } | { file: File }
export type WebKind = 'slack' | 'markdown' | 'mbox'
export type Wanted = { kind: WebKind; chosen: Chosen; spaceId: string | undefined; dryRun: boolean }

/** As the contract takes them. */
const SOURCE_MAX = 100
const NAME_MAX = 200
const ALIASES_MAX = 20

/** Reads what was chosen in the browser and sends it as `longhand import` does; with `dryRun` only says what would come. */
export async function bring(run: ImportRunning, { kind, chosen, spaceId, dryRun }: Wanted): Promise<ImportReport> {
  const importing = (source: string, name: string) => ({ source: source.slice(0, SOURCE_MAX), name: name.slice(0, NAME_MAX), spaceId, dryRun })
  if (kind === 'mbox') {
    const { name, pieces } = await mailsOf(chosen)
    return importAll(run, { kind, ...importing('mbox', name) }, pieces)
  }
  const { name, files } = await filesOf(chosen)
  if (kind === 'markdown') {
    const { parse } = await import('yaml')
    const pages = { ...run, bytesOf: (text: string) => new TextEncoder().encode(text).length, yaml: (text: string): unknown => parse(text, { maxAliasCount: ALIASES_MAX, logLevel: 'silent' }) }
    return importMarkdownFiles(pages, files, importing(`markdown:${name}`, name))
  }
  const { nameToEmoji } = await import('gemoji')
  const { source, pieces } = await readSlackFiles(files, { name, emoji: (one) => emojiNamed(one, nameToEmoji) })
  return importAll(run, { kind, ...importing(source, name) }, pieces)
}

async function filesOf(chosen: Chosen): Promise<{ name: string; files: ImportFiles }> {
  if ('folder' in chosen) return chosenFolder(chosen.folder)
  const { openZip } = await import('../ui/open-zip.ts')
  return { name: chosen.file.name, files: await openZip(chosen.file) }
}

/** A mailbox is read as it comes from the disk, a mail at a time. */
async function mailsOf(chosen: Chosen): Promise<{ name: string; pieces: AsyncGenerator<Piece> }> {
  const { readMails } = await import('./mails.ts')
  const file = 'file' in chosen ? chosen.file : chosen.folder[0]
  if (!file) throw new Error('Nothing was chosen.')
  return { name: file.name, pieces: readMails(file) }
}
