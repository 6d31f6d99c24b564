import { putText } from '#server/entries/public.ts'
import { answerTexts } from '#server/checkins/public.ts'
import { decisionTexts } from '#server/decisions/public.ts'
import { wrapTexts } from '#server/handoffs/public.ts'
import type { Act } from '#server/platform/act.ts'
import { replyTexts, threadTexts } from '#server/threads/public.ts'

/** Entries whose texts are said again in one transaction. */
const BATCH = 100

/** Makes everything findable that was written before there was a search, or all of it again; oldest first, a batch at a time. */
export async function fill(act: Act, { from = '0' }: Record<string, string>): Promise<void> {
  const entries = await act.tx.selectFrom('entry').select(['id', 'number', 'kind', 'title']).where('workspace_id', '=', act.actor.workspaceId).where('number', '>=', Number(from))
    .orderBy('number').limit(BATCH).execute()
  const ids = entries.map(({ id }) => id)
  const texts = new Map([...await wrapTexts(act, ids), ...await answerTexts(act, ids), ...await threadTexts(act, ids), ...await decisionTexts(act, ids)])
  for (const { id, title } of entries) await putText(act, { id, entryId: id, title, text: texts.get(id) ?? '' })
  for (const { id, entryId, body, authorId, at } of await replyTexts(act, ids)) await putText(act, { id, entryId, title: '', text: body, reply: { authorId, at } })
  const last = entries.at(-1)
  if (last && entries.length === BATCH) await act.timer({ kind: 'search.fill', key: 'all', at: act.now, payload: { from: String(last.number + 1) } })
}
