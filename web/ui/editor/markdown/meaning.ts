import type { Node } from '@tiptap/pm/model'
import { runsOf } from './runs.ts'
import type { Run } from './runs.ts'

/** What running text says, without how it is spelt: two that are equal read the same on the page. */
export function meaningOf(block: Node): string {
  const said: { text: string, how: string }[] = []
  for (const run of runsOf(block).flatMap(byWords)) {
    const text = run.atom ? atomOf(run.atom) : run.code ? run.text.replaceAll(/\s/g, NBSP) : run.text.replaceAll(/\s/g, ' ')
    const how = howOf(run)
    const last = said.at(-1)
    if (last?.how === how) last.text += text
    else said.push({ text, how })
  }
  return JSON.stringify(said.map(({ text, how }) => ({ text: text.replaceAll(/ +/g, ' '), how })))
}

/** Blanks read the same whether they are bold or not. */
function byWords(run: Run): Run[] {
  if (run.atom || run.code) return [run]
  const link = run.around.get('link')
  return run.text.split(/(\s+)/).filter((text) => text !== '').map((text) => ({ ...run, text, around: text.trim() === '' ? new Map(link && [['link', link] as const]) : run.around }))
}

/** Stands for a blank in code, where each counts. */
const NBSP = '\u00A0'

const atomOf = (node: Node): string => (node.type.name === 'hardBreak' ? '\n' : `\u0000${String(node.attrs['source'])}`)

function howOf({ atom, code, around }: Run): string {
  const link = around.get('link')?.attrs
  const address = link && (link['label'] ? `[${String(link['label'])}]` : `${String(link['href'])} ${String(link['title'] ?? '')}`)
  return [...[...around.keys()].filter((name) => name !== 'link').sort(), code && 'code', atom && 'atom', address].filter(Boolean).join(',')
}
