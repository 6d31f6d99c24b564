import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** Assembles `changes/*.md` into CHANGELOG.md. Run: `npm run changelog`. */
const ROOT = resolve(import.meta.dirname, '..')
const HEADINGS: Readonly<Record<string, string>> = { feature: 'New', fix: 'Mended', change: 'Changed' }

type Note = { kind: string; feature: string; text: string }

/** @throws {Error} naming the file, when its first line is not `kind: … · feature: …` */
function readNote(file: string): Note {
  const [head = '', ...rest] = readFileSync(join(ROOT, 'changes', file), 'utf8').replace(/^<!--.*?-->\s*/s, '').split('\n')
  const match = /^kind: (\w+) · feature: (.+)$/.exec(head.trim())
  if (!match?.[1] || !match[2] || !(match[1] in HEADINGS)) throw new Error(`changes/${file} must begin with "kind: ${Object.keys(HEADINGS).join('|')} · feature: …".`)
  return { kind: match[1], feature: match[2].trim(), text: rest.join('\n').trim().replaceAll('\n', '\n  ') }
}

const notes = readdirSync(join(ROOT, 'changes')).filter((file) => file.endsWith('.md')).toSorted().map(readNote)
const parts = Object.entries(HEADINGS).flatMap(([kind, heading]) => {
  const lines = notes.filter((note) => note.kind === kind).map((note) => `- **${note.feature}**: ${note.text}`)
  return lines.length > 0 ? [`### ${heading}`, ...lines, ''] : []
})
writeFileSync(join(ROOT, 'CHANGELOG.md'), ['# Changes', '', '## Not released yet', '', ...parts].join('\n'))
