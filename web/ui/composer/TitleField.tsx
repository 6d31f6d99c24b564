import '../Form.css'
import './composer.css'
import { useId, useLayoutEffect, useRef } from 'react'
import { fitToText } from '../fit-to-text.ts'

type Props = {
  label: string
  value: string
  onChange: (value: string) => void
  placeholder?: string | undefined
  error?: string | undefined
  /** Enter goes on to the text; a title has one line of meaning, however long it runs. */
  onEnter?: () => void
  autoFocus?: boolean
}

/** The title of a text, written as large as it will be read. */
export function TitleField({ label, value, onChange, placeholder, error, onEnter, autoFocus = false }: Props) {
  const id = useId()
  const area = useRef<HTMLTextAreaElement>(null)
  useLayoutEffect(() => { if (area.current) fitToText(area.current) }, [value])
  useLayoutEffect(() => { if (autoFocus) area.current?.focus() }, [autoFocus])
  return (
    <div className="title-field">
      <label className="unseen" htmlFor={id}>{label}</label>
      <textarea
        ref={area} id={id} rows={1} value={value} placeholder={placeholder} aria-invalid={error ? true : undefined} aria-describedby={error ? `${id}-error` : undefined}
        onChange={(event) => onChange(event.target.value.replace(/\s*\n\s*/g, ' '))}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.metaKey || event.ctrlKey || event.nativeEvent.isComposing) return
          event.preventDefault()
          onEnter?.()
        }}
      />
      <p className="field-error" id={`${id}-error`} aria-live="polite">{error}</p>
    </div>
  )
}
