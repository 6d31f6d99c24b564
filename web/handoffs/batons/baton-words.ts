import type { BatonView } from '#contract/handoffs.ts'

export type BatonVerb = BatonView['can'][number]

/** How the state reads at a glance; colour repeats it. */
export function stateOf({ state, receiverName }: Pick<BatonView, 'state' | 'receiverName'>, mine: boolean): { words: string, tone: 'plain' | 'clock' | 'late' | 'settled' } {
  const who = mine ? 'you' : receiverName ?? 'somebody'
  switch (state) {
    case 'offered': return { words: `offered to ${who}`, tone: 'plain' }
    case 'returned': return { words: 'waits for an answer', tone: 'clock' }
    case 'accepted': return { words: mine ? 'you hold it' : `${who} holds it`, tone: 'settled' }
    case 'lapsed': return { words: `went to ${who}, who ${mine ? 'cover' : 'covers'}`, tone: 'clock' }
    case 'unowned': return { words: 'nobody holds it', tone: 'late' }
    case 'withdrawn': return { words: 'taken back', tone: 'plain' }
  }
}

/** From whom to whom: `Ana Duarte → Kenji Mori`; a role or the shift stands beside who answers for it. */
export function byWords({ giverId, giverName, toName, receiverId, receiverName }: Pick<BatonView, 'giverId' | 'giverName' | 'toName' | 'receiverId' | 'receiverName'>, me?: string): string {
  const from = giverId === me ? 'you' : giverName
  const receiver = receiverId !== null && receiverId === me ? 'you' : receiverName
  const to = receiver === null || receiver === toName ? toName : receiver === 'you' && !/^the |^next/i.test(toName) ? 'you' : `${receiver}, ${toName.charAt(0).toLowerCase()}${toName.slice(1)}`
  return `${from} → ${to}`
}

/** What is said in place once it is done. */
export const SAID: Record<BatonVerb, string> = {
  accept: 'You hold it now.', take: 'You hold it now.', return: 'Your question went back with it.', answer: 'Answered; it is offered again.',
  offer: 'Offered again.', withdraw: 'Taken back.',
}

/** The form that a verb opens before it is done; the others are done at once. */
export const ASKS: Partial<Record<BatonVerb, { label: string, hint: string, send: string }>> = {
  return: { label: 'Your one question', hint: 'It goes back with the baton; once it is answered, the baton is offered to you again.', send: 'Ask and give it back' },
  answer: { label: 'Your answer', hint: 'The baton is offered again as soon as you answer.', send: 'Answer' },
  withdraw: { label: 'Why it needs nobody any more', hint: 'Stands in the history.', send: 'Take it back' },
}

/** What the words on the action say. */
export const VERBS: Record<BatonVerb, string> = {
  accept: 'Accept', take: 'Take it', return: 'Ask one question', answer: 'Answer', offer: 'Offer it to somebody else', withdraw: 'Take it back',
}
/** Keys that work while the baton has focus. */
export const VERB_KEYS: Partial<Record<BatonVerb, string>> = { accept: 'a', take: 'a', return: 'r', answer: 'r' }
