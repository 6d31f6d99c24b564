import type { BatonView } from '#contract/handoffs.ts'

export type BatonVerb = BatonView['can'][number]

/** What must not be overlooked in a baton's state; colour repeats it. The other states are said by its `why` alone. */
export function stateOf({ state }: Pick<BatonView, 'state'>): { words: string, tone: 'clock' | 'late' } | undefined {
  if (state === 'unowned') return { words: 'nobody holds it', tone: 'late' }
  if (state === 'returned') return { words: 'waits for an answer', tone: 'clock' }
  return state === 'lapsed' ? { words: 'went to the cover', tone: 'clock' } : undefined
}

/** From whom to whom: `Ana Duarte → you`; a role or the shift stands beside whoever is asked: `You → Ana Duarte (the next shift)`. */
export function byWords({ giverId, giverName, to, toName, receiverId, receiverName }: Pick<BatonView, 'giverId' | 'giverName' | 'to' | 'toName' | 'receiverId' | 'receiverName'>, me?: string): string {
  const from = giverId === me ? 'You' : giverName
  const receiver = receiverId !== null && receiverId === me ? 'you' : receiverName
  if (receiver === null) return `${from} → ${amid(toName)}`
  const meant = to.kind === 'person' && to.personId === receiverId
  return meant ? `${from} → ${receiver}` : `${from} → ${receiver} (${amid(toName)})`
}

/** A name inside a sentence: `The next shift` → `the next shift`. */
const amid = (name: string) => name.replace(/^The /, 'the ')

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
