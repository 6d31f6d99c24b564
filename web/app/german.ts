import type { Texts } from '#domain/words/said.ts'
import { GERMAN as DOMAIN } from '#domain/words/german/german.ts'
import { GERMAN as AGREEMENT } from '../agreement/de.ts'
import { GERMAN as ANSWERS } from '../answers/de.ts'
import { GERMAN as APP } from './de.ts'
import { GERMAN as ASKS } from '../asks/de.ts'
import { GERMAN as AUDIT } from '../audit/de.ts'
import { GERMAN as BRIEF } from '../brief/de.ts'
import { GERMAN as CHECKINS } from '../checkins/de.ts'
import { GERMAN as DECISIONS } from '../decisions/de.ts'
import { GERMAN as DEMO } from '../demo/de.ts'
import { GERMAN as DRAFTS } from '../drafts/de.ts'
import { GERMAN as EXPORTS } from '../exports/de.ts'
import { GERMAN as FOCUS } from '../focus/de.ts'
import { GERMAN as HANDOFFS } from '../handoffs/de.ts'
import { GERMAN as IMPORTS } from '../imports/de.ts'
import { GERMAN as INBOX } from '../inbox/de.ts'
import { GERMAN as LINKS } from '../links/de.ts'
import { GERMAN as MEMBERS } from '../members/de.ts'
import { GERMAN as OFFLINE } from '../offline/de.ts'
import { GERMAN as OUTBOX } from '../outbox/de.ts'
import { GERMAN as PAGES } from '../pages/de.ts'
import { GERMAN as PEOPLE } from '../people/de.ts'
import { GERMAN as RADIATORS } from '../radiators/de.ts'
import { GERMAN as RUNS } from '../runs/de.ts'
import { GERMAN as SEARCH } from '../search/de.ts'
import { GERMAN as SETTINGS } from '../settings/de.ts'
import { GERMAN as SPACES } from '../spaces/de.ts'
import { GERMAN as START } from '../start/de.ts'
import { GERMAN as STATUS } from '../status/de.ts'
import { GERMAN as THREADS } from '../threads/de.ts'
import { GERMAN as UI } from '../ui/de.ts'
import { GERMAN as WEBHOOKS } from '../webhooks/de.ts'

/** Everything that the pages say, in German: what domain and contract say to them, and the texts of each feature, each sentence in one of them. */
export const GERMAN: Texts = {
  ...DOMAIN,
  ...AGREEMENT, ...ANSWERS, ...APP, ...ASKS, ...AUDIT, ...BRIEF, ...CHECKINS, ...DECISIONS, ...DEMO, ...DRAFTS, ...EXPORTS, ...FOCUS, ...HANDOFFS, ...IMPORTS,
  ...INBOX, ...LINKS, ...MEMBERS, ...OFFLINE, ...OUTBOX, ...PAGES, ...PEOPLE, ...RADIATORS, ...RUNS, ...SEARCH, ...SETTINGS, ...SPACES, ...START,
  ...STATUS, ...THREADS, ...UI, ...WEBHOOKS,
}
