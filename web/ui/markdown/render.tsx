import { useId, useMemo } from 'react'
import rehypeSanitize, { defaultSchema } from 'rehype-sanitize'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import { drawAll } from './draw.tsx'
import type { Drawing, Node } from './draw.tsx'
import type { Mention } from './text-parts.ts'
import { t } from '../words.ts'

/** Ids come from footnotes alone and get the prefix of their text when drawn; a second prefix would part them from their links. */
const SCHEMA = { ...defaultSchema, clobberPrefix: '' }

/** The way back from a footnote; one that is called more than once says from which place. Counts from 0, as the parser does. */
function backWords(reference: number, again: number): string {
  const name = `${reference + 1}${again > 1 ? `-${again}` : ''}`
  return t`Back to reference ${name}`
}

const pipeline = unified().use(remarkParse).use(remarkGfm).use(remarkRehype, { clobberPrefix: '', footnoteLabel: t`Footnotes`, footnoteBackLabel: backWords }).use(rehypeSanitize, SCHEMA)

const NOBODY: readonly Mention[] = []

type Props = { text: string, mentions?: readonly Mention[] | undefined, headingsBelow?: Drawing['headingsBelow'] | undefined }

/** Markdown as React elements: parsed, sanitised, then drawn element by element. No HTML string ever exists. See decision 0015. */
export function RenderedMarkdown({ text, mentions = NOBODY, headingsBelow = 1 }: Props) {
  const prefix = useId()
  return useMemo(() => {
    const tree: Node = pipeline.runSync(pipeline.parse(text))
    return <>{drawAll(tree.children ?? [], { mentions, headingsBelow, highest: highestIn(tree), prefix, inLink: false, quoted: false })}</>
  }, [text, mentions, headingsBelow, prefix])
}

/** The highest of the headings that stand in the text itself, not inside a quote or a list; 1 where there are none. */
function highestIn({ children = [] }: Node): number {
  const levels = children.flatMap(({ tagName }) => /^h([1-6])$/.exec(tagName ?? '')?.[1] ?? []).map(Number)
  return levels.length === 0 ? 1 : Math.min(...levels)
}
