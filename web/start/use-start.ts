import { useEffect } from 'react'
import { readStart } from '#contract/account.ts'
import { useRead } from '../app/api.ts'
import { setServerTime } from '../app/clock.ts'

/** What a visitor may know of this Longhand. The page's clock then follows the server's, as it does for those who are signed in. */
export function useStart() {
  const start = useRead(readStart, {})
  const [clock, heard] = [start.data?.clock, start.dataUpdatedAt]
  useEffect(() => {
    if (clock) setServerTime(clock.now, !clock.stands, heard)
  }, [clock, heard])
  return start
}
