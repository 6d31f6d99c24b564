import type { BatonView } from '#contract/handoffs.ts'
import { DONE_FORM, unownedWords } from '../../app/held-batons.ts'
import { t } from '../../ui/words.ts'

export type BatonVerb = BatonView['can'][number]

/** What must not be overlooked in a baton's state; colour repeats it. The other states are said by its `why` alone. */
export function stateOf(baton: Pick<BatonView, 'state' | 'steps' | 'offeredAt'>, zone: string, now: Temporal.Instant): { words: string, tone: 'clock' | 'late' } | undefined {
  if (baton.state === 'unowned') return { words: unownedWords(baton, zone, now), tone: 'late' }
  if (baton.state === 'returned') return { words: t`waits for an answer`, tone: 'clock' }
  return baton.state === 'lapsed' ? { words: t`went to the cover`, tone: 'clock' } : undefined
}

/** From whom to whom: `Ana Duarte → you`; a role or the shift stands beside whoever is asked: `You → Ana Duarte (the next shift)`. */
export function byWords({ giverId, giverName, to, toName, receiverId, receiverName }: Pick<BatonView, 'giverId' | 'giverName' | 'to' | 'toName' | 'receiverId' | 'receiverName'>, me?: string): string {
  const from = giverId === me ? t`You` : giverName
  const receiver = receiverId !== null && receiverId === me ? t`you` : receiverName
  if (receiver === null) return `${from} → ${amid(toName)}`
  const meant = to.kind === 'person' && to.personId === receiverId
  return meant ? `${from} → ${receiver}` : `${from} → ${receiver} (${amid(toName)})`
}

/** A name inside a sentence: `The next shift` → `the next shift`. */
const amid = (name: string) => name.replace(/^The /, 'the ')

/** What is said in place once it is done. */
export const SAID: Record<BatonVerb, string> = {
  accept: t`You hold it now.`, take: t`You hold it now.`, return: t`Your question went back with it.`, answer: t`Answered; it is offered again.`,
  offer: t`Offered again.`, withdraw: t`Taken back.`, done: t`Done.`, reopen: t`You hold it again.`,
}

/** The form that a verb opens before it is done; the others are done at once. */
export const ASKS: Partial<Record<BatonVerb, { label: string, hint: string, send: string, optional?: boolean }>> = {
  return: { label: t`Your one question`, hint: t`It goes back with the baton; once it is answered, the baton is offered to you again.`, send: t`Ask and give it back` },
  answer: { label: t`Your answer`, hint: t`The baton is offered again as soon as you answer.`, send: t`Answer` },
  withdraw: { label: t`Why it needs nobody any more`, hint: t`Stands in the history.`, send: t`Take it back` },
  done: DONE_FORM,
}

/** What the words on the action say. */
export const VERBS: Record<BatonVerb, string> = {
  accept: t`Accept`, take: t`Take it`, return: t`Ask one question`, answer: t`Answer`, offer: t`Offer it to somebody else`, withdraw: t`Take it back`,
  done: t`Done`, reopen: t`Not done after all`,
}
/** Keys that work while the baton has focus. */
export const VERB_KEYS: Partial<Record<BatonVerb, string>> = { accept: 'a', take: 'a', return: 'r', answer: 'r', done: 'e', reopen: 'z' }
