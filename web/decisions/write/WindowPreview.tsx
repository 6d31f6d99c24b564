import { calendarFromJson } from '#domain/time/types.ts'
import { DayRibbon } from '../../ui/DayRibbon.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { capital, counted, formatClock, formatWhen, zoneCity } from '../../ui/format.ts'
import { RailPart } from '../../ui/Page.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { daysRibbon } from '../read/days-ribbon.ts'
import type { useWindowPreview, WindowView } from './use-window-preview.ts'
import { t, tr } from '../../ui/words.ts'

type Props = ReturnType<typeof useWindowPreview> & { zone: string, now: Temporal.Instant }
type Reader = WindowView['readers'][number]

/** So many readers are drawn; the others unfold. */
const DRAWN = 3
const ROLE_WORDS: Readonly<Record<Reader['role'], string>> = { accountable: t`accountable`, responsible: t`responsible`, consulted: t`consulted`, informed: t`informed` }

/** When it would be due, which reader sets that, and each reader's days until they have had their time with it. */
export function WindowPreview({ preview, problem, pending, zone, now }: Props) {
  return (
    <RailPart title={t`When it would be due`}>
      {problem && <Problem {...problem} textSafe />}
      {!preview && !problem && (pending ? <Skeleton lines={2} label={t`Looking when it would be due.`} /> : <p className="hint">{t`Once you choose the space and who signs, the days of each reader stand here.`}</p>)}
      {preview && !problem && (
        <div className="window-preview" aria-busy={pending}>
          <p className="window-sentence" role="status">{preview.sentence}</p>
          {preview.problems.map(({ field, message }) => <p key={`${field} ${message}`} className="field-error">{message}</p>)}
          <Readers readers={preview.readers} zone={zone} now={now} />
        </div>
      )}
    </RailPart>
  )
}

function Readers({ readers, zone, now }: { readers: readonly Reader[], zone: string, now: Temporal.Instant }) {
  const more = readers.slice(DRAWN)
  const draw = (reader: Reader) => <ReaderRow key={reader.personId} reader={reader} zone={zone} now={now} />
  return (
    <>
      {readers.slice(0, DRAWN).map(draw)}
      {more.length > 0 && <Disclosure summary={capital(counted(more.length, 'more reader'))}>{more.map(draw)}</Disclosure>}
    </>
  )
}

function ReaderRow({ reader, zone, now }: { reader: Reader, zone: string, now: Temporal.Instant }) {
  const ends = reader.endsAt === null ? undefined : Temporal.Instant.from(reader.endsAt)
  const shape = ends && daysRibbon({ calendar: calendarFromJson(reader.calendar), zone, now, until: ends })
  return (
    <div className="reader">
      <p className="reader-name"><b>{reader.name}</b> <small>{tr`${formatClock(now, reader.zone)} in ${zoneCity(reader.zone)}, ${ROLE_WORDS[reader.role]}`}</small></p>
      {shape && ends ? <DayRibbon {...shape} sentence={t`The days of ${reader.name} until ${formatWhen(ends, zone, now)}.`} caption={reader.sentence} /> : <p className="hint">{reader.sentence}</p>}
    </div>
  )
}
