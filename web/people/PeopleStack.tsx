import { ribbonSentence } from '#domain/time/ribbon.ts'
import { DayRibbon } from '../ui/DayRibbon.tsx'
import { formatWhen } from '../ui/format.ts'
import { PersonRow } from '../ui/PersonRow.tsx'
import { ribbonDay } from '../ui/ribbon-day.ts'
import type { DayStack, StackRow } from './day-stack.ts'
import { aboutLine, captionOf } from './stack-words.ts'
import { spoken } from '../ui/spoken.ts'
import { t, tr } from '../ui/words.ts'

type Props = {
  stack: DayStack
  /** The reader. */
  me: string
  zone: string
  now: Temporal.Instant
  /** When each works next, by id; absent while they work, or where nobody knows. */
  next: ReadonlyMap<string, Temporal.Instant>
}

/** One ribbon per person, west to east, in the reader's time; what is shared glows on the rows of those who share it. */
export function PeopleStack({ stack, me, zone, now, next }: Props) {
  const names = new Map(stack.rows.map(({ person }) => [person.id, person.name]))
  const sharing = new Set(stack.shared?.members)
  const day = ribbonDay(Temporal.PlainDate.from(stack.date), zone)
  return (
    <div className="people-stack">
      {stack.rows.map((row) => (
        <PersonRow key={row.person.id} name={<a href={`/people/${row.person.id}`}>{row.person.id === me ? t`You` : row.person.name}</a>} about={<About row={row} names={names} zone={zone} now={now} next={next.get(row.person.id)} />}>
          <DayRibbon
            slim dayMinutes={row.ribbon.dayMinutes} work={row.spans} share={sharing.has(row) ? stack.shared?.spans : undefined} now={row.ribbon.now ?? undefined}
            notch={row.zone === zone || row.spans.length === 0 ? undefined : row.ribbon.midnights.find((at) => at > 0)} sentence={sentenceOf(row, me)}
          />
        </PersonRow>
      ))}
      <PersonRow><DayRibbon axis work={[]} dayMinutes={day.dayMinutes} ticks={day.ticks} sentence={t`The hours of the day, in your time.`} caption={captionOf(stack)} /></PersonRow>
    </div>
  )
}

type AboutProps = { row: StackRow, names: ReadonlyMap<string, string>, zone: string, now: Temporal.Instant, next: Temporal.Instant | undefined }

function About({ row, names, zone, now, next }: AboutProps) {
  const line = aboutLine(row, now, zone, names)
  const elsewhere = next && now.toZonedDateTimeISO(zone).offsetNanoseconds !== now.toZonedDateTimeISO(row.zone).offsetNanoseconds
  return <>{line}{elsewhere && <span className="people-next">{tr`that is ${formatWhen(next, zone, now)} your time`}</span>}</>
}

const sentenceOf = ({ person, ribbon }: StackRow, me: string) => ribbonSentence(ribbon, { name: person.name, you: person.id === me, words: spoken() })
