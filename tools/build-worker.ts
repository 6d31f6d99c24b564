import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { build } from 'vite'

/** Needed by a few people at a desk with a network: reading of archives, and the page for those who build pages. */
const LEFT_OUT = /^assets\/(mails|open-zip|zip-|specimen)|\.wasm$|^\.vite\/|^sw\.js$/
/** Their names change with what they hold. */
const HASHED = /^assets\//

/** Files of a build that a device keeps, each with what tells that it has changed. */
export function keptFiles(files: readonly string[], read: (file: string) => Buffer): { url: string; revision: string | null }[] {
  return files.filter((file) => !LEFT_OUT.test(file)).toSorted().map((file) => ({ url: `/${file}`, revision: HASHED.test(file) ? null : createHash('sha256').update(read(file)).digest('hex') }))
}

/** Builds the worker once the pages stand, since it names their files: one file of its own, `/sw.js`, for the whole site. */
async function buildWorker(root: string, folder: string): Promise<void> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
  await build({
    configFile: false, root: join(root, 'web'), publicDir: false, logLevel: 'warn',
    define: { FILES_OF_THE_APP: JSON.stringify(keptFiles(files, (file) => readFileSync(join(folder, file)))), 'process.env.NODE_ENV': '"production"' },
    build: { outDir: folder, emptyOutDir: false, rolldownOptions: { input: join(root, 'web/worker/main.ts'), output: { format: 'iife', entryFileNames: 'sw.js' } } },
  })
}

if (import.meta.main) {
  const root = dirname(import.meta.dirname)
  await buildWorker(root, join(root, 'dist/web'))
}
