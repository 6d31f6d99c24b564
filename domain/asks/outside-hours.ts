import { isBefore } from '../time/spans.ts'
import type { Instant, WorkCalendar } from '../time/types.ts'
import { workingSpans } from '../time/working-spans.ts'
import { said } from '../words/said.ts'
import { momentThere, momentWords, nameIn, speak, zoneIn } from './moment-words.ts'
import type { Cast, Viewer } from './moment-words.ts'
import type { Answerers, AskPlan } from './plan-ask.ts'

/**
 * What an asker should know who chose a due time outside of the hours of whoever answers by then. It is no error: the clock
 * was theirs to choose.
 * @returns null where the time lies within working hours, at their end, or has passed
 * @example 'Mei does not work at Wednesday 05:00 Manila (Tuesday 21:00 yours); the working time before it ends Tuesday 17:00 there (Tuesday 09:00 yours).'
 */
export function outsideHoursSentence({ answererId, dueAt, takeover }: AskPlan, who: Answerers, cast: Cast, viewer: Viewer): string | null {
  const id = takeover?.coverId ?? answererId
  const reader = who.readers.get(id)
  if (!reader || !isBefore(viewer.now, dueAt)) return null
  const ends = lastEnd(reader.calendar, viewer.now, dueAt)
  if (ends !== null && !isBefore(ends, dueAt)) return null
  const zone = zoneIn(cast, id)
  const due = momentWords(dueAt, zone, viewer)
  return speak(ends === null
    ? said`${nameIn(cast, id)} does not work before ${due}.`
    : said`${nameIn(cast, id)} does not work at ${due}; the working time before it ends ${momentThere(ends, zone, dueAt, viewer)}.`, viewer)
}

function lastEnd(calendar: WorkCalendar, from: Instant, until: Instant): Instant | null {
  return workingSpans(calendar, from, until).at(-1)?.end ?? null
}
