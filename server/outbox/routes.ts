import * as contract from '#contract/outbox.ts'
import { on } from '#server/platform/http/on.ts'
import type { Feature } from '#server/platform/http/on.ts'
import { again } from './commands.ts'
import { viewOutbox } from './views.ts'

/** What was mailed, to whom, why, and what became of it. */
export const outbox: Feature = {
  name: 'outbox',
  routes: [on(contract.listOutbox, viewOutbox), on(contract.sendAgain, again)],
}
