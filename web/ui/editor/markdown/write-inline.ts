import type { Node, Schema } from '@tiptap/pm/model'
import type { Care } from './escape.ts'
import { meaningOf } from './meaning.ts'
import { parse, rangeOf, Unfaithful } from './parse.ts'
import type { Md } from './parse.ts'
import type { Frame } from './read.ts'
import { readInline } from './read-inline.ts'
import { cutAtLinks, runsOf } from './runs.ts'
import { spell } from './spell.ts'
import type { Shape } from './spell.ts'

const CARES: readonly Care[] = [0, 1, 2]

/**
 * The running text of a block as Markdown, with `\n` for line ends. It is spelt as plainly as possible; what it says is read
 * back, and it is spelt with more care until it says the same.
 */
export function writeInline(block: Node, shape: Shape, frame: Frame): string {
  const runs = runsOf(block)
  const wanted = meaningOf(block)
  let spelt = ''
  for (const care of CARES) {
    spelt = spell(care === 2 ? cutAtLinks(runs) : runs, shape, care, frame)
    if (readBack(spelt, shape, frame, block.type.schema) === wanted) return spelt
  }
  return spelt
}

const LEADS: Record<Shape, string> = { paragraph: '', item: '- ', heading: '# ', cell: '| ' }

/** What a spelling says where it will stand; undefined when it is not running text there. */
function readBack(spelt: string, shape: Shape, { definitions }: Frame, schema: Schema): string | undefined {
  const words = shape === 'item' ? spelt.replaceAll('\n', '\n  ') : spelt
  const text = `${LEADS[shape]}${words}${shape === 'cell' ? ' |\n| - |' : ''}\n\n${definitions}`
  const [first, ...others] = parse(text).children ?? []
  if (others.some(({ type }) => type !== 'definition' && type !== 'footnoteDefinition')) return undefined
  const holder = holderOf(first, shape)
  if (!holder) return spelt === '' ? '[]' : undefined
  try {
    return meaningOf(schema.node('paragraph', null, readInline(holder.children ?? [], [], { schema, text, rest: shape === 'item' ? '  ' : '' }, rangeOf(holder))))
  } catch (error) {
    if (error instanceof Unfaithful) return undefined
    throw error
  }
}

function holderOf(block: Md | undefined, shape: Shape): Md | undefined {
  const only = (node: Md | undefined) => (node?.children?.length === 1 ? node.children[0] : undefined)
  if (shape === 'cell') return block?.type === 'table' ? only(only(block)) : undefined
  if (shape === 'heading') return block?.type === 'heading' ? block : undefined
  const item = shape === 'item' ? only(block) : undefined
  const paragraph = shape === 'item' ? (typeof item?.checked === 'boolean' ? undefined : only(item)) : block
  return paragraph?.type === 'paragraph' ? paragraph : undefined
}
