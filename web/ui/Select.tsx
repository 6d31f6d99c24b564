import './Form.css'
import { Select as Base } from '@base-ui/react/select'
import { useId } from 'react'
import type { ReactNode } from 'react'
import { describedBy } from './Field.tsx'
import { t } from './words.ts'

/** One thing to pick; `hint` says the consequence: `starts in 3 h 26 min`. */
export type Option = { value: string, label: string, hint?: string }
type Props = {
  label: string
  options: readonly Option[]
  value: string | null
  onChange: (value: string) => void
  placeholder?: string
  hint?: ReactNode
  error?: string | undefined
}

/** One of a list that need not be searched. For a list longer than a dozen use `Combobox`. */
export function Select({ label, options, value, onChange, placeholder = t`Choose`, hint, error }: Props) {
  const id = useId()
  return (
    <div className="field">
      <Base.Root items={options} value={value} onValueChange={(next) => next !== null && onChange(next)}>
        <Base.Label className="field-label">{label}</Base.Label>
        {hint && <p className="hint" id={`${id}-hint`}>{hint}</p>}
        <Base.Trigger className="input picker" aria-describedby={describedBy(id, hint, error)} aria-invalid={error ? true : undefined}>
          <Base.Value placeholder={placeholder} />
          <span className="picker-arrow" aria-hidden />
        </Base.Trigger>
        <Base.Portal>
          <Base.Positioner sideOffset={4} alignItemWithTrigger={false}>
            <Base.Popup className="picker-popup">
              <Base.List className="picker-list">
                {options.map((option) => (
                  <Base.Item key={option.value} value={option.value} className="picker-option">
                    <Base.ItemText>{option.label}</Base.ItemText>
                    {option.hint && <small>{option.hint}</small>}
                  </Base.Item>
                ))}
              </Base.List>
            </Base.Popup>
          </Base.Positioner>
        </Base.Portal>
      </Base.Root>
      <p className="field-error" id={`${id}-error`} aria-live="polite">{error}</p>
    </div>
  )
}
