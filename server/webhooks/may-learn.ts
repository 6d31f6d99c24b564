import { Refusal } from '#domain/refusal.ts'
import { entryByNumber } from '#server/entries/public.ts'
import type { Act } from '#server/platform/act.ts'
import type { WebhookBody } from '#server/platform/db/tables/platform.ts'
import { spaceFor } from '#server/spaces/public.ts'

export type About = Pick<WebhookBody, 'type' | 'spaceId' | 'data'>

/** Of what is gone, one may still learn that it went. */
const SAYS_GONE: ReadonlySet<string> = new Set(['entry.deleted'])

/**
 * Whether the actor, who answers for an endpoint, may see what it would be told. Asked when the message is written and
 * again when it leaves: what was taken back, moved or closed to them meanwhile is told to nobody.
 */
export async function mayLearn(act: Act, { type, spaceId, data }: About): Promise<boolean> {
  const { number, replyId } = data
  try {
    if (spaceId !== null) await spaceFor(act, spaceId, 'space.see')
    if (typeof number === 'number' && !SAYS_GONE.has(type)) await entryByNumber(act, number)
    return type !== 'reply.posted' || typeof replyId !== 'string' || await stands(act, replyId)
  } catch (error) {
    if (error instanceof Refusal) return false
    throw error
  }
}

/** Whether a reply was neither taken back nor deleted. */
async function stands(act: Act, replyId: string): Promise<boolean> {
  const described = await act.items.get('threads.reply')?.(act, [replyId])
  return described?.has(replyId) ?? false
}
