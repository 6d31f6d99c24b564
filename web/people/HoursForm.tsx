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
import { t } from '../ui/words.ts'

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

const WHEN = [{ value: 'date', label: t`From a date on` }, { value: 'always', label: t`Always, in place of all before` }] as const

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
    <SendForm submit={t`Save the hours`} onSubmit={save} busy={busy} problem={problem} wide aside={<LinkAction onClick={onCancel}>{t`Leave them as they are`}</LinkAction>} label={t`Hours`}>
      <ZonePicker value={zone} onChange={setZone} now={now} />
      <Choice legend={t`They hold`} options={WHEN} value={when} onChange={setWhen} />
      {when === 'date' && <div className="people-space"><Field label={t`First day`} type="date" value={from} onChange={setFrom} error={noDate ? t`Choose the first day.` : undefined} /></div>}
      <WeeksEditor weeks={weeks} onChange={setWeeks} />
      {weeks.length > 1 && <div className="people-space"><Field label={t`A day in week one`} hint={t`From there the weeks take turns.`} type="date" value={anchor} onChange={setAnchor} /></div>}
    </SendForm>
  )
}
