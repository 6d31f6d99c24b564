import type { Edit, Selected } from './edits.ts'

/** The text and selection of a text area. */
export const selectedIn = (area: HTMLTextAreaElement): Selected => ({ value: area.value, start: area.selectionStart, end: area.selectionEnd })

/**
 * Carries an edit out as if it had been typed, so that the browser's own undo takes it back and everybody who listens
 * for input hears it. `insertText` is the only way that does both; where a browser refuses it, the text is still right.
 */
export function applyEdit(area: HTMLTextAreaElement, { from, to, insert, start, end }: Edit) {
  const before = area.value
  const wanted = before.slice(0, from) + insert + before.slice(to)
  area.focus({ preventScroll: true })
  if (wanted !== before) {
    area.setSelectionRange(from, to)
    if (insert === '') document.execCommand('delete')
    else document.execCommand('insertText', false, insert)
    if (area.value !== wanted) {
      area.setRangeText(wanted, 0, area.value.length, 'end')
      area.dispatchEvent(new InputEvent('input', { bubbles: true }))
    }
  }
  area.setSelectionRange(start, end)
}
