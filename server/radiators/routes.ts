import * as contract from '#contract/radiators.ts'
import { on } from '#server/platform/http/on.ts'
import type { Feature } from '#server/platform/http/on.ts'
import { viewAway, viewStartHere, viewStatus, viewTeam } from './views.ts'

/** Pages that are made of what was written, and written by nobody. */
export const radiators: Feature = {
  name: 'radiators',
  routes: [on(contract.readStartHere, viewStartHere), on(contract.readTeam, viewTeam), on(contract.readStatus, viewStatus), on(contract.readAway, viewAway)],
}
