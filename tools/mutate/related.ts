import { importsBelow } from '../rooms/imports.ts'

/** The test files that reach a file through their imports, nearest first: those of its own folder, then the others. */
export function relatedTests(root: string): (file: string) => string[] {
  const importers = Map.groupBy(importsBelow(root).filter(({ typeOnly }) => !typeOnly), ({ to }) => to)
  return (file) => {
    const reached = new Set([file])
    for (const one of reached) for (const { from } of importers.get(one) ?? []) reached.add(from)
    const folder = file.slice(0, file.lastIndexOf('/'))
    return [...reached].filter((one) => /\.test\.tsx?$/.test(one)).toSorted((a, b) => Number(b.startsWith(folder)) - Number(a.startsWith(folder)))
  }
}

/** The quick tests of the rules themselves; whatever else reaches them through a server or a page is not counted. */
export const isPure = (file: string): boolean => file.startsWith('domain/') && !/\.(?:db|journey|browser|twin)\.test\./.test(file)
