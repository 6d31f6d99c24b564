import type { LineView } from '#contract/handoffs.ts'
import { capital, formatWhen } from '../../../ui/format.ts'
import { sourceWords } from '../source-words.ts'
import { t } from '../../../ui/words.ts'

/**
 * Who and where from, under a line: `Kenji can clear it`, `Why: the mirror was stale`, `Three commits in longhand · web`.
 * @param verb what the person on the line can do
 * @param me the reader, who is called `you`
 */
export function lineBy(line: Pick<LineView, 'personId' | 'personName' | 'why' | 'source'>, verb: string, me: string): string {
  const person = line.personId === me ? 'you' : line.personName
  const parts = [person && `${person} ${verb}`.trim(), line.why && t`why: ${line.why}`, line.source && sourceWords(line.source)].filter((part) => part !== null && part !== '')
  return capital(parts.join(' · '))
}

/** Whether a line is settled, or by when that is expected. */
export function lineClock(line: Pick<LineView, 'eta' | 'clearedAt' | 'clearedBy'>, zone: string, now: Temporal.Instant): { words: string, tone: 'plain' | 'settled' | 'late' } | undefined {
  if (line.clearedAt !== null) {
    const when = formatWhen(Temporal.Instant.from(line.clearedAt), zone, now)
    return { words: t`settled${line.clearedBy ? ` by ${line.clearedBy}` : ''}, ${when}`, tone: 'settled' }
  }
  if (line.eta === null) return undefined
  const eta = Temporal.Instant.from(line.eta)
  const late = Temporal.Instant.compare(eta, now) < 0
  return { words: `${late ? t`was expected` : 'expected'} ${formatWhen(eta, zone, now)}`, tone: late ? 'late' : 'plain' }
}
