import type { DeliveryView } from '#contract/outbox.ts'
import { t } from '../ui/words.ts'

export type MailState = DeliveryView['state']

/** The states one can look for, in the order in which they matter. */
export const STATES: readonly { value: MailState | 'all', label: string }[] = [
  { value: 'all', label: t`All` }, { value: 'failed', label: t`Failed` }, { value: 'kept', label: t`Kept here` }, { value: 'waiting', label: t`Waiting` }, { value: 'sent', label: t`Sent` },
]

/** The state that an address names; undefined for all. */
export function stateIn(value: unknown): MailState | undefined {
  const found = STATES.find((state) => state.value === value)?.value
  return found === 'all' ? undefined : found
}
