import './Form.css'
import { useId } from 'react'
import type { ReactNode } from 'react'

type Props = {
  label: ReactNode
  checked: boolean
  onChange: (checked: boolean) => void
  /** Where it comes from: `commit 3f2a91c, 14:20`. */
  hint?: ReactNode
  disabled?: boolean
  /** A line of prose rather than a setting. */
  voice?: 'serif' | 'sans'
}

/** A line that is kept or left out. The whole line can be pressed. */
export function Checkbox({ label, checked, onChange, hint, disabled = false, voice = 'sans' }: Props) {
  const id = useId()
  return (
    <div className="checkbox" data-voice={voice}>
      <input type="checkbox" id={id} checked={checked} disabled={disabled} aria-describedby={hint ? `${id}-hint` : undefined} onChange={(event) => onChange(event.target.checked)} />
      <label htmlFor={id}>{label}</label>
      {hint && <p className="hint" id={`${id}-hint`}>{hint}</p>}
    </div>
  )
}
