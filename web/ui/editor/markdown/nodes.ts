import { Node } from '@tiptap/core'
import { ListItem } from '@tiptap/extension-list'
import { TableCell, TableHeader } from '@tiptap/extension-table'
import { itemView } from '../item-view.ts'
import { ownPicture } from '../../markdown/addresses.ts'
import { t } from '../../words.ts'

/** What a block of source holds, for people who hear it and for its look. */
const SOURCE_KINDS = { yaml: t`Front matter`, toml: t`Front matter`, html: t`HTML or a comment`, definition: t`Addresses of links`, footnoteDefinition: t`Footnote`, table: t`Table as source` } as const

const sourceName = (kind: unknown): string => Object.entries(SOURCE_KINDS).find(([name]) => name === kind)?.[1] ?? t`Source`

/** A block that is shown and edited as its source, because the editor cannot show it otherwise without changing it. */
export const SourceBlock = Node.create({
  name: 'sourceBlock', group: 'block', content: 'text*', marks: '', code: true, defining: true,
  addAttributes: () => ({ kind: { default: null, parseHTML: (element: HTMLElement) => element.getAttribute('data-source-kind') } }),
  parseHTML: () => [{ tag: 'pre[data-source-kind]', preserveWhitespace: 'full', priority: 60 }],
  renderHTML: ({ node }) => ['pre', { 'class': 'source-block', 'data-source-kind': String(node.attrs['kind'] ?? ''), 'data-name': sourceName(node.attrs['kind']) }, 0],
})

/** A piece of a sentence that is kept as its source: a footnote mark, a comment, HTML, a picture. */
export const Kept = Node.create({
  name: 'kept', group: 'inline', inline: true, atom: true, selectable: true,
  addAttributes: () => ({
    source: { default: '', parseHTML: (element: HTMLElement) => element.getAttribute('data-kept') ?? '' },
    kind: { default: 'html', parseHTML: (element: HTMLElement) => element.getAttribute('data-kind') },
    /** Of a picture. */
    src: { default: null, parseHTML: (element: HTMLElement) => element.getAttribute('data-src') },
    alt: { default: null, parseHTML: (element: HTMLElement) => element.getAttribute('data-alt') },
  }),
  parseHTML: () => [{ tag: '[data-kept]' }],
  renderHTML: ({ node: { attrs } }) => {
    const shown = { 'class': 'kept', 'data-kept': attrs['source'], 'data-kind': attrs['kind'], 'data-src': attrs['src'], 'data-alt': attrs['alt'] }
    const picture = ownPicture(attrs['src'])
    if (picture !== undefined) return ['img', { ...shown, src: picture, alt: String(attrs['alt'] ?? '') }]
    return ['span', { ...shown, title: attrs['source'] }, attrs['kind'] === 'image' ? t`Picture: ${String(attrs['alt'] || attrs['src'])}` : String(attrs['source'])]
  },
  renderText: ({ node }) => String(node.attrs['source']),
})

/** An item of a list; `checked` is true or false for one that can be ticked. Any block may begin it. */
export const Item = ListItem.extend({
  content: 'block+',
  addAttributes: () => ({
    checked: {
      default: null, keepOnSplit: false,
      parseHTML: (element: HTMLElement) => {
        const box = element.querySelector(':scope > label input[type=checkbox], :scope > input[type=checkbox], :scope > p > input[type=checkbox]')
        const said = element.getAttribute('data-checked')
        return said === null ? (box ? box.hasAttribute('checked') : null) : said === 'true'
      },
    },
  }),
  renderHTML: ({ node }) => ['li', node.attrs['checked'] === null ? {} : { 'data-checked': String(node.attrs['checked']) }, 0],
  addNodeView: () => itemView,
  addKeyboardShortcuts() {
    const next = () => (typeof this.editor.getAttributes('listItem')['checked'] === 'boolean' ? false : null)
    return { ...this.parent?.(), Enter: () => this.editor.commands.splitListItem(this.name, { checked: next() }) }
  },
})

/** A cell holds one paragraph, because a cell of a Markdown table is one line. */
export const Cell = TableCell.extend({ content: 'paragraph' })
export const HeaderCell = TableHeader.extend({ content: 'paragraph' })
