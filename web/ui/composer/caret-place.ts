/** What decides where a letter of a text area stands. */
const COPIED = ['boxSizing', 'width', 'paddingTop', 'paddingRight', 'paddingBottom', 'paddingLeft', 'borderTopWidth', 'borderRightWidth', 'borderBottomWidth', 'borderLeftWidth', 'borderStyle', 'fontFamily', 'fontSize', 'fontWeight', 'fontStyle', 'fontVariationSettings', 'letterSpacing', 'lineHeight', 'tabSize', 'textAlign', 'textIndent', 'wordSpacing', 'overflowWrap', 'direction'] as const

/** A place inside a text area, in CSS pixels from its upper left corner. */
export type Place = { top: number, left: number, line: number }

/** Where a list hangs: below its word, or above it where the window ends. Unit: CSS px from the corner of what holds the text area. */
export type Hang = { left: number, edge: number, side: 'below' | 'above' }

/** A list needs about this much to be read. Unit: CSS px. */
const LIST_HEIGHT = 240

/** Hangs a list at a position of a text, inside the part of the window that a phone's keyboard leaves free. */
export function hangAt(area: HTMLTextAreaElement, at: number): Hang {
  const { top, left, line } = placeOf(area, at)
  const above = area.getBoundingClientRect().top + top
  const below = (visualViewport?.height ?? innerHeight) - above - line
  if (below < LIST_HEIGHT && above > below) return { left, edge: (area.offsetParent?.clientHeight ?? 0) - area.offsetTop - top, side: 'above' }
  return { left, edge: area.offsetTop + top + line, side: 'below' }
}

/**
 * Where a position of a text stands on the screen: its text is set once more, out of sight, and the letter there is looked up.
 * @returns the top of the letter's line and the line's height
 */
export function placeOf(area: HTMLTextAreaElement, at: number): Place {
  const style = getComputedStyle(area)
  const copy = document.createElement('div')
  for (const name of COPIED) copy.style[name] = style[name]
  Object.assign(copy.style, { position: 'absolute', visibility: 'hidden', whiteSpace: 'pre-wrap', top: '0', left: '0', height: 'auto' })
  const letter = document.createElement('span')
  letter.textContent = area.value.slice(at) || '.'
  copy.append(area.value.slice(0, at), letter)
  document.body.append(copy)
  const place = { top: letter.offsetTop - area.scrollTop, left: letter.offsetLeft, line: Number.parseFloat(style.lineHeight) }
  copy.remove()
  return place
}
