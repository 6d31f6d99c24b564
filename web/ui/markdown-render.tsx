import { createElement, Fragment, useMemo } from 'react'
import type { ReactNode } from 'react'
import rehypeSanitize from 'rehype-sanitize'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import { splitAtNumbers } from './entry-links.ts'

/** The part of a hast tree that is drawn; everything else (comments, raw HTML) is left out. */
type Node = { type: string, value?: string, tagName?: string, properties?: Record<string, unknown>, children?: Node[] }

const pipeline = unified().use(remarkParse).use(remarkGfm).use(remarkRehype).use(rehypeSanitize)

/** Inside these, `#123` is a quotation and not a mention. */
const NO_MENTIONS = new Set(['a', 'code', 'pre'])

/** Markdown as React elements: parsed, sanitised, then drawn element by element. No HTML string ever exists. */
export function RenderedMarkdown({ text }: { text: string }) {
  return useMemo(() => {
    const tree: Node = pipeline.runSync(pipeline.parse(text))
    return <>{drawAll(tree.children ?? [], true)}</>
  }, [text])
}

function drawAll(nodes: readonly Node[], mentions: boolean): ReactNode[] {
  return nodes.map((node, index) => <Fragment key={index}>{draw(node, mentions)}</Fragment>)
}

function draw(node: Node, mentions: boolean): ReactNode {
  if (node.type === 'text') return mentions ? drawText(node.value ?? '') : node.value
  if (node.type !== 'element' || !node.tagName) return null
  const properties = node.properties ?? {}
  if (node.tagName === 'img') return <a href={String(properties['src'] ?? '')} rel="noopener noreferrer nofollow">{String(properties['alt'] || 'picture')}</a>
  const children = drawAll(node.children ?? [], mentions && !NO_MENTIONS.has(node.tagName))
  const drawn = createElement(node.tagName, reactProps(node.tagName, properties), ...(children.length > 0 ? [children] : []))
  return node.tagName === 'table' ? <div className="markdown-table" tabIndex={0} role="region" aria-label="Table">{drawn}</div> : drawn
}

function drawText(text: string): ReactNode {
  return splitAtNumbers(text).map((part, index) => (part.number === undefined ? part.text : <a key={index} href={`/${part.number}`}>{part.text}</a>))
}

function reactProps(tag: string, properties: Record<string, unknown>): Record<string, unknown> {
  const props: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(properties)) {
    if (name === 'className') props['className'] = Array.isArray(value) ? value.join(' ') : value
    else if (name === 'checked') props['checked'] = Boolean(value)
    else props[/^(aria|data)[A-Z]/.test(name) ? name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`) : name] = value
  }
  if (tag === 'input') return { ...props, readOnly: true, 'aria-label': props['checked'] ? 'done' : 'to do' }
  if (tag === 'a' && /^https?:/.test(String(props['href'] ?? ''))) props['rel'] = 'noopener noreferrer nofollow'
  return props
}
