import './ReaderRibbons.css'
import { Button } from './Button.tsx'
import { DayRibbon } from './DayRibbon.tsx'
import { Disclosure } from './Disclosure.tsx'
import { capital, counted, formatClock, zoneCity } from './format.ts'
import { readerRibbon } from './reader-day.ts'
import type { ReaderTimes } from './reader-day.ts'
import { t, tr } from './words.ts'

/** One person whom a text reaches. `asks.preview` gives all of it: see `Landing` of the contract. */
export type Reader = ReaderTimes & {
  key: string
  name: string
  /** What is wanted of them, where it is not plain: `may add`, `covers for Ben`. */
  role?: string | undefined
  /** `Mei reads this at 09:00 Manila; answer due 13:00 there, 07:00 yours.` */
  sentence: string
}

/** A way to be answered sooner. */
export type ReaderOffer = { key: string, label: string, sentence?: string | undefined, onTake: () => void }

type Props = {
  readers: readonly Reader[]
  now: Temporal.Instant
  /** That it comes later than the writer needs, in a sentence. */
  warning?: string | undefined
  offers?: readonly ReaderOffer[]
}

/** So many are drawn; the others unfold. */
const DRAWN = 2

/** Where what one writes lands for each reader, before it is sent: their day, the moment they read it, the moment it is due. */
export function ReaderRibbons({ readers, now, warning, offers = [] }: Props) {
  const more = readers.slice(DRAWN)
  return (
    <div className="readers">
      {readers.slice(0, DRAWN).map((reader) => <ReaderRow key={reader.key} reader={reader} now={now} />)}
      {more.length > 0 && <Disclosure summary={capital(counted(more.length, 'more reader'))}>{more.map((reader) => <ReaderRow key={reader.key} reader={reader} now={now} />)}</Disclosure>}
      <div role="status">{warning && <p className="readers-warning">{warning}</p>}</div>
      {offers.length > 0 && (
        <ul className="readers-offers">
          {offers.map(({ key, label, sentence, onTake }) => <li key={key}><Button look="quiet" onClick={onTake}>{label}</Button>{sentence && <small>{sentence}</small>}</li>)}
        </ul>
      )}
    </div>
  )
}

function ReaderRow({ reader, now }: { reader: Reader, now: Temporal.Instant }) {
  const shape = readerRibbon(reader, now)
  const marks = [shape.land?.label, shape.due?.label].filter(Boolean).join(', ')
  return (
    <div className="reader">
      <p className="reader-name"><b>{reader.name}</b> <small>{tr`${formatClock(now, reader.zone)} in ${zoneCity(reader.zone)}${reader.role && `, ${reader.role}`}`}</small></p>
      <DayRibbon {...shape} sentence={t`The day of ${reader.name}${marks && `: ${marks}`}.`} caption={reader.sentence} />
    </div>
  )
}
