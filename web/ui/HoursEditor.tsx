import './HoursEditor.css'
import type { Interval } from '#domain/time/types.ts'
import { copyMonday, ofDay, WEEKDAYS } from './hours.ts'
import { HoursDay } from './HoursDay.tsx'
import { LinkAction } from './LinkAction.tsx'
import { asWeek } from './week.ts'
import { t } from './words.ts'

type Props = {
  hours: readonly Interval[]
  onChange: (hours: Interval[]) => void
  legend?: string
}

/**
 * A week of working hours: drawn with the pointer on seven ribbons, or typed as two times each.
 * Several intervals a day; one that ends before it starts ends on the next day.
 */
export function HoursEditor({ hours, onChange, legend = t`Your hours` }: Props) {
  return (
    <fieldset className="hours">
      <legend className="field-label">{legend}</legend>
      <p className="hint">{t`Drag on a day to draw hours, or type them. Hours that end after midnight belong to the day they start on.`}</p>
      <div className="hours-days">
        {asWeek(WEEKDAYS).map(({ day, name }) => <HoursDay key={day} day={day} name={name} hours={hours} onChange={onChange} />)}
      </div>
      {ofDay(hours, 1).length > 0 && (
        <p className="hours-copy"><LinkAction onClick={() => onChange(copyMonday(hours))}>{t`Copy Monday to Tuesday, Wednesday, Thursday and Friday`}</LinkAction></p>
      )}
    </fieldset>
  )
}
