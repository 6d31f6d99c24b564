import { readServerStatus } from '#contract/status.ts'
import { on } from '#server/platform/http/on.ts'
import type { Feature } from '#server/platform/http/on.ts'
import { viewStatus } from './views.ts'

/** How the server does, for owners and admins. */
export const status: Feature = { name: 'status', routes: [on(readServerStatus, (act) => viewStatus(act))] }
