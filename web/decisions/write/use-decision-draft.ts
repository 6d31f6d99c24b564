import { useRef, useState } from 'react'
import { call } from '../../app/api.ts'
import { serverDrafts } from '../../app/draft-server.ts'
import { useDraft } from '../../app/drafts.ts'
import type { DraftHandle } from '../../app/drafts.ts'
import { serverSlot, slotOf } from '../../app/text-draft-list.ts'
import { isBlank } from './draft.ts'
import type { DecisionDraft } from './draft.ts'

const saver = serverDrafts<DecisionDraft>(call, serverSlot)

export type DecisionDrafting = {
  draft: DraftHandle<DecisionDraft>
  set: (part: Partial<DecisionDraft>) => void
  /** Something else was begun here, and stands in the form; what was brought along can take its place. */
  offered: boolean
  takeBrought: () => void
}

/** A decision that is kept as it is written. What was brought along takes an empty place by itself, and is offered where something was begun. */
export function useDecisionDraft(slot: string, brought: DecisionDraft, personId: string): DecisionDrafting {
  const draft = useDraft<DecisionDraft>(slotOf(slot, personId), brought, saver)
  const [touched, setTouched] = useState(false)
  const kept = { ...brought, ...draft.value }
  const fresh = !touched && isBlank(kept)
  const value = fresh ? { ...kept, ...brought } : kept
  const latest = useRef(value)
  latest.current = value
  const set = (part: Partial<DecisionDraft>) => {
    latest.current = { ...latest.current, ...part }
    draft.set(latest.current)
    setTouched(true)
  }
  const differs = brought.base !== null ? kept.base !== brought.base : !isBlank(brought) && JSON.stringify(kept.content) !== JSON.stringify(brought.content)
  return { draft: { ...draft, value }, set, offered: !touched && !fresh && differs, takeBrought: () => set(brought) }
}
