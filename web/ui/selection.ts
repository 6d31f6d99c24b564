export type Selected = { words: string, /** Everything of the text above it. */ before: string, /** Where a button can stand. */ top: number, left: number }

/** Below what is selected, inside the window. Unit: CSS pixels. */
const GAP = 6

/**
 * What is selected inside a text; undefined where nothing is, or beyond its edges.
 * @param width of what will stand beside it, so that it stays inside the window. Unit: CSS pixels
 */
export function selectedIn(root: HTMLElement | null, width: number): Selected | undefined {
  const selection = getSelection()
  if (!root || !selection || selection.isCollapsed || selection.rangeCount === 0) return undefined
  const range = selection.getRangeAt(0)
  if (!root.contains(range.startContainer) || !root.contains(range.endContainer)) return undefined
  const words = selection.toString()
  if (words.trim() === '') return undefined
  const box = range.getBoundingClientRect()
  return { words, before: textBefore(root, range.startContainer, range.startOffset), top: box.bottom + GAP, left: Math.max(GAP, Math.min(box.left, innerWidth - width)) }
}

/** The paragraph, or line of a list, that has focus: the way by keyboard. */
export function focusedIn(root: HTMLElement | null): Selected | undefined {
  const block = document.activeElement?.closest<HTMLElement>('[data-item]')
  if (!root || !block || !root.contains(block)) return undefined
  const { bottom, left } = block.getBoundingClientRect()
  return { words: block.textContent ?? '', before: textBefore(root, block, 0), top: bottom + GAP, left }
}

function textBefore(root: HTMLElement, node: Node, offset: number): string {
  const above = document.createRange()
  above.setStart(root, 0)
  above.setEnd(node, offset)
  return above.toString()
}
