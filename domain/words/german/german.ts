import type { Texts } from '../said.ts'
import { GERMAN as AGREEMENT } from './agreement.ts'
import { GERMAN as ANSWERS } from './answers.ts'
import { GERMAN as ASKS } from './asks.ts'
import { GERMAN as ATTENTION } from './attention.ts'
import { GERMAN as AUDIT } from './audit.ts'
import { GERMAN as BRIEF } from './brief.ts'
import { GERMAN as CHECKINS } from './checkins.ts'
import { GERMAN as DECISIONS } from './decisions.ts'
import { GERMAN as HANDOFFS } from './handoffs.ts'
import { GERMAN as IMPORTS } from './imports.ts'
import { GERMAN as INPUTS } from './inputs.ts'
import { GERMAN as LINKS } from './links.ts'
import { GERMAN as PAGES } from './pages.ts'
import { GERMAN as PEOPLE } from './people.ts'
import { GERMAN as POLICY } from './policy.ts'
import { GERMAN as RADIATORS } from './radiators.ts'
import { GERMAN as RUNS } from './runs.ts'
import { GERMAN as SEARCH } from './search.ts'
import { GERMAN as STATUS } from './status.ts'
import { GERMAN as THREADS } from './threads.ts'
import { GERMAN as TIME } from './time.ts'
import { GERMAN as WEBHOOKS } from './webhooks.ts'

/** Everything that domain and contract say, in German. */
export const GERMAN: Texts = {
  ...AGREEMENT, ...ANSWERS, ...ASKS, ...ATTENTION, ...AUDIT, ...BRIEF, ...CHECKINS, ...DECISIONS, ...HANDOFFS, ...IMPORTS, ...INPUTS, ...LINKS, ...PAGES, ...PEOPLE, ...POLICY, ...RADIATORS, ...RUNS, ...SEARCH, ...STATUS, ...THREADS, ...TIME, ...WEBHOOKS,
}
