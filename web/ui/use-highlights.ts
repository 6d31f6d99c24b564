import { useEffect } from 'react'
import type { RefObject } from 'react'
import { equalBefore, shownPlace } from './passages.ts'

/** Words of a text and where they stand in it now; null where they are gone. */
type Passage = { anchor: { quote: string, start: number | null }, resolvedAt: string | null }
/** The names under which the style sheets colour passages. */
type Mark = 'remarked' | 'wrong'

/**
 * Marks the passages that open remarks speak of, without touching the text. Where a browser cannot, the quotes in the
 * remarks say the same.
 * @param source the Markdown behind what is shown
 * @param mark what the passages are
 */
export function useHighlights(place: RefObject<HTMLElement | null>, source: string, remarks: readonly Passage[], mark: Mark = 'remarked') {
  const marked = JSON.stringify(remarks.flatMap(({ anchor: { quote, start }, resolvedAt }) => (quote === '' || start === null || resolvedAt !== null ? [] : [[quote, start]])))
  useEffect(() => {
    const root = place.current
    if (!root || marked === '[]' || !('highlights' in CSS)) return
    const passages = JSON.parse(marked) as [string, number][]
    const draw = () => {
      const ranges = passages.flatMap(([quote, start]) => rangeIn(root, quote, equalBefore(source, quote, start)) ?? [])
      const shared = highlight(mark)
      for (const range of drawn.splice(0)) shared.delete(range)
      for (const range of ranges) shared.add(range)
      drawn.push(...ranges)
    }
    const drawn: Range[] = []
    const watcher = new MutationObserver(draw)
    watcher.observe(root, { childList: true, subtree: true, characterData: true })
    draw()
    return () => {
      watcher.disconnect()
      for (const range of drawn) highlight(mark).delete(range)
    }
  }, [place, source, marked, mark])
}

function highlight(name: Mark): Highlight {
  const known = CSS.highlights.get(name)
  if (known) return known
  const made = new Highlight()
  CSS.highlights.set(name, made)
  return made
}

/** The place of a quote among the text nodes below an element. @param nth how many equal ones stand before it */
export function rangeIn(root: HTMLElement, quote: string, nth: number): Range | undefined {
  const place = shownPlace(root.textContent ?? '', quote, nth)
  if (!place) return undefined
  const range = document.createRange()
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  let at = 0
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = node.textContent?.length ?? 0
    if (place.start >= at && place.start < at + length) range.setStart(node, place.start - at)
    if (place.end > at && place.end <= at + length) {
      range.setEnd(node, place.end - at)
      return range
    }
    at += length
  }
  return undefined
}
