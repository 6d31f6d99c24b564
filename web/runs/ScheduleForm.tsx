import { useState } from 'react'
import type { MeView } from '#contract/account.ts'
import type { PageView } from '#contract/pages.ts'
import { listTeamRoles } from '#contract/people.ts'
import { addSchedule } from '#contract/runs.ts'
import { announce } from '../app/Announcer.tsx'
import { useRead } from '../app/api.ts'
import { useSend } from '../app/send.ts'
import { Choice } from '../ui/Choice.tsx'
import { Combobox } from '../ui/Combobox.tsx'
import { Field } from '../ui/Field.tsx'
import { LinkAction } from '../ui/LinkAction.tsx'
import { Select } from '../ui/Select.tsx'
import { SendForm } from '../ui/SendForm.tsx'
import { useRunPeople } from './use-run-people.ts'
import { newRhythm, rhythmFrom, WEEKDAYS } from './words.ts'
import type { RhythmDraft } from './words.ts'
import { asWeek } from '../ui/week.ts'
import { t } from '../ui/words.ts'

type Props = { page: PageView, me: MeView, now: Temporal.Instant, onClose: () => void }

const UNITS = [{ value: 'days', label: t`days` }, { value: 'weeks', label: t`weeks` }, { value: 'months', label: t`months` }] as const
const WEEKS = [{ value: '1', label: t`the first` }, { value: '2', label: t`the second` }, { value: '3', label: t`the third` }, { value: '4', label: t`the fourth` }, { value: '-1', label: t`the last` }] as const
/** Parts a role from a person among those who can be chosen. */
const ROLE = 'role:'

/** Has a runbook run again and again: how often, and who does it. Each turn begins when they begin to work. */
export function ScheduleForm({ page, me, now, onClose }: Props) {
  const { send, busy, problem } = useSend(addSchedule, 'runs', 'inbox')
  const today = now.toZonedDateTimeISO(me.person.zone)
  const [rhythm, setRhythm] = useState(() => newRhythm(today.toPlainDate().toString(), today.dayOfWeek))
  const [who, setWho] = useState<string | null>(me.person.id)
  const [tried, setTried] = useState(false)
  const others = useRunPeople(page.spaceId, me.person.id, now)
  const roles = (useRead(listTeamRoles, {}).data?.roles ?? []).filter(({ archived }) => !archived).map(({ id, name }) => ({ value: `${ROLE}${id}`, label: name, hint: t`whoever holds the role` }))
  const people = [{ value: me.person.id, label: me.person.name, hint: t`you` }, ...others, ...roles]
  const sent = rhythmFrom(rhythm)
  const submit = () => {
    setTried(true)
    if (!sent || who === null) return
    send({ number: page.number, rhythm: sent, ...(who.startsWith(ROLE) ? { roleId: who.slice(ROLE.length) } : { personId: who }) }, ({ sentence }) => {
      onClose()
      announce(sentence)
    })
  }
  return (
    <div className="run-form">
      <SendForm label={t`Have it run again and again`} submit={t`Set the schedule`} look="quiet" onSubmit={submit} busy={busy} problem={problem} aside={<LinkAction onClick={onClose}>{t`Leave it`}</LinkAction>}>
        <RhythmFields rhythm={rhythm} onChange={(part) => setRhythm({ ...rhythm, ...part })} wrong={tried && !sent} />
        <Combobox label={t`Who runs it`} hint={t`A turn comes when they begin to work; where somebody is away, to their cover.`} options={people} value={who} onChange={setWho} error={tried && who === null ? t`Choose who runs it.` : undefined} />
      </SendForm>
    </div>
  )
}

function RhythmFields({ rhythm: { every, unit, days, week, from }, onChange, wrong }: { rhythm: RhythmDraft, onChange: (part: Partial<RhythmDraft>) => void, wrong: boolean }) {
  const toggle = (day: number) => onChange({ days: days.includes(day) ? days.filter((one) => one !== day) : [...days, day] })
  return (
    <>
      <div className="run-rhythm">
        <Field label={t`Every`} type="number" min={1} max={366} inputMode="numeric" value={every} onChange={(value) => onChange({ every: value })} error={wrong ? t`Say how often, and on which day.` : undefined} />
        <Choice legend={t`Unit`} legendUnseen options={UNITS} value={unit} onChange={(value) => onChange({ unit: value })} />
      </div>
      {unit === 'months' && <Select label={t`On which one of the month`} options={WEEKS} value={week} onChange={(value) => onChange({ week: value })} />}
      <fieldset className="choice">
        <legend className="field-label">{unit === 'days' ? t`Only on these days; all where none is chosen` : t`On¦weekdays`}</legend>
        <div className="choice-chips">{asWeek(WEEKDAYS).map(({ value, label }) => <label key={value} className="chip"><input type="checkbox" checked={days.includes(value)} onChange={() => toggle(value)} /><span>{label}</span></label>)}</div>
      </fieldset>
      <Field label={t`From`} type="date" value={from} onChange={(value) => onChange({ from: value })} />
    </>
  )
}
