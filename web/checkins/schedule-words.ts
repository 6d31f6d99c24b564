import type { FormView } from '#contract/checkins.ts'
import { durationWords } from '#domain/time/time-words.ts'
import { countInWords, listInWords } from '../ui/format.ts'
import { WEEKDAYS } from '../ui/hours.ts'
import { t } from '../ui/words.ts'

type Schedule = FormView['schedule']

/** `Monday to Friday when the shift starts, answered within 2 h of working time`. */
export function scheduleWords({ days, at, every_weeks: weeks, window_minutes: window }: Schedule): string {
  const rhythm = weeks === 1 ? '' : t`, every ${countInWords(weeks)} weeks`
  const when = at === 'shift_start' ? t`when the shift starts` : t`at ${at} local time`
  return t`${daysWords(days)} ${when}${rhythm}, answered within ${durationWords(window)} of working time`
}

/** Days in a row are said as a stretch: `Monday to Friday`, `Monday, Wednesday and Friday`. */
export function daysWords(days: readonly number[]): string {
  const sorted = [...new Set(days)].sort((a, b) => a - b)
  const names = WEEKDAYS.filter(({ day }) => sorted.includes(day)).map(({ name }) => name)
  const inRow = sorted.every((day, at) => at === 0 || day === (sorted[at - 1] ?? 0) + 1)
  return inRow && names.length > 2 ? t`${names[0] ?? ''} to ${names.at(-1) ?? ''}` : listInWords(names)
}

/** What each kind of check-in is for. */
export const KINDS: readonly { value: FormView['kind'], label: string, about: string }[] = [
  { value: 'standup', label: t`Standup`, about: t`Each working day when the shift starts: what is done, what comes, what blocks. Last evening’s wrap answers most of it.` },
  { value: 'weekly_plans', label: t`Progress and plans`, about: t`On Fridays: what got done, what comes next week, what is in the way, where help is needed.` },
  { value: 'weekly_shipped', label: t`Shipped and next`, about: t`On Fridays: what shipped, what is next, what is blocked, what the others should know.` },
  { value: 'custom', label: t`Your own questions`, about: t`Up to twelve questions, on the days you choose.` },
]
