import { useMemo } from 'react'
import type { MeView } from '#contract/account.ts'
import { listPeople } from '#contract/people.ts'
import { useRead } from '../../app/api.ts'
import type { Option } from '../../ui/Select.tsx'
import { peopleToAsk } from './landing-words.ts'

/** Who can be asked in a space: its members where it is private, else everybody. Nobody before the space is known. */
export function useAskPeople(me: MeView, spaceId: string | null, now: Temporal.Instant): readonly Option[] {
  const open = me.spaces.find(({ id }) => id === spaceId)?.visibility === 'open'
  const people = useRead(listPeople, open || spaceId === null ? {} : { spaceId }, { when: spaceId !== null }).data?.people
  return useMemo(() => peopleToAsk(people ?? [], me.person.id, now), [people, me.person.id, now])
}
