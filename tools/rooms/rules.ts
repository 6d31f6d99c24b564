import { isOurs, type Import } from './imports.ts'

/** Where a file stands: its room, and the feature folder inside it when there is one. */
type Place = { room: string; folder: string | undefined; file: string }

function placeOf(path: string): Place {
  const [room = '', ...rest] = path.split('/')
  return { room, folder: rest.length > 1 ? rest[0] : undefined, file: rest.at(-1) ?? '' }
}

/** Tests, and what only tests use, as the permission matrix does; they look into any room, but no other code may use them. */
export const isTestFile = (path: string): boolean =>
  /(\.test(-kit)?\.tsx?|\/permission-rows\.ts)$/.test(path) || path.startsWith('server/permissions/')

/** Written for a build tool, not part of the page. */
const isToolConfig = (path: string) => path === 'web/vite.config.ts'

/** Packages that a room may use; a room that is not named here may use any. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = { domain: [], contract: ['zod', '@lezer/markdown'] }

/** In these rooms everything also runs in a browser. */
const IN_THE_BROWSER = ['domain', 'contract', 'web']

/** The table of DESIGN.md, section 1: which rooms a room may import besides itself. */
const ROOMS_FOR: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  contract: ['domain'],
  server: ['contract', 'domain'],
  web: ['contract', 'domain'],
  cli: ['contract', 'domain'],
  demo: ['contract', 'domain'],
}

/** The one folder outside `demo` that plays its story. */
const STAGE = 'server/demo/'

/** Folders of a room that are no features: the ground that features stand on. */
const GROUND: Readonly<Record<string, readonly string[]>> = { server: ['platform'], web: ['ui', 'app'] }

/** Why an import is not allowed, in one sentence; undefined when it is. */
export function wrongWith({ from, to, found }: Import): string | undefined {
  const at = placeOf(from)
  if (!found) return `${to} does not exist.`
  if (at.room === 'tools' || isToolConfig(from)) return undefined
  if (!isOurs(to)) return wrongPackage(from, at, to)
  if (isTestFile(from)) return undefined
  if (isTestFile(to)) return 'Only tests may use what was written for tests.'
  const target = placeOf(to)
  if (target.room === at.room) return wrongInside(at, target)
  if (from.startsWith(STAGE) && target.room === 'demo') return undefined
  return ROOMS_FOR[at.room]?.includes(target.room) ? undefined : `${at.room} may not import ${target.room}.`
}

function wrongPackage(from: string, at: Place, name: string): string | undefined {
  if (isTestFile(from)) return undefined
  if (IN_THE_BROWSER.includes(at.room) && name.startsWith('node:')) return `${at.room} also runs in the browser, where there is no ${name}.`
  const allowed = PACKAGES[at.room]
  return allowed === undefined || allowed.includes(name) ? undefined : `${at.room} may not use the package ${name}.`
}

function wrongInside(at: Place, target: Place): string | undefined {
  const ground = GROUND[at.room]
  if (ground === undefined || at.folder === undefined || target.folder === undefined || at.folder === target.folder) return undefined
  if (ground.includes(target.folder)) return undefined
  if (at.room === 'server') return wrongInServer(at.folder, target)
  return at.folder === 'app' ? undefined : `web/${at.folder} may not import web/${target.folder}; link to it by its address.`
}

function wrongInServer(folder: string, target: Place): string | undefined {
  if (folder === 'platform') return 'The platform may not import features.'
  return target.file === 'public.ts' ? undefined : `Of server/${target.folder}, only its public.ts may be imported by other features.`
}
