import type { Editor } from '@tiptap/core'
import { EditorState } from '@tiptap/pm/state'
import { useLayoutEffect, useRef } from 'react'
import { readMarkdown } from './markdown/read.ts'
import { writeMarkdown, writerFor } from './markdown/write.ts'
import type { Writer } from './markdown/write.ts'

/** The page may show a text a little after it was typed; so many of the last ones are known as the editor's own. */
const REMEMBERED = 50

/** Keeps the editor and the Markdown of its page the same: what is typed is told, what comes from elsewhere is read. */
export function useMarkdown(value: string, onChange: (markdown: string) => void) {
  const writer = useRef<Writer>(undefined)
  const told = useRef<string[]>([])
  const read = (editor: Editor, markdown: string) => {
    const { doc, frame } = readMarkdown(markdown, editor.schema)
    writer.current = writerFor(frame)
    told.current = [markdown]
    editor.view.updateState(EditorState.create({ doc, plugins: editor.state.plugins }))
  }
  const changed = (editor: Editor) => {
    if (!writer.current) return
    const markdown = writeMarkdown(editor.state.doc, writer.current)
    if (markdown === told.current.at(-1)) return
    told.current = [...told.current.slice(-REMEMBERED), markdown]
    onChange(markdown)
  }
  const useValue = (editor: Editor) => useLayoutEffect(() => {
    if (!told.current.includes(value)) read(editor, value)
  }, [editor, value])
  return { changed, useValue, textOf: (doc: Editor['state']['doc']) => (writer.current ? writeMarkdown(doc, { ...writer.current, frame: { ...writer.current.frame, head: '', tail: '' } }) : doc.textContent) }
}
