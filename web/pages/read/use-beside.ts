import { useLayoutEffect } from 'react'
import type { RefObject } from 'react'
import { equalBefore } from '../../ui/passages.ts'
import { rangeIn } from '../../ui/use-highlights.ts'
import { spread } from './outline.ts'

/** Between two notes. Unit: CSS pixels. */
const GAP = 16

type Placed = { text: RefObject<HTMLElement | null>, margin: RefObject<HTMLElement | null>, source: string, /** There is room for a margin. */ wide: boolean, /** Changes with the notes. */ of: string }

/** Puts each note of the margin beside the passage that it speaks of, as far as those above leave room. */
export function useBeside({ text, margin, source, wide, of }: Placed) {
  useLayoutEffect(() => {
    const [root, rail] = [text.current, margin.current]
    if (!root || !rail) return
    const notes = [...rail.querySelectorAll<HTMLElement>(':scope > [data-note]')]
    if (!wide) return free(rail, notes)
    const place = () => {
      const from = rail.getBoundingClientRect().top
      const tops = spread(notes.map((note) => ({ wanted: Math.max(0, (topOf(root, source, note) ?? 0) - from), height: note.offsetHeight })), GAP)
      notes.forEach((note, at) => { note.style.top = `${tops[at] ?? 0}px` })
      const last = notes.at(-1)
      rail.style.minHeight = last ? `${(tops.at(-1) ?? 0) + last.offsetHeight}px` : ''
    }
    const sizes = new ResizeObserver(place)
    for (const element of [root, ...notes]) sizes.observe(element)
    const watcher = new MutationObserver(place)
    watcher.observe(root, { childList: true, subtree: true })
    place()
    return () => {
      sizes.disconnect()
      watcher.disconnect()
    }
  }, [text, margin, source, wide, of])
}

function free(rail: HTMLElement, notes: readonly HTMLElement[]) {
  rail.style.minHeight = ''
  for (const note of notes) note.style.top = ''
}

function topOf(root: HTMLElement, source: string, { dataset: { quote = '', start = '' } }: HTMLElement): number | undefined {
  return start === '' ? undefined : passageIn(root, source, quote, Number(start))?.getBoundingClientRect().top
}

/** Where a passage of the Markdown stands on the page. */
const passageIn = (root: HTMLElement, source: string, quote: string, start: number): Range | undefined => rangeIn(root, quote, equalBefore(source, quote, start))

/** Brings a passage into sight and selects it. */
export function showPassage(root: HTMLElement | null, source: string, quote: string, start: number) {
  const range = root ? passageIn(root, source, quote, start) : undefined
  if (!range) return
  getSelection()?.removeAllRanges()
  getSelection()?.addRange(range)
  range.startContainer.parentElement?.scrollIntoView({ block: 'center' })
}
