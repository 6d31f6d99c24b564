import type { PromptView } from '#contract/checkins.ts'
import { answersText, names } from '#domain/checkins/answers.ts'
import { BLOCKER_KEYS } from '#domain/checkins/forms.ts'
import type { Act } from '#server/platform/act.ts'
import { answersOf } from './prompt-queries.ts'
import { listPrompts } from './views.ts'

export { askDue } from './planning.ts'

/** Check-ins that wait for the actor, by the end of their window; one whose window ended is told as missed. */
export async function promptsFor(act: Pick<Act, 'tx' | 'actor' | 'now'>): Promise<PromptView[]> {
  return (await listPrompts(act)).prompts
}

export type AnswerDigest = {
  /** All answers as Markdown. */
  text: string
  /** What is in the way, where that names the reader. */
  blockedByReader: string | null
}

/** Answers of entries that the reader may see, told for their brief. */
export async function digestAnswers(act: Pick<Act, 'tx' | 'actor'>, entryIds: readonly string[]): Promise<Map<string, AnswerDigest>> {
  const answers = await answersOf(act, entryIds)
  return new Map([...answers].map(([entryId, rows]) => {
    const blocker = rows.find((row) => BLOCKER_KEYS.has(row.key) && names(row.text, act.actor.name))
    return [entryId, { text: answersText(rows), blockedByReader: blocker?.text ?? null }]
  }))
}
