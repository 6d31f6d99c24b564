import { Autolink, parser, Table, TaskList, type InlineContext } from '@lezer/markdown'
import type { Mark, MarkKind, ReadText } from '#domain/writing/read-text.ts'

/**
 * Signs that open something are looked at so often in one paragraph and then taken as they stand. People stay far below;
 * a text made to keep the parser busy does not.
 */
const OPENINGS_MAX = 400
const OPENINGS = new Set([...'[]`<!'].map((sign) => sign.charCodeAt(0)))
const opened = new WeakMap<InlineContext, number>()
/** Lists and quotations inside each other; what is nested deeper is left out. */
const DEPTH_MAX = 50

/** Emphasis is left to be read as it stands: the rules do not ask for it, and it is what costs a parser most. */
const reader = parser.configure([Table, TaskList, Autolink, {
  remove: ['Emphasis'],
  parseBlock: [{
    name: 'DepthMax', before: 'Blockquote',
    parse(context) {
      if (context.depth <= DEPTH_MAX) return false
      context.nextLine()
      return true
    },
  }],
  parseInline: [{
    name: 'OpeningsMax', before: 'InlineCode',
    parse(context, next, at) {
      if (!OPENINGS.has(next)) return -1
      const count = (opened.get(context) ?? 0) + 1
      opened.set(context, count)
      return count > OPENINGS_MAX ? at + 1 : -1
    },
  }],
}])

const KINDS: Readonly<Record<string, MarkKind>> = {
  Paragraph: 'paragraph', TableCell: 'cell', Table: 'table', BulletList: 'list', OrderedList: 'list', ListItem: 'item', Task: 'paragraph',
  Blockquote: 'quote', CodeBlock: 'code_block', FencedCode: 'code_block', HTMLBlock: 'code_block', CommentBlock: 'code_block', ProcessingInstructionBlock: 'code_block',
  LinkReference: 'code_block', InlineCode: 'code', HTMLTag: 'markup', Comment: 'markup', ProcessingInstruction: 'markup', Image: 'image', Link: 'link',
  Autolink: 'address', URL: 'address', LinkMark: 'markup', LinkTitle: 'markup', LinkLabel: 'markup', HeaderMark: 'markup', ListMark: 'markup',
  QuoteMark: 'markup', TaskMarker: 'markup', TableDelimiter: 'markup', Entity: 'markup', HorizontalRule: 'markup',
}
const HEADING = /^(ATX|Setext)Heading/
/** Nothing inside these is somebody's own word. */
const CLOSED = new Set<MarkKind>(['quote', 'code_block', 'code', 'image', 'address'])
/** YAML between two lines of dashes at the top, as decision records and sites carry it. */
const FRONT_MATTER = /^---[ \t]*\r?\n(?:(?!---)[^\n]*\n)*---[ \t]*(?:\r?\n|$)/

/**
 * Parses Markdown (CommonMark with tables, task lists and bare links) for `checkText` of `#domain/writing/check-text.ts`.
 * Weighs 30 kB compressed: in the browser load it when somebody writes.
 */
export function readMarkdown(source: string): ReadText {
  const front = FRONT_MATTER.exec(source)?.[0].length ?? 0
  const marks: Mark[] = front > 0 ? [{ kind: 'code_block', start: 0, end: front }] : []
  // The front matter is blanked, not cut, so that offsets stay those of the file.
  const tree = reader.parse(front > 0 ? source.slice(0, front).replace(/[^\n]/g, ' ') + source.slice(front) : source)
  tree.iterate({
    enter({ name, from, to, node }) {
      const kind = HEADING.test(name) ? 'heading' : KINDS[name]
      if (kind === undefined) return true
      const inLink = node.parent?.name === 'Link'
      if (kind === 'link' && !node.getChild('URL') && !node.getChild('LinkLabel')) return true
      marks.push({ kind: kind === 'address' && inLink ? 'markup' : kind, start: from, end: to })
      return !CLOSED.has(kind)
    },
  })
  return { source, marks }
}
