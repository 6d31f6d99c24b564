import { useState } from 'react'
import { Field } from '../ui/Field.tsx'
import { formatWhen } from '../ui/format.ts'
import { LinkAction } from '../ui/LinkAction.tsx'
import { sinceDay } from '../app/since.ts'
import { t, tr } from '../ui/words.ts'

type Props = {
  since: Temporal.Instant
  why: 'shift' | 'absence' | 'asked' | 'first'
  zone: string
  now: Temporal.Instant
  /** Tells changes from this instant on; undefined goes back to the shift's own. */
  onChoose: (since: string | undefined) => void
}

const WHY = { shift: t`, the end of your last shift`, absence: t`, when you went away`, asked: t`, as you chose`, first: '' }

/** Says from when on changes are told, and lets the reader go back further. */
export function SinceChoice({ since, why, zone, now, onChoose }: Props) {
  const [date, setDate] = useState<string>()
  const chosen = date === undefined ? undefined : sinceDay(date, zone)
  return (
    <div className="brief-since no-print">
      <p>{tr`Changes are told since ${formatWhen(since, zone, now)}${WHY[why]}. ${date === undefined && <LinkAction onClick={() => setDate(since.toZonedDateTimeISO(zone).toPlainDate().toString())}>{t`Since another day`}</LinkAction>}${why === 'asked' && <>{' '}<LinkAction onClick={() => onChoose(undefined)}>{t`Since my last shift`}</LinkAction></>}`}
      </p>
      {date !== undefined && (
        <form onSubmit={(event) => { event.preventDefault(); if (chosen) onChoose(chosen) }}>
          <Field label={t`Since the start of`} type="date" value={date} max={now.toZonedDateTimeISO(zone).toPlainDate().toString()} onChange={setDate} />
          <LinkAction strong disabled={!chosen} onClick={() => { if (chosen) onChoose(chosen) }}>{t`Tell me what changed`}</LinkAction>
        </form>
      )}
    </div>
  )
}
