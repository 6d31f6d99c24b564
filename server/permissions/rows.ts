import type { AnyOperation, GivenTo } from '#contract/operation.ts'
import type { RefusalCode } from '#domain/refusal.ts'
import type { Caller, World } from './world.ts'

/**
 * The permission matrix: who may call what, written by hand and apart from the policy, so that a mistake there shows here.
 *
 * A room says its part in `server/<room>/permission-rows.ts`, which exports `permissionRows: readonly Row[]`; the matrix
 * finds the file by itself. Each operation needs at least one row; one that takes an id needs one for each kind of
 * target that changes the answer (open, private, archived, deleted, of oneself, of an owner …):
 *
 *     row(readSpace, 'a private one', (world) => ({ id: world.spaces.private }), { guest: NO, member: NO, insider: OK, admin: NO, owner: NO, stranger: NO })
 *     row(deactivateMember, 'a member', async (world) => ({ id: await world.freshPerson() }), MANAGERS)
 *
 * - The input is built anew for each caller. What the call changes must be made there (`world.fresh…`), so that callers
 *   do not meet what the one before left behind. `caller.id` is who asks.
 * - Say six people: guest (of the open space only), member (of the open space), insider (of all spaces, author of all
 *   wraps), admin and owner (of the open space), stranger (owner of another workspace, with ids of this one).
 * - The other callers follow and are not written: nobody signed in and a session of somebody deactivated are refused
 *   with `not_signed_in`; a token of an owner with every scope but this one with `scope_missing`; a token of `member`
 *   that only reads gets the member's answer, or `scope_missing` from whatever writes. `anyone(…)` is for operations without sign-in.
 * - `ok` is any success. Refusals are named by their code. What may not be seen is `not_found`.
 */
export type Row = {
  operation: AnyOperation
  /** Which target or case, for the name of the test. */
  about: string
  input: (world: World, caller: Caller) => Record<string, unknown> | Promise<Record<string, unknown>>
  answers: Answers
  /** True where no sign-in is needed, and everybody gets the one answer. */
  forAnyone: boolean
}

export type Answer = 'ok' | RefusalCode
export type Answers = Readonly<Record<'guest' | 'member' | 'insider' | 'admin' | 'owner' | 'stranger', Answer>>

export const OK = 'ok'
/** Hidden: said not to exist. */
export const NO = 'not_found'
/** Seen, but not theirs to do. */
export const NOT_ALLOWED = 'not_allowed'

const same = (answer: Answer): Answers => ({ guest: answer, member: answer, insider: answer, admin: answer, owner: answer, stranger: answer })
/** Everybody who is signed in, each in their own workspace. */
export const EVERYBODY: Answers = same(OK)
/** Everybody of this workspace; the target is not in the stranger's. */
export const EVERYBODY_HERE: Answers = { ...same(OK), stranger: NO }
/** Those who manage the workspace; the target is not in the stranger's. */
export const MANAGERS: Answers = { guest: NOT_ALLOWED, member: NOT_ALLOWED, insider: NOT_ALLOWED, admin: OK, owner: OK, stranger: NO }
/** The same where no target is named: the stranger manages another workspace. */
export const MANAGERS_EACH: Answers = { ...MANAGERS, stranger: OK }
export const NOBODY: Answers = same(NO)

export function row<Op extends AnyOperation>(
  operation: Op, about: string, input: (world: World, caller: Caller) => GivenTo<Op> | Promise<GivenTo<Op>>, answers: Answers,
): Row {
  return { operation, about, input: input as Row['input'], answers, forAnyone: false }
}

/** For operations without sign-in: everybody gets the same answer. */
export function anyone<Op extends AnyOperation>(operation: Op, about: string, input: (world: World) => GivenTo<Op> | Promise<GivenTo<Op>>, answer: Answer): Row {
  return { operation, about, input: input as Row['input'], answers: same(answer), forAnyone: true }
}
