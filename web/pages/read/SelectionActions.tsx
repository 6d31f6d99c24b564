import { useCallback, useEffect, useState } from 'react'
import type { RefObject } from 'react'
import { selectedIn } from './selection.ts'
import type { Selected } from './selection.ts'
import { t } from '../../ui/words.ts'

type Props = { text: RefObject<HTMLElement | null>, onRemark: (selected: Selected) => void, onWrong: (selected: Selected) => void }

/** Beside what is selected: to remark on it, or to say that it is wrong. */
export function SelectionActions({ text, onRemark, onWrong }: Props) {
  const [selected, setSelected] = useState<Selected>()
  const look = useCallback(() => setSelected(selectedIn(text.current)), [text])
  useEffect(() => {
    document.addEventListener('selectionchange', look)
    addEventListener('scroll', look, { passive: true })
    return () => {
      document.removeEventListener('selectionchange', look)
      removeEventListener('scroll', look)
    }
  }, [look])
  if (!selected) return null
  const press = (does: (chosen: Selected) => void) => () => {
    setSelected(undefined)
    getSelection()?.removeAllRanges()
    does(selected)
  }
  const stay = (event: { preventDefault: () => void }) => event.preventDefault()
  return (
    <div className="selection-actions no-print" style={{ top: selected.top, left: selected.left }}>
      <button type="button" className="button" data-look="quiet" onPointerDown={stay} onClick={press(onRemark)}>{t`Remark on this`}</button>
      <button type="button" className="button" data-look="quiet" onPointerDown={stay} onClick={press(onWrong)}>{t`This is wrong`}</button>
    </div>
  )
}
