import { useState } from 'react'
import { listHolidaySets } from '#contract/people.ts'
import type { addHolidayCalendar } from '#contract/people.ts'
import type { GivenTo, OutputOf } from '#contract/operation.ts'
import { useRead } from '../app/api.ts'
import type { Send } from '../app/send.ts'
import { HolidayForm } from './HolidayForm.tsx'

type Add = Send<GivenTo<typeof addHolidayCalendar>, OutputOf<typeof addHolidayCalendar>>

/** Reads which holidays are bundled, and adds a set or a file to those of the workspace. */
export function HolidayAdder({ add }: { add: Add }) {
  const [country, setCountry] = useState<string | null>(null)
  const countries = useRead(listHolidaySets, {})
  const regions = useRead(listHolidaySets, country === null ? {} : { country }, { when: country !== null })
  const [added, setAdded] = useState<OutputOf<typeof addHolidayCalendar>>()
  return (
    <HolidayForm
      countries={countries.data?.sets ?? []} country={country} onCountry={setCountry} regions={country === null ? [] : regions.data?.sets ?? []}
      busy={add.busy} problem={add.problem} added={added} onAdd={(input) => add.send(input, setAdded)}
    />
  )
}
