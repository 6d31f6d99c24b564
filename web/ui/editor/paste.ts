import { Fragment, Slice } from '@tiptap/pm/model'
import { Selection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { rowsOfSheet, tableOf } from '../composer/edit-tables.ts'
import { filesIn, readClipboard } from '../composer/read-clipboard.ts'
import { readMarkdown } from './markdown/read.ts'

const URL_ALONE = /^(?:https?:\/\/|mailto:)\S+$/i

/**
 * Takes what was pasted: files are handed on, an address over words makes a link, rows of a sheet a table, and words of a
 * page or Markdown what they mean.
 * @returns false where the editor pastes by itself: inside code, and what was copied from an editor
 */
export function takePaste(view: EditorView, event: ClipboardEvent, onFiles: ((files: readonly File[]) => void) | undefined): boolean {
  const data = event.clipboardData
  if (!data) return false
  const files = filesIn(data)
  if (files.length > 0 && onFiles) {
    onFiles(files)
    return true
  }
  const { $from, empty, from, to } = view.state.selection
  if ($from.parent.type.spec.code || data.getData('text/html').includes('data-pm-slice')) return false
  const { text, rows, markdown } = readClipboard(data)
  if (!empty && URL_ALONE.test(text.trim())) {
    view.dispatch(view.state.tr.addMark(from, to, view.state.schema.mark('link', { href: text.trim() })))
    return true
  }
  const sheet = rows ?? rowsOfSheet(text)
  return insertMarkdown(view, (sheet && tableOf(sheet)) ?? markdown ?? text)
}

/** Puts Markdown in the place of the selection: words into the words around it, blocks between the blocks. The cursor stands behind. */
function insertMarkdown(view: EditorView, markdown: string): boolean {
  const text = markdown.replaceAll(/\r\n?/g, '\n').replace(/\n+$/, '')
  const { doc } = readMarkdown(text, view.state.schema)
  const { from, to } = view.state.selection
  const change = view.state.tr.replaceRange(from, to, sliceOf(doc.content, text))
  change.setSelection(Selection.near(change.doc.resolve(change.mapping.map(to)), -1))
  view.dispatch(change.scrollIntoView().setMeta('paste', true).setMeta('uiEvent', 'paste'))
  return true
}

/** A single paragraph joins the words around it, with the blanks at its edges. */
function sliceOf(content: Fragment, text: string): Slice {
  const only = content.childCount === 1 && content.firstChild?.type.name === 'paragraph' ? content.firstChild : undefined
  if (!only) return new Slice(content, 0, 0)
  const { schema } = only.type
  const blanks = [/^[ \t]+/, /[ \t]+$/].map((edge) => { const found = edge.exec(text)?.[0]; return found && text.trim() !== '' ? [schema.text(found)] : [] })
  return new Slice(Fragment.from(only.copy(Fragment.from([...blanks[0] ?? [], ...only.children, ...blanks[1] ?? []]))), 1, 1)
}

/** Puts blocks behind the block of the cursor, or in its place while it is empty. */
export function insertBlockAfter(view: EditorView, markdown: string): void {
  const { doc } = readMarkdown(markdown, view.state.schema)
  const { $to } = view.state.selection
  const block = $to.depth > 0 ? $to.node(1) : undefined
  const after = $to.depth > 0 ? $to.after(1) : view.state.doc.content.size
  const from = block?.type.name === 'paragraph' && block.content.size === 0 ? $to.before(1) : after
  view.dispatch(view.state.tr.replaceWith(from, after, doc.content).scrollIntoView())
}
