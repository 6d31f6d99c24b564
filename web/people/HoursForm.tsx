import { useState } from 'react'
import type { GivenTo } from '#contract/operation.ts'
import type { setHours } from '#contract/people.ts'
import type { Problem } from '#contract/problem.ts'
import type { Interval, Period } from '#domain/time/types.ts'
import { Choice } from '../ui/Choice.tsx'
import { Field } from '../ui/Field.tsx'
import { LinkAction } from '../ui/LinkAction.tsx'
import { SendForm } from '../ui/SendForm.tsx'
import { ZonePicker } from '../ui/ZonePicker.tsx'
import { browserZone } from '../ui/zones.ts'
import { WeeksEditor } from './WeeksEditor.tsx'

type Hours = Omit<GivenTo<typeof setHours>, 'id'>
type Props = {
  /** The hours that hold last; what the form begins with. */
  period: Period | undefined
  now: Temporal.Instant
  busy: boolean
  problem: Problem | undefined
  onSave: (hours: Hours) => void
  onCancel: () => void
}

const WHEN = [{ value: 'date', label: 'From a date on' }, { value: 'always', label: 'Always, in place of all before' }] as const

/** Zone, weeks, and from when they hold. */
export function HoursForm({ period, now, busy, problem, onSave, onCancel }: Props) {
  const [zone, setZone] = useState(period?.zone ?? browserZone())
  const today = now.toZonedDateTimeISO(zone).toPlainDate().toString()
  const [weeks, setWeeks] = useState<Interval[][]>(() => (period?.weeks ?? [[]]).map((week) => [...week]))
  const [when, setWhen] = useState<'date' | 'always'>(period ? 'date' : 'always')
  const [from, setFrom] = useState(today)
  const [anchor, setAnchor] = useState(period?.anchor ?? today)
  const noDate = when === 'date' && from === ''
  const save = () => { if (!noDate) onSave({ zone, weeks, from: when === 'date' ? from : null, ...(weeks.length > 1 && anchor !== '' && { anchor }) }) }
  return (
    <SendForm submit="Save the hours" onSubmit={save} busy={busy} problem={problem} wide aside={<LinkAction onClick={onCancel}>Leave them as they are</LinkAction>} label="Hours">
      <ZonePicker value={zone} onChange={setZone} now={now} />
      <Choice legend="They hold" options={WHEN} value={when} onChange={setWhen} />
      {when === 'date' && <div className="people-space"><Field label="First day" type="date" value={from} onChange={setFrom} error={noDate ? 'Choose the first day.' : undefined} /></div>}
      <WeeksEditor weeks={weeks} onChange={setWeeks} />
      {weeks.length > 1 && <div className="people-space"><Field label="A day in week one" hint="From there the weeks take turns." type="date" value={anchor} onChange={setAnchor} /></div>}
    </SendForm>
  )
}
