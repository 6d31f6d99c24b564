/** What the bundler tells about its modules. */
type Modules = { getModuleInfo: (id: string) => { importedIds: readonly string[] } | null }

/** What runs before the first page's code stands in a file of its own: the bundler's loader of imports on demand, and the choice of a language. */
const LOADER = { name: 'loader', test: /preload-helper|domain\/words\/said|ui\/spoken|app\/language/, priority: 1 }

/** So many pages show it. Unit: pages. */
const SHARED_BY = 12
const OURS = /\/web\/(ui|app)\//

/**
 * Puts everything that the first page needs at once into one file: thirty small files compress worse than one,
 * and the first page has a budget (DESIGN 5). What most pages show on top of it is a second one, the kit: otherwise each
 * page names dozens of small files, and the first page carries those lists. What is asked for later stays in files of its own,
 * and so does what stands on somebody else's code, which not every page needs.
 * @param start the module that draws the app, as a path
 * @returns groups for the bundler's `codeSplitting`
 */
export function firstPageChunks(start: string) {
  let wanted: ReadonlySet<string> | undefined
  const first = (modules: Modules) => (wanted ??= from(start, modules))
  const name = (id: string, modules: Modules) => (first(modules).has(id) ? 'first' : null)
  const kit = (id: string, modules: Modules) => (OURS.test(id) && [...from(id, modules)].every((one) => first(modules).has(one) || !one.includes('/node_modules/')) ? 'kit' : null)
  return [LOADER, { name, debugName: 'first page' }, { name: kit, debugName: 'kit', minShareCount: SHARED_BY, includeDependenciesRecursively: false }]
}

const from = (start: string, modules: Modules) => reachedFrom(start, (id) => modules.getModuleInfo(id)?.importedIds)

/** The start itself and all that it imports, directly or through others; imports on demand are not among `importsOf`. */
export function reachedFrom(start: string, importsOf: (id: string) => readonly string[] | undefined): ReadonlySet<string> {
  const reached = new Set<string>([start])
  for (const id of reached) for (const next of importsOf(id) ?? []) reached.add(next)
  return reached
}
