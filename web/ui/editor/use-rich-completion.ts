import type { Editor } from '@tiptap/core'
import { complete, tokenAt } from '../composer/completion.ts'
import type { CompletionSource, Suggestion } from '../composer/completion.ts'
import type { Hang } from '../composer/caret-place.ts'
import { useSuggestions } from '../composer/use-suggestions.ts'
import type { Written } from '../composer/use-suggestions.ts'

/** A list needs about this much to be read. Unit: CSS px. */
const LIST_HEIGHT = 240
/** Stands for a kept piece, which is no part of a name. */
const PIECE = '\uFFFC'

/** Suggestions at the cursor of the rich text, with the same keys and the same list as in the composer. */
export function useRichCompletion(sources: readonly CompletionSource[]) {
  const { id, open, look, hear, close, take, point } = useSuggestions(sources)
  return {
    id, open, close, point,
    look: (editor: Editor) => look(writtenIn(editor)),
    hear: (editor: Editor, event: KeyboardEvent) => hear(writtenIn(editor), event),
    take: (editor: Editor, suggestion: Suggestion) => take(writtenIn(editor), suggestion),
  }
}

const writtenIn = (editor: Editor): Written => ({
  word: () => {
    const before = editor.isDestroyed ? undefined : wordsBefore(editor)
    const token = before === undefined ? undefined : tokenAt(before, before.length)
    return before === undefined || !token ? undefined : { token, place: String(placeOf(editor, token.from)) }
  },
  hang: (token) => hangAt(editor, placeOf(editor, token.from)),
  put: (token, suggestion) => {
    const before = wordsBefore(editor)
    if (before === undefined) return
    const { from } = editor.state.selection
    const { insert, to } = complete(before + wordsBehind(editor), token, before.length, suggestion)
    editor.chain().focus().insertContentAt({ from: placeOf(editor, token.from), to: from + (to - before.length) }, { type: 'text', text: insert }).run()
  },
})

/** The words of the paragraph before the cursor; undefined in code and while more than a cursor is selected. */
function wordsBefore({ state: { selection, storedMarks } }: Editor): string | undefined {
  const { $from, empty } = selection
  const marks = storedMarks ?? $from.marks()
  if (!empty || !$from.parent.isTextblock || $from.parent.type.spec.code || marks.some(({ type }) => type.name === 'code')) return undefined
  return $from.parent.textBetween(0, $from.parentOffset, PIECE, PIECE)
}

const wordsBehind = ({ state: { selection: { $from } } }: Editor): string => $from.parent.textBetween($from.parentOffset, $from.parent.content.size, PIECE, PIECE)

/** Where in the document a place of the paragraph's words is. */
const placeOf = (editor: Editor, at: number): number => editor.state.selection.from - (wordsBefore(editor)?.length ?? 0) + at

function hangAt(editor: Editor, at: number): Hang {
  const { left, top, bottom } = editor.view.coordsAtPos(at)
  const holder = editor.view.dom.parentElement?.getBoundingClientRect() ?? editor.view.dom.getBoundingClientRect()
  const below = (visualViewport?.height ?? innerHeight) - bottom
  if (below < LIST_HEIGHT && top > below) return { left: left - holder.left, edge: holder.bottom - top, side: 'above' }
  return { left: left - holder.left, edge: bottom - holder.top, side: 'below' }
}
