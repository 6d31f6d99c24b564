import type { Call } from '#contract/client.ts'
import { dropDraft, readDraft, saveDraft } from '#contract/entries.ts'
import type { GivenTo } from '#contract/operation.ts'
import { ProblemError } from '#contract/problem.ts'
import { call } from './api.ts'
import type { Kept } from './draft-logic.ts'
import { readKept } from './draft-logic.ts'
import type { DraftSaver } from './drafts.ts'

const CONFLICT = 409

function onDevice<Value>(slot: string): Kept<Value> | undefined {
  try { return readKept<Value>(localStorage.getItem(`longhand.draft.${slot}`)) } catch { return undefined }
}

/**
 * Keeps drafts on the server too. The server counts its own versions and refuses an older one; the whole kept draft is
 * its body. What another device kept comes back as later than ours, so that `useDraft` shows both.
 * @param nameFor what the server calls a slot, where the device calls it differently
 */
export function serverDrafts<Value>(ask: Call = call, nameFor = (slot: string) => slot): DraftSaver<Value> {
  /** The server's version that this window last saw, by slot. */
  const seen = new Map<string, number>()
  const read = async (slot: string) => {
    const { draft } = await ask(readDraft, { slot: nameFor(slot) })
    seen.set(slot, draft?.version ?? 0)
    return draft ? readKept<Value>(JSON.stringify(draft.body)) : undefined
  }
  const send = async (slot: string, kept: Kept<Value>) => {
    const body = JSON.parse(JSON.stringify(kept)) as GivenTo<typeof saveDraft>['body']
    const { version } = await ask(saveDraft, { slot: nameFor(slot), version: seen.get(slot) ?? 0, body })
    seen.set(slot, version)
    return 'kept' as const
  }
  return {
    load: async (slot) => {
      const theirs = await read(slot)
      const ours = onDevice<Value>(slot)
      if (!theirs || !ours || theirs.by === ours.by || theirs.at <= ours.at) return theirs
      return { ...theirs, version: Math.max(theirs.version, ours.version + 1) }
    },
    save: async (slot, kept) => {
      try {
        return await send(slot, kept)
      } catch (error) {
        if (!(error instanceof ProblemError) || error.problem.status !== CONFLICT) throw error
      }
      const theirs = await read(slot)
      if (!theirs || theirs.by === kept.by) return send(slot, kept)
      return { ...theirs, version: Math.max(theirs.version, kept.version + 1) }
    },
    clear: async (slot) => {
      seen.delete(slot)
      await ask(dropDraft, { slot: nameFor(slot) })
    },
  }
}
