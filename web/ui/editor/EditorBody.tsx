import '../Form.css'
import '../Markdown.css'
import '../composer/composer.css'
import './editor.css'
import type { Editor } from '@tiptap/core'
import { EditorContent, useEditor } from '@tiptap/react'
import { useEffect, useId, useImperativeHandle, useLayoutEffect, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { CompletionList, optionId } from '../composer/CompletionList.tsx'
import type { CompletionSource } from '../composer/completion.ts'
import { Asked } from './Asked.tsx'
import { EditorBar } from './EditorBar.tsx'
import { EXTENSIONS } from './markdown/extensions.ts'
import { passerBy, questionOf } from './own-keys.ts'
import type { Question } from './own-keys.ts'
import { insertBlockAfter, takePaste } from './paste.ts'
import type { RichEditorHandle, RichEditorProps } from './RichEditor.tsx'
import { makeSession } from './session.ts'
import { Shortcuts } from './shortcuts.ts'
import { useRichCompletion } from './use-rich-completion.ts'
import { t } from '../words.ts'

const NO_SOURCES: readonly CompletionSource[] = []
const ALL = [...EXTENSIONS, Shortcuts]
/** A text typed before that is still given after so long was put back on purpose. Unit: ms. */
const LATE_MS = 300
const HELP = t`Rich text, kept as Markdown. At sign, number sign and colon offer names. Tab sets items of a list in and moves between cells; Escape and then Tab leaves the text.`

type Props = RichEditorProps & {
  /** Beside the marks: files, and the door to the source. */
  more: ReactNode
}

/** The rich text itself with its marks. It comes in a file of its own, when somebody writes. */
export function EditorBody({ more, ...props }: Props) {
  const { label, error, readOnly = false } = props
  const id = useId()
  const [asking, setAsking] = useState<Question>()
  const completion = useRichCompletion(props.sources ?? NO_SOURCES)
  const { open } = completion
  const editor = useRichText(id, props, completion, setAsking)
  return (
    <>
      <span className="field-label" id={`${id}-label`}>{label}</span>
      <p className="unseen" id={`${id}-help`}>{HELP}</p>
      <div className="composer-body">
        <EditorContent editor={editor} />
        {open && editor && <CompletionList id={completion.id} open={open} onTake={(suggestion) => completion.take(editor, suggestion)} onPoint={completion.point} />}
      </div>
      <p className="field-error" id={`${id}-error`} aria-live="polite">{error}</p>
      <div className="composer-foot">
        {editor && <EditorBar editor={editor} id={id} disabled={readOnly} onLink={() => setAsking('link')} />}
        <span className="composer-more">{more}</span>
      </div>
      {asking && editor && <Asked key={asking} what={asking} editor={editor} onDone={() => setAsking(undefined)} />}
    </>
  )
}

/** What the editor asks for long after it was made. */
type Latest = Pick<RichEditorProps, 'onFiles' | 'onChange'> & { completion: ReturnType<typeof useRichCompletion>, editor?: Editor }

/** The kit's editor, kept in step with the Markdown that is given and told of. Null until it is there. */
function useRichText(id: string, { value, onChange, onFiles, placeholder, error, readOnly = false, ref }: RichEditorProps, completion: Latest['completion'], ask: (question: Question) => void): Editor | null {
  const [session] = useState(makeSession)
  const latest = useRef<Latest>({ completion, onFiles, onChange })
  const [passes] = useState(() => passerBy(() => latest.current.completion.open !== undefined))
  // Where drawing the page takes longer than a moment, the kit takes its first editor down again: none for a while, then another.
  const editor = useEditor({
    extensions: ALL, editable: !readOnly, injectCSS: false, enablePasteRules: false,
    editorProps: {
      attributes: { id, 'class': 'rich-text markdown prose', 'role': 'textbox', 'aria-multiline': 'true', 'aria-labelledby': `${id}-label`, 'aria-describedby': `${id}-help ${id}-error`, 'aria-keyshortcuts': 'Meta+Enter Control+Enter', 'spellcheck': 'true' },
      handleDOMEvents: { keydown: (_view, event) => passes(event) },
      handleKeyDown: (view, event) => {
        if (latest.current.editor && latest.current.completion.hear(latest.current.editor, event)) return true
        const question = questionOf(view.state, event)
        if (question) ask(question)
        return question !== undefined
      },
      handlePaste: (view, event) => takePaste(view, event, latest.current.onFiles),
      handleDoubleClickOn: (_view, _pos, node) => { if (node.type.name === 'kept') ask('piece') },
      clipboardTextSerializer: (slice, view) => session.copied(slice, view.state),
    },
    onUpdate: ({ editor: one }) => {
      const markdown = session.changed(one)
      if (markdown !== undefined) latest.current.onChange(markdown)
      void latest.current.completion.look(one)
    },
    onSelectionUpdate: ({ editor: one }) => { if (latest.current.completion.open) void latest.current.completion.look(one) },
    onBlur: () => latest.current.completion.close(),
  }) as Editor | null
  const { open } = completion
  useEffect(() => { latest.current = { completion, onFiles, onChange, ...(editor && { editor }) } })
  useShown(editor, session, value)
  useEffect(() => { if (editor && !editor.isDestroyed) editor.setEditable(!readOnly, false) }, [editor, readOnly])
  useOwnAttributes(editor, { 'aria-invalid': error ? 'true' : undefined, 'aria-readonly': readOnly ? 'true' : undefined, 'data-placeholder': value.trim() === '' ? placeholder : undefined, 'aria-controls': open && completion.id, 'aria-activedescendant': open && optionId(completion.id, open.active) })
  useImperativeHandle<RichEditorHandle | null, RichEditorHandle | null>(ref, () => editor && !editor.isDestroyed ? { focus: () => { if (!editor.isDestroyed) editor.commands.focus() }, insertBlock: (block) => { if (!editor.isDestroyed) insertBlockAfter(editor.view, block) } } : null, [editor])
  return editor
}

/** Shows a text that came from elsewhere: at once, or a moment later where it may be what was just typed. */
function useShown(editor: Editor | null, session: ReturnType<typeof makeSession>, value: string) {
  useLayoutEffect(() => {
    if (!editor) return undefined
    if (!session.isLate(editor, value)) return session.show(editor, value)
    const waiting = setTimeout(() => session.show(editor, value), LATE_MS)
    return () => clearTimeout(waiting)
  }, [session, editor, value])
}

/** Attributes of the text that change while it is written. */
function useOwnAttributes(editor: Editor | null, attributes: Record<string, string | undefined>) {
  useEffect(() => {
    if (!editor || editor.isDestroyed) return
    for (const [name, value] of Object.entries(attributes)) {
      if (value === undefined) editor.view.dom.removeAttribute(name)
      else editor.view.dom.setAttribute(name, value)
    }
  })
}
