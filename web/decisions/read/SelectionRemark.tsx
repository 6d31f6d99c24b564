import { useCallback, useEffect, useState } from 'react'
import type { RefObject } from 'react'
import { quoteIn } from '../../ui/passages.ts'
import type { Quote } from '../../ui/passages.ts'
import { t } from '../../ui/words.ts'

type Selected = { field: string, words: string, before: string, top: number, left: number }
type Props = {
  /** The page in which passages can be selected. */
  page: RefObject<HTMLElement | null>
  /** The Markdown of a field. */
  sourceOf: (field: string) => string
  onRemark: (field: string, quote: Quote | undefined) => void
}

/** A small button beside what is selected, to remark on it. */
export function SelectionRemark({ page, sourceOf, onRemark }: Props) {
  const [selected, setSelected] = useState<Selected>()
  const look = useCallback(() => setSelected(selectedIn(page.current)), [page])
  useEffect(() => {
    document.addEventListener('selectionchange', look)
    addEventListener('scroll', look, { passive: true })
    return () => {
      document.removeEventListener('selectionchange', look)
      removeEventListener('scroll', look)
    }
  }, [look])
  if (!selected) return null
  const { field, words, before, top, left } = selected
  const press = () => {
    setSelected(undefined)
    getSelection()?.removeAllRanges()
    onRemark(field, quoteIn(sourceOf(field), words, before))
  }
  return <button type="button" className="button selection-remark" data-look="quiet" style={{ top, left }} onPointerDown={(event) => event.preventDefault()} onClick={press}>{t`Remark on this`}</button>
}

/** Below the selection, inside the window. Unit: CSS pixels. */
const GAP = 6
const BUTTON_WIDTH = 150

/** What is selected inside one field of the page; undefined where nothing is, or over several fields. */
export function selectedIn(page: HTMLElement | null): Selected | undefined {
  const selection = getSelection()
  if (!page || !selection || selection.isCollapsed || selection.rangeCount === 0) return undefined
  const range = selection.getRangeAt(0)
  const place = fieldOf(range.startContainer)
  if (!place || place !== fieldOf(range.endContainer) || !page.contains(place)) return undefined
  const words = selection.toString()
  if (words.trim() === '') return undefined
  const above = document.createRange()
  above.setStart(place, 0)
  above.setEnd(range.startContainer, range.startOffset)
  const box = range.getBoundingClientRect()
  return { field: place.dataset['field'] ?? '', words, before: above.toString(), top: box.bottom + GAP, left: Math.max(GAP, Math.min(box.left, innerWidth - BUTTON_WIDTH)) }
}

const fieldOf = (node: Node): HTMLElement | null => (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>('[data-field]') ?? null
