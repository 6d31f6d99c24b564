import { continueLine, indentItems, outdentItems, toggleList } from './edit-lists.ts'
import { makeLink, toggleCode, toggleMark } from './edit-marks.ts'
import type { Edit, Selected } from './edits.ts'

/** What matters of a key press inside a text. `mod` is ⌘ or Ctrl. */
export type TextPress = { key: string, code: string, mod: boolean, shift: boolean, alt: boolean }
type TextCommand = 'send' | 'preview'

/** Chords that edit, by their letter. */
const CHORDS: Record<string, (selected: Selected) => Edit> = {
  b: (selected) => toggleMark(selected, '**'),
  i: (selected) => toggleMark(selected, '_'),
  e: toggleCode,
  k: makeLink,
}
/** Chords with shift, by the place of the key, because what ⇧8 types depends on the keyboard. */
const SHIFT_CHORDS: Record<string, (selected: Selected) => Edit> = {
  Digit7: (selected) => toggleList(selected, 'numbers'),
  Digit8: (selected) => toggleList(selected, 'bullets'),
}

/** Whether a press sends the text or shows how it will look; both work wherever focus is in the composer. */
export function commandOf({ key, code, mod, shift, alt }: TextPress): TextCommand | undefined {
  if (!mod || alt) return undefined
  if (key === 'Enter') return 'send'
  return shift && (key.toLowerCase() === 'p' || code === 'KeyP') ? 'preview' : undefined
}

/**
 * How a key edits the text.
 * @returns undefined where the key does what it does everywhere, such as Tab outside a list
 */
export function editOf(press: TextPress, selected: Selected): Edit | undefined {
  if (press.alt) return undefined
  if (press.mod) return press.shift ? SHIFT_CHORDS[press.code]?.(selected) : CHORDS[press.key.toLowerCase()]?.(selected)
  if (press.key === 'Tab') return press.shift ? outdentItems(selected) : indentItems(selected)
  return press.key === 'Enter' && !press.shift ? continueLine(selected) : undefined
}

/** What matters of a keyboard event, the browser's or React's. */
export const pressOf = (event: Pick<KeyboardEvent, 'key' | 'code' | 'metaKey' | 'ctrlKey' | 'shiftKey' | 'altKey'>): TextPress => ({
  key: event.key, code: event.code, mod: event.metaKey || event.ctrlKey, shift: event.shiftKey, alt: event.altKey,
})
