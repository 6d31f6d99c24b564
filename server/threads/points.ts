import type { Act } from '#server/platform/act.ts'
import { threadFor } from './load.ts'
import { asksIn, spokenIn } from './talk.ts'

export type ThreadPoints = {
  id: string; number: number; title: string; body: string; spaceId: string
  /** Where it stands, in one line; empty where nobody said. */
  state: string
  openPoints: string[]
  /** Everybody who wrote in it or was asked something, once each, its author first. */
  personIds: string[]
}

/** What is open in a thread, and between whom, for what is made from it. @throws {Refusal} `not_found` */
export async function pointsOf(act: Pick<Act, 'tx' | 'actor'>, number: number): Promise<ThreadPoints> {
  const thread = await threadFor(act, number)
  const [asks, spoken, row] = await Promise.all([
    asksIn(act, thread.id), spokenIn(act, thread.id),
    act.tx.selectFrom('thread').select('state_text').where('workspace_id', '=', act.actor.workspaceId).where('entry_id', '=', thread.id).executeTakeFirst(),
  ])
  return {
    id: thread.id, number, title: thread.title, body: thread.body, spaceId: thread.spaceId, state: row?.state_text ?? '', openPoints: asks.filter(({ open }) => open).map(({ title }) => title),
    personIds: [...new Set([thread.authorId, ...spoken.map(({ authorId }) => authorId), ...asks.flatMap(({ askerId, answererId }) => [askerId, answererId])])],
  }
}
