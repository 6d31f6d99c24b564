import type { ReplyView } from '#contract/threads.ts'
import type { Act } from '#server/platform/act.ts'
import { filesOf } from './files.ts'

type Viewer = Pick<Act, 'tx' | 'actor'>
type Shown = Pick<ReplyView, 'files' | 'reactions' | 'saved' | 'marks' | 'myMarks'>

/** What a thread ever held; what it never held is not asked for. */
export type Holds = { files: boolean; reactions: boolean; marks: boolean; saved: boolean }

type Texts = { entryIds?: readonly string[]; replyIds: readonly string[] }

/** What stands beside texts: files, reactions, and what the reader and author alone see. */
export type Extras = { of(subjectId: string, authorId: string): Shown }

const NOTHING: Pick<Shown, 'files' | 'reactions' | 'myMarks'> = { files: [], reactions: [], myMarks: [] }

/** At most one statement for each kind of thing, for all the texts of a page together. */
export async function extrasOf(act: Viewer, { entryIds = [], replyIds }: Texts, holds: Holds): Promise<Extras> {
  const { workspaceId, personId } = act.actor
  const ids = [...entryIds, ...replyIds]
  const [files, reactions, marks, saved] = await Promise.all([
    holds.files ? filesOf(act, { entryIds, replyIds }) : new Map<string, Shown['files']>(),
    holds.reactions ? act.tx.selectFrom('reaction').select(['subject_id', 'emoji', 'person_id']).where('workspace_id', '=', workspaceId).where('subject_id', 'in', ids).orderBy('at').orderBy('person_id').execute() : [],
    holds.marks ? act.tx.selectFrom('reply_mark').select(['reply_id', 'mark', 'person_id']).where('workspace_id', '=', workspaceId).where('reply_id', 'in', [...replyIds]).execute() : [],
    holds.saved ? act.tx.selectFrom('saved_text').select('subject_id').where('workspace_id', '=', workspaceId).where('person_id', '=', personId).where('subject_id', 'in', ids).execute() : [],
  ])
  const reactionsBy = Map.groupBy(reactions, (row) => row.subject_id)
  const marksBy = Map.groupBy(marks, (row) => row.reply_id)
  const kept = new Set(saved.map((row) => row.subject_id))
  return {
    of(subjectId, authorId) {
      const marked = marksBy.get(subjectId) ?? []
      const count = (mark: string) => marked.filter((row) => row.mark === mark).length
      return {
        ...NOTHING, files: files.get(subjectId) ?? [], saved: kept.has(subjectId),
        reactions: [...Map.groupBy(reactionsBy.get(subjectId) ?? [], (row) => row.emoji)]
          .map(([emoji, rows]) => ({ emoji, people: rows.map((row) => row.person_id), mine: rows.some((row) => row.person_id === personId) })),
        marks: authorId === personId ? { tooLong: count('too-long'), missingContext: count('missing-context') } : null,
        myMarks: marked.filter((row) => row.person_id === personId).map((row) => row.mark),
      }
    },
  }
}
