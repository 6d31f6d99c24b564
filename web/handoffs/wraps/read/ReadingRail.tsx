import type { WrapView } from '#contract/handoffs.ts'
import type { Problem as ProblemView } from '#contract/problem.ts'
import { capital, formatClock, formatDay } from '../../../ui/format.ts'
import { LinkAction } from '../../../ui/LinkAction.tsx'
import { RailPart } from '../../../ui/Page.tsx'
import { Problem } from '../../../ui/Problem.tsx'
import { readersSentences } from '../readers-words.ts'
import { tookWords } from '../timer-words.ts'
import { t } from '../../../ui/words.ts'

type Props = { wrap: WrapView, me: string, zone: string, now: Temporal.Instant, deleting: boolean, /** Why it could not be deleted. */ problem: ProblemView | undefined, onDelete: () => void }

/** Who reads it, which shift it closes and, for its author alone, how long it took. */
export function ReadingRail({ wrap, me, zone, now, deleting, problem, onDelete }: Props) {
  const readers = readersSentences(wrap.readers.filter((reader) => reader.personId !== me), zone, now)
  return (
    <>
      {readers.length > 0 && <RailPart title={t`Who else reads it`}>{readers.map((sentence) => <p key={sentence}>{sentence}</p>)}</RailPart>}
      {wrap.shift && <RailPart title={t`The shift it closes`}><p>{shiftWords(wrap.shift, zone, now)}</p></RailPart>}
      {wrap.secondsTaken !== null && <RailPart title={t`Your time`}><p>{tookWords(wrap.secondsTaken)}</p><p className="hint">{t`Only you see this.`}</p></RailPart>}
      {wrap.can.includes('delete') && <div className="rail-part no-print"><LinkAction busy={deleting} onClick={onDelete}>{t`Delete this wrap`}</LinkAction><p className="hint">{t`It can be brought back for 30 days.`}</p>{problem && <Problem {...problem} />}</div>}
    </>
  )
}

function shiftWords({ start, end }: { start: string, end: string }, zone: string, now: Temporal.Instant): string {
  const from = Temporal.Instant.from(start)
  const day = formatDay(from, zone, now)
  return t`${capital(day)}, ${formatClock(from, zone)} to ${formatClock(Temporal.Instant.from(end), zone)} your time.`
}
