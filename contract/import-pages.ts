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
import { Refusal } from '#domain/refusal.ts'
import type { Sentence } from '#domain/refusal.ts'
import { said } from '#domain/words/said.ts'
import { uploadFile } from './files.ts'
import { decodeText, whyUnread } from './import-files.ts'
import type { ImportFiles } from './import-files.ts'
import { beginImport, finishImport, linkPages, previewImport, sendPages } from './imports.ts'
import type { ImportRunning } from './import-run.ts'

type Page = { path: string; parent: string | null; title: string; text: string; tags: string[]; at: string | null }
type Importing = { source: string; name: string; spaceId: string | undefined; dryRun: boolean }

const PROBLEMS_SENT = 500
const KEYS_ASKED = 2000
const PLACE_MAX = 80

/** Besides who sends: how YAML is read, which throws where it is none, and how many bytes a text has. */
export type PagesRunning = ImportRunning & { yaml(text: string): unknown; bytesOf(text: string): number }

/**
 * A folder of Markdown as pages: folders as parents, links between files as links between pages, pictures as files. Closes
 * the files at the end.
 * @throws {Refusal} `cannot_be_read` where there is no Markdown
 */
export async function importMarkdownFiles(run: PagesRunning, files: ImportFiles, importing: Importing): Promise<ImportReport> {
  try {
    const tally = new Tally(run.words)
    files.problems.forEach((problem) => tally.problem(problem))
    const pages = await readPages(run, files, tally)
    if (pages.length === 0) throw new Refusal('cannot_be_read', said`${importing.name} holds no Markdown files.`, said`Choose the folder that holds the pages.`)
    const name = importing.name.replace(/\.zip$/i, '').slice(0, PLACE_MAX).trim() || 'Pages'
    const place = { key: keyOf(name), name, purpose: '' }
    if (importing.dryRun) await lookAhead(run, { pages, files, tally, place }, importing)
    else await sendAll(run, { pages, files, tally, place }, importing)
    return tally.report(importing)
  } finally {
    await files.close()
  }
}

type Read = { pages: Page[]; files: ImportFiles; tally: Tally; place: { key: string; name: string; purpose: string } }

async function readPages(run: PagesRunning, files: ImportFiles, tally: Tally): Promise<Page[]> {
  const texts = new Map<string, string>()
  for (const path of files.paths.filter((one) => MARKDOWN.test(one))) {
    const text = await textOf(files, path, tally)
    if (text !== null) texts.set(path, text)
  }
  return markdownTree([...texts.keys()]).map(({ path, parent, isFolder }) => {
    if (isFolder) tally.folders += 1
    const text = texts.get(path) ?? ''
    const facts = isFolder ? { title: folderTitle(path), tags: [], at: null } : factsOf(path, text, frontOf(run, path, { text, tally }))
    return { path: keyOf(path), parent: parent === null ? null : keyOf(parent), text, ...facts }
  })
}

async function textOf(files: ImportFiles, path: string, tally: Tally): Promise<string | null> {
  const problem = (line: number | null, what: Sentence): null => { tally.problem({ file: path, line, what, next: said`Mend the file, and import it again; the rest was read.` }); return null }
  try {
    const { text, badLine } = decodeText(await files.read(path))
    if (badLine !== null) return problem(badLine, said`This line is not UTF-8, so the file was left out.`)
    const zero = text.indexOf('\u0000')
    return zero < 0 ? text : problem(text.slice(0, zero).split('\n').length, said`This line holds a null character, so the file was left out.`)
  } catch (error) {
    return problem(null, whyUnread(error))
  }
}

function frontOf({ yaml }: PagesRunning, path: string, { text, tally }: { text: string; tally: Tally }): unknown {
  const front = frontMatterOf(text)
  if (front === null) return null
  try { return yaml(front) } catch {
    tally.problem({ file: path, line: 1, what: said`Its front matter is no YAML; title and tags were taken from elsewhere.`, next: said`Nothing; the text came in as it stands.` })
    return null
  }
}

