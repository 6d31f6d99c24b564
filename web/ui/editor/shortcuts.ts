import { Extension, InputRule } from '@tiptap/core'
import type { Editor } from '@tiptap/core'

/** Ticks or unticks the item of the cursor, makes it one that can be ticked, or makes a list of it. */
export function toggleTask(editor: Editor): boolean {
  const { state } = editor
  const depth = itemDepth(editor)
  if (depth === undefined) return editor.chain().focus().toggleBulletList().command(({ tr }) => setChecked(tr.selection.$from, tr, false)).run()
  const item = state.selection.$from.node(depth)
  editor.view.dispatch(state.tr.setNodeAttribute(state.selection.$from.before(depth), 'checked', item.attrs['checked'] === null ? false : null))
  return true
}

/** Ticks the item of the cursor, or takes the tick away. @returns false where nothing can be ticked */
export function tick(editor: Editor): boolean {
  const { state } = editor
  const depth = itemDepth(editor)
  const checked: unknown = depth === undefined ? null : state.selection.$from.node(depth).attrs['checked']
  if (depth === undefined || checked === null) return false
  editor.view.dispatch(state.tr.setNodeAttribute(state.selection.$from.before(depth), 'checked', checked !== true))
  return true
}

/** How deep the item stands that holds the cursor. */
export function itemDepth({ state: { selection: { $from } } }: Editor): number | undefined {
  for (let depth = $from.depth; depth > 0; depth -= 1) if ($from.node(depth).type.name === 'listItem') return depth
  return undefined
}

type Place = Editor['state']['selection']['$from']

function setChecked($from: Place, tr: Editor['state']['tr'], checked: boolean): boolean {
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    if ($from.node(depth).type.name !== 'listItem') continue
    tr.setNodeAttribute($from.before(depth), 'checked', checked)
    return true
  }
  return false
}

/** What is typed as Markdown becomes what it means: `[ ] ` at the beginning of an item, `[words](address)`. The other signs come with their blocks. */
export const Shortcuts = Extension.create({
  name: 'shortcuts',
  addInputRules: () => [
    new InputRule({
      find: /^\[([ xX])\]\s$/,
      handler: ({ state, range, match, chain }) => {
        const ticked = match[1]?.toLowerCase() === 'x'
        const inItem = state.doc.resolve(range.from).node(-1)?.type.name === 'listItem'
        const cleared = chain().deleteRange(range)
        const listed = inItem ? cleared : cleared.toggleBulletList()
        listed.command(({ tr }) => setChecked(tr.selection.$from, tr, ticked)).run()
      },
    }),
    new InputRule({
      find: /\[([^[\]\n]+)\]\(([^()\s]+)\)$/,
      handler: ({ state, range, match }) => {
        const [, words = '', href = ''] = match
        state.tr.replaceWith(range.from, range.to, state.schema.text(words, [state.schema.mark('link', { href })])).removeStoredMark(state.schema.marks['link'] as never)
      },
    }),
  ],
  addKeyboardShortcuts() {
    return { 'Mod-Shift-9': () => toggleTask(this.editor), 'Mod-Shift-Enter': () => tick(this.editor) }
  },
})
