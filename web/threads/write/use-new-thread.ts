import { useRouter, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { MeView } from '#contract/account.ts'
import { postThread } from '#contract/threads.ts'
import { call } from '../../app/api.ts'
import { useNow } from '../../app/clock.ts'
import { serverDrafts } from '../../app/draft-server.ts'
import { useDraft } from '../../app/drafts.ts'
import { useSendOrWait } from '../../app/offline/use-waiting.ts'
import { serverSlot, slotOf } from '../../app/text-draft-list.ts'
import { useTitledText } from '../../ui/composer/use-titled-text.ts'
import { t } from '../../ui/words.ts'
import { missingIn, NEW_THREAD, postOf, SLOT } from './new-thread.ts'
import type { NewThread } from './new-thread.ts'

const saver = serverDrafts<NewThread>(call, serverSlot)

/** A thread from its draft until it is sent, or until it waits on this device; then its page is shown. */
export function useNewThread(me: MeView) {
  const search = useSearch({ strict: false })
  const router = useRouter()
  const { id: personId, zone } = me.person
  const draft = useDraft<NewThread>(slotOf(SLOT, personId), { ...NEW_THREAD, ...(search.kind === 'change' && { kind: 'change' }) }, saver)
  const [tried, setTried] = useState(false)
  const today = useNow().toZonedDateTimeISO(zone).toPlainDate().toString()
  const value: NewThread = { ...draft.value, change: { ...draft.value.change, since: draft.value.change.since || today } }
  const set = (part: Partial<NewThread>) => draft.set({ ...value, ...part })
  const spaces = me.spaces.filter(({ joined }) => joined)
  const wanted = spaces.find(({ id }) => id === search.space)?.id ?? (spaces.length === 1 ? spaces[0]?.id : undefined)
  const whole = { ...value, spaceId: value.spaceId ?? wanted ?? null }
  const text = useTitledText(value, set, { spaceId: whole.spaceId, about: { kind: 'thread' } })
  const { send, busy, problem } = useSendOrWait(postThread, {
    refreshes: ['threads', 'entries', 'brief'], personId, onWaiting: draft.clear,
    named: ({ title, body }) => ({ title: t`A thread: ${title}`, text: body ?? '', href: '/threads/new', draft: { slot: slotOf(SLOT, personId), serverSlot: SLOT, value } }),
  })
  const submit = () => {
    setTried(true)
    if (Object.keys(missingIn(whole)).length > 0) return
    send(postOf(whole), ({ number }) => {
      draft.clear()
      text.check?.onSent()
      router.history.replace(`/${number}`)
    })
  }
  return { draft, value: whole, set, spaces, text, missing: tried ? missingIn(whole) : {}, submit, busy, problem }
}
