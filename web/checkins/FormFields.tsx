import type { FormView } from '#contract/checkins.ts'
import { Checkbox } from '../ui/Checkbox.tsx'
import { Choice } from '../ui/Choice.tsx'
import { Field } from '../ui/Field.tsx'
import { WEEKDAYS } from '../ui/hours.ts'
import { QuestionFields } from './QuestionFields.tsx'
import type { Question } from './question-keys.ts'
import { asWeek } from '../ui/week.ts'
import { t } from '../ui/words.ts'

export type FormDraft = { name: string, questions: Question[], schedule: FormView['schedule'] }
export type FormErrors = { name?: string, questions?: string, days?: string }
type Props = { draft: FormDraft, onDraft: (draft: FormDraft) => void, errors: FormErrors }

const AT = [{ value: 'start', label: t`When the shift starts` }, { value: 'time', label: t`At a time of day` }] as const
/** What a time of day begins with. */
const USUAL_TIME = '14:00'
/** As the contract has them. Windows: minutes; rhythm: weeks. */
const LIMITS = { window: [15, 10_080], weeks: [1, 12] } as const

/** What is wrong with a form before it is sent. */
export function wrongWithForm({ name, questions, schedule }: FormDraft): FormErrors {
  return {
    ...(name.trim() === '' && { name: t`Give the check-in a name.` }),
    ...(questions.every(({ text }) => text.trim() === '') && { questions: t`Ask at least one question.` }),
    ...(schedule.days.length === 0 && { days: t`Choose at least one day.` }),
  }
}

/** Name, questions, and when it asks. */
export function FormFields({ draft, onDraft, errors }: Props) {
  const { schedule } = draft
  const set = (part: Partial<FormDraft['schedule']>) => onDraft({ ...draft, schedule: { ...schedule, ...part } })
  const choose = (day: number, on: boolean) => set({ days: schedule.days.filter((one) => one !== day).concat(on ? [day] : []).sort((a, b) => a - b) })
  const within = (typed: string, [least, most]: readonly [number, number]) => Math.min(most, Math.max(least, Math.round(Number(typed)) || least))
  return (
    <>
      <Field label={t`Name`} value={draft.name} onChange={(name) => onDraft({ ...draft, name })} error={errors.name} />
      <QuestionFields questions={draft.questions} onQuestions={(questions) => onDraft({ ...draft, questions })} error={errors.questions} />
      <fieldset className="field">
        <legend className="field-label">{t`On these days of each person’s own week`}</legend>
        <div className="days">{asWeek(WEEKDAYS).map(({ day, name }) => <Checkbox key={day} label={name} checked={schedule.days.includes(day)} onChange={(on) => choose(day, on)} />)}</div>
        <p className="field-error" aria-live="polite">{errors.days}</p>
      </fieldset>
      <Choice legend={t`It asks`} options={AT} value={schedule.at === 'shift_start' ? 'start' : 'time'} onChange={(at) => set({ at: at === 'start' ? 'shift_start' : USUAL_TIME })} />
      <div className="send-form-pair">
        {schedule.at !== 'shift_start' && <Field label={t`Time`} hint={t`On each person’s own clock.`} type="time" value={schedule.at} onChange={(at) => { if (at) set({ at }) }} />}
        <Field label={t`Expected within`} hint={t`Working minutes.`} type="number" min={LIMITS.window[0]} max={LIMITS.window[1]} value={schedule.window_minutes} onChange={(typed) => set({ window_minutes: within(typed, LIMITS.window) })} />
        <Field label={t`Every so many weeks`} hint={t`1 is every week.`} type="number" min={LIMITS.weeks[0]} max={LIMITS.weeks[1]} value={schedule.every_weeks} onChange={(typed) => set({ every_weeks: within(typed, LIMITS.weeks) })} />
      </div>
    </>
  )
}
