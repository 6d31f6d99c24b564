import type { PromptView } from '#contract/checkins.ts'
import { answersText, firstNameOf, names } from '#domain/checkins/answers.ts'
import { BLOCKER_KEYS, ourWords } from '#domain/checkins/forms.ts'
import type { Act } from '#server/platform/act.ts'
import { sql } from 'kysely'
import { answersOf } from './prompt-queries.ts'
import { listPrompts } from './views.ts'
import { wordsOf } from '#server/platform/words.ts'

export { askDue } from './planning.ts'

/** Check-ins that wait for the actor, by the end of their window; one whose window ended is told as missed. */
export async function promptsFor(act: Pick<Act, 'tx' | 'actor' | 'now'>): Promise<PromptView[]> {
  return (await listPrompts(act)).prompts
}

/** Answers of entries that the reader may see, as Markdown, by entry. */
export async function answerTexts(act: Pick<Act, 'tx' | 'actor'>, entryIds: readonly string[]): Promise<Map<string, string>> {
  const words = wordsOf(act)
  return new Map([...await answersOf(act, entryIds)].map(([entryId, rows]) => [entryId, answersText(rows.map((row) => ({ ...row, question: ourWords(row.question, words) })))]))
}

export type NamedBlocker = { number: number; spaceId: string; authorId: string; text: string; publishedAt: Temporal.Instant }

/** Check-ins of a space that are looked through at most; more than a busy team writes in the days that count. */
const LOOKED_THROUGH_MAX = 400

/**
 * What others wrote is in the way, where it names the actor and nobody is asked to clear it; in these spaces, which they
 * see. Index: entry_by_space.
 */
export async function blockersNaming(act: Pick<Act, 'tx' | 'actor'>, { spaceIds, since }: { spaceIds: readonly string[]; since: Temporal.Instant }): Promise<NamedBlocker[]> {
  if (spaceIds.length === 0) return []
  const { workspaceId, personId, name } = act.actor
  const { rows } = await sql<{ number: number; space_id: string; author_id: string; text: string; published_at: Temporal.Instant }>`
    select e.number, e.space_id, e.author_id, a.text, e.published_at
    from unnest(${[...spaceIds]}::uuid[]) as s(id)
    cross join lateral (
      select c.id, c.number, c.space_id, c.author_id, c.published_at from entry c
      where c.workspace_id = ${workspaceId} and c.space_id = s.id and c.published_at > ${since} and c.deleted_at is null and c.kind = 'checkin'
      order by c.published_at desc limit ${LOOKED_THROUGH_MAX}
    ) e
    join checkin_answer a on a.workspace_id = ${workspaceId} and a.entry_id = e.id and a.key = any(${[...BLOCKER_KEYS]})
    where e.author_id <> ${personId} and position(${firstNameOf(name)} in lower(a.text)) > 0
      and not exists (select 1 from entry_link k where k.workspace_id = ${workspaceId} and k.from_id = e.id and k.how = 'elevated')`.execute(act.tx)
  return rows.filter((row) => names(row.text, name))
    .map((row) => ({ number: row.number, spaceId: row.space_id, authorId: row.author_id, text: row.text, publishedAt: row.published_at }))
}
