import './Form.css'
import { useId, useLayoutEffect, useRef } from 'react'
import type { KeyboardEvent, ReactNode } from 'react'
import { describedBy, FieldFrame } from './Field.tsx'
import { fitToText } from './fit-to-text.ts'

type Props = {
  label: string
  value: string
  onChange: (value: string) => void
  hint?: ReactNode
  error?: string | undefined
  /** ⌘↵ or Ctrl+↵ inside the text. */
  onSubmit?: () => void
  placeholder?: string
  /** Lines it is tall while empty; it grows with the text. */
  rows?: number
  /** Text that others will read is set in serif. */
  voice?: 'serif' | 'sans'
  name?: string
  required?: boolean
}

/** Text that grows with what is written; never a scroll bar inside a scroll bar. */
export function TextArea({ label, value, onChange, hint, error, onSubmit, rows = 3, voice = 'serif', ...rest }: Props) {
  const id = useId()
  const area = useRef<HTMLTextAreaElement>(null)
  useLayoutEffect(() => {
    if (area.current) fitToText(area.current)
  }, [value])
  const submitOnEnter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey)) return
    event.preventDefault()
    onSubmit?.()
  }
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error}>
      <textarea
        {...rest} ref={area} id={id} className="input" data-voice={voice} rows={rows} value={value}
        aria-invalid={error ? true : undefined} aria-describedby={describedBy(id, hint, error)}
        aria-keyshortcuts={onSubmit ? 'Meta+Enter Control+Enter' : undefined}
        onChange={(event) => onChange(event.target.value)} onKeyDown={submitOnEnter}
      />
    </FieldFrame>
  )
}
