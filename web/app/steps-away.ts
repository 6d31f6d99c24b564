import { dropDraft, readDraft, saveDraft } from '#contract/entries.ts'
import { call } from './api.ts'

/** The server keeps it for the person as it keeps drafts, so that what was put away stays away on every device. */
const SLOT = 'first-steps'
const keyOf = (personId: string) => `longhand.first-steps.${personId}`

function noted(personId: string): boolean {
  try { return localStorage.getItem(keyOf(personId)) === 'away' } catch { return false }
}

function note(personId: string, away: boolean) {
  try {
    if (away) localStorage.setItem(keyOf(personId), 'away')
    else localStorage.removeItem(keyOf(personId))
  } catch { /* Without storage the server is asked each time. */ }
}

/** Whether the first steps were put away, here or on another device. A device that knows does not ask. */
export async function stepsAreAway(personId: string): Promise<boolean> {
  if (noted(personId)) return true
  const { draft } = await call(readDraft, { slot: SLOT })
  if (draft) note(personId, true)
  return draft !== null
}

/** Puts the first steps away for good. */
export async function putStepsAway(personId: string): Promise<void> {
  note(personId, true)
  const { draft } = await call(readDraft, { slot: SLOT })
  if (!draft) await call(saveDraft, { slot: SLOT, version: 0, body: { away: true } })
}

/** Shows them on the brief again. */
export async function bringStepsBack(personId: string): Promise<void> {
  await call(dropDraft, { slot: SLOT })
  note(personId, false)
}
