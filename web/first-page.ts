/** What the bundler tells about its modules. */
type Modules = { getModuleInfo: (id: string) => { importedIds: readonly string[] } | null }

/** What runs before the first page's code stands in a file of its own: the bundler's loader of imports on demand, and the choice of a language. */
const LOADER = { name: 'loader', test: /preload-helper|domain\/words\/said|ui\/spoken|app\/language/, priority: 1 }

/**
 * Puts everything that the first page needs at once into one file: thirty small files compress worse than one,
 * and the first page has a budget (DESIGN 5). What is asked for later stays in files of its own.
 * @param start the module that draws the app, as a path
 * @returns groups for the bundler's `codeSplitting`
 */
export function firstPageChunks(start: string) {
  let wanted: ReadonlySet<string> | undefined
  const name = (id: string, modules: Modules) => {
    wanted ??= reachedFrom(start, (from) => modules.getModuleInfo(from)?.importedIds)
    return wanted.has(id) ? 'first' : null
  }
  return [LOADER, { name, debugName: 'first page' }]
}

/** The start itself and all that it imports, directly or through others; imports on demand are not among `importsOf`. */
export function reachedFrom(start: string, importsOf: (id: string) => readonly string[] | undefined): ReadonlySet<string> {
  const reached = new Set<string>([start])
  for (const id of reached) for (const next of importsOf(id) ?? []) reached.add(next)
  return reached
}
