import type { RefObject } from 'react'
import { applyEdit, selectedIn } from './apply-edit.ts'
import { placeOf } from './caret-place.ts'
import { quoteIn } from './edit-quote.ts'
import { insertBlock, replace } from './edits.ts'

/** Where things stand in the text, for notes beside it. */
export type TextPlaces = {
  /** Top of the line of a position, from the top of the text. Unit: CSS px. */
  topOf: (at: number) => number
  /** Selects a stretch and brings it into sight. */
  select: (start: number, end: number) => void
  /** Puts other words in the place of a stretch, as if typed. */
  replace: (start: number, end: number, words: string) => void
}

export type ComposerHandle = TextPlaces & {
  focus: () => void
  /** Puts a quote with its author and place after the line of the cursor. @param link `/231#reply-7` */
  insertQuote: (text: string, author: string, link: string) => void
  /** Puts a block between paragraphs, such as a picture that was uploaded: `![plan](/files/…)`. */
  insertBlock: (block: string) => void
}

/** @param showText leaves the preview, where the text cannot be edited */
export function makeHandle(area: RefObject<HTMLTextAreaElement | null>, showText: () => void): ComposerHandle {
  /** The text comes into sight first; a folded or hidden text area takes no focus. */
  const withText = (then: (element: HTMLTextAreaElement) => void) => {
    showText()
    const folded = area.current?.closest('details')
    if (folded) folded.open = true
    if (area.current && !area.current.hidden) then(area.current)
    else requestAnimationFrame(() => { if (area.current) then(area.current) })
  }
  return {
    topOf: (at) => (area.current ? placeOf(area.current, at).top : 0),
    focus: () => withText((element) => element.focus()),
    select: (start, end) => withText((element) => {
      element.focus({ preventScroll: true })
      element.setSelectionRange(start, end)
      element.scrollIntoView({ block: 'nearest' })
    }),
    replace: (start, end, words) => withText((element) => applyEdit(element, replace(start, end, words))),
    insertQuote: (text, author, link) => withText((element) => applyEdit(element, quoteIn(selectedIn(element), text, author, link))),
    insertBlock: (block) => withText((element) => {
      const { value, end } = selectedIn(element)
      applyEdit(element, insertBlock({ value, start: end, end }, block))
    }),
  }
}
