import * as contract from '#contract/push.ts'
import { on } from '#server/platform/http/on.ts'
import type { Feature } from '#server/platform/http/on.ts'
import { subscribe, test, unsubscribe, view } from './commands.ts'
import { pushSender } from './sender.ts'
import { pushTimers } from './timers.ts'

/** Browsers that show that something waits, while no page is open. */
export const push: Feature = {
  name: 'push',
  routes: [on(contract.readPush, (act) => view(act)), on(contract.subscribePush, subscribe), on(contract.unsubscribePush, unsubscribe), on(contract.testPush, test)],
  timers: pushTimers, finders: Object.keys(pushTimers), sends: { push: pushSender },
}
