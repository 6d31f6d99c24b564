import type { DeliveryView } from '#contract/outbox.ts'

export type MailState = DeliveryView['state']

/** The states one can look for, in the order in which they matter. */
export const STATES: readonly { value: MailState | 'all', label: string }[] = [
  { value: 'all', label: 'All' }, { value: 'failed', label: 'Failed' }, { value: 'kept', label: 'Kept here' }, { value: 'waiting', label: 'Waiting' }, { value: 'sent', label: 'Sent' },
]

/** The state that an address names; undefined for all. */
export function stateIn(value: unknown): MailState | undefined {
  const found = STATES.find((state) => state.value === value)?.value
  return found === 'all' ? undefined : found
}
