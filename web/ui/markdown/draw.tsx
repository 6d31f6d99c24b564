import { createElement, Fragment } from 'react'
import type { ReactNode } from 'react'
import { addressOf, ownPicture } from './addresses.ts'
import { CodeBlock } from './CodeBlock.tsx'
import { splitAtTitles } from '#domain/links/titled.ts'
import { drawText } from './running-text.tsx'
import { titledHref } from './titled.ts'
import type { Mention } from './text-parts.ts'
import { t } from '../words.ts'

/** The part of a hast tree that is drawn; everything else (comments, raw HTML) is left out. */
export type Node = { type: string, value?: string, tagName?: string, properties?: Record<string, unknown>, children?: Node[] }

/** What holds for the place where a node is drawn. */
export type Drawing = {
  mentions: readonly Mention[]
  /** The level of the heading that the text stands under: people's first heading is one below it. */
  headingsBelow: 1 | 2 | 3
  /** The highest heading that the text uses, 1 to 6: a text that begins with `##` skips no level of the page. */
  highest: number
  /** Sets the ids of this text apart from those of other texts on the page. */
  prefix: string
  /** Inside a link there can be no other. */
  inLink: boolean
  /** Inside code `#123` is a quotation and not a mention. */
  quoted: boolean
}

type Properties = Record<string, unknown>

/** Elements whose drawing needs more than their name. */
const SPECIAL: Record<string, (node: Node, how: Drawing) => ReactNode> = {
  a: drawLink, img: drawPicture, input: drawTick, pre: drawPre, table: drawTable, h1: drawHeading, h2: drawHeading, h3: drawHeading, h4: drawHeading, h5: drawHeading, h6: drawHeading,
}

/** Attributes that are drawn; whatever else the sanitiser lets through has no use here. */
const KEPT = new Set(['align', 'start', 'title', 'colSpan', 'rowSpan'])

export function drawAll(nodes: readonly Node[], how: Drawing): ReactNode[] {
  return nodes.map((node, index) => <Fragment key={index}>{draw(node, how)}</Fragment>)
}

function draw(node: Node, how: Drawing): ReactNode {
  if (node.type === 'text') return how.quoted || how.inLink ? node.value : drawRunning(node.value ?? '', how.mentions)
  if (node.type !== 'element' || !node.tagName) return null
  return SPECIAL[node.tagName]?.(node, how) ?? element(node.tagName, plainProps(node, how), childrenOf(node, { ...how, quoted: how.quoted || node.tagName === 'code' }))
}

/** Titles in double brackets mean something to the parser, so only texts that it read can have them. */
function drawRunning(text: string, mentions: readonly Mention[]): ReactNode {
  if (!text.includes('[[')) return drawText(text, mentions)
  return splitAtTitles(text).map(({ text: piece, title }, index) => <Fragment key={index}>{title === undefined ? drawText(piece, mentions) : <a href={titledHref(title, globalThis.location?.pathname)}>{piece}</a>}</Fragment>)
}

const childrenOf = (node: Node, how: Drawing) => drawAll(node.children ?? [], how)
const element = (tag: string, props: Properties, children: ReactNode[]) => createElement(tag, props, ...(children.length > 0 ? [children] : []))

function drawLink(node: Node, how: Drawing): ReactNode {
  const properties = node.properties ?? {}
  const address = addressOf(properties['href'])
  const children = ownNumber(node, address?.href) ?? childrenOf(node, { ...how, inLink: true })
  if (!address || how.inLink) return <span>{children}</span>
  const footnote = 'dataFootnoteRef' in properties || 'dataFootnoteBackref' in properties
  const href = footnote ? `#${how.prefix}${address.href.slice(1)}` : address.href
  return element('a', { ...plainProps(node, how), href, ...(address.away && { rel: 'noopener noreferrer nofollow' }) }, children)
}

/** A pasted address of one of our entries reads as its number; one with words of its own keeps them. */
function ownNumber(node: Node, href: string | undefined): ReactNode[] | undefined {
  const here = globalThis.location?.origin
  if (href === undefined || here === undefined || !href.startsWith(`${here}/`) || textOf(node) !== href) return undefined
  const number = /^\/([1-9]\d{0,8})(?:#.*)?$/.exec(href.slice(here.length))?.[1]
  return number === undefined ? undefined : [`#${number}`]
}

function drawPicture(node: Node, how: Drawing): ReactNode {
  const { src, alt, title } = node.properties ?? {}
  const words = typeof alt === 'string' && alt !== '' ? alt : t`picture`
  const own = ownPicture(src)
  const picture = own && <img src={own} alt={typeof alt === 'string' ? alt : ''} title={typeof title === 'string' ? title : undefined} loading="lazy" decoding="async" />
  if (picture) return how.inLink ? picture : <a className="markdown-picture" href={own} aria-label={t`Open ${words}`}>{picture}</a>
  return drawLink({ type: 'element', tagName: 'a', properties: { href: src }, children: [{ type: 'text', value: words }] }, how)
}

function drawTick({ properties = {} }: Node): ReactNode {
  const done = Boolean(properties['checked'])
  return <input type="checkbox" disabled readOnly aria-label={done ? t`done` : t`to do`} checked={done} />
}

function drawPre(node: Node, how: Drawing): ReactNode {
  const code = node.children?.find((child) => child.tagName === 'code')
  if (!code) return element('pre', {}, childrenOf(node, { ...how, quoted: true }))
  const named = code.properties?.['className']
  const language = Array.isArray(named) ? named.map(String).find((name) => name.startsWith('language-'))?.slice('language-'.length) : undefined
  return <CodeBlock code={textOf(code).replace(/\n$/, '')} language={language} />
}

function drawTable(node: Node, how: Drawing): ReactNode {
  return <div className="markdown-table" tabIndex={0} role="group" aria-label={t`Table`}>{element('table', {}, childrenOf(node, how))}</div>
}

/** People's headings stand below those of the page, so that its outline stays true; `data-level` keeps how they look. */
function drawHeading(node: Node, how: Drawing): ReactNode {
  const level = Number(node.tagName?.slice(1))
  const { className, ...props } = plainProps(node, how)
  if (className === 'sr-only') return element('p', { ...props, className: 'unseen' }, childrenOf(node, how))
  return element(`h${Math.min(6, Math.max(1, level - how.highest + 1) + how.headingsBelow)}`, { ...props, 'data-level': level }, childrenOf(node, how))
}

function plainProps({ properties = {} }: Node, { prefix }: Drawing): Properties {
  const props: Properties = {}
  for (const [name, value] of Object.entries(properties)) {
    if (name === 'className') props['className'] = Array.isArray(value) ? value.join(' ') : value
    else if (name === 'id') props['id'] = `${prefix}${String(value)}`
    else if (name === 'ariaDescribedBy') props['aria-describedby'] = idsIn(value, prefix)
    else if (name === 'ariaLabel') props['aria-label'] = value
    else if (KEPT.has(name)) props[name] = value
  }
  return props
}

function idsIn(value: unknown, prefix: string): string {
  const ids = Array.isArray(value) ? value.map(String) : String(value).split(' ')
  return ids.map((id) => `${prefix}${id}`).join(' ')
}

function textOf(node: Node): string {
  return node.value ?? (node.children ?? []).map(textOf).join('')
}
