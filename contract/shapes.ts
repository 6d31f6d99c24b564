import { isZone } from '#domain/time/zones.ts'
import { said } from '#domain/words/said.ts'
import { z } from 'zod'

/** Lone surrogates cannot be stored as UTF-8, and PostgreSQL refuses the null character. */
function isCleanText(text: string): boolean {
  return text.isWellFormed() && !text.includes('\u0000')
}

/** Text of people: cleaned of nothing, refused when it cannot be stored. Length in UTF-16 units. */
export const text = (max: number, min = 0) =>
  z.string().min(min).max(max).refine(isCleanText, said`holds broken Unicode or a null character; remove it and send again`.key)

/** Required text: at least one character that is not white space. */
export const words = (max: number) => text(max, 1).refine((value) => value.trim() !== '', said`must not be empty`.key)

export const Id = z.uuid()
/** An instant in UTC, ISO 8601, as every answer writes it: `2026-03-24T07:00:00Z`. */
export const InstantText = z.string().max(40).refine(isInstant, said`must be an instant such as 2026-03-24T07:00:00Z`.key)
/** A calendar date without zone: `2026-03-24`. */
export const DateText = z.string().max(10).refine(isDate, said`must be a date such as 2026-03-24 that exists`.key)
/** A date whose moments are told, so that each of them is an instant wherever on earth. */
export const DayText = DateText.refine((value) => value >= FIRST_DAY, said`must be 1970-01-02 or later`.key)
/** A time of day: `09:30`; `24:00` ends a day. */
export const TimeText = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, said`must be a time such as 09:30`.key)
/** An IANA time zone: `Europe/Lisbon`. */
export const ZoneText = z.string().max(64).refine(isZone, said`must be an IANA time zone such as Europe/Lisbon`.key)
/** A language, with a country where it matters: `en-GB`, `de-CH`. Unit: BCP 47. */
const LOCALE_MAX = 35
export const LocaleText = z.string().max(LOCALE_MAX).refine(isLocale, said`must be a language such as en-GB or de-CH`.key)
export const Email = z.string().trim().max(254).pipe(z.email())
export const EntryNumber = z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER)

/** A page of a list: the rows and, where more follow, the cursor to ask for them. */
export const page = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), next: z.string().nullable() })
/** How many rows a page holds at most. */
const PAGE_MAX = 200
const PAGE_DEFAULT = 50
export const pageInput = {
  cursor: z.string().max(200).optional().describe('From `next` of the page before.'),
  limit: z.coerce.number().int().min(1).max(PAGE_MAX).default(PAGE_DEFAULT),
}

export const Ok = z.object({ ok: z.literal(true) })

/** What every clock, calendar and database here can hold: years of four digits, from the first year of UNIX time. */
const FIRST_MS = 0
const LAST_MS = Date.UTC(9999, 11, 31)
const FIRST_DATE = '1900-01-01'
/** The first that lies after the first instant in every zone. */
const FIRST_DAY = '1970-01-02'
/** Weeks can be counted on from it, in every zone, and its year still has four digits. */
const LAST_DATE = '9999-01-01'

/** As `Intl` understands it. */
function isLocale(value: string): boolean {
  try { return Intl.getCanonicalLocales(value).length === 1 } catch { return false }
}
function isInstant(value: string): boolean {
  try {
    const { epochMilliseconds } = Temporal.Instant.from(value)
    return epochMilliseconds >= FIRST_MS && epochMilliseconds <= LAST_MS
  } catch { return false }
}
function isDate(value: string): boolean {
  try { return Temporal.PlainDate.from(value, { overflow: 'reject' }).toString() === value && value >= FIRST_DATE && value <= LAST_DATE } catch { return false }
}
