import { slotOf } from '../../app/text-draft-list.ts'
import { currentTime } from '../../app/clock.ts'
import { newKey } from '../../app/new-key.ts'
import type { NewThread } from './new-thread.ts'
import { NEW_THREAD, SLOT } from './new-thread.ts'

/** Puts a thread that was taken back where new ones are written, unless something was begun there. */
export function keepForWriting(text: Pick<NewThread, 'title' | 'body' | 'spaceId'>, personId: string) {
  const key = `longhand.draft.${slotOf(SLOT, personId)}`
  try {
    localStorage.setItem(key, JSON.stringify({ value: { ...NEW_THREAD, ...text }, version: 1, at: currentTime().toString(), by: newKey() }))
  } catch {
    // Without storage the text is still in the answer of the server; nothing else can keep it.
  }
}
