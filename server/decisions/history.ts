import type { decisionHistory } from '#contract/decisions.ts'
import type { InputOf, OutputOf } from '#contract/operation.ts'
import { diffLines } from '#domain/agreement/line-diff.ts'
import { contentText } from '#domain/decisions/content-text.ts'
import { namesOf } from '#server/people/public.ts'
import { wordsOf } from '#server/platform/words.ts'
import type { Reading } from './head-view.ts'
import { decisionFor } from './queries.ts'
import type { Looker } from './queries.ts'

/** Older saves are kept, and not compared any more. */
const SHOWN_MAX = 50

/** The texts of a decision, newest first, each with what changed since the one before. @throws {Refusal} `not_found` */
export async function viewHistory(act: Reading, { number }: InputOf<typeof decisionHistory>): Promise<OutputOf<typeof decisionHistory>> {
  const rows = await versionsOf(act, (await decisionFor(act, number)).entry_id)
  const names = await namesOf(act, rows.map((row) => row.by_id))
  const texts = rows.map((row) => contentText(row.content, wordsOf(act)))
  return {
    versions: rows.slice(0, SHOWN_MAX).map((row, index) => ({
      revision: row.revision, at: row.at.toString(), byName: names.get(row.by_id)?.name ?? '', lines: compared(texts[index + 1], texts[index] ?? ''),
    })),
  }
}

const compared = (before: string | undefined, after: string) => before === undefined ? after.split('\n').map((text) => ({ kind: 'added' as const, text })) : diffLines(before, after)

/** Newest first, with one more than is shown, to compare the last with. */
function versionsOf({ tx, actor: { workspaceId } }: Looker, id: string) {
  return tx.selectFrom('decision_version').select(['version', 'revision', 'content', 'by_id', 'at']).where('workspace_id', '=', workspaceId).where('decision_id', '=', id)
    .orderBy('version', 'desc').limit(SHOWN_MAX + 1).execute()
}
