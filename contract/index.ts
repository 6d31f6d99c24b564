import * as access from './access.ts'
import * as account from './account.ts'
import * as agreement from './agreement.ts'
import * as answers from './answers.ts'
import * as audit from './audit.ts'
import * as faq from './faq.ts'
import * as files from './files.ts'
import * as handoffs from './handoffs.ts'
import * as links from './links.ts'
import * as imports from './imports.ts'
import * as mailIn from './mail-in.ts'
import * as members from './members.ts'
import type { AnyOperation } from './operation.ts'
import * as outbox from './outbox.ts'
import * as people from './people.ts'
import * as radiators from './radiators.ts'
import * as checkins from './checkins.ts'
import * as exports from './exports.ts'
import * as demo from './demo.ts'
import * as entries from './entries.ts'
import * as pageTruth from './page-truth.ts'
import * as pages from './pages.ts'
import * as passkeys from './passkeys.ts'
import * as push from './push.ts'
import * as runs from './runs.ts'
import * as search from './search.ts'
import * as searches from './searches.ts'
import * as spaces from './spaces.ts'
import * as status from './status.ts'
import * as webhooks from './webhooks.ts'
import * as brief from './brief.ts'
import * as asks from './asks.ts'
import * as decisions from './decisions.ts'
import * as attention from './attention.ts'
import * as threads from './threads.ts'
import * as writing from './writing.ts'

/** What each room of the contract exports: operations, and the shapes they speak in. */
export const ROOMS: readonly Record<string, unknown>[] = [account, access, passkeys, members, outbox, mailIn, people, agreement, checkins, handoffs, spaces, entries, demo, brief, asks, decisions, attention, threads, pages, pageTruth, runs, writing, files, push, webhooks, search, searches, links, radiators, imports, exports, answers, faq, status, audit]

/** Every operation, in the order of the rooms. Routes, client, OpenAPI, CLI and MCP tools are made from this list. */
export const OPERATIONS: readonly AnyOperation[] = ROOMS.flatMap((room) => Object.values(room).filter(isOperation))

function isOperation(value: unknown): value is AnyOperation {
  return typeof value === 'object' && value !== null && 'method' in value && 'does' in value && 'needs' in value
}
