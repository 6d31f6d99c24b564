import { address } from './edit-marks.ts'

/** As much of a DOM node as is read here; tests give plain objects. */
export type HtmlNode = { nodeName: string, nodeValue: string | null, childNodes: Iterable<HtmlNode>, getAttribute?: (name: string) => string | null }

const MARKS: Record<string, string> = { STRONG: '**', B: '**', EM: '_', I: '_', DEL: '~~', S: '~~', CODE: '`', KBD: '`', SAMP: '`' }
const BLOCKS = new Set(['P', 'DIV', 'SECTION', 'ARTICLE', 'MAIN', 'HEADER', 'FOOTER', 'BODY', 'HTML', 'FIGURE', 'DL', 'DT', 'DD', 'TABLE', 'TBODY', 'THEAD', 'TR', 'TD', 'TH', 'UL', 'OL', 'LI', 'BLOCKQUOTE', 'PRE', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'HR'])
const LEFT_OUT = new Set(['SCRIPT', 'STYLE', 'TEMPLATE', 'HEAD', 'META', 'LINK', 'TITLE', 'IFRAME', 'OBJECT', 'SVG', 'BUTTON', '#comment'])

/**
 * Words of a page as Markdown: paragraphs, headings, lists, quotes, code, bold, italic and links; everything else is text.
 * Nothing that runs can come of it, since only text and `http` addresses are taken.
 */
export function markdownOf(node: HtmlNode): string {
  return blocks(node).join('\n\n').replace(/\n{3,}/g, '\n\n').trim()
}

function blocks(node: HtmlNode): string[] {
  const made: string[] = []
  let words = ''
  const flush = () => {
    const text = words.replace(/[ \t]*\n[ \t]*/g, '\n').trim()
    if (text !== '') made.push(text)
    words = ''
  }
  for (const child of node.childNodes) {
    if (holdsBlocks(child)) {
      flush()
      made.push(...block(child))
    } else words += inline(child)
  }
  flush()
  return made
}

/** Pages wrap paragraphs in `b` and `span`; what holds a block is one. */
function holdsBlocks(node: HtmlNode): boolean {
  return BLOCKS.has(node.nodeName) || (!LEFT_OUT.has(node.nodeName) && [...node.childNodes].some(holdsBlocks))
}

function block(node: HtmlNode): string[] {
  const { nodeName } = node
  if (/^H[1-6]$/.test(nodeName)) return [`${'#'.repeat(Number(nodeName[1]))} ${blocks(node).join(' ')}`]
  if (nodeName === 'HR') return ['---']
  if (nodeName === 'PRE') return [`\`\`\`\n${rawText(node).replace(/\n$/, '')}\n\`\`\``]
  if (nodeName === 'BLOCKQUOTE') return [blocks(node).join('\n\n').split('\n').map((line) => `> ${line}`.trimEnd()).join('\n')]
  if (nodeName === 'UL' || nodeName === 'OL') return [items(node)]
  return blocks(node)
}

function items(list: HtmlNode): string {
  let number = 0
  return [...list.childNodes].flatMap((item) => {
    const inside = item.nodeName === 'LI' ? blocks(item) : item.nodeName === 'UL' || item.nodeName === 'OL' ? [items(item)] : []
    if (inside.length === 0) return []
    if (item.nodeName !== 'LI') return [indented(inside.join('\n'), 2)]
    const mark = list.nodeName === 'OL' ? `${number += 1}. ` : '- '
    return [`${mark}${indented(inside.join('\n'), mark.length).trimStart()}`]
  }).join('\n')
}

const indented = (text: string, by: number) => text.split('\n').map((line) => (line === '' ? '' : ' '.repeat(by) + line)).join('\n')

function inline(node: HtmlNode): string {
  if (node.nodeName === '#text') return (node.nodeValue ?? '').replace(/\s+/g, ' ')
  if (node.nodeName === 'BR') return '\n'
  if (LEFT_OUT.has(node.nodeName)) return ''
  const mark = MARKS[node.nodeName]
  const text = mark === '`' ? rawText(node) : [...node.childNodes].map(inline).join('')
  const href = node.getAttribute?.('href') ?? ''
  if (node.nodeName === 'A' && /^(https?:|mailto:)/i.test(href)) return around(text, (words) => (words === href ? href : `[${words.replace(/([[\]])/g, '\\$1')}](${address(href.trim())})`))
  const weight = /font-weight:\s*(normal|400)/.test(node.getAttribute?.('style') ?? '')
  return mark && !weight ? around(text, (words) => `${mark}${words}${mark}`) : text
}

/** Marks hug their words; the spaces stay outside. */
function around(text: string, make: (words: string) => string): string {
  const words = text.trim()
  return words === '' ? text : text.replace(words, () => make(words))
}

function rawText(node: HtmlNode): string {
  if (node.nodeName === '#text') return node.nodeValue ?? ''
  return node.nodeName === 'BR' ? '\n' : [...node.childNodes].map(rawText).join('')
}
