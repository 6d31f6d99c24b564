import type { Interval } from '#domain/time/types.ts'
import { countInWords } from '../ui/format.ts'
import { HoursEditor } from '../ui/HoursEditor.tsx'
import { LinkAction } from '../ui/LinkAction.tsx'
import { t, tr } from '../ui/words.ts'

type Props = { weeks: readonly Interval[][], onChange: (weeks: Interval[][]) => void }

/** Weeks that rotate; the contract takes as many. */
const MOST = 12

/** One week, or several that take turns. A new one begins as a copy of the last. */
export function WeeksEditor({ weeks, onChange }: Props) {
  const replace = (at: number, week: Interval[]) => onChange(weeks.map((old, index) => (index === at ? week : old)))
  return (
    <div className="people-weeks">
      {weeks.map((week, at) => (
        <div className="people-week" key={at}>
          <HoursEditor hours={week} onChange={(next) => replace(at, next)} legend={weeks.length === 1 ? t`The week` : t`Week ${countInWords(at + 1)}`} />
          {weeks.length > 1 && <p className="people-add"><LinkAction onClick={() => onChange(weeks.filter((_, index) => index !== at))}>{tr`Take week ${countInWords(at + 1)} out`}</LinkAction></p>}
        </div>
      ))}
      {weeks.length < MOST && <p className="people-add"><LinkAction onClick={() => onChange([...weeks, [...(weeks.at(-1) ?? [])]])}>{t`Add a week that takes turns`}</LinkAction></p>}
    </div>
  )
}
