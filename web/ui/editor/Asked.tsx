import type { Editor } from '@tiptap/core'
import { NodeSelection } from '@tiptap/pm/state'
import { readMarkdown } from './markdown/read.ts'
import type { Question } from './own-keys.ts'
import { PieceField } from './PieceField.tsx'
import { t } from '../words.ts'

/** Where a link leads, or what the source of a kept piece is: asked below the text, so that nothing covers it. */
export function Asked({ what, editor, onDone }: { what: Question, editor: Editor, onDone: () => void }) {
  const then = (act: () => void) => () => {
    act()
    onDone()
    editor.commands.focus()
  }
  const { selection } = editor.state
  const back = then(() => {})
  if (what === 'piece') {
    const source = selection instanceof NodeSelection ? String(selection.node.attrs['source']) : ''
    return <PieceField label={t`Source of this piece`} value={source} does={t`Keep it so`} onLeave={back} onTake={(text) => then(() => setPiece(editor, text))()} />
  }
  const href = String(editor.getAttributes('link')['href'] ?? '')
  const remove = href === '' ? undefined : { does: t`Take the link away`, onRemove: then(() => setLink(editor, '')) }
  return <PieceField label={t`Address`} value={href} does={t`Set the link`} remove={remove} onLeave={back} onTake={(address) => then(() => setLink(editor, address))()} />
}

/** Links the selected words, the link of the cursor, or the address itself where nothing is selected. */
function setLink(editor: Editor, href: string): void {
  if (href === '') editor.chain().extendMarkRange('link').unsetMark('link').run()
  else if (editor.state.selection.empty && !editor.isActive('link')) editor.commands.insertContent({ type: 'text', text: href, marks: [{ type: 'link', attrs: { href } }] })
  else editor.chain().extendMarkRange('link').setMark('link', { href, title: null, label: null, tail: null }).run()
}

/** Puts what the source means in the place of the piece. */
function setPiece(editor: Editor, source: string): void {
  const { selection, schema, tr } = editor.state
  if (!(selection instanceof NodeSelection)) return
  const [only, ...others] = readMarkdown(source, schema).doc.children
  const words = only?.type.name === 'paragraph' && others.length === 0 && !source.startsWith('[^')
  editor.view.dispatch(tr.replaceWith(selection.from, selection.to, words ? only.content : schema.node('kept', { ...selection.node.attrs, source, src: null })))
}
