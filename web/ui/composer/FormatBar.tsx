import { useRef } from 'react'
import { useKeysInside } from '../use-keys-inside.ts'
import { toggleList } from './edit-lists.ts'
import { toggleQuote } from './edit-lines.ts'
import { makeLink, toggleCode, toggleMark } from './edit-marks.ts'
import type { Edit, Selected } from './edits.ts'
import { t } from '../words.ts'

type Tool = { name: string, look?: string, keys?: string, edit: (selected: Selected) => Edit }

const TOOLS: readonly Tool[] = [
  { name: t`Bold`, look: 'bold', keys: 'Meta+B Control+B', edit: (selected) => toggleMark(selected, '**') },
  { name: t`Italic`, look: 'italic', keys: 'Meta+I Control+I', edit: (selected) => toggleMark(selected, '_') },
  { name: t`Code`, look: 'code', keys: 'Meta+E Control+E', edit: toggleCode },
  { name: t`Link`, keys: 'Meta+K Control+K', edit: makeLink },
  { name: t`List`, keys: 'Meta+Shift+8 Control+Shift+8', edit: (selected) => toggleList(selected, 'bullets') },
  { name: t`Numbers`, keys: 'Meta+Shift+7 Control+Shift+7', edit: (selected) => toggleList(selected, 'numbers') },
  { name: t`Quote¦mark`, edit: toggleQuote },
]

type Props = {
  /** Id of the text area that it edits. */
  controls: string
  disabled: boolean
  onEdit: (edit: (selected: Selected) => Edit) => void
}

/** The marks as words, for fingers and for whoever has not learnt the keys. One stop of Tab; arrow keys move inside. */
export function FormatBar({ controls, disabled, onEdit }: Props) {
  const bar = useRef<HTMLDivElement>(null)
  useKeysInside(bar, (event) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (step === 0) return
    event.preventDefault()
    const buttons = [...bar.current?.querySelectorAll('button') ?? []]
    const here = buttons.indexOf(document.activeElement as HTMLButtonElement)
    const next = buttons[(here + step + buttons.length) % buttons.length]
    for (const button of buttons) button.tabIndex = button === next ? 0 : -1
    next?.focus()
  })
  return (
    <div className="format-bar" ref={bar} role="toolbar" aria-label={t`Marks`} aria-controls={controls}>
      {TOOLS.map(({ name, look, keys, edit }, index) => (
        <button
          key={name} type="button" data-tool={look} tabIndex={index === 0 ? 0 : -1} aria-keyshortcuts={keys} disabled={disabled}
          onMouseDown={(event) => event.preventDefault()} onClick={() => onEdit(edit)}
        >
          {name}
        </button>
      ))}
    </div>
  )
}
