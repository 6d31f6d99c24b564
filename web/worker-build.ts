import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build } from 'vite'
import type { Plugin } from 'vite'

/** Loaded by a few people at a desk with a network: reading of archives, and the page for those who build pages. */
const LEFT_OUT = /^assets\/(mails|open-zip|zip-|specimen)|\.wasm$|^\.vite\/|^sw\.js$/
const HASHED = /^assets\//

/** Files of a build that a device keeps, each with what tells that it has changed; a name with a hash tells it by itself. */
export function keptFiles(files: readonly string[], read: (file: string) => Buffer): { url: string, revision: string | null }[] {
  return files.filter((file) => !LEFT_OUT.test(file)).toSorted().map((file) => ({ url: `/${file}`, revision: HASHED.test(file) ? null : createHash('sha256').update(read(file)).digest('hex') }))
}

/** Builds the worker once the pages stand, since it names their files: one file of its own, `/sw.js`, for the whole site. */
export function buildWorker(root: string): Plugin {
  let folder = ''
  return {
    name: 'longhand-worker', apply: 'build',
    configResolved: ({ build: { outDir } }) => { folder = resolve(root, outDir) },
    closeBundle: async () => {
      const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
      await build({
        configFile: false, root, publicDir: false, logLevel: 'warn',
        define: { FILES_OF_THE_APP: JSON.stringify(keptFiles(files, (file) => readFileSync(join(folder, file)))), 'process.env.NODE_ENV': '"production"' },
        build: { outDir: folder, emptyOutDir: false, rolldownOptions: { input: join(root, 'worker/main.ts'), output: { format: 'iife', entryFileNames: 'sw.js' } } },
      })
    },
  }
}
