import { changes } from '#contract/operation.ts'
import type { AnyOperation } from '#contract/operation.ts'
import { Refusal } from '#domain/refusal.ts'
import { said } from '#domain/words/said.ts'
import type { Words } from '#domain/words/said.ts'
import { logLink, recorded, recordedVisit, recordRefusal } from '../audit/recorded.ts'
import type { Added } from '../audit/recorded.ts'
import { makeAct, systemActor } from '../act.ts'
import type { ActingPerson, Platform, Visit } from '../act.ts'
import type { Db } from '../db/schema.ts'
import { failpoint } from '../failpoint.ts'
import { newId } from '../ids.ts'
import { traced } from '../telemetry/trace.ts'
import { wordsFor } from '../words.ts'
import { once } from './idempotency.ts'
import type { Route } from './on.ts'
import { issuesIn } from './issues.ts'

/** How often a write that lost a race inside the database is tried. */
const TRIES = 4
const LOST_RACE = new Set(['40001', '40P01'])

type Answered = {
  /** What the caller sent, not yet checked. Asked for once it is known that the caller may ask at all. */
  given: () => unknown
  setSession?: (token: string | null) => void
}
type AsPerson = Answered & { actor: ActingPerson; key: string | null }
type AsVisitor = Answered & { userAgent: string; words: Words; held: string | null; byBrowser: boolean }

/**
 * Runs one operation for somebody whose identity is known: scope, input, one transaction, and once for each key.
 * HTTP and MCP both come through here, so that neither is a second door.
 */
export async function runAsPerson(platform: Platform, { operation, run, byReplica = false }: Route, { actor, key, given, setSession }: AsPerson): Promise<unknown> {
  requireScope(actor, operation)
  if (run.by !== 'person') throw new Error(`${operation.name} is not called like this.`)
  requireTurn(platform, actor, operation)
  const now = platform.clock.now()
  const input = operation.input.parse(given(), issuesIn(wordsFor(actor.locale)))
  const { replica } = platform
  const within = (work: (tx: Db) => Promise<unknown>) => byReplica && replica && !changes(operation) ? replica.read(work) : inTransaction(platform, operation, work)
  const added: Added = { link: null }
  const answered = await within((tx) => {
    added.link = null
    const act = makeAct(platform, { tx, actor, now, ...(setSession && { setSession }) })
    const work = () => recorded(platform, act, { operation, input }, { work: async () => shaped(operation, await run.answer(act, input as never)), added })
    return changes(operation) ? once(act, key, { operation: operation.name, input, secret: operation.secret }, work) : work()
  })
  logLink(platform, added)
  return answered
}

/** Runs one operation that needs no sign-in. */
export async function runAsVisitor(platform: Platform, { operation, run, turn = (work) => work() }: Route, { given, setSession = () => undefined, words, userAgent, held, byBrowser }: AsVisitor): Promise<unknown> {
  if (run.by !== 'anyone') throw new Error(`${operation.name} needs somebody who is signed in.`)
  const now = platform.clock.now()
  const input = operation.input.parse(given(), issuesIn(words))
  const added: Added = { link: null }
  const answered = await turn(() => inTransaction(platform, operation, async (tx) => {
    added.link = null
    const visit: Visit = {
      tx, now, platform, server: platform.facts(), newId: () => newId(now), setSession, words, userAgent, held, byBrowser,
      as: (workspaceId) => makeAct(platform, { tx, now, actor: systemActor(workspaceId), setSession }),
    }
    const answer = shaped(operation, await run.answer(visit, input as never))
    if (changes(operation)) await recordedVisit(platform, visit, { operation, input, answer }, added)
    return answer
  })).catch((error: unknown) => {
    recordRefusal(platform, { operation, input, error }, { userAgent, now })
    throw error
  })
  logLink(platform, added)
  return answered
}

/** To somebody whose workspace is entered with a passkey, and who has none yet. */
export const passkeyFirst = (): Refusal => new Refusal('scope_missing', said`This workspace is entered with a passkey, and you have none yet.`, said`Add one under Settings in a browser; then everything is here again.`)

/** @throws {Refusal} `scope_missing` when the token was made without the scope of this operation */
export function requireScope(actor: ActingPerson, { needs }: AnyOperation): void {
  if (needs === 'anyone' || actor.scopes.has(needs)) return
  if (actor.passkeyFirst) throw passkeyFirst()
  throw new Refusal('scope_missing', said`This token does not have the scope ${needs}.`, said`Make a token with that scope under Settings, or sign in.`)
}

/**
 * Whether what changes something may begin. People can see to their account, and sign out, where there is no room for anything else.
 * @throws {TooMany} for somebody who changes too much within a minute
 * @throws {Error} `ENOSPC`, before a full disk would end the database
 */
export function requireTurn({ room, writeLimit }: Platform, { personId }: ActingPerson, operation: AnyOperation): void {
  if (!changes(operation)) return
  writeLimit?.count(personId)
  if (operation.needs !== 'account:write') room?.require()
}

/** One transaction for what changes something, tried again when it lost a race inside the database; none for what only reads. */
export async function inTransaction<T>(platform: Platform, operation: AnyOperation, work: (tx: Db) => Promise<T>): Promise<T> {
  if (!changes(operation)) return work(platform.db)
  for (let attempt = 1; ; attempt += 1) {
    try {
      const result = await traced('transaction', () => platform.db.transaction().execute(async (tx) => {
        const done = await work(tx)
        await failpoint('write.before_commit')
        return done
      }))
      await failpoint('write.after_commit')
      return result
    } catch (error) {
      const code = (error as { code?: unknown }).code
      if (attempt >= TRIES || typeof code !== 'string' || !LOST_RACE.has(code)) throw error
    }
  }
}

/** Only what the contract says leaves the server. An answer that does not fit is a bug of ours, not of who asked. */
export function shaped(operation: AnyOperation, answer: unknown): unknown {
  const read = operation.output.safeParse(answer)
  if (read.success) return read.data
  throw new Error(`${operation.name} did not answer as its contract says.`, { cause: read.error })
}
