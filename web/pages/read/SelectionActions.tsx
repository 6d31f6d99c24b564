import type { RefObject } from 'react'
import { selectedIn } from '../../ui/selection.ts'
import type { Selected } from '../../ui/selection.ts'
import { keepSelection, useSelection } from '../../ui/use-selection.ts'
import { t } from '../../ui/words.ts'

/** Both buttons. Unit: CSS pixels. */
export const BUTTONS_WIDTH = 240

type Props = { text: RefObject<HTMLElement | null>, onRemark: (selected: Selected) => void, onWrong: (selected: Selected) => void }

/** Beside what is selected: to remark on it, or to say that it is wrong. */
export function SelectionActions({ text, onRemark, onWrong }: Props) {
  const { selected, take } = useSelection(() => selectedIn(text.current, BUTTONS_WIDTH))
  if (!selected) return null
  return (
    <div className="selection-actions no-print" style={{ top: selected.top, left: selected.left }}>
      <button type="button" className="button" data-look="quiet" onPointerDown={keepSelection} onClick={() => take(onRemark)}>{t`Remark on this`}</button>
      <button type="button" className="button" data-look="quiet" onPointerDown={keepSelection} onClick={() => take(onWrong)}>{t`This is wrong`}</button>
    </div>
  )
}
