import { useState } from 'react'
import type { ReactNode } from 'react'
import type { HolidayCalendarView } from '#contract/people.ts'
import { Checkbox } from '../ui/Checkbox.tsx'
import { Empty } from '../ui/Empty.tsx'
import { LinkAction } from '../ui/LinkAction.tsx'
import { Problem } from '../ui/Problem.tsx'
import { Section } from '../ui/Section.tsx'
import { holidayWords } from './period-words.ts'
import type { PersonContext } from './Person.tsx'
import { t } from '../ui/words.ts'

type Props = Pick<PersonContext, 'person' | 'hours' | 'verbs'> & { canEdit: boolean, calendars: readonly HolidayCalendarView[], adder: ReactNode }

/** Which public holidays hold for somebody. Ticking one saves it. */
export function HolidaysSection({ person, hours, verbs, canEdit, calendars, adder }: Props) {
  const [adding, setAdding] = useState(false)
  const [expected, expect] = useState<{ before: PersonContext['hours'], ids: readonly string[] }>()
  const { problem, busy } = verbs.chooseHolidays
  // While a choice is being saved, what will hold is shown; what the server refused falls back.
  const chosen = new Set(expected?.before === hours && !problem ? expected.ids : hours.holidayCalendars.map(({ id }) => id))
  const shown = canEdit ? calendars : hours.holidayCalendars
  const choose = (id: string, holds: boolean) => {
    const calendarIds = [...chosen].filter((one) => one !== id).concat(holds ? [id] : [])
    expect({ before: hours, ids: calendarIds })
    verbs.chooseHolidays.send({ id: person.id, calendarIds })
  }
  return (
    <Section title={t`Holidays`}>
      {shown.length === 0 && <Empty text={t`No public holidays are chosen, so none are days off.`} />}
      <ul className="people-list">
        {shown.map((calendar) => (
          <li key={calendar.id}>
            {canEdit
              ? <Checkbox label={calendar.name} hint={`${holidayWords(calendar)}.`} checked={chosen.has(calendar.id)} disabled={busy} onChange={(holds) => choose(calendar.id, holds)} />
              : <>{calendar.name}<p className="hint">{holidayWords(calendar)}.</p></>}
          </li>
        ))}
      </ul>
      {problem && <Problem title={problem.title} next={problem.next} />}
      {canEdit && <p className="people-add"><LinkAction onClick={() => setAdding(!adding)}>{adding ? t`Done with adding` : t`Add a country, a region or a file`}</LinkAction></p>}
      {adding && adder}
    </Section>
  )
}
