import './Form.css'
import { useId } from 'react'
import type { ComponentProps, ReactNode } from 'react'

type Props = Omit<ComponentProps<'input'>, 'className' | 'id' | 'onChange' | 'children'> & {
  label: string
  /** One line under the label: what belongs here, or why it is asked. */
  hint?: ReactNode
  /** What is wrong and how to mend it; empty while nothing is. */
  error?: string | undefined
  onChange?: (value: string) => void
}

/** One line of text with its label, hint and error tied to it. */
export function Field({ label, hint, error, onChange, ...input }: Props) {
  const id = useId()
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error} required={input.required}>
      <input {...input} id={id} className="input" aria-invalid={error ? true : undefined} aria-describedby={describedBy(id, hint, error)} onChange={(event) => onChange?.(event.target.value)} />
    </FieldFrame>
  )
}

type FrameProps = {
  id: string
  label: string
  hint?: ReactNode
  error?: string | undefined
  required?: boolean | undefined
  children: ReactNode
}

/** Label above, control, then the error; the same for every control. Ids follow `describedBy`. */
export function FieldFrame({ id, label, hint, error, children }: FrameProps) {
  return (
    <div className="field">
      <label className="field-label" htmlFor={id} id={`${id}-label`}>{label}</label>
      {hint && <p className="hint" id={`${id}-hint`}>{hint}</p>}
      {children}
      <p className="field-error" id={`${id}-error`} aria-live="polite">{error}</p>
    </div>
  )
}

/** The ids of hint and error that describe the control with this id. */
export function describedBy(id: string, hint: ReactNode, error: string | undefined): string | undefined {
  return [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined
}
