import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

/** JavaScript that the first page may load, compressed as it travels. Unit: bytes (DESIGN, budgets: 130 kB). */
const BUDGET = 130_000

const dist = join(dirname(dirname(fileURLToPath(import.meta.url))), 'dist/web')
const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'))

/** The files of a chunk and of everything it imports at once; what is loaded on demand does not count. */
function filesOf(key, seen = new Set()) {
  if (seen.has(key)) return []
  seen.add(key)
  const chunk = manifest[key]
  return [chunk.file, ...(chunk.imports ?? []).flatMap((imported) => filesOf(imported, seen))]
}

const entries = Object.keys(manifest).filter((key) => manifest[key].isEntry)
const shared = new Set()
const files = entries.flatMap((entry) => filesOf(entry, shared)).filter((file) => file.endsWith('.js'))
const sizes = files.map((file) => ({ file, bytes: gzipSync(readFileSync(join(dist, file))).length }))
const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0)
const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`
for (const { file, bytes } of sizes) console.log(`   ${kB(bytes).padStart(9)}  ${file}`)
console.log(`   ${kB(total).padStart(9)}  of ${kB(BUDGET)} for the first page`)
process.exitCode = files.length > 0 && total <= BUDGET ? 0 : 1
