import type { FileLink } from '#contract/threads.ts'
import { attach, detach, filesOf as usesOf } from '#server/files/public.ts'
import type { Act } from '#server/platform/act.ts'
import { holds } from './holds.ts'

/** The opening of a thread (`replyId` null), or one of its replies. */
type Text = { threadId: string; replyId: string | null }

/** Files by text, for the opening and these replies of one thread. */
export async function filesOf(act: Pick<Act, 'tx' | 'actor'>, { entryIds, replyIds }: { entryIds: readonly string[]; replyIds: readonly string[] }): Promise<Map<string, FileLink[]>> {
  const found = await usesOf(act, { entryIds, replyIds })
  const by = Map.groupBy(found, (use) => use.replyId ?? use.entryId)
  return new Map([...by].map(([subjectId, uses]) => [subjectId, uses.map((use) => use.file)]))
}

/**
 * Lets a text use exactly these files.
 * @throws {Refusal} `not_found` for a file that is not the actor's to use
 */
export async function useFiles(act: Act, { threadId, replyId }: Text, fileIds: readonly string[], { edited = false } = {}): Promise<void> {
  const text = { entryId: threadId, replyId }
  if (edited) {
    const before = await usesOf(act, replyId === null ? { entryIds: [threadId] } : { replyIds: [replyId] })
    const gone = before.filter((use) => use.replyId === replyId && !fileIds.includes(use.file.id)).map((use) => use.file.id)
    await detach(act, { ...text, fileIds: gone })
  }
  if (fileIds.length === 0) return
  await attach(act, { ...text, fileIds })
  await holds(act, threadId, 'has_files')
}
