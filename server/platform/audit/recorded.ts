import type { AnyOperation, InputOf, OutputOf } from '#contract/operation.ts'
import { changes } from '#contract/operation.ts'
import { CLI_AGENT } from '#contract/client.ts'
import type { AuditLink } from '#domain/audit/chain.ts'
import { Refusal } from '#domain/refusal.ts'
import type { RefusalCode } from '#domain/refusal.ts'
import type { Act, Platform, Visit } from '../act.ts'
import type { Instant } from '../clock.ts'
import type { Db } from '../db/schema.ts'
import { tellAudit } from './chain.ts'
import type { Told } from './chain.ts'

/** A deed of somebody whom the request alone does not name: who just signed in. */
export type ToldOf = Told & { workspaceId: string; actorId: string | null }

/** What the audit log is told when an operation was done; null where it came to nothing worth telling. */
export type Recorder = {
  operation: AnyOperation
  /** What must be read before, since the operation changes it. */
  before?: (act: Act, input: never) => Promise<string | null>
  tell: (given: never) => Told | ToldOf | null
  /** Of an operation without sign-in that was refused: what it was about. Runs after the answer, so that nobody measures it. */
  refused?: (tx: Db, input: never, code: RefusalCode) => Promise<ToldOf[]>
}
export type Recorders = ReadonlyMap<string, Recorder>

type Given<Op extends AnyOperation> = { input: InputOf<Op>; answer: OutputOf<Op>; was: string | null }
type More<Op extends AnyOperation> = { before?: (act: Act, input: InputOf<Op>) => Promise<string | null>; refused?: (tx: Db, input: InputOf<Op>, code: RefusalCode) => Promise<ToldOf[]> }

/** What is told of one operation. */
export function recorder<Op extends AnyOperation>(operation: Op, tell: (given: Given<Op>) => Told | ToldOf | null, more: More<Op> = {}): Recorder {
  return { operation, tell: tell as Recorder['tell'], ...more as Pick<Recorder, 'before' | 'refused'> }
}

/** A place for the link that a transaction adds, to be logged once it is committed. */
export type Added = { link: (AuditLink & { workspaceId: string }) | null }

/** Runs an operation of somebody who is signed in, and tells of it as the last thing of its transaction. */
export async function recorded(platform: Platform, act: Act, { operation, input }: { operation: AnyOperation; input: unknown }, { work, added }: { work: () => Promise<unknown>; added: Added }): Promise<unknown> {
  const found = platform.recorders?.get(operation.name)
  if (!found) return work()
  const was = await found.before?.(act, input as never) ?? null
  const answer = await work()
  const told = found.tell({ input, answer, was } as never)
  if (told) {
    const { workspaceId, personId: actorId, via, credentialId } = act.actor
    const facts = { ...told.facts, ...(credentialId !== null && { credential: credentialId }) }
    const add = (tx: Db) => tellAudit(tx, { workspaceId, actorId, via, now: act.now }, { ...told, facts })
    const link = changes(operation) ? await add(act.tx) : await platform.db.transaction().execute(add)
    added.link = { ...link, workspaceId }
  }
  return answer
}

const viaOf = ({ userAgent }: Pick<Visit, 'userAgent'>) => userAgent.startsWith(CLI_AGENT) ? 'cli' : 'web'
const named = (told: Told | ToldOf | null): ToldOf | null => told !== null && 'workspaceId' in told ? told : null

/** The same for somebody who was not signed in before. */
export async function recordedVisit(platform: Platform, visit: Visit, { operation, input, answer }: { operation: AnyOperation; input: unknown; answer: unknown }, added: Added): Promise<void> {
  const told = named(platform.recorders?.get(operation.name)?.tell({ input, answer, was: null } as never) ?? null)
  if (told) added.link = { ...await tellAudit(visit.tx, { ...told, via: viaOf(visit), now: visit.now }, told), workspaceId: told.workspaceId }
}

/** Tells of what was refused, in transactions of its own: that of the operation came to nothing. Nobody waits for it. */
export function recordRefusal(platform: Platform, { operation, input, error }: { operation: AnyOperation; input: unknown; error: unknown }, { userAgent, now }: { userAgent: string; now: Instant }): void {
  const refused = platform.recorders?.get(operation.name)?.refused
  if (!refused || !(error instanceof Refusal)) return
  const telling = async () => {
    for (const told of await refused(platform.db, input as never, error.code)) {
      const link = await platform.db.transaction().execute((tx) => tellAudit(tx, { ...told, via: viaOf({ userAgent }), now }, told))
      logLink(platform, { link: { ...link, workspaceId: told.workspaceId } })
    }
  }
  telling().catch((cause: unknown) => platform.log.warn({ err: cause }, 'a refused sign-in could not be told to the audit log'))
}

/** Where the log of the server is kept elsewhere, the heads of all chains are kept with it. */
export function logLink({ log }: Pick<Platform, 'log'>, { link }: Added): void {
  if (link) log.info({ workspace: link.workspaceId, seq: link.seq, deed: link.content?.deed, hash: link.hash }, 'audit')
}
