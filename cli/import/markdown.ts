import { basename, resolve } from 'node:path'
import { beginImport, finishImport, linkPages, previewImport, sendPages } from '#contract/imports.ts'
import { uploadFile } from '#contract/files.ts'
import { inBatches } from '#domain/decisions/adr-batches.ts'
import { fileAddress } from '#domain/files/links.ts'
import { cleanFileName } from '#domain/files/name.ts'
import { factsOf, folderTitle, frontMatterOf } from '#domain/imports/markdown-file.ts'
import { MARKDOWN, markdownTree } from '#domain/imports/markdown-tree.ts'
import { pageAt, relink, targetsIn } from '#domain/imports/relink.ts'
import { Tally } from '#domain/imports/tally.ts'
import type { ImportReport } from '#domain/imports/tally.ts'
import { keyOf } from '#domain/imports/keys.ts'
import { lineOf } from '#domain/imports/unknown.ts'
import { parse } from 'yaml'
import type { Cli } from '../context.ts'
import { UsageError } from '../errors.ts'
import { decodeText, openFiles } from './open-files.ts'
import type { Files } from './open-files.ts'

type Page = { path: string; parent: string | null; title: string; text: string; tags: string[]; at: string | null }
type Importing = { source: string; name: string; spaceId: string | undefined; dryRun: boolean }

const PROBLEMS_SENT = 500
const KEYS_ASKED = 2000
const PLACE_MAX = 80

/** A folder of Markdown as pages: folders as parents, links between files as links between pages, pictures as files. */
export async function importMarkdown(cli: Cli, folder: string, importing: Importing): Promise<ImportReport> {
  const files = await openFiles(folder)
  try {
    const tally = new Tally()
    tally.problems.push(...files.problems)
    const pages = await readPages(files, tally)
    if (pages.length === 0) throw new UsageError(`${folder} holds no Markdown files.`, 'Name the folder that holds the pages.')
    const name = basename(resolve(folder)).replace(/\.zip$/i, '').slice(0, PLACE_MAX).trim() || 'Pages'
    const place = { key: keyOf(name), name, purpose: '' }
    if (importing.dryRun) await lookAhead(cli, { pages, files, tally, place }, importing)
    else await sendAll(cli, { pages, files, tally, place }, importing)
    return tally.report(importing)
  } finally {
    await files.close()
  }
}

type Read = { pages: Page[]; files: Files; tally: Tally; place: { key: string; name: string; purpose: string } }

async function readPages(files: Files, tally: Tally): Promise<Page[]> {
  const texts = new Map<string, string>()
  for (const path of files.paths.filter((one) => MARKDOWN.test(one))) {
    const text = await textOf(files, path, tally)
    if (text !== null) texts.set(path, text)
  }
  return markdownTree([...texts.keys()]).map(({ path, parent, isFolder }) => {
    const text = texts.get(path) ?? ''
    const facts = isFolder ? { title: folderTitle(path), tags: [], at: null } : factsOf(path, text, frontOf(path, text, tally))
    return { path: keyOf(path), parent: parent === null ? null : keyOf(parent), text, ...facts }
  })
}

async function textOf(files: Files, path: string, tally: Tally): Promise<string | null> {
  const problem = (line: number | null, what: string): null => { tally.problems.push({ file: path, line, what, next: 'Mend the file, and import it again; the rest was read.' }); return null }
  try {
    const { text, badLine } = decodeText(await files.read(path))
    if (badLine !== null) return problem(badLine, 'This line is not UTF-8, so the file was left out.')
    const zero = text.indexOf('\u0000')
    return zero < 0 ? text : problem(text.slice(0, zero).split('\n').length, 'This line holds a null character, so the file was left out.')
  } catch (error) {
    return problem(null, error instanceof Error ? error.message : 'It cannot be read.')
  }
}

function frontOf(path: string, text: string, tally: Tally): unknown {
  const front = frontMatterOf(text)
  if (front === null) return null
  try { return parse(front, { maxAliasCount: 20, logLevel: 'silent' }) as unknown } catch {
    tally.problems.push({ file: path, line: 1, what: 'Its front matter is no YAML; title and tags were taken from elsewhere.', next: 'Nothing; the text came in as it stands.' })
    return null
  }
}

