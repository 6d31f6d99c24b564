import { useId, useState } from 'react'
import { LinkAction } from '../LinkAction.tsx'
import { t } from '../words.ts'

type Props = {
  /** `Address`, `Source of this piece`. */
  label: string
  value: string
  /** What the button says: `Set the link`. */
  does: string
  onTake: (value: string) => void
  onLeave: () => void
  /** Takes it away altogether: `Take the link away`. */
  remove?: { does: string, onRemove: () => void } | undefined
}

/** One line below the bar: where a link leads, or the source of a piece. Enter takes it, Escape goes back to the text. */
export function PieceField({ label, value, does, onTake, onLeave, remove }: Props) {
  const id = useId()
  const [text, setText] = useState(value)
  return (
    <form
      className="piece-field"
      onSubmit={(event) => {
        event.preventDefault()
        onTake(text.trim())
      }}
    >
      <label htmlFor={id}>{label}</label>
      <input
        id={id} className="input" value={text} ref={takeFocus} autoComplete="off" spellCheck={false} onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          event.stopPropagation()
          onLeave()
        }}
      />
      <span className="piece-actions">
        <LinkAction strong onClick={() => onTake(text.trim())}>{does}</LinkAction>
        {remove && <LinkAction onClick={remove.onRemove}>{remove.does}</LinkAction>}
        <LinkAction onClick={onLeave}>{t`Back to the text`}</LinkAction>
      </span>
    </form>
  )
}

function takeFocus(element: HTMLInputElement | null) {
  element?.focus({ preventScroll: true })
  element?.select()
}
