import type { Kysely } from 'kysely'
import type { AnswerTables } from './tables/answers.ts'
import type { AskTables } from './tables/asks.ts'
import type { AttentionTables } from './tables/attention.ts'
import type { CheckinTables } from './tables/checkins.ts'
import type { DecisionTables } from './tables/decisions.ts'
import type { FileTables } from './tables/files.ts'
import type { HandoffTables } from './tables/handoffs.ts'
import type { ImportTables } from './tables/imports.ts'
import type { LinkTables } from './tables/links.ts'
import type { MailInTables } from './tables/mail-in.ts'
import type { PageTables } from './tables/pages.ts'
import type { PlatformTables } from './tables/platform.ts'
import type { RunTables } from './tables/runs.ts'
import type { SearchTables } from './tables/search.ts'
import type { ThreadTables } from './tables/threads.ts'
import type { WebhookTables } from './tables/webhooks.ts'
import type { WorkingTimeTables } from './tables/working-time.ts'
import type { WritingTables } from './tables/writing.ts'
import type { WorkspaceTables } from './tables/workspace.ts'

/** Every table as the app sees it. The truth is in `migrations/`. */
export type Tables = WorkspaceTables & WorkingTimeTables & HandoffTables & CheckinTables & AnswerTables & AskTables & AttentionTables & ThreadTables & PageTables & WebhookTables & PlatformTables & FileTables & MailInTables & DecisionTables & ImportTables & RunTables & SearchTables & LinkTables & WritingTables
export type Db = Kysely<Tables>
