import { useState } from 'react'
import type { addFocus } from '#contract/attention.ts'
import type { GivenTo } from '#contract/operation.ts'
import type { Problem } from '#contract/problem.ts'
import { Checkbox } from '../ui/Checkbox.tsx'
import { Field } from '../ui/Field.tsx'
import { WEEKDAYS } from '../ui/hours.ts'
import { LinkAction } from '../ui/LinkAction.tsx'
import { SendForm } from '../ui/SendForm.tsx'
import { asWeek } from '../ui/week.ts'
import { t } from '../ui/words.ts'

const WORKDAYS = [1, 2, 3, 4, 5]

type Props = { busy: boolean, problem: Problem | undefined, onAdd: (block: GivenTo<typeof addFocus>) => void, onCancel: () => void }

/** Days and times of a block, on the reader's own clock. */
export function AddBlock({ busy, problem, onAdd, onCancel }: Props) {
  const [days, setDays] = useState<readonly number[]>(WORKDAYS)
  const [start, setStart] = useState('09:00')
  const [end, setEnd] = useState('11:30')
  const [what, setWhat] = useState('')
  const toggle = (day: number, on: boolean) => setDays(on ? [...days, day] : days.filter((one) => one !== day))
  return (
    <SendForm submit={t`Add the block`} busy={busy} problem={problem} onSubmit={() => onAdd({ days: [...days], start, end, what })} label={t`A block that repeats`} aside={<LinkAction onClick={onCancel}>{t`Cancel¦form`}</LinkAction>}>
      <fieldset className="focus-days">
        <legend className="field-label">{t`On¦days`}</legend>
        {asWeek(WEEKDAYS).map(({ day, name }) => <Checkbox key={day} label={name} checked={days.includes(day)} onChange={(on) => toggle(day, on)} />)}
      </fieldset>
      <div className="focus-times">
        <Field label={t`From¦time`} type="time" value={start} onChange={setStart} required />
        <Field label={t`To¦time`} type="time" value={end} onChange={setEnd} required />
      </div>
      <Field label={t`What for`} hint={t`May stay empty.`} value={what} onChange={setWhat} maxLength={200} />
    </SendForm>
  )
}
