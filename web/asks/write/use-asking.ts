import { useState } from 'react'
import type { RefObject } from 'react'
import type { MeView } from '#contract/account.ts'
import type { EntryView } from '#contract/spaces.ts'
import type { AgreementSettings } from '#domain/agreement/settings.ts'
import { useTitledText } from '../../ui/composer/use-titled-text.ts'
import { fieldsOf, isUrgent, missingIn, wrongFrom } from './ask-draft.ts'
import type { CameAlong } from './came-along.ts'
import { filledIn } from './filled-in.ts'
import { slotFor, useAskDraft } from './use-ask-draft.ts'
import { useAskPeople } from './use-ask-people.ts'
import { usePosting } from './use-posting.ts'
import { usePreview } from './use-preview.ts'

export type Asking = {
  me: MeView
  came: CameAlong
  /** The thread it is asked in. */
  thread: EntryView | undefined
  responses: AgreementSettings['responses']
}

/**
 * An ask from its draft until it is sent: who can be asked, what is missing or wrong, and where it would land.
 * @param page where the first field that is wrong is gone to
 */
export function useAsking({ me, came, thread, responses }: Asking, page: RefObject<HTMLElement | null>, now: Temporal.Instant) {
  const { id: personId, zone } = me.person
  const [tried, setTried] = useState(false)
  const { draft, set, offered, clear } = useAskDraft(came, personId)
  const spaces = me.spaces.filter(({ joined }) => joined)
  const spaceId = thread?.spaceId ?? draft.value.spaceId ?? (spaces.length === 1 ? spaces[0]?.id : undefined) ?? null
  const people = useAskPeople(me, spaceId, now)
  const asked = people.find((one) => one.value === draft.value.to)
  const value = { ...draft.value, to: asked?.value ?? null }
  const fields = asked && fieldsOf({ ...value, to: asked.value }, responses, zone)
  const landing = usePreview(fields && spaceId !== null ? { spaceId, ...fields } : undefined)
  const text = useTitledText(draft.value, set, { spaceId, about: { kind: 'thread', ask: value.kind, filled: filledIn(draft.value) } })
  const { send, busy, problem } = usePosting(draft.value, { thread: thread?.number, personId, slot: slotFor(came.thread, personId) }, () => {
    clear()
    text.check?.onSent()
  })
  const missing = missingIn(value, { hasPlace: spaceId !== null, urgent: isUrgent(value, responses) })
  const submit = () => {
    setTried(true)
    if (Object.keys(missing).length > 0 || !fields) return requestAnimationFrame(() => page.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus())
    return send({ ...(thread ? { threadNumber: thread.number } : { spaceId: spaceId ?? '' }), title: value.title.trim(), body: value.body.trim(), files: value.files.map(({ id }) => id), fromReplyId: came.replyId, ...fields })
  }
  return { draft, value, set, offered, spaces, spaceId, people, asked, landing, text, wrong: { ...wrongFrom(landing.preview?.problems ?? []), ...(tried && missing) }, submit, busy, problem }
}
