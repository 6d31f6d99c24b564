import '../Form.css'
import '../Markdown.css'
import '../composer/composer.css'
import './editor.css'
import type { Editor } from '@tiptap/core'
import { NodeSelection } from '@tiptap/pm/state'
import { EditorContent, useEditor } from '@tiptap/react'
import { useEffect, useId, useImperativeHandle, useRef, useState } from 'react'
import { CompletionList, optionId } from '../composer/CompletionList.tsx'
import type { CompletionSource } from '../composer/completion.ts'
import { EditorBar } from './EditorBar.tsx'
import { EXTENSIONS } from './markdown/extensions.ts'
import { readMarkdown } from './markdown/read.ts'
import { insertBlockAfter, takePaste } from './paste.ts'
import { PieceField } from './PieceField.tsx'
import type { RichEditorProps } from './RichEditor.tsx'
import { Shortcuts } from './shortcuts.ts'
import { useMarkdown } from './use-markdown.ts'
import { useRichCompletion } from './use-rich-completion.ts'

const NO_SOURCES: readonly CompletionSource[] = []
const ALL = [...EXTENSIONS, Shortcuts]
const HELP = 'Rich text, kept as Markdown. At sign, number sign and colon offer names. Tab sets items of a list in and moves between cells; Escape and then Tab leaves the text.'

type Props = RichEditorProps & {
  /** Beside the marks: files, and the door to the source. */
  more: React.ReactNode
}

/** The rich text itself with its marks. It comes in a file of its own, when somebody writes. */
export function EditorBody({ label, value, onChange, onFiles, sources = NO_SOURCES, placeholder, error, readOnly = false, ref, more }: Props) {
  const id = useId()
  const [asking, setAsking] = useState<'link' | 'piece'>()
  const completion = useRichCompletion(sources)
  const markdown = useMarkdown(value, onChange)
  const { open } = completion
  const latest = useRef({ completion, markdown, onFiles })
  useEffect(() => { latest.current = { completion, markdown, onFiles } })
  const keys = useKeys(latest, setAsking)
  const editor = useEditor({
    extensions: ALL, editable: !readOnly, injectCSS: false, enablePasteRules: false,
    editorProps: {
      attributes: { id, 'class': 'rich-text markdown prose', 'role': 'textbox', 'aria-multiline': 'true', 'aria-labelledby': `${id}-label`, 'aria-describedby': `${id}-help ${id}-error`, 'aria-keyshortcuts': 'Meta+Enter Control+Enter', 'spellcheck': 'true' },
      handleDOMEvents: { keydown: keys.leave },
      handleKeyDown: keys.hear,
      handlePaste: (view, event) => takePaste(view, event, latest.current.onFiles),
      handleDoubleClickOn: (_view, _pos, node) => { if (node.type.name === 'kept') setAsking('piece') },
      clipboardTextSerializer: (slice, view) => latest.current.markdown.textOf(view.state.schema.node('doc', null, slice.content.firstChild?.isInline ? view.state.schema.node('paragraph', null, slice.content) : slice.content)),
    },
    onUpdate: ({ editor: one }) => {
      latest.current.markdown.changed(one)
      void latest.current.completion.look(one)
    },
    onSelectionUpdate: ({ editor: one }) => { if (latest.current.completion.open) void latest.current.completion.look(one) },
    onBlur: () => latest.current.completion.close(),
  })
  keys.editor.current = editor
  markdown.useValue(editor)
  useEffect(() => { editor.setEditable(!readOnly, false) }, [editor, readOnly])
  useOwnAttributes(editor, { 'aria-invalid': error ? 'true' : undefined, 'aria-readonly': readOnly ? 'true' : undefined, 'data-placeholder': value.trim() === '' ? placeholder : undefined, 'aria-controls': open && completion.id, 'aria-activedescendant': open && optionId(completion.id, open.active) })
  useImperativeHandle(ref, () => ({ focus: () => { editor.commands.focus() }, insertBlock: (block) => insertBlockAfter(editor.view, block) }), [editor])
  return (
    <>
      <span className="field-label" id={`${id}-label`}>{label}</span>
      <p className="unseen" id={`${id}-help`}>{HELP}</p>
      <div className="composer-body">
        <EditorContent editor={editor} />
        {open && <CompletionList id={completion.id} open={open} onTake={(suggestion) => completion.take(editor, suggestion)} onPoint={completion.point} />}
      </div>
      <p className="field-error" id={`${id}-error`} aria-live="polite">{error}</p>
      <div className="composer-foot">
        <EditorBar editor={editor} id={id} disabled={readOnly} onLink={() => setAsking('link')} />
        <span className="composer-more">{more}</span>
      </div>
      {asking && <Asked key={asking} what={asking} editor={editor} onDone={() => setAsking(undefined)} />}
    </>
  )
}

type Latest = { current: { completion: ReturnType<typeof useRichCompletion> } }

/** Keys that are not the editor's: those of the list of names, ⌘K, Enter on a kept piece, and Escape before Tab. */
function useKeys(latest: Latest, ask: (what: 'link' | 'piece') => void) {
  const editor = useRef<Editor>(undefined)
  const leaving = useRef(false)
  const hear = (view: Editor['view'], event: KeyboardEvent): boolean => {
    if (editor.current && latest.current.completion.hear(editor.current, event)) return true
    const { selection } = view.state
    const modified = event.metaKey || event.ctrlKey
    if (event.key === 'Enter' && modified && !event.shiftKey) return false
    const piece = event.key === 'Enter' && selection instanceof NodeSelection && selection.node.type.name === 'kept'
    if (piece) ask('piece')
    const link = modified && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'k'
    if (link) ask('link')
    return piece || link
  }
  /** @returns true when the browser should do with the key what it does outside */
  const leave = (_view: unknown, event: KeyboardEvent): boolean => {
    const left = leaving.current && event.key === 'Tab'
    if (event.key !== 'Shift') leaving.current = event.key === 'Escape' && !latest.current.completion.open
    return left || (event.key === 'Enter' && (event.metaKey || event.ctrlKey) && !event.shiftKey)
  }
  return { editor, hear, leave }
}

/** Attributes of the text that change while it is written. */
function useOwnAttributes(editor: Editor, attributes: Record<string, string | undefined>) {
  useEffect(() => {
    for (const [name, value] of Object.entries(attributes)) {
      if (value === undefined) editor.view.dom.removeAttribute(name)
      else editor.view.dom.setAttribute(name, value)
    }
  })
}

function Asked({ what, editor, onDone }: { what: 'link' | 'piece', editor: Editor, onDone: () => void }) {
  const back = () => {
    onDone()
    editor.commands.focus()
  }
  const { selection } = editor.state
  if (what === 'piece') {
    const source = selection instanceof NodeSelection ? String(selection.node.attrs['source']) : ''
    return <PieceField label="Source of this piece" value={source} does="Keep it so" onLeave={back} onTake={(text) => { setPiece(editor, text); back() }} />
  }
  const href = String(editor.getAttributes('link')['href'] ?? '')
  const remove = href === '' ? undefined : { does: 'Take the link away', onRemove: () => { editor.chain().extendMarkRange('link').unsetMark('link').run(); back() } }
  return <PieceField label="Address" value={href} does="Set the link" remove={remove} onLeave={back} onTake={(address) => { setLink(editor, address); back() }} />
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
  const inline = only?.isTextblock && only.type.name === 'paragraph' && others.length === 0 ? only.content : schema.node('kept', { ...selection.node.attrs, source, src: null, kind: 'html' })
  editor.view.dispatch(tr.replaceWith(selection.from, selection.to, inline))
}
