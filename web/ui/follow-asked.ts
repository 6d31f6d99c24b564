import type { GivenTo } from '#contract/operation.ts'
import type { followThread } from '#contract/threads.ts'
import type { FollowChoice } from './FollowMenu.tsx'

type Asked = Pick<GivenTo<typeof followThread>, 'follow' | 'until'>
/** When a mute until tomorrow ends: before most people begin. Local clock. */
const MORNING = '06:00'

/** What a choice of the menu means for the server. */
export function followAsked(choice: FollowChoice, now: Temporal.Instant, zone: string): Asked {
  switch (choice) {
    case 'follow': return { follow: 'following' }
    case 'stop': return { follow: 'off' }
    case 'mute': return { follow: 'muted' }
    case 'mute-hour': return { follow: 'muted', until: now.add({ hours: 1 }).toString() }
    case 'mute-tomorrow': return { follow: 'muted', until: now.toZonedDateTimeISO(zone).toPlainDate().add({ days: 1 }).toZonedDateTime({ timeZone: zone, plainTime: MORNING }).toInstant().toString() }
  }
}
