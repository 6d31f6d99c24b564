import * as contract from '#contract/brief.ts'
import { on, onReplica } from '#server/platform/http/on.ts'
import type { Feature } from '#server/platform/http/on.ts'
import { wordsOf } from '#server/platform/words.ts'
import { composeBrief } from './compose.ts'
import { noteOpened } from './queries.ts'
import { COMPOSE, composeForShift, replan } from './timers.ts'

/** What a person reads first in a shift: composed when it starts, and fresh whenever it is opened. */
export const brief: Feature = {
  name: 'brief',
  routes: [
    onReplica(contract.readBrief, (act, input) => composeBrief(act, { asked: input.since === undefined ? null : Temporal.Instant.from(input.since), words: wordsOf(act) })),
    on(contract.openedBrief, async (act) => {
      await noteOpened(act)
      return { ok: true as const }
    }),
  ],
  timers: { [COMPOSE]: composeForShift }, finders: [COMPOSE],
  listens: {
    'people.hours_changed': (act, event) => replan(act, String(event.payload?.['personId'] ?? '')),
    'people.changed': (act, event) => replan(act, String(event.payload?.['personId'] ?? '')),
    'people.deactivated': (act, event) => replan(act, String(event.payload?.['personId'] ?? '')),
  },
}
