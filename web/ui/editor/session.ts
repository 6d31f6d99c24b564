import type { Editor } from '@tiptap/core'
import type { Slice } from '@tiptap/pm/model'
import { EditorState } from '@tiptap/pm/state'
import { readMarkdown } from './markdown/read.ts'
import { writeMarkdown, writerFor } from './markdown/write.ts'
import type { Writer } from './markdown/writer.ts'

/** The page may show a text a little after it was typed; so many of the last ones are known as the editor's own. */
const REMEMBERED = 50

/** Keeps an editor and the Markdown of its page the same: what is typed is told, what comes from elsewhere is read. */
export function makeSession() {
  let writer: Writer | undefined
  let shownIn: Editor | undefined
  let told: string[] = []
  return {
    /** True for a text that was typed here a moment ago and may only be on its way back. */
    isLate: (editor: Editor, markdown: string): boolean => editor === shownIn && markdown !== told.at(-1) && told.includes(markdown),
    /** Shows a text, unless it is the one that stands here. An editor that was taken down while the page was drawn is followed by another, which has it to show again. */
    show: (editor: Editor, markdown: string) => {
      if (editor.isDestroyed || (editor === shownIn && markdown === told.at(-1))) return
      const { doc, frame } = readMarkdown(markdown, editor.schema)
      writer = writerFor(frame)
      told = [markdown]
      shownIn = editor
      editor.view.updateState(EditorState.create({ doc, plugins: editor.state.plugins }))
    },
    /** The text after a change; undefined when it is the same as before. */
    changed: (editor: Editor): string | undefined => {
      const markdown = writer && writeMarkdown(editor.state.doc, writer)
      if (markdown === undefined || markdown === told.at(-1)) return undefined
      told = [...told.slice(-REMEMBERED), markdown]
      return markdown
    },
    /** What was selected, as Markdown for other programs. */
    copied: (slice: Slice, { schema }: Editor['state']): string => {
      const content = slice.content.firstChild?.isInline ? schema.node('paragraph', null, slice.content) : slice.content
      return writer ? writeMarkdown(schema.topNodeType.create(null, content), { ...writer, frame: { ...writer.frame, head: '', tail: '' } }) : ''
    },
  }
}
