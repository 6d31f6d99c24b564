import type { Landing, Offer } from '#contract/asks.ts'
import type { PersonView } from '#contract/people.ts'
import { calendarFromJson } from '#domain/time/types.ts'
import { capital, formatClock, zoneCity } from '../../ui/format.ts'
import type { Reader } from '../../ui/ReaderRibbons.tsx'
import type { Option } from '../../ui/Select.tsx'
import { t } from '../../ui/words.ts'

const instant = (at: string | null) => (at === null ? null : Temporal.Instant.from(at))

/** One reader of the preview, as the ribbons draw them. */
export function readerOf(landing: Landing): Reader {
  const { personId, name, zone, calendar, focus, readsAt, dueAt, sentence, role, coverFor } = landing
  return {
    key: personId, name, zone, sentence, role: role === 'other' ? t`may add` : coverFor === null ? undefined : t`covers for ${coverFor}`,
    calendar: calendarFromJson(calendar), focus: focus.map(({ start, end }) => ({ start: Temporal.Instant.from(start), end: Temporal.Instant.from(end) })), readsAt: instant(readsAt), dueAt: instant(dueAt),
  }
}

/** What stands on the button that takes an offer. */
export const offerLabel = (offer: Offer): string => (offer.kind === 'urgent' ? t`Make it urgent` : offer.kind === 'cover' ? t`Ask ${offer.name}, who covers` : t`Ask ${offer.name} instead`)

/** What the button does not say yet: `Due 17:00.` out of `Ask Ben: due 17:00.` */
export function offerRest({ sentence }: Pick<Offer, 'sentence'>): string {
  const at = sentence.indexOf(': ')
  return at === -1 ? sentence : capital(sentence.slice(at + 2))
}

/** People who can be asked, with the clock where they are: `02:10 in Manila, off work`. */
export function peopleToAsk(people: readonly PersonView[], me: string, now: Temporal.Instant): Option[] {
  return people.filter(({ id, state }) => state === 'active' && id !== me)
    .map(({ id, name, zone, working }) => ({ value: id, label: name, hint: working ? t`${formatClock(now, zone)} in ${zoneCity(zone)}` : t`${formatClock(now, zone)} in ${zoneCity(zone)}, off work` }))
}
