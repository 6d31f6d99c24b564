import { useRef } from 'react'
import type { ClipboardEvent, KeyboardEvent, RefObject } from 'react'
import { applyEdit, selectedIn } from './apply-edit.ts'
import type { CompletionSource } from './completion.ts'
import { pasteIn } from './edit-paste.ts'
import type { Edit, Selected } from './edits.ts'
import { editOf, pressOf } from './keys.ts'
import { filesIn, readClipboard } from './read-clipboard.ts'
import { useCompletion } from './use-completion.ts'

type Asked = {
  sources: readonly CompletionSource[]
  onFiles?: ((files: readonly File[]) => void) | undefined
}

/** What happens inside the text area: keys, pasting and completing, all as edits that the browser's undo takes back. */
export function useWriting(area: RefObject<HTMLTextAreaElement | null>, { sources, onFiles }: Asked) {
  const completion = useCompletion(area, sources)
  /** Set while ⇧ is held for a paste as plain text, and by Escape, after which Tab leaves the text also inside a list. */
  const plainPaste = useRef(false)
  const leaving = useRef(false)

  const edit = (change: (selected: Selected) => Edit | undefined) => {
    const done = area.current && change(selectedIn(area.current))
    if (area.current && done) applyEdit(area.current, done)
    return Boolean(done)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing || event.isDefaultPrevented() || completion.hear(event)) return
    const press = pressOf(event)
    plainPaste.current = press.mod && press.shift && event.key.toLowerCase() === 'v'
    const leaves = leaving.current && event.key === 'Tab'
    leaving.current = event.key === 'Escape'
    if (leaves) return
    if (edit((selected) => editOf(press, selected))) event.preventDefault()
  }
  const onPaste = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const files = filesIn(event.clipboardData)
    const plain = plainPaste.current
    plainPaste.current = false
    if (files.length > 0 && onFiles) {
      event.preventDefault()
      onFiles(files)
    } else if (!plain && edit((selected) => pasteIn(selected, readClipboard(event.clipboardData)))) event.preventDefault()
  }
  return { completion, edit, onKeyDown, onPaste }
}
