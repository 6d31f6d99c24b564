import { readKept } from '../../app/draft-logic.ts'
import { slotOf } from '../../app/text-draft-list.ts'
import type { PageDraft } from '../write/draft.ts'

/** When the reader began to change this page on this device without saving it; undefined where they did not. */
export function begunAt(number: number, personId: string): Temporal.Instant | undefined {
  try {
    const kept = readKept<PageDraft>(localStorage.getItem(`longhand.draft.${slotOf(`page:edit-${number}`, personId)}`))
    return kept && Temporal.Instant.from(kept.at)
  } catch {
    return undefined
  }
}
