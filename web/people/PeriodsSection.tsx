import { useState } from 'react'
import { Empty } from '../ui/Empty.tsx'
import { LinkAction } from '../ui/LinkAction.tsx'
import { Section } from '../ui/Section.tsx'
import { HoursForm } from './HoursForm.tsx'
import { fromWords, periodWords } from './period-words.ts'
import type { PersonContext } from './Person.tsx'
import { t } from '../ui/words.ts'

type Props = Pick<PersonContext, 'person' | 'hours' | 'me' | 'now' | 'verbs'> & { canEdit: boolean }

/** Zone and weekly hours, each from a date on. */
export function PeriodsSection({ person, hours, me, now, verbs, canEdit }: Props) {
  const [editing, setEditing] = useState(false)
  const close = () => {
    verbs.setHours.reset()
    setEditing(false)
  }
  return (
    <Section title={t`Hours`} aside={t`in the time of the place`}>
      <ul className="people-list">
        {hours.periods.map((period) => <li key={period.from ?? ''}>{periodWords(period)}<p className="hint">{hours.periods.length > 1 || period.from ? fromWords(period.from) : ''}</p></li>)}
      </ul>
      {hours.periods.length === 0 && <Empty text={t`No hours are set. Until they are, nothing can be due.`} />}
      {canEdit && !editing && <p className="people-add"><LinkAction strong onClick={() => setEditing(true)}>{person.id === me ? t`Change your hours` : t`Change these hours`}</LinkAction></p>}
      {editing && (
        <HoursForm
          period={hours.periods.at(-1)} now={now} busy={verbs.setHours.busy} problem={verbs.setHours.problem} onCancel={close}
          onSave={(input) => verbs.setHours.send({ id: person.id, ...input }, close)}
        />
      )}
    </Section>
  )
}
