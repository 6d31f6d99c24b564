import { useMemo } from 'react'
import { Combobox } from './Combobox.tsx'
import { formatClock, zoneCity } from './format.ts'
import { zoneOptions } from './zones.ts'
import { t } from './words.ts'

type Props = {
  value: string
  onChange: (zone: string) => void
  now: Temporal.Instant
  /** True while it was only guessed and should be looked at. */
  guessed?: boolean
  label?: string
  error?: string | undefined
}

/** A time zone, found by typing a city, and confirmed by the clock it shows. */
export function ZonePicker({ value, onChange, now, guessed = false, label = t`Time zone`, error }: Props) {
  const minute = Math.floor(now.epochMilliseconds / 60_000)
  // Four hundred zones are laid out anew each minute, not with each key.
  const options = useMemo(() => zoneOptions(Temporal.Instant.fromEpochMilliseconds(minute * 60_000), [value]), [minute, value])
  const clock = value && t`It is ${formatClock(now, value)} in ${zoneCity(value)} now.`
  return (
    <Combobox
      label={label} options={options} value={value || null} onChange={(zone) => { if (zone) onChange(zone) }} error={error}
      hint={guessed ? t`${clock} Your browser says so; change it if it is wrong.` : clock} none={t`No zone by that name. Try the largest city near you.`}
    />
  )
}
