import type { InviteView, MemberView } from '#contract/members.ts'
import type { Role } from '#domain/policy.ts'
import { formatDay, formatWhen, zoneCity } from '../ui/format.ts'
import { t } from '../ui/words.ts'

/** What each role may, for those who choose one. */
export const ROLE_CHOICES: readonly { value: Role, label: string, about: string }[] = [
  { value: 'member', label: t`Member`, about: t`Reads and writes in every open space, and in the private ones they belong to.` },
  { value: 'guest', label: t`Guest`, about: t`Sees only the spaces you choose, and the people in them.` },
  { value: 'admin', label: t`Admin`, about: t`Also manages members, hours of others, and the agreement.` },
  { value: 'owner', label: t`Owner`, about: t`Also makes and changes owners. One owner always stays.` },
]

/** A role inside a sentence. */
const ROLE_AMID: Record<Role, string> = { member: t`member¦role`, guest: t`guest¦role`, admin: t`admin¦role`, owner: t`owner¦role` }

/** The roles that somebody may give: only an owner makes an owner. */
export const rolesFor = (role: Role) => ROLE_CHOICES.filter(({ value }) => value !== 'owner' || role === 'owner')

/** `Admin in Lisbon, last here yesterday 18:00`. */
export function memberWords({ role, state, zone, lastSeenAt }: Pick<MemberView, 'role' | 'state' | 'zone' | 'lastSeenAt'>, readerZone: string, now: Temporal.Instant): string {
  const label = ROLE_CHOICES.find(({ value }) => value === role)?.label ?? role
  if (state === 'deactivated') return t`${label}; deactivated, cannot sign in`
  if (state === 'invited') return t`${label}; invited, not here yet`
  const seen = lastSeenAt ? t`last here ${formatWhen(Temporal.Instant.from(lastSeenAt), readerZone, now)}` : t`not here yet`
  return t`${label} in ${zoneCity(zone)}, ${seen}`
}

/** `Invited by Ana as member; the link works until Friday`. */
export function inviteWords({ invitedBy, role, expired, expiresAt }: Pick<InviteView, 'invitedBy' | 'role' | 'expired' | 'expiresAt'>, readerZone: string, now: Temporal.Instant): string {
  const day = formatDay(Temporal.Instant.from(expiresAt), readerZone, now)
  return t`Invited by ${invitedBy} as ${ROLE_AMID[role]}; ${expired ? t`the link ended ${day}` : t`the link works until ${day}`}`
}
