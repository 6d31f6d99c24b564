import { useState } from 'react'
import { Empty } from '../ui/Empty.tsx'
import { LinkAction } from '../ui/LinkAction.tsx'
import { Problem } from '../ui/Problem.tsx'
import { Section } from '../ui/Section.tsx'
import { AbsenceForm } from './AbsenceForm.tsx'
import { choosable } from './choosable.ts'
import type { PersonContext } from './Person.tsx'
import { awayWords } from './time-away.ts'
import { t } from '../ui/words.ts'

type Props = Pick<PersonContext, 'person' | 'hours' | 'people' | 'me' | 'zone' | 'now' | 'verbs'> & { canEdit: boolean }

/** Time away with who covers. The note is for the person and for admins. */
export function AbsencesSection({ person, hours, people, me, zone, now, verbs, canEdit }: Props) {
  const [adding, setAdding] = useState(false)
  const close = () => {
    verbs.addAbsence.reset()
    setAdding(false)
  }
  const coverOf = (id: string | null) => (id === null ? t`Nobody covers.` : id === me ? t`You cover.` : t`${people.find((one) => one.id === id)?.name ?? t`Somebody`} covers.`)
  return (
    <Section title={t`Time away`}>
      <ul className="people-list">
        {hours.absences.map((absence) => (
          <li key={absence.id} className="people-line">
            <span>{awayWords(absence, person.zone)}<p className="hint">{coverOf(absence.coverId)} {absence.note}</p></span>
            {canEdit && <span><LinkAction label={t`Cancel the time away ${awayWords(absence, person.zone)}`} busy={verbs.cancelAbsence.busy} onClick={() => verbs.cancelAbsence.send({ id: absence.id })}>{t`Cancel`}</LinkAction></span>}
          </li>
        ))}
      </ul>
      {verbs.cancelAbsence.problem && <Problem title={verbs.cancelAbsence.problem.title} next={verbs.cancelAbsence.problem.next} />}
      {hours.absences.length === 0 && !adding && <Empty text={t`No time away is noted. What is handed over then goes to the cover.`} />}
      {canEdit && !adding && <p className="people-add"><LinkAction strong onClick={() => setAdding(true)}>{t`Note time away`}</LinkAction></p>}
      {adding && (
        <AbsenceForm
          zone={person.zone} covers={choosable(people, person.id, zone, now)} busy={verbs.addAbsence.busy} problem={verbs.addAbsence.problem} onCancel={close}
          onSave={(absence) => verbs.addAbsence.send({ id: person.id, ...absence }, close)}
        />
      )}
    </Section>
  )
}
