import type { WrapView } from '#contract/handoffs.ts'
import { showSameTime } from '#domain/time/time-words.ts'
import { formatWhen, listInWords, zoneCity } from '../../ui/format.ts'
import { t } from '../../ui/words.ts'

/**
 * Who reads a wrap and when their shift starts, one sentence for each moment:
 * `Kenji reads this at 09:00 Tokyo, 01:00 for you.`
 * @param zone the author's, who is told
 */
export function readersSentences(readers: WrapView['readers'], zone: string, now: Temporal.Instant): string[] {
  const groups = new Map<string, string[]>()
  for (const { name, zone: theirs, readsAt } of readers.toSorted((a, b) => Temporal.Instant.compare(a.readsAt, b.readsAt))) {
    const when = `${readsAt} ${theirs}`
    groups.set(when, [...groups.get(when) ?? [], name])
  }
  return [...groups].map(([when, names]) => {
    const [readsAt = '', theirs = ''] = when.split(' ')
    const [who, one] = [listInWords(names), names.length === 1]
    if (Temporal.Instant.compare(readsAt, now) <= 0) return one ? t`${who} can read this now.` : t`${who} can read this now.¦several`
    const at = atWords(Temporal.Instant.from(readsAt), theirs, zone, now)
    return one ? t`${who} reads this ${at}.` : t`${who} read this ${at}.`
  })
}

function atWords(at: Temporal.Instant, theirs: string, mine: string, now: Temporal.Instant): string {
  if (showSameTime(at, theirs, mine)) return on(formatWhen(at, mine, now))
  return t`${on(formatWhen(at, theirs, now))} ${zoneCity(theirs)}, ${formatWhen(at, mine, now)} for you`
}

/** `16:30` → `at 16:30`; `tomorrow 09:00` → `tomorrow at 09:00`; `Monday 09:00` → `on Monday at 09:00`. */
function on(when: string): string {
  const cut = when.lastIndexOf(' ')
  if (cut === -1) return t`at ${when}`
  const day = when.slice(0, cut)
  return t`${day === t`tomorrow` ? day : t`on ${day}`} at ${when.slice(cut + 1)}`
}
