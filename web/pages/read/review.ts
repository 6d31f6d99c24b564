import { t } from '../../ui/words.ts'
const FOR_GOOD = 'never'

/** How long a verification may hold. Values are days. */
export const REVIEW_OPTIONS = [
  { value: '30', label: t`in 30 days` }, { value: '90', label: t`in 90 days` }, { value: '180', label: t`in half a year` }, { value: '365', label: t`in a year` }, { value: FOR_GOOD, label: t`never; it holds for good` },
] as const

/** The option nearest to a number of days. @param days null: for good */
export function reviewValue(days: number | null): string {
  if (days === null) return FOR_GOOD
  return REVIEW_OPTIONS.find(({ value }) => Number(value) >= days)?.value ?? '365'
}

/** Days of an option; null where it holds for good. */
export const daysFrom = (value: string): number | null => (value === FOR_GOOD ? null : Number(value))
