import { chmodSync, copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

/**
 * Bundles the command line into `dist/cli`, with all it needs in plain JavaScript: Node strips no types below
 * node_modules, where `npx longhand` runs it. `npm pack ./dist/cli` makes the tarball.
 */
async function buildCli() {
  const { build } = await import('vite')
  const outDir = join(root, 'dist/cli')
  await build({
    root, configFile: false, logLevel: 'warn',
    build: { ssr: join(root, 'cli/packed.ts'), outDir, emptyOutDir: true, target: 'node22', minify: false, rolldownOptions: { output: { entryFileNames: 'longhand.js', chunkFileNames: 'parts/[name].js', banner: (chunk) => chunk.isEntry ? '#!/usr/bin/env node' : '' } } },
    ssr: { noExternal: true },
  })
  const { version, license, description } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  writeFileSync(join(outDir, 'package.json'), `${JSON.stringify({
    name: 'longhand', version, description, license, type: 'module', bin: { longhand: './longhand.js' }, engines: { node: '>=22' }, files: ['longhand.js', 'parts'],
  }, null, 2)}\n`)
  copyFileSync(join(root, 'docs/guides/cli.md'), join(outDir, 'README.md'))
  chmodSync(join(outDir, 'longhand.js'), 0o755)
}

await buildCli()
console.error('The command line is in dist/cli; `npm pack ./dist/cli` makes the tarball.')
