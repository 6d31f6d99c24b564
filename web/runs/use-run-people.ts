import { useMemo } from 'react'
import { listPeople } from '#contract/people.ts'
import { useRead } from '../app/api.ts'
import { formatClock, zoneCity } from '../ui/format.ts'
import type { Option } from '../ui/Select.tsx'
import { t } from '../ui/words.ts'

/** Who can be named in a run: the people of its space, each with their clock; not oneself. */
export function useRunPeople(spaceId: string, me: string, now: Temporal.Instant): readonly Option[] {
  const people = useRead(listPeople, { spaceId }).data?.people
  return useMemo(() => (people ?? []).filter(({ id, state }) => state === 'active' && id !== me).map(({ id, name, zone }) => ({ value: id, label: name, hint: t`${formatClock(now, zone)} in ${zoneCity(zone)}` })), [people, me, now])
}
