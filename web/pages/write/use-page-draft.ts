import { useState } from 'react'
import { call } from '../../app/api.ts'
import { serverDrafts } from '../../app/draft-server.ts'
import { useDraft } from '../../app/drafts.ts'
import type { DraftHandle } from '../../app/drafts.ts'
import { serverSlot, slotOf } from '../../app/text-draft-list.ts'
import type { Joining } from './conflict.ts'
import type { PageDraft } from './draft.ts'

const saver = serverDrafts<PageDraft>(call, serverSlot)
const joinSaver = serverDrafts<Joining | null>(call, serverSlot)

/** Of choices at places that two people changed. */
const joiningSlot = (number: number): string => `page:join-${number}`

/** A page as it was sent, for the time that it waits on the device. */
export const waitingDraft = (slot: string, personId: string, value: PageDraft, number?: number) =>
  ({ slot: slotOf(slot, personId), serverSlot: slot, value, ...(number !== undefined && { beside: [joiningSlot(number)] }) })

export type PageDrafting = { draft: DraftHandle<PageDraft>, value: PageDraft, set: (part: Partial<PageDraft>) => void, /** Something was begun here. */ begun: boolean, /** It was begun on another visit, and nothing was typed on this one. */ found: boolean }

/** A page that is kept as it is written. While nothing is begun it follows `brought`: the page as it is now, or an empty one. */
export function usePageDraft(slot: string, brought: PageDraft, personId: string): PageDrafting {
  const [initial] = useState(brought)
  const draft = useDraft<PageDraft>(slotOf(slot, personId), initial, saver)
  const [touched, setTouched] = useState(false)
  const begun = draft.value !== initial
  const value = begun ? { ...brought, ...draft.value } : brought
  const set = (part: Partial<PageDraft>) => {
    setTouched(true)
    draft.set({ ...value, ...part })
  }
  return { draft, value, begun, found: begun && !touched, set }
}

/** Choices at places that two people changed, kept as they are made: what somebody wrote of both sides must not be lost either. */
export function useJoining(number: number, personId: string): DraftHandle<Joining | null> {
  return useDraft<Joining | null>(slotOf(joiningSlot(number), personId), null, joinSaver)
}
