import type { PushDevice } from '#contract/push.ts'
import { formatWhen } from '../ui/format.ts'
import type { PushAbility } from './push-browser.ts'
import { t } from '../ui/words.ts'

/** How this device stands, in a sentence or two. */
export function deviceWords(ability: PushAbility, device: Pick<PushDevice, 'failingSince' | 'lastError'> | undefined, zone: string, now: Temporal.Instant): string {
  if (ability === 'unable') return t`This browser cannot show messages. On an iPhone or iPad, add Longhand to the home screen first.`
  if (ability === 'forbidden') return t`You have told this browser to show nothing from Longhand. Change that in its settings for this page.`
  if (!device) return t`This device stays quiet. Switched on, it shows that something waits while no page is open, and never what it is.`
  return device.failingSince === null ? t`This device shows when something waits, and never what it is.` : unreachedWords(device, zone, now)
}

/** Since when a device could not be reached, and why. */
export function unreachedWords({ failingSince, lastError }: Pick<PushDevice, 'failingSince' | 'lastError'>, zone: string, now: Temporal.Instant): string {
  if (failingSince === null) return ''
  return t`This device could not be reached since ${formatWhen(Temporal.Instant.from(failingSince), zone, now)}${lastError === null ? '.' : `: ${lastError.replace(/\.$/, '')}.`}`
}
