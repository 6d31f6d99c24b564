import { useEffect, useState } from 'react'
import type { RefObject } from 'react'
import { outlineOf } from './outline.ts'
import type { OutlineLine } from './outline.ts'

const HEADINGS = ':is(h2, h3, h4, h5, h6)'
/** A heading that is so near the top is the one that is read. Unit: CSS pixels. */
const READ_FROM = 140

/**
 * The outline of a text as it was drawn, and which part is being read. Headings get addresses, blocks get focus by `j` and
 * `k`; an address with `#part` leads there once the text has been drawn.
 */
export function useOutline(place: RefObject<HTMLElement | null>): { lines: readonly OutlineLine[], here: string | undefined } {
  const [lines, setLines] = useState<readonly OutlineLine[]>([])
  const [here, setHere] = useState<string>()
  useEffect(() => {
    const root = place.current
    if (!root) return
    let arrived = location.hash === ''
    const look = () => {
      const headings = headingsIn(root)
      const found = outlineOf(headings.map((heading) => ({ level: Number(heading.tagName.slice(1)), text: heading.textContent ?? '' })))
      headings.forEach((heading, at) => { heading.id = found[at]?.id ?? '' })
      for (const block of blocksIn(root)) focusable(block)
      setLines((was) => (JSON.stringify(was) === JSON.stringify(found) ? was : found))
      const target = arrived ? null : document.getElementById(decodeURIComponent(location.hash.slice(1)))
      if (target && root.contains(target)) {
        arrived = true
        target.scrollIntoView()
      }
    }
    const watcher = new MutationObserver(look)
    watcher.observe(root, { childList: true, subtree: true })
    look()
    const follow = () => setHere(headingsIn(root).findLast((heading) => heading.getBoundingClientRect().top < READ_FROM)?.id)
    addEventListener('scroll', follow, { passive: true })
    return () => {
      watcher.disconnect()
      removeEventListener('scroll', follow)
    }
  }, [place])
  return { lines, here }
}

const headingsIn = (root: HTMLElement): HTMLElement[] => [...root.querySelectorAll<HTMLElement>(`.markdown > ${HEADINGS}`)]

/** What a remark can be about as a whole: paragraphs, headings, lines of lists, tables, code. */
const blocksIn = (root: HTMLElement): HTMLElement[] => [...root.querySelectorAll<HTMLElement>('.markdown > :not(ul, ol, hr, section), .markdown > :is(ul, ol) > li')]

function focusable(block: HTMLElement) {
  if (block.dataset['item'] !== undefined) return
  block.dataset['item'] = ''
  if (!block.hasAttribute('tabindex')) block.tabIndex = -1
}
