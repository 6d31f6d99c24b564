import type { FileLink } from '#contract/threads.ts'
import type { Act } from '#server/platform/act.ts'

/** Files by text. */
export async function filesOf(_act: Pick<Act, 'tx' | 'actor'>, _subjectIds: readonly string[]): Promise<Map<string, FileLink[]>> {
  return Promise.resolve(new Map())
}

/** Ties uploaded files to a text. */
export async function attachTo(_act: Act, _what: { entryId: string; subjectId: string; spaceId: string; fileIds: readonly string[] }): Promise<void> {
  await Promise.resolve()
}

/** Takes the files of texts along to where those stand now. */
export async function filesFollow(_act: Act, _what: { subjectIds: readonly string[]; entryId: string; spaceId: string }): Promise<void> {
  await Promise.resolve()
}
