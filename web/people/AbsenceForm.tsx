import { useState } from 'react'
import type { Problem } from '#contract/problem.ts'
import { Checkbox } from '../ui/Checkbox.tsx'
import { Combobox } from '../ui/Combobox.tsx'
import { Field } from '../ui/Field.tsx'
import { zoneCity } from '../ui/format.ts'
import { LinkAction } from '../ui/LinkAction.tsx'
import type { Option } from '../ui/Select.tsx'
import { SendForm } from '../ui/SendForm.tsx'
import { awaySpan } from './time-away.ts'
import type { AwayErrors, AwaySpan, AwayTyped } from './time-away.ts'
import { t } from '../ui/words.ts'

type Props = {
  /** Of the person who is away; dates are theirs. */
  zone: string
  covers: readonly Option[]
  busy: boolean
  problem: Problem | undefined
  onSave: (absence: AwaySpan & { coverId: string | null, note: string }) => void
  onCancel: () => void
}

const NOTHING: AwayTyped = { from: '', until: '', partly: false, fromTime: '09:00', untilTime: '13:00' }

/** From when to when, and who covers. */
export function AbsenceForm({ zone, covers, busy, problem, onSave, onCancel }: Props) {
  const [typed, setTyped] = useState(NOTHING)
  const [coverId, setCover] = useState<string | null>(null)
  const [note, setNote] = useState('')
  const [errors, setErrors] = useState<AwayErrors>({})
  const set = (part: Partial<AwayTyped>) => setTyped({ ...typed, ...part })
  const save = () => {
    const read = awaySpan(typed, zone)
    setErrors('errors' in read ? read.errors : {})
    if ('span' in read) onSave({ ...read.span, coverId, note })
  }
  return (
    <SendForm submit={t`Note the time away`} onSubmit={save} busy={busy} problem={problem} label={t`Time away`} aside={<LinkAction onClick={onCancel}>{t`Leave it`}</LinkAction>}>
      <div className="send-form-pair">
        <Field label={t`First day`} type="date" value={typed.from} onChange={(from) => set({ from })} error={errors.from} />
        <Field label={t`Last day`} type="date" value={typed.until} onChange={(until) => set({ until })} error={errors.until} />
      </div>
      <Checkbox label={t`Only part of a day`} checked={typed.partly} onChange={(partly) => set({ partly })} />
      {typed.partly && (
        <div className="send-form-pair">
          <Field label={t`From`} type="time" hint={t`${zoneCity(zone)} time`} value={typed.fromTime} onChange={(fromTime) => set({ fromTime })} />
          <Field label={t`Until`} type="time" hint={t`${zoneCity(zone)} time`} value={typed.untilTime} onChange={(untilTime) => set({ untilTime })} />
        </div>
      )}
      <Combobox label={t`Who covers`} hint={t`What is handed over and not taken goes to them.`} options={covers} value={coverId} onChange={setCover} placeholder={t`Nobody`} none={t`Nobody by that name.`} />
      <Field label={t`Note`} hint={t`Only you and admins see it.`} value={note} onChange={setNote} />
    </SendForm>
  )
}
