import { HoursEditor } from '../ui/HoursEditor.tsx'
import { ZonePicker } from '../ui/ZonePicker.tsx'
import { browserZone } from '../ui/zones.ts'
import type { QuestionProps } from './Question.tsx'

type Props = Pick<QuestionProps, 'now' | 'errors'> & { answers: Pick<QuestionProps['answers'], 'zone' | 'week'>, onHours: (hours: Pick<QuestionProps['answers'], 'zone' | 'week'>) => void }

/** Where somebody's clock runs, and a week drawn on seven ribbons. */
export function ZoneAndWeek({ answers: { zone, week }, onHours, errors, now }: Props) {
  return (
    <>
      <div className="start-alone"><ZonePicker value={zone} onChange={(chosen) => onHours({ zone: chosen, week })} now={now} guessed={zone === browserZone()} error={errors.zone} /></div>
      <div className="start-hours"><HoursEditor hours={week} onChange={(drawn) => onHours({ zone, week: drawn })} /></div>
      <p className="field-error" aria-live="polite">{errors.week}</p>
    </>
  )
}

export function YourHours({ answers, onAnswers, errors, now }: QuestionProps) {
  return <ZoneAndWeek answers={answers} onHours={(hours) => onAnswers({ ...answers, ...hours })} errors={errors} now={now} />
}
