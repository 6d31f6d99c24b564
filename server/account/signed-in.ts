import { Refusal } from '#domain/refusal.ts'
import { said } from '#domain/words/said.ts'
import { actAs } from '#server/platform/act.ts'
import type { Act } from '#server/platform/act.ts'
import { actorOf } from '#server/platform/auth/identify.ts'

/** Acts as a person whose identity has just been proved, in the same transaction. */
export async function signedIn(act: Act, personId: string): Promise<Act> {
  const actor = await actorOf(act.tx, act.actor.workspaceId, personId)
  if (!actor) throw new Refusal('wrong_credentials', said`This account is not active.`, said`Ask an owner or admin of the workspace.`)
  return actAs(act, actor)
}
