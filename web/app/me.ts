import { useEffect } from 'react'
import { readMe } from '#contract/account.ts'
import type { MeView } from '#contract/account.ts'
import { useRead } from './api.ts'
import { setServerTime } from './clock.ts'

/** Who is signed in, their zone and spaces, and the server's clock, which the page's clock then follows. */
export function useMe() {
  const me = useRead(readMe, {})
  const [clock, heard] = [me.data?.clock, me.dataUpdatedAt]
  useEffect(() => {
    if (clock) setServerTime(clock.now, !clock.stands, heard)
  }, [clock, heard])
  return me
}

/** True for those who also see members and the outbox. */
export const isAdmin = (me: MeView) => me.person.role === 'owner' || me.person.role === 'admin'

/** The reader's zone; the browser's until the server has said who they are. */
export function zoneOf(me: MeView | undefined): string {
  return me?.person.zone ?? new Intl.DateTimeFormat().resolvedOptions().timeZone
}
