import type { hitRate } from '#contract/asks.ts'
import type { OutputOf } from '#contract/operation.ts'
import { capital, counted, countInWords, listInWords } from '../../ui/format.ts'
import { t } from '../../ui/words.ts'

/** What stands on the link to asks that were put aside; undefined where there are none. */
export const asideWords = (count: number): string | undefined => (count === 0 ? undefined : t`${capital(counted(count, 'ask'))} put aside`)

/** Counts behind the sentence on one's urgent asks: `Four sent, three rated: two were urgent, one could have waited an hour.` */
export function ratingWords({ sent, rated, urgent, hour, day }: OutputOf<typeof hitRate>): string {
  const parts = [urgent > 0 && urgentWords(urgent), hour > 0 && hourWords(hour), day > 0 && dayWords(day)].filter((part) => part !== false)
  const counts = t`${capital(countInWords(sent))} sent, ${rated === 0 ? t`none` : countInWords(rated)} rated`
  return parts.length === 0 ? `${counts}.` : `${counts}: ${listInWords(parts)}.`
}

const urgentWords = (count: number) => count === 1 ? t`${countInWords(count)} was urgent` : t`${countInWords(count)} were urgent`
const hourWords = (count: number) => count === 1 ? t`${countInWords(count)} could have waited an hour` : t`${countInWords(count)} could have waited an hour¦several`
const dayWords = (count: number) => count === 1 ? t`${countInWords(count)} could have waited a day` : t`${countInWords(count)} could have waited a day¦several`
