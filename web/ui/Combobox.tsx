import './Form.css'
import { Combobox as Base } from '@base-ui/react/combobox'
import { useId } from 'react'
import type { ReactNode } from 'react'
import { describedBy, FieldFrame } from './Field.tsx'
import type { Option } from './Select.tsx'
import { t } from './words.ts'

type Props = {
  label: string
  options: readonly Option[]
  value: string | null
  onChange: (value: string | null) => void
  placeholder?: string
  hint?: ReactNode
  error?: string | undefined
  /** Said when nothing fits what was typed. */
  none?: string
}

/** Drawn at once while searching; four hundred time zones would be slow to lay out and no help to read. */
const SHOWN_AT_MOST = 60

/** One of many, found by typing: people, time zones. Hints stand beside the names. */
export function Combobox({ label, options, value, onChange, placeholder, hint, error, none = t`Nothing by that name.` }: Props) {
  const id = useId()
  const chosen = options.find((option) => option.value === value) ?? null
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error}>
      <Base.Root items={options} value={chosen} onValueChange={(next) => onChange(next?.value ?? null)} limit={SHOWN_AT_MOST} autoHighlight>
        <div className="combobox">
          <Base.Input id={id} className="input" placeholder={placeholder} aria-describedby={describedBy(id, hint, error)} aria-invalid={error ? true : undefined} />
          <Base.Trigger aria-label={t`Show the list`} tabIndex={-1}><span className="picker-arrow" aria-hidden /></Base.Trigger>
        </div>
        <Base.Portal>
          <Base.Positioner sideOffset={4}>
            <Base.Popup className="picker-popup">
              <Base.Empty className="picker-none">{none}</Base.Empty>
              <Base.List className="picker-list">
                {(option: Option) => (
                  <Base.Item key={option.value} value={option} className="picker-option">
                    <span>{option.label}</span>
                    {option.hint && <small>{option.hint}</small>}
                  </Base.Item>
                )}
              </Base.List>
            </Base.Popup>
          </Base.Positioner>
        </Base.Portal>
      </Base.Root>
    </FieldFrame>
  )
}
