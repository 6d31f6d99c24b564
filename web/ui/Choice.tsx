import './Form.css'
import { useId } from 'react'
import type { ReactNode } from 'react'

export type ChoiceOption<Value extends string> = { value: Value, label: ReactNode }
type Props<Value extends string> = {
  legend: string
  options: readonly ChoiceOption<Value>[]
  value: Value | undefined
  onChange: (value: Value) => void
  hint?: ReactNode
  /** Leaves the legend to people who hear the page, where the sight of it would only repeat a heading. */
  legendUnseen?: boolean
}

/** One of a few, all in sight: chips that are radio buttons. Arrow keys move between them. */
export function Choice<Value extends string>({ legend, options, value, onChange, hint, legendUnseen = false }: Props<Value>) {
  const id = useId()
  return (
    <fieldset className="choice" aria-describedby={hint ? `${id}-hint` : undefined}>
      <legend className={legendUnseen ? 'unseen' : 'field-label'}>{legend}</legend>
      <div className="choice-chips">
        {options.map((option) => (
          <label key={option.value} className="chip">
            <input type="radio" name={id} value={option.value} checked={option.value === value} onChange={() => onChange(option.value)} />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
      {hint && <p className="hint" id={`${id}-hint`}>{hint}</p>}
    </fieldset>
  )
}
