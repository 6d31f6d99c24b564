import { useMemo } from 'react'
import type { MeView } from '#contract/account.ts'
import { listPeople } from '#contract/people.ts'
import { useRead } from '../../app/api.ts'
import { formatClock, zoneCity } from '../../ui/format.ts'
import type { Option } from '../../ui/Select.tsx'
import { t } from '../../ui/words.ts'

/** Said where nobody fits what was typed. */
export const noneIn = (spaceId: string | null): string => spaceId === null ? t`Choose the space first.` : t`Nobody by that name can see this.`

/** Who can be named in a space: its members where it is private, else everybody, oneself included. */
export function useSpacePeople(me: MeView, spaceId: string | null, now: Temporal.Instant): readonly Option[] {
  const open = me.spaces.find(({ id }) => id === spaceId)?.visibility === 'open'
  const people = useRead(listPeople, open || spaceId === null ? {} : { spaceId }, { when: spaceId !== null }).data?.people
  return useMemo(() => (people ?? []).filter(({ state }) => state === 'active').map(({ id, name, zone }) => ({ value: id, label: name, hint: id === me.person.id ? t`you` : t`${formatClock(now, zone)} in ${zoneCity(zone)}` })), [people, me.person.id, now])
}
