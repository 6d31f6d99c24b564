import { Mark, markInputRule, markPasteRule } from '@tiptap/core'
import { addressOf } from '../../markdown/addresses.ts'

/** Code inside a sentence. Other marks may lie around it, as in Markdown. */
export const Code = Mark.create({
  name: 'code', excludes: '', exitable: true, code: true,
  parseHTML: () => [{ tag: 'code' }],
  renderHTML: ({ HTMLAttributes }) => ['code', HTMLAttributes, 0],
  addInputRules() {
    return [markInputRule({ find: /(^|[^`])`([^`]+)`(?!`)$/, type: this.type })]
  },
  addPasteRules() {
    return [markPasteRule({ find: /(^|[^`])`([^`]+)`(?!`)/g, type: this.type })]
  },
  addKeyboardShortcuts() {
    return { 'Mod-e': () => this.editor.commands.toggleMark(this.name) }
  },
})

/**
 * A link. `tail` is what stands behind its words in the text, such as `](/a "b")` or `][1]`, while address and title are
 * those of the text; `label` names the definition that gives the address.
 */
export const Link = Mark.create({
  name: 'link', inclusive: false, exitable: true,
  addAttributes: () => ({
    href: { default: '', parseHTML: (element: HTMLElement) => element.getAttribute('data-href') ?? element.getAttribute('href') ?? '' },
    title: { default: null },
    label: { default: null, parseHTML: (element: HTMLElement) => element.getAttribute('data-label') },
    tail: { default: null, rendered: false },
  }),
  parseHTML: () => [{ tag: 'a[data-href]' }, { tag: 'a[href]', getAttrs: (element) => (addressOf(element.getAttribute('href')) ? null : false) }],
  renderHTML: ({ HTMLAttributes: { href, title, label } }) => ['a', { 'data-href': href, 'data-label': label, href: addressOf(href)?.href, title, rel: 'noreferrer nofollow' }, 0],
})

/** Words that Markdown spells differently: `as` stands in the text for `text`. Once the words change, they are spelt anew. */
export const Written = Mark.create({
  name: 'written', inclusive: false,
  addAttributes: () => ({ as: { default: '', rendered: false }, text: { default: '', rendered: false } }),
  renderHTML: () => ['span', {}, 0],
})
