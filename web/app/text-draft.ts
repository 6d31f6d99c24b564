import { call } from './api.ts'
import { serverDrafts } from './draft-server.ts'
import { useDraft } from './drafts.ts'
import type { DraftHandle } from './drafts.ts'
import { useMe } from './me.ts'
import { sentKeys, serverSlot, slotOf, textsIn } from './text-draft-list.ts'
import type { KeptText } from './text-draft-list.ts'

const saver = serverDrafts<string>(call, serverSlot)

/**
 * The text of a composer, kept as it is typed: on the device with every key, on the server after a pause, per person. It
 * outlives a closed tab and a session that ran out, and two windows never overwrite each other.
 * @param slot names the text for its person: `reply-128`, `thread`; letters, digits, `.`, `:` and `-`. Where it can change, give the component a `key` of it
 * @example const draft = useTextDraft('reply-128'); <Composer value={draft.value} onChange={draft.set} draft={<DraftLine {...draft} zone={zone} onTakeOther={draft.takeOther} onKeepMine={draft.keepMine} />} />
 */
export function useTextDraft(slot: string): DraftHandle<string> {
  const me = useMe()
  return useDraft(slotOf(slot, me.data?.person.id), '', saver)
}

/** The texts that a person has begun on this device, newest first, for a list of drafts. */
export function listTextDrafts(personId: string): KeptText[] {
  try {
    return textsIn(Object.entries(localStorage), personId)
  } catch {
    return []
  }
}

/** Takes what the server has off this device, as when its person signs out; it is there again when they come back. What the server has not got stays. */
export function dropSentDrafts(): void {
  try {
    for (const key of sentKeys(Object.entries(localStorage))) localStorage.removeItem(key)
  } catch { /* Without storage nothing is kept anyway. */ }
}
