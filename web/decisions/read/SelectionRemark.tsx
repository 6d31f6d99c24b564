import type { RefObject } from 'react'
import { quoteIn } from '../../ui/passages.ts'
import type { Quote } from '../../ui/passages.ts'
import { selectedIn } from '../../ui/selection.ts'
import type { Selected } from '../../ui/selection.ts'
import { keepSelection, useSelection } from '../../ui/use-selection.ts'
import { t } from '../../ui/words.ts'

type Props = {
  /** The page in which passages can be selected. */
  page: RefObject<HTMLElement | null>
  /** The Markdown of a field. */
  sourceOf: (field: string) => string
  onRemark: (field: string, quote: Quote | undefined) => void
}

/** A small button beside what is selected, to remark on it. */
export function SelectionRemark({ page, sourceOf, onRemark }: Props) {
  const { selected, take } = useSelection(() => selectedInField(page.current))
  if (!selected) return null
  const press = () => take(({ field, words, before }) => onRemark(field, quoteIn(sourceOf(field), words, before)))
  return <button type="button" className="button selection-remark" data-look="quiet" style={{ top: selected.top, left: selected.left }} onPointerDown={keepSelection} onClick={press}>{t`Remark on this`}</button>
}

/** Unit: CSS pixels. */
const BUTTON_WIDTH = 150

/** What is selected inside one field of the page; undefined where nothing is, or over several fields. */
export function selectedInField(page: HTMLElement | null): Selected & { field: string } | undefined {
  const anchor = getSelection()?.anchorNode ?? null
  const place = (anchor instanceof Element ? anchor : anchor?.parentElement)?.closest<HTMLElement>('[data-field]') ?? null
  if (!place || !page?.contains(place)) return undefined
  const selected = selectedIn(place, BUTTON_WIDTH)
  return selected && { ...selected, field: place.dataset['field'] ?? '' }
}
