import { decisionTexts } from '#server/decisions/public.ts'
import { keepTextLinks, putText } from '#server/entries/public.ts'
import type { Act } from '#server/platform/act.ts'

/** Texts that are read again in one transaction. */
const BATCH = 200
const FIRST = '00000000-0000-0000-0000-000000000000'

/**
 * Keeps what texts point at that were written before there was a table of it, a batch at a time. Of decisions only the
 * question was kept for searching then; all of their words are now.
 */
export async function fill(act: Act, { after = FIRST }: Record<string, string>): Promise<void> {
  const texts = await act.tx.selectFrom('entry_text').select(['id', 'entry_id', 'kind', 'title', 'body', 'is_reply']).where('workspace_id', '=', act.actor.workspaceId).where('id', '>', after).orderBy('id').limit(BATCH).execute()
  for (const { id, entry_id, kind, title, body, is_reply } of texts) await keepTextLinks(act, { id, entryId: entry_id, title, body, kind: is_reply ? null : kind, rewritten: true })
  for (const [id, text] of await decisionTexts(act, texts.flatMap((text) => text.kind === 'decision' && !text.is_reply ? [text.id] : []))) {
    await putText(act, { id, entryId: id, title: texts.find((one) => one.id === id)?.title ?? '', text })
  }
  const last = texts.at(-1)
  if (last && texts.length === BATCH) await act.timer({ kind: 'links.fill', key: 'all', at: act.now, payload: { after: last.id } })
}
