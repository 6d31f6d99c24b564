import { t } from '../ui/words.ts'
/** How long a token holds. Unit: days. */
export const ENDS = [{ value: '30', label: t`In 30 days` }, { value: '90', label: t`In 90 days` }, { value: '365', label: t`In a year` }, { value: 'never', label: t`When I end it` }] as const
export type Ends = (typeof ENDS)[number]['value']

/** @returns the instant as the contract takes it; undefined for a token that does not end by itself */
export const endOf = (ends: Ends, now: Temporal.Instant): string | undefined => (ends === 'never' ? undefined : now.add({ hours: 24 * Number(ends) }).toString({ smallestUnit: 'second' }))
