import type { hitRate } from '#contract/asks.ts'
import type { OutputOf } from '#contract/operation.ts'
import { capital, counted, countInWords, listInWords } from '../../ui/format.ts'
import { t } from '../../ui/words.ts'

/** What stands on the link to asks that were put aside; undefined where there are none. */
export const asideWords = (count: number): string | undefined => (count === 0 ? undefined : t`${capital(counted(count, 'ask'))} put aside`)

/** Counts behind the sentence on one's urgent asks: `Four sent, three rated: two were urgent, one could have waited an hour.` */
export function ratingWords({ sent, rated, urgent, hour, day }: OutputOf<typeof hitRate>): string {
  const parts = [
    urgent > 0 && `${counted(urgent, 'was', 'were')} urgent`, hour > 0 && t`${countInWords(hour)} could have waited an hour`, day > 0 && t`${countInWords(day)} could have waited a day`,
  ].filter((part) => part !== false)
  const counts = t`${capital(countInWords(sent))} sent, ${rated === 0 ? 'none' : countInWords(rated)} rated`
  return parts.length === 0 ? `${counts}.` : `${counts}: ${listInWords(parts)}.`
}
