/** A page that a folder of Markdown becomes: a file, or a folder that has no page of its own; its path then ends in `/`. */
export type TreePage = { path: string; parent: string | null; isFolder: boolean }

const INDEX = /^(?:readme|index|_index)\.(?:md|markdown)$/i
export const MARKDOWN = /\.(?:md|markdown)$/i
const stem = (path: string): string => path.replace(MARKDOWN, '')
const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1)

/**
 * Which page stands below which, parents before what stands below them. A folder is the page of its README or index, or of
 * the file beside it that has its name, as Notion and Outline export; else a page of its own.
 */
export function markdownTree(paths: readonly string[]): TreePage[] {
  const files = paths.toSorted((a, b) => a < b ? -1 : 1)
  const folders = new Set(files.flatMap((path) => foldersAbove(path)))
  const pageOf = new Map([...folders].map((folder): [string, string] => [folder, indexOf(folder, files) ?? folder]))
  const above = (folder: string): string | null => folder === '' ? null : pageOf.get(folder) ?? folder
  const pages = new Map<string, TreePage>()
  for (const folder of [...folders].filter((one) => one !== '' && pageOf.get(one) === one)) pages.set(folder, { path: folder, parent: above(folderOf(folder.slice(0, -1))), isFolder: true })
  for (const path of files) {
    const folder = folderOf(path)
    const isIndex = folder !== '' && pageOf.get(folder) === path
    pages.set(path, { path, parent: isIndex ? above(folderOf(folder.slice(0, -1))) : above(folder), isFolder: false })
  }
  const ordered = new Map<string, TreePage>()
  const put = (page: TreePage): void => {
    if (ordered.has(page.path)) return
    const parent = page.parent === null ? undefined : pages.get(page.parent)
    if (parent && parent !== page) put(parent)
    ordered.set(page.path, page)
  }
  for (const path of [...pages.keys()].toSorted((a, b) => a < b ? -1 : 1)) { const page = pages.get(path); if (page) put(page) }
  return [...ordered.values()]
}

function foldersAbove(path: string): string[] {
  const folders: string[] = []
  for (let at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1)) folders.push(path.slice(0, at + 1))
  return folders
}

function indexOf(folder: string, files: readonly string[]): string | null {
  const own = files.find((path) => folderOf(path) === folder && INDEX.test(path.slice(folder.length)))
  return own ?? files.find((path) => MARKDOWN.test(path) && `${stem(path)}/` === folder) ?? null
}
