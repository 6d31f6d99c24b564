import { answerPrompt } from '#contract/checkins.ts'
import type { PromptView } from '#contract/checkins.ts'
import type { GivenTo } from '#contract/operation.ts'
import { useDraft } from '../app/drafts.ts'
import type { DraftHandle } from '../app/drafts.ts'
import { useSendOrWait } from '../app/offline/use-waiting.ts'
import type { Send } from '../app/send.ts'
import { draftOf } from './answer-draft.ts'
import type { AnswerDraft } from './answer-draft.ts'

const REFRESHES = ['checkins', 'asks', 'brief', 'spaces', 'entries'] as const

/** An answer as it is written, and how it is sent; without a network it waits on this device. */
export function useAnswering(prompt: PromptView, personId: string | undefined): { draft: DraftHandle<AnswerDraft>, answer: Send<GivenTo<typeof answerPrompt>> } {
  const { id, form: { name, spaceName } } = prompt
  const slot = `checkin-${id}`
  const draft = useDraft(slot, draftOf(prompt))
  const answer = useSendOrWait(answerPrompt, {
    refreshes: REFRESHES, personId, onWaiting: draft.clear,
    named: ({ answers }) => ({ title: `${name}, ${spaceName}`, text: answers.map(({ text }) => text).join('\n\n'), href: '/check-ins', draft: { slot, serverSlot: slot, value: draft.value } }),
  })
  return { draft, answer }
}
