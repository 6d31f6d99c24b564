/** A draft as one window keeps it. `base` is the version it grew from, so that two windows notice each other. */
export type Kept<Value> = {
  value: Value
  /** Grows by one with each save of anybody. */
  version: number
  /** ISO instant. */
  at: string
  /** Which window wrote it. */
  by: string
  /** The server has it too. */
  sent?: boolean
  /** Another device's version, which waits beside it for the person's choice; until then none of it is sent. */
  other?: Kept<Value>
}

/** What one window knows: its own text, the version it is based on, and another version when there are two. */
export type Draft<Value> = {
  value: Value
  version: number
  /** The other window's version, once both have changed; nothing is overwritten until the person chooses. */
  other: Kept<Value> | undefined
  /** This window holds text that was not taken from storage. */
  changed: boolean
}

/** A draft opened from what the device kept. */
export function openDraft<Value>(initial: Value, device: Kept<Value> | undefined): Draft<Value> {
  return { value: device ? device.value : initial, version: device?.version ?? 0, other: device?.other, changed: false }
}

/**
 * Saves what this window holds, unless another one has saved since: then both are shown. Whoever types on beside another
 * device's version has it kept here together with that one.
 * @returns the draft to go on with and, when it may be stored, what to store
 */
export function save<Value>(draft: Draft<Value>, stored: Kept<Value> | undefined, at: string, by: string): { draft: Draft<Value>, keep?: Kept<Value> } {
  const byAnotherWindow = stored && stored.version > draft.version && stored.by !== by && !same(stored.value, draft.value)
  if (byAnotherWindow) return { draft: { ...draft, other: stored } }
  if (draft.other && stored && stored.by === draft.other.by) return { draft }
  const version = Math.max(draft.version, stored?.version ?? 0) + 1
  return { draft: { ...draft, version, changed: true }, keep: { value: draft.value, version, at, by, ...(draft.other && { other: draft.other }) } }
}

/**
 * Another window has saved. A window without changes of its own follows; one with changes shows both.
 */
export function heard<Value>(draft: Draft<Value>, stored: Kept<Value>): Draft<Value> {
  if (stored.version <= draft.version && !draft.other) return draft
  if (same(stored.value, draft.value)) return { ...draft, version: stored.version, other: stored.other }
  if (!draft.changed) return { value: stored.value, version: stored.version, other: stored.other, changed: false }
  return { ...draft, other: stored }
}

/**
 * The server has another version: found when the draft was opened, or given as the answer to a save it refused.
 * @param unsent the device holds text that the server has not got; then nothing may be replaced by itself
 */
export function heardFromServer<Value>(draft: Draft<Value>, theirs: Kept<Value>, unsent: boolean): Draft<Value> {
  if (same(theirs.value, draft.value)) return { ...draft, version: Math.max(draft.version, theirs.version), other: undefined }
  if (draft.other?.by === theirs.by) return { ...draft, other: theirs }
  if (theirs.version < draft.version) return draft
  if (!draft.changed && !unsent) return { value: theirs.value, version: theirs.version, other: undefined, changed: false }
  return { ...draft, other: theirs }
}

/** The person keeps what this window holds; the other version has been seen and gives way. */
export function keepMine<Value>(draft: Draft<Value>): Draft<Value> {
  return draft.other ? { ...draft, version: Math.max(draft.version, draft.other.version), other: undefined } : draft
}

/** The person takes the other version. */
export function takeOther<Value>(draft: Draft<Value>): Draft<Value> {
  return draft.other ? { value: draft.other.value, version: draft.other.version, other: undefined, changed: false } : draft
}

/**
 * What the device keeps and the server has not got: typed after a session had run out, or while there was no network.
 * @returns undefined while another version waits for the person's choice
 */
export function unsentOf<Value>(draft: Draft<Value>, stored: Kept<Value> | undefined): Kept<Value> | undefined {
  return stored && !stored.sent && !draft.other ? stored : undefined
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

/** Reads what was stored; something unreadable counts as nothing, but is never deleted by reading. */
export function readKept<Value>(text: string | null): Kept<Value> | undefined {
  if (text === null) return undefined
  try {
    const parsed: unknown = JSON.parse(text)
    const isKept = typeof parsed === 'object' && parsed !== null && 'value' in parsed && 'version' in parsed && typeof parsed.version === 'number'
    return isKept ? parsed as Kept<Value> : undefined
  } catch {
    return undefined
  }
}
