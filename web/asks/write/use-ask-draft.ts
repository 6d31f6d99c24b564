import { useRef, useState } from 'react'
import { call } from '../../app/api.ts'
import { serverDrafts } from '../../app/draft-server.ts'
import { useDraft } from '../../app/drafts.ts'
import type { DraftHandle } from '../../app/drafts.ts'
import { serverSlot, slotOf } from '../../app/text-draft-list.ts'
import { isBlank, NEW_ASK } from './ask-draft.ts'
import type { AskDraft } from './ask-draft.ts'
import { THREAD_SLOT } from './came-along.ts'
import type { CameAlong } from './came-along.ts'

const saver = serverDrafts<AskDraft>(call, serverSlot)

/** What is worth offering where another ask was begun. */
const BROUGHT = ['title', 'body', 'to'] as const

/** The slot of an ask that is being written; one for each thread, and one for those that stand alone. */
export const slotFor = (thread: number | undefined, personId: string): string => slotOf(`ask:${thread ?? 'new'}`, personId)

/**
 * An ask that is kept as it is written. What came along from another page takes an empty place by itself, and is offered
 * where something was begun.
 */
export function useAskDraft(came: CameAlong, personId: string): { draft: DraftHandle<AskDraft>, set: (part: Partial<AskDraft>) => void, offered: boolean, clear: () => void } {
  const draft = useDraft<AskDraft>(slotFor(came.thread, personId), { ...NEW_ASK, ...came.text }, saver)
  const [touched, setTouched] = useState(false)
  const kept = { ...NEW_ASK, ...draft.value }
  const value = !touched && isBlank(kept) ? { ...kept, ...came.text } : kept
  const latest = useRef(value)
  latest.current = value
  const set = (part: Partial<AskDraft>) => {
    latest.current = { ...latest.current, ...part }
    draft.set(latest.current)
    setTouched(true)
  }
  const begun = !touched && !isBlank(kept) && BROUGHT.some((name) => name in came.text && came.text[name] !== kept[name])
  return {
    draft: { ...draft, value }, set, offered: begun,
    clear: () => {
      draft.clear()
      if (came.fromThread) forgetThread(personId)
    },
  }
}

/** The text of a thread that was being written is an ask now. */
function forgetThread(personId: string) {
  const slot = slotOf(THREAD_SLOT, personId)
  try { localStorage.removeItem(`longhand.draft.${slot}`) } catch { /* Without storage there was nothing to forget. */ }
  void saver.clear?.(slot)
}
