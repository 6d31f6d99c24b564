import { useState } from 'react'
import type { Problem } from '#contract/problem.ts'
import { Combobox } from '../ui/Combobox.tsx'
import { Field } from '../ui/Field.tsx'
import { LinkAction } from '../ui/LinkAction.tsx'
import type { Option } from '../ui/Select.tsx'
import { SendForm } from '../ui/SendForm.tsx'
import { t } from '../ui/words.ts'

type Props = {
  takers: readonly Option[]
  busy: boolean
  problem: Problem | undefined
  onOffer: (offer: { takerId: string, date: string, note: string }) => void
  onCancel: () => void
}

/** Which shift, and to whom. It counts once they accept. */
export function SwapForm({ takers, busy, problem, onOffer, onCancel }: Props) {
  const [takerId, setTaker] = useState<string | null>(null)
  const [date, setDate] = useState('')
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const offer = () => {
    setTried(true)
    if (takerId !== null && date !== '') onOffer({ takerId, date, note })
  }
  return (
    <SendForm submit={t`Offer the shift`} onSubmit={offer} busy={busy} problem={problem} label={t`Offer a shift`} aside={<LinkAction onClick={onCancel}>{t`Leave it`}</LinkAction>}>
      <Field label={t`Day of the shift`} hint={t`A night shift belongs to the day it starts on.`} type="date" value={date} onChange={setDate} error={tried && date === '' ? t`Choose the day.` : undefined} />
      <Combobox label={t`Who would take it`} options={takers} value={takerId} onChange={setTaker} placeholder={t`Begin to type a name`} error={tried && takerId === null ? t`Choose somebody.` : undefined} none={t`Nobody by that name.`} />
      <Field label={t`A line to them`} value={note} onChange={setNote} />
    </SendForm>
  )
}
