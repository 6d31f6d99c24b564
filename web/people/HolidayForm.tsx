import { useState } from 'react'
import type { addHolidayCalendar } from '#contract/people.ts'
import type { GivenTo, OutputOf } from '#contract/operation.ts'
import type { Problem } from '#contract/problem.ts'
import { Combobox } from '../ui/Combobox.tsx'
import { Notice } from '../ui/Notice.tsx'
import { SendForm } from '../ui/SendForm.tsx'
import { FileField } from './FileField.tsx'
import { t } from '../ui/words.ts'

type HolidaySet = { code: string, name: string }
type Props = {
  countries: readonly HolidaySet[]
  country: string | null
  onCountry: (code: string | null) => void
  regions: readonly HolidaySet[]
  busy: boolean
  problem: Problem | undefined
  added: OutputOf<typeof addHolidayCalendar> | undefined
  onAdd: (input: GivenTo<typeof addHolidayCalendar>) => void
}

/** A bundled set by country and region, or an ICS file with what was left out of it. */
export function HolidayForm({ countries, country, onCountry, regions, busy, problem, added, onAdd }: Props) {
  const [region, setRegion] = useState<string | null>(null)
  const [file, setFile] = useState<{ name: string, text: string }>()
  const chosen = region ?? country
  const nothing = file === undefined && chosen === null
  const add = () => {
    if (file) onAdd({ ics: file.text, name: file.name.replace(/\.ics$/i, '') })
    else if (chosen !== null) onAdd({ bundled: chosen })
  }
  return (
    <SendForm submit={t`Add these holidays`} look="quiet" onSubmit={add} busy={busy} problem={problem} label={t`Add holidays`}>
      <Combobox label={t`Country`} options={optionsOf(countries)} value={country} onChange={(code) => { onCountry(code); setRegion(null) }} placeholder={t`Begin to type its name`} none={t`No country by that name.`} />
      {regions.length > 1 && <Combobox label={t`Region`} hint={t`Some holidays hold only in a part of the country.`} options={optionsOf(regions)} value={region} onChange={setRegion} placeholder={t`Everywhere`} none={t`No region by that name.`} />}
      <FileField label={t`Or an ICS file`} hint={t`Whole days in it become days off.`} file={file?.name} onFile={setFile} />
      <Notice tone={added ? 'settled' : 'plain'}>{added ? t`${added.calendar.name} is added. Tick it above where it should hold.` : nothing ? t`Choose a country or a file.` : ''}</Notice>
      {added && added.left.length > 0 && <div><p className="hint">{t`Left out of the file:`}</p><ul className="people-left">{added.left.map((line) => <li key={line}>{line}</li>)}</ul></div>}
    </SendForm>
  )
}

const optionsOf = (sets: readonly HolidaySet[]) => sets.map(({ code, name }) => ({ value: code, label: name }))