async function lookAhead(cli: Cli, { pages, tally, place }: Read, { source, spaceId }: Importing): Promise<void> {
  const keys = pages.map(({ path }) => path)
  for (let at = 0; at < keys.length; at += KEYS_ASKED) tally.counts.known += (await cli.call(previewImport, { source, keys: keys.slice(at, at + KEYS_ASKED) })).known
  if (spaceId === undefined) tally.counts.spaces = (await cli.call(previewImport, { source, places: [place] })).spaces.filter(({ there }) => !there).length
  tally.counts.pages = pages.length - tally.counts.known
  checkTargets(pages, new Set(keys), tally, null)
}

async function sendAll(cli: Cli, { pages, files, tally, place }: Read, { source, name, spaceId }: Importing): Promise<void> {
  const { id } = await cli.call(beginImport, { kind: 'markdown', source, name, ...(spaceId !== undefined && { spaceId }) })
  const { batches, tooLarge } = inBatches(pages, Buffer.byteLength)
  for (const { path } of tooLarge) tally.problems.push({ file: path, line: null, what: 'It is larger than 1 MB, the most that one page may be; it was left out.', next: 'Split it, and import it again.' })
  const dropped = new Set(tooLarge.map(({ path }) => path))
  const numbers = new Map<string, number>()
  const unlinked = new Set<string>()
  for (const batch of batches) {
    const sent = await cli.call(sendPages, { id, place, pages: batch.map((page) => page.parent !== null && dropped.has(page.parent) ? { ...page, parent: null } : page) })
    tally.sent(sent.counts)
    for (const page of sent.pages) {
      numbers.set(page.path, page.number)
      if (page.unlinked) unlinked.add(page.path)
      if (page.differs) tally.problems.push({ file: page.path, line: null, what: `It is another file than when it was imported; the page stayed as it is.`, next: `Change #${page.number} here, or import the folder under another --source.` })
    }
    if (!cli.json()) cli.terminal.say(`${tally.counts.pages} pages are here${tally.counts.known > 0 ? `, and ${tally.counts.known} were before` : ''}\n`)
  }
  await linkAll(cli, id, { pages: pages.filter(({ path }) => unlinked.has(path)), files, tally, numbers })
  await cli.call(finishImport, { id, problems: tally.problems.slice(0, PROBLEMS_SENT), problemCount: tally.problems.length })
}

type Linking = { pages: readonly Page[]; files: Files; tally: Tally; numbers: ReadonlyMap<string, number> }

/** After all pages have their numbers: links between files, and the pictures and files that they show. */
async function linkAll(cli: Cli, id: string, { pages, files, tally, numbers }: Linking): Promise<void> {
  const known = new Set(numbers.keys())
  const uploaded = new Map<string, string | null>()
  const relinked: { path: string; text: string; before: string }[] = []
  for (const page of pages) {
    for (const target of targetsIn(page.path, page.text)) {
      if (pageAt(target, known) === null && files.paths.includes(target) && !uploaded.has(target)) uploaded.set(target, await upload(cli, files, target, tally))
    }
    const text = relink(page.path, page.text, ({ path, rest }) => {
      const found = pageAt(path, known)
      if (found !== null) return `/${numbers.get(found)}${rest.startsWith('#') ? rest : ''}`
      return uploaded.get(path) ?? null
    })
    if (text !== page.text) relinked.push({ path: page.path, before: page.text, text })
  }
  checkTargets(pages, known, tally, uploaded)
  for (const batch of inBatches(relinked, (text) => Buffer.byteLength(text)).batches) await cli.call(linkPages, { id, pages: batch })
}

async function upload(cli: Cli, files: Files, path: string, tally: Tally): Promise<string | null> {
  try {
    const bytes = await files.read(path)
    if (bytes.length === 0) return null
    const file = await cli.call(uploadFile, { name: cleanFileName(basename(path)) }, { file: new Blob([new Uint8Array(bytes)]) })
    return fileAddress(file)
  } catch (error) {
    tally.problems.push({ file: path, line: null, what: `It could not be attached: ${error instanceof Error ? error.message : 'nothing is known of why'}`, next: 'Attach it by hand where it is missed.' })
    return null
  }
}

/** Links that lead nowhere are said, each with its line; the text stays as it is. */
function checkTargets(pages: readonly Page[], known: ReadonlySet<string>, tally: Tally, uploaded: ReadonlyMap<string, string | null> | null): void {
  for (const { path, text } of pages) {
    for (const target of targetsIn(path, text)) {
      if (pageAt(target, known) !== null || uploaded === null && !MARKDOWN.test(target) || uploaded?.has(target)) continue
      tally.problems.push({ file: path, line: lineOf(text, target.split('/').at(-1) ?? target), what: `It links to ${target}, which is not in the folder.`, next: 'The link stays as it is written.' })
    }
  }
}
