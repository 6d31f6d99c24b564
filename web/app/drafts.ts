import { useCallback, useEffect, useRef, useState } from 'react'
import type { RefObject } from 'react'
import { currentTime } from './clock.ts'
import { heard, heardFromServer, keepMine, openDraft, readKept, save, takeOther, unsentOf } from './draft-logic.ts'
import type { Draft, Kept } from './draft-logic.ts'
import { newKey } from './new-key.ts'

/** Keeps drafts beyond this device. `load` gives what the server has; `save` may refuse by giving its newer version. */
export type DraftSaver<Value> = {
  load: (slot: string) => Promise<Kept<Value> | undefined>
  save: (slot: string, kept: Kept<Value>) => Promise<Kept<Value> | 'kept'>
  clear?: (slot: string) => Promise<void>
}

export type DraftHandle<Value> = {
  value: Value
  set: (value: Value) => void
  /** When and where it was last kept; for `DraftLine`. */
  kept: { at: Temporal.Instant, where: 'device' | 'both' } | undefined
  /** Another window's version, while there are two. */
  other: Value | undefined
  takeOther: () => void
  keepMine: () => void
  /** After sending: the draft is no longer needed. */
  clear: () => void
}

/** Typing is sent to the server after this pause; the device has it with every key. Unit: ms. */
const SERVER_PAUSE = 1_000
/** Somebody who does not rest is sent as often as this, so that a device that is lost takes seconds with it. Unit: ms. */
const SERVER_BEHIND_MAX = 5_000

const windowId = newKey()
const storageKey = (slot: string) => `longhand.draft.${slot}`
const storedIn = <Value>(slot: string) => readKept<Value>(readStorage(storageKey(slot)))

/**
 * A draft that is kept as it is typed, restored when the page comes back, and never overwritten by another window.
 * @param slot names the draft for its person, e.g. `wrap` or `reply-128`; where it can change, give the component a `key` of it
 * @param initial what stands there when nothing was kept; must be JSON
 */
export function useDraft<Value>(slot: string, initial: Value, saver?: DraftSaver<Value>): DraftHandle<Value> {
  const [draft, setDraft] = useState<Draft<Value>>(() => openDraft(initial, storedIn<Value>(slot)))
  const [kept, setKept] = useState<DraftHandle<Value>['kept']>()
  const latest = useRef(draft)
  const update = useCallback((next: Draft<Value>) => {
    latest.current = next
    setDraft(next)
  }, [])
  const { toServer, forget } = useServerSaving(slot, saver, {
    onKept: (sent) => {
      if (storedIn<Value>(slot)?.version === sent.version) writeStorage(storageKey(slot), JSON.stringify({ ...sent, sent: true }))
      setKept({ at: currentTime(), where: 'both' })
    },
    onTheirs: (theirs) => {
      const stored = storedIn<Value>(slot)
      update(heardFromServer(latest.current, theirs, stored !== undefined && !stored.sent))
    },
    unsent: () => unsentOf(latest.current, storedIn<Value>(slot)),
  })
  const store = useCallback((next: Draft<Value>) => {
    const step = save(next, storedIn<Value>(slot), currentTime().toString(), windowId)
    update(step.draft)
    if (!step.keep) return
    if (writeStorage(storageKey(slot), JSON.stringify(step.keep))) setKept({ at: currentTime(), where: 'device' })
    if (!step.keep.other) toServer(step.keep)
  }, [slot, toServer, update])
  useOtherWindows<Value>(slot, (stored) => update(heard(latest.current, stored)))
  return {
    value: draft.value, kept, other: draft.other?.value,
    set: (value) => store({ ...latest.current, value, changed: true }),
    takeOther: () => update(takeOther(latest.current)),
    keepMine: () => store(keepMine(latest.current)),
    clear: () => {
      forget()
      removeStorage(storageKey(slot))
      // Without an answer it stays there until what was sent has arrived (`web/app/offline/send.ts`).
      saver?.clear?.(slot).catch(() => {})
      update({ value: initial, version: 0, other: undefined, changed: false })
      setKept(undefined)
    },
  }
}

function useOtherWindows<Value>(slot: string, onHeard: (stored: Kept<Value>) => void) {
  const handler = useRef(onHeard)
  handler.current = onHeard
  useEffect(() => {
    const onStorage = (event: StorageEvent) => {
      if (event.key !== storageKey(slot)) return
      const stored = readKept<Value>(event.newValue)
      if (stored) handler.current(stored)
    }
    window.addEventListener('storage', onStorage)
    return () => window.removeEventListener('storage', onStorage)
  }, [slot])
}

type Answers<Value> = { onKept: (sent: Kept<Value>) => void, onTheirs: (theirs: Kept<Value>) => void, unsent: () => Kept<Value> | undefined }

/** Loads the server's version once and sends ours after each pause in typing, and every few seconds without one. A failed save is
    tried with the next one, or when the draft is opened again, as after a session that ran out.
    `forget` drops what was not sent yet, so that a draft that was thrown away does not come back. */
function useServerSaving<Value>(slot: string, saver: DraftSaver<Value> | undefined, answers: Answers<Value>) {
  const waits = useRef<{ kept: Kept<Value>, rest?: Timer, most?: Timer }>(undefined)
  const tell = useRef(answers)
  tell.current = answers
  const service = useRef(saver)
  service.current = saver
  const toServer = useCallback((kept: Kept<Value>) => {
    if (!service.current) return
    const send = () => {
      const last = waits.current?.kept
      stop(waits)
      if (last) service.current?.save(slot, last).then((answer) => (answer === 'kept' ? tell.current.onKept(last) : tell.current.onTheirs(answer)), () => {})
    }
    clearTimeout(waits.current?.rest)
    waits.current = { kept, rest: setTimeout(send, SERVER_PAUSE), most: waits.current?.most ?? setTimeout(send, SERVER_BEHIND_MAX) }
  }, [slot])
  useEffect(() => {
    let gone = false
    service.current?.load(slot).then((theirs) => {
      if (gone) return
      if (theirs) tell.current.onTheirs(theirs)
      const unsent = tell.current.unsent()
      if (unsent) toServer(unsent)
    }, () => {})
    return () => { gone = true }
  }, [slot, toServer])
  return { toServer, forget: useCallback(() => stop(waits), []) }
}

type Timer = ReturnType<typeof setTimeout>

/** What waited does so no longer. */
function stop(waits: RefObject<{ rest?: Timer, most?: Timer } | undefined>) {
  clearTimeout(waits.current?.rest)
  clearTimeout(waits.current?.most)
  waits.current = undefined
}

function readStorage(key: string): string | null {
  try { return localStorage.getItem(key) } catch { return null }
}

function writeStorage(key: string, text: string): boolean {
  try { localStorage.setItem(key, text); return true } catch { return false }
}

function removeStorage(key: string) {
  try { localStorage.removeItem(key) } catch { /* Nothing was stored, so nothing needs to go. */ }
}
