import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

/** JavaScript that the first page may load, compressed as it travels. Unit: bytes (DESIGN, budgets: 130 kB). */
const BUDGET = 130_000

const dist = join(dirname(dirname(fileURLToPath(import.meta.url))), 'dist/web')
const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'))
const page = readFileSync(join(dist, 'index.html'), 'utf8')

/** A file with everything that it imports at once; what is loaded on demand later does not count. */
function withImports(file, seen) {
  if (seen.has(file)) return
  seen.add(file)
  const chunk = Object.values(manifest).find((candidate) => candidate.file === file)
  for (const key of chunk?.imports ?? []) withImports(manifest[key].file, seen)
}

/** Scripts and preloaded modules that the page names. */
const named = [...page.matchAll(/(?:src|href)="\/([^"]+\.js)"/g)].map(([, file]) => file)
const files = new Set()
for (const file of named) withImports(file, files)

const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`
const sizes = [...files].map((file) => ({ file, bytes: gzipSync(readFileSync(join(dist, file))).length }))
const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0)
for (const { file, bytes } of sizes) console.log(`   ${kB(bytes).padStart(9)}  ${file}`)
console.log(`   ${kB(total).padStart(9)}  of ${kB(BUDGET)} for the first page`)
process.exitCode = files.size > 0 && total <= BUDGET ? 0 : 1
