import { ARCHIVE, entryProblem, LOOK_BY_HAND, shownPath, TOO_MANY } from '#domain/imports/archive.ts'
import type { ImportFiles } from '#contract/import-files.ts'
import { t } from '../ui/words.ts'

/** A file that somebody chose in the browser, with its path from the chosen folder on. */
type Chosen = Pick<File, 'size' | 'arrayBuffer' | 'webkitRelativePath' | 'name'>

const SKIPPED = /(?:^|\/)(?:\.[^/]*|node_modules|__MACOSX)(?:\/|$)/

/** A folder as the browser gives it: its name, and its files by their paths below it. Nothing is read yet. */
export function chosenFolder(list: Iterable<Chosen>): { name: string; files: ImportFiles } {
  const all = [...list]
  const first = all[0]?.webkitRelativePath ?? ''
  const name = first.includes('/') ? first.slice(0, first.indexOf('/')) : t`Chosen files`
  const byPath = new Map<string, Chosen>()
  const problems: ImportFiles['problems'] = []
  for (const file of all) {
    const path = file.webkitRelativePath.includes('/') ? file.webkitRelativePath.slice(file.webkitRelativePath.indexOf('/') + 1) : file.name
    if (SKIPPED.test(path)) continue
    const problem = byPath.size >= ARCHIVE.entries ? TOO_MANY : entryProblem({ path, packed: file.size, size: file.size, mode: 0, encrypted: false })
    if (problem === null) byPath.set(path, file)
    else problems.push({ file: shownPath(path), line: null, what: problem, next: LOOK_BY_HAND })
  }
  return {
    name,
    files: {
      paths: [...byPath.keys()].toSorted((a, b) => a < b ? -1 : 1), problems: problems.slice(0, ARCHIVE.path),
      async read(path) {
        const file = byPath.get(path)
        if (!file) throw new Error(t`It is not in the folder.`)
        return new Uint8Array(await file.arrayBuffer().catch(() => { throw new Error(t`The browser could not read it; it may have been moved.`) }))
      },
      close: async () => undefined,
    },
  }
}
