import { useState } from 'react'
import type { Interval } from '#domain/time/types.ts'
import { DayRibbon } from './DayRibbon.tsx'
import type { Span } from './day-minutes.ts'
import { HoursEditor } from './HoursEditor.tsx'
import { PersonRow } from './PersonRow.tsx'
import { ribbonDay } from './ribbon-day.ts'
import { Section } from './Section.tsx'

const SHARE: Span[] = [[960, 1080]]
const HOURS: Interval[] = [
  { day: 1, start: '09:00', end: '12:30' }, { day: 1, start: '13:30', end: '18:00' }, { day: 2, start: '09:00', end: '17:00' },
  { day: 3, start: '22:00', end: '06:00' }, { day: 5, start: '09:00', end: '13:00' },
]

/** Ribbons in every form: stacked, for a landing, across midnight, on a day of a clock change. */
export function SpecimenRibbons() {
  const [hours, setHours] = useState<Interval[]>(HOURS)
  const spring = ribbonDay(Temporal.PlainDate.from('2026-03-29'), 'Europe/Lisbon')
  return (
    <>
      <Section title="People, west to east">
        <PersonRow name="You" about="Tokyo · focus, reads at 11:30"><DayRibbon slim work={[[540, 750], [810, 1080]]} focus={[[570, 690]]} share={SHARE} now={544} sentence="You work from 09:00 to 12:30 and from 13:30 to 18:00." /></PersonRow>
        <PersonRow name="Priya Raman" about="Bengaluru · starts in 3 h 26 min"><DayRibbon slim work={[[750, 900], [960, 1290]]} focus={[[780, 900]]} share={SHARE} now={544} sentence="Priya works from 12:30 to 15:00 and from 16:00 to 21:30, your time." /></PersonRow>
        <PersonRow name="Ana Duarte" about="Lisbon · starts in 8 h 56 min"><DayRibbon slim work={[[0, 120], [960, 1320], [1380, 1440]]} share={SHARE} now={544} notch={1140} sentence="Ana works from 16:00 to 22:00 and from 23:00 to 02:00, your time; a notch at 19:00 marks a change of day." /></PersonRow>
        <PersonRow name="Tom Reyes" about="San Francisco · away until Friday, cover Ben"><DayRibbon slim work={[]} now={544} sentence="Tom is away until Friday." /></PersonRow>
        <PersonRow><DayRibbon axis work={[]} sentence="Hours from 00 to 24." caption="Ink is focus, the faint band is work, the strong band is shared by everybody present." /></PersonRow>
      </Section>
      <Section title="Where it lands">
        <div className="specimen-rail"><DayRibbon from={420} to={1200} work={[[540, 750], [810, 1080]]} focus={[[570, 690]]} now={670} land={{ at: 690, label: 'reads 11:30' }} due={{ at: 990, label: 'due 16:30' }} sentence="It is read at 11:30 and due at 16:30." caption="It is 11:10 for Kenji, in focus until 11:30." /></div>
        <div className="specimen-rail"><DayRibbon work={[[540, 1080]]} land={{ at: 1020, label: 'reads 17:00' }} due={{ at: 1080, label: 'due 18:00' }} sentence="It is read at 17:00 and due at 18:00." /></div>
        <DayRibbon dayMinutes={spring.dayMinutes} ticks={spring.ticks} work={[[480, 1020]]} sentence="Sunday 29 March in Lisbon has 23 hours; work from 09:00 to 18:00." caption="A day of 23 hours: the clocks go forward in Lisbon." />
      </Section>
      <Section title="Hours"><div className="specimen-block"><HoursEditor hours={hours} onChange={setHours} /></div></Section>
    </>
  )
}
