import type { LineView } from '#contract/handoffs.ts'
import { capital, formatWhen } from '../../../ui/format.ts'
import { sourceWords } from '../source-words.ts'
import { t } from '../../../ui/words.ts'

/** What the person named on a line can do; nothing is said of that on lines without a verb. */
export type LineVerb = 'can clear it' | 'can answer it' | ''

/**
 * Who and where from, under a line: `Kenji can clear it`, `Why: the mirror was stale`, `Three commits in longhand · web`.
 * @param verb what the person on the line can do
 * @param me the reader, who is called `you`
 */
export function lineBy(line: Pick<LineView, 'personId' | 'personName' | 'why' | 'source'>, verb: LineVerb, me: string): string {
  const parts = [line.personName && personWords(line.personName, line.personId === me, verb), line.why && t`why: ${line.why}`, line.source && sourceWords(line.source)].filter((part) => part !== null && part !== '')
  return capital(parts.join(' · '))
}

function personWords(name: string, isReader: boolean, verb: LineVerb): string {
  if (verb === '') return isReader ? t`you` : name
  if (verb === 'can clear it') return isReader ? t`you can clear it` : t`${name} can clear it`
  return isReader ? t`you can answer it` : t`${name} can answer it`
}

/** Whether a line is settled, or by when that is expected. */
export function lineClock(line: Pick<LineView, 'eta' | 'clearedAt' | 'clearedBy'>, zone: string, now: Temporal.Instant): { words: string, tone: 'plain' | 'settled' | 'late' } | undefined {
  if (line.clearedAt !== null) {
    const when = formatWhen(Temporal.Instant.from(line.clearedAt), zone, now)
    return { words: line.clearedBy ? t`settled by ${line.clearedBy}, ${when}` : t`settled, ${when}`, tone: 'settled' }
  }
  if (line.eta === null) return undefined
  const eta = Temporal.Instant.from(line.eta)
  const late = Temporal.Instant.compare(eta, now) < 0
  const when = formatWhen(eta, zone, now)
  return { words: late ? t`was expected ${when}` : t`expected ${when}`, tone: late ? 'late' : 'plain' }
}
