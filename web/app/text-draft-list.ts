import { readKept } from './draft-logic.ts'

/** Where the device keeps drafts. */
const PREFIX = 'longhand.draft.'
/** Parts the slot from its person: a device may be shared, and a draft is for its writer alone. No slot holds this sign. */
const OF = '@'

/** A text somebody has begun: `reply-128`, as it stood when it was last kept. */
export type KeptText = { slot: string, text: string, at: Temporal.Instant }

/** The slot of one person on this device; before anybody is known it is the slot itself. */
export const slotOf = (slot: string, personId: string | undefined): string => (personId === undefined ? slot : `${slot}${OF}${personId}`)

/** What the server calls it: it knows the person by the session. */
export const serverSlot = (slot: string): string => slot.split(OF)[0] ?? slot

/** The texts and pages that one person has begun on a device, newest first; empty ones and other kinds of drafts are left out. */
export function textsIn(stored: Iterable<readonly [key: string, value: string]>, personId: string): KeptText[] {
  const texts = [...stored].flatMap(([key, value]): KeptText[] => {
    if (!key.startsWith(PREFIX) || !key.endsWith(`${OF}${personId}`)) return []
    const kept = readKept<unknown>(value)
    const text = kept && wordsOf(kept.value)
    if (!text) return []
    return [{ slot: serverSlot(key.slice(PREFIX.length)), text, at: Temporal.Instant.from(kept.at) }]
  })
  return texts.sort((a, b) => Temporal.Instant.compare(b.at, a.at))
}

/** The keys of drafts that the server has too, of whomever: those may go from a device that is left. A text beside which another device's waits stays. */
export const sentKeys = (stored: Iterable<readonly [key: string, value: string]>): string[] => [...stored].flatMap(([key, value]) => {
  const kept = key.startsWith(PREFIX) ? readKept<unknown>(value) : undefined
  return kept?.sent === true && !kept.other ? [key] : []
})

/** What somebody wrote: a text, or a page with its title; nothing of other kinds of drafts. */
function wordsOf(value: unknown): string {
  if (typeof value === 'string') return value.trim() === '' ? '' : value
  if (typeof value !== 'object' || value === null || !('text' in value) || typeof value.text !== 'string') return ''
  const title = 'title' in value && typeof value.title === 'string' ? value.title.trim() : ''
  return [title, value.text].filter((part) => part.trim() !== '').join('\n\n')
}
