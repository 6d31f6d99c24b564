import type { Feature } from './platform/http/on.ts'
import { account } from './account/routes.ts'
import { agreement } from './agreement/routes.ts'
import { answers } from './answers/routes.ts'
import { files } from './files/routes.ts'
import { handoffs } from './handoffs/routes.ts'
import { imports } from './imports/routes.ts'
import { mailIn } from './mail-in/routes.ts'
import { outbox } from './outbox/routes.ts'
import { people } from './people/routes.ts'
import { checkins } from './checkins/routes.ts'
import { demo } from './demo/routes.ts'
import { entries } from './entries/routes.ts'
import { spaces } from './spaces/routes.ts'
import { brief } from './brief/routes.ts'
import { asks } from './asks/routes.ts'
import { attention } from './attention/routes.ts'
import { decisions } from './decisions/routes.ts'
import { threads } from './threads/routes.ts'
import { push } from './push/routes.ts'
import { search } from './search/routes.ts'
import { webhooks } from './webhooks/routes.ts'
import { writing } from './writing/routes.ts'

const ROOMS: readonly Feature[] = [account, outbox, people, agreement, checkins, handoffs, spaces, entries, brief, asks, decisions, attention, threads, writing, files, push, search, imports, answers]

/** Every room of the server. A new one is added here and in `contract/index.ts`. */
export const FEATURES: readonly Feature[] = [...ROOMS, mailIn(ROOMS), webhooks(ROOMS), demo(ROOMS)]
