import type { AllWaiting, Waiting } from '../app/offline/list.ts'
import { t } from '../ui/words.ts'

/** One line of what waits: a reply, or anything else. */
export type Line = Pick<Waiting, 'key' | 'title' | 'text' | 'href' | 'at' | 'draft' | 'refused'>

/** Everything that waits, oldest first, as it will be sent. */
export function linesOf({ replies, others }: AllWaiting): Line[] {
  const said = replies.map(({ key, number, body, at, refused }): Line => ({ key, title: t`Reply in #${number}`, text: body, href: `/${number}`, at, ...(refused && { refused }) }))
  return [...said, ...others].toSorted((a, b) => a.at.localeCompare(b.at))
}

type Kept = Pick<Storage, 'getItem' | 'setItem'>

/**
 * Puts what was sent back into its composer, as a draft.
 * @returns false where another text has been begun there meanwhile; nothing is overwritten
 */
export function putBack(storage: Kept, { draft, at }: Line): boolean {
  if (!draft) return false
  const key = `longhand.draft.${draft.slot}`
  if (storage.getItem(key) !== null) return false
  storage.setItem(key, JSON.stringify({ value: draft.value, version: 1, at, by: 'waiting' }))
  return true
}
