import type { Feature } from './platform/http/on.ts'
import { account } from './account/routes.ts'
import { agreement } from './agreement/routes.ts'
import { handoffs } from './handoffs/routes.ts'
import { outbox } from './outbox/routes.ts'
import { checkins } from './checkins/routes.ts'

/** Every room of the server. A new one is added here and in `contract/index.ts`. */
export const FEATURES: readonly Feature[] = [account, outbox, agreement, checkins, handoffs]