async function lookAhead(run: PagesRunning, { pages, files, tally, place }: Read, { source, spaceId }: Importing): Promise<void> {
  const keys = pages.map(({ path }) => path)
  for (let at = 0; at < keys.length; at += KEYS_ASKED) tally.counts.known += (await run.call(previewImport, { source, keys: keys.slice(at, at + KEYS_ASKED) })).known
  if (spaceId === undefined) tally.counts.spaces = (await run.call(previewImport, { source, places: [place] })).spaces.filter(({ there }) => !there).length
  tally.counts.pages = pages.length - tally.counts.known
  const there = new Set(files.paths)
  checkTargets(pages, new Set(keys), tally, (target) => there.has(target))
}

async function sendAll(run: PagesRunning, { pages, files, tally, place }: Read, { source, name, spaceId }: Importing): Promise<void> {
  const { id } = await run.call(beginImport, { kind: 'markdown', source, name, ...(spaceId !== undefined && { spaceId }) })
  const { batches, tooLarge } = inBatches(pages, run.bytesOf)
  for (const { path } of tooLarge) tally.problem({ file: path, line: null, what: said`It holds more than a million characters, the most that one page may have; it was left out.`, next: said`Split it, and import it again.` })
  const dropped = new Set(tooLarge.map(({ path }) => path))
  const numbers = new Map<string, number>()
  const unlinked = new Set<string>()
  for (const batch of batches) {
    const sent = await run.call(sendPages, { id, place, pages: batch.map((page) => page.parent !== null && dropped.has(page.parent) ? { ...page, parent: null } : page) })
    tally.sent(sent.counts)
    for (const page of sent.pages) {
      numbers.set(page.path, page.number)
      if (page.unlinked) unlinked.add(page.path)
      if (page.differs) tally.problem({ file: page.path, line: null, what: said`It is another file than when it was imported; the page stayed as it is.`, next: said`Change #${page.number} here, or import the folder under another --source.` })
    }
    run.progress(tally.counts)
  }
  await linkAll(run, id, { pages: pages.filter(({ path }) => unlinked.has(path)), files, tally, numbers })
  await run.call(finishImport, { id, problems: tally.problems.slice(0, PROBLEMS_SENT), problemCount: tally.problems.length })
}

type Linking = { pages: readonly Page[]; files: ImportFiles; tally: Tally; numbers: ReadonlyMap<string, number> }

/** After all pages have their numbers: links between files, and the pictures and files that they show. */
async function linkAll(run: PagesRunning, id: string, { pages, files, tally, numbers }: Linking): Promise<void> {
  const known = new Set(numbers.keys())
  const uploaded = new Map<string, string | null>()
  const relinked: { path: string; text: string; before: string }[] = []
  for (const page of pages) {
    for (const target of targetsIn(page.path, page.text)) {
      if (pageAt(target, known) === null && files.paths.includes(target) && !uploaded.has(target)) uploaded.set(target, await upload(run, files, target, tally))
    }
    const text = relink(page.path, page.text, ({ path, rest }) => {
      const found = pageAt(path, known)
      if (found !== null) return `/${numbers.get(found)}${rest.startsWith('#') ? rest : ''}`
      return uploaded.get(path) ?? null
    })
    if (text !== page.text) relinked.push({ path: page.path, before: page.text, text })
  }
  checkTargets(pages, known, tally, (target) => uploaded.has(target))
  for (const batch of inBatches(relinked, run.bytesOf).batches) await run.call(linkPages, { id, pages: batch })
}

async function upload(run: PagesRunning, files: ImportFiles, path: string, tally: Tally): Promise<string | null> {
  try {
    const bytes = await files.read(path)
    if (bytes.length === 0) return null
    const file = await run.call(uploadFile, { name: cleanFileName(path.split('/').at(-1) ?? path) }, { file: new Blob([new Uint8Array(bytes)]) })
    return fileAddress(file)
  } catch (error) {
    tally.problem({ file: path, line: null, what: said`It could not be attached: ${error instanceof Error ? error.message : String(error)}`, next: said`Attach it by hand where it is missed.` })
    return null
  }
}

/** Links that lead nowhere are said, each with its line; the text stays as it is. */
function checkTargets(pages: readonly Page[], known: ReadonlySet<string>, tally: Tally, attached: (target: string) => boolean): void {
  for (const { path, text } of pages) {
    for (const target of targetsIn(path, text)) {
      if (pageAt(target, known) !== null || attached(target)) continue
      tally.problem({ file: path, line: lineOf(text, target.split('/').at(-1) ?? target), what: said`It links to ${target}, which is not in the folder.`, next: said`The link stays as it is written.` })
    }
  }
}
