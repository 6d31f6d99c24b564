import { isAdmin, useMe, zoneOf } from '../app/me.ts'
import { MyLog } from './MyLog.tsx'
import { WholeLog } from './WholeLog.tsx'

/** Who did what to rights, ways in and settings: all of it for those who manage the workspace, and for others what concerns themselves. */
export function AuditPage() {
  const me = useMe().data
  if (!me) return null
  return isAdmin(me) ? <WholeLog zone={zoneOf(me)} /> : <MyLog zone={zoneOf(me)} />
}
