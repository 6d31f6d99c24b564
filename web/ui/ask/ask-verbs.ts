import type { AskView } from '#contract/asks.ts'

export type AskVerb = AskView['can'][number]
/** Verbs whose form is one text. */
export type AskTextVerb = 'answer' | 'ask-back' | 'clarify' | 'add' | 'not-answered' | 'withdraw'
export type Rating = NonNullable<AskView['rating']>

/** Something done to an ask, with what it needs. `until` null wakes an ask that was put aside. */
export type AskAct =
  | { verb: 'answer' | 'ask-back' | 'clarify' | 'add' | 'not-answered', body: string }
  | { verb: 'withdraw', reason: string }
  | { verb: 'decline', reason: string, to: string | null }
  | { verb: 'reassign', to: string, reason: string }
  | { verb: 'change-due', dueAt: string }
  | { verb: 'snooze', until: 'hour' | 'shift' | null }
  | { verb: 'rate', rating: Rating }
  | { verb: 'acknowledge' }

/** What the words on the action say. */
const VERBS: Record<AskVerb, string> = {
  'answer': 'Answer', 'ask-back': 'Ask back', 'clarify': 'Answer the question', 'decline': 'Decline', 'add': 'Add something', 'reassign': 'Ask somebody else',
  'withdraw': 'Withdraw it', 'change-due': 'Give more time', 'acknowledge': 'I am on it', 'rate': 'Say how urgent it was', 'snooze': 'Put aside', 'not-answered': 'This does not answer it',
}

/** As it stands on the action; an ask that was put aside is taken up again by the same verb. */
export const verbWords = (verb: AskVerb, ask: Pick<AskView, 'snoozedUntil'>): string => (verb === 'snooze' && ask.snoozedUntil !== null ? 'Take it up again' : VERBS[verb])

/** Keys that work while the ask has focus. */
export const VERB_KEYS: Partial<Record<AskVerb, string>> = { 'answer': 'a', 'clarify': 'a', 'ask-back': 'b', 'acknowledge': 'i', 'snooze': 'h' }

/** What somebody waits for; stands out where it is possible. */
export const MAIN_VERBS: ReadonlySet<AskVerb> = new Set(['acknowledge', 'answer', 'clarify'])

/** What is looked for most comes first. */
const ORDER: readonly AskVerb[] = ['acknowledge', 'clarify', 'answer', 'ask-back', 'not-answered', 'decline', 'snooze', 'add', 'rate', 'change-due', 'reassign', 'withdraw']
/** So many stand in sight; the others are one press away. */
const IN_SIGHT = 4

/** The verbs that are possible now: those in sight, and those that are folded. One that would be folded alone is shown. */
export function verbsOf(can: readonly AskVerb[], leftOut: readonly AskVerb[] = []): { shown: AskVerb[], folded: AskVerb[] } {
  const all = ORDER.filter((verb) => can.includes(verb) && !leftOut.includes(verb))
  return all.length <= IN_SIGHT + 1 ? { shown: all, folded: [] } : { shown: all.slice(0, IN_SIGHT), folded: all.slice(IN_SIGHT) }
}

/** The form that asks for one text. `optional` where it may be sent empty. */
export const TEXT_FORMS: Record<AskTextVerb, { label: string, hint: string, send: string, optional?: true }> = {
  'answer': { label: 'Your answer', hint: 'It stands in the thread, and settles the ask.', send: 'Answer' },
  'ask-back': { label: 'Your question', hint: 'The clock stands still until it is answered.', send: 'Ask back' },
  'clarify': { label: 'Your answer to the question', hint: 'The clock runs on from here.', send: 'Answer the question' },
  'add': { label: 'What you add', hint: 'It stands in the thread; the answer is still awaited.', send: 'Add it' },
  'not-answered': { label: 'What is still open', hint: 'The ask opens again, and the clock begins anew.', send: 'Open it again' },
  'withdraw': { label: 'Why it needs no answer any more', hint: 'You may leave this empty.', send: 'Withdraw it', optional: true },
}

export const isTextVerb = (verb: AskVerb): verb is AskTextVerb => verb in TEXT_FORMS

/** A text verb with its text. */
export const textAct = (verb: AskTextVerb, text: string): AskAct => (verb === 'withdraw' ? { verb, reason: text } : { verb, body: text })

/** What is said in place once it is done. */
export function saidAfter(act: AskAct, ask: Pick<AskView, 'askerName' | 'answererName'>): string {
  switch (act.verb) {
    case 'answer': return 'Answered.'
    case 'ask-back': return `Your question went to ${ask.askerName}. The clock stands still.`
    case 'clarify': return `${ask.answererName} has your answer. The clock runs on.`
    case 'add': return 'Added.'
    case 'not-answered': return 'Open again; the clock begins anew.'
    case 'withdraw': return 'Withdrawn.'
    case 'decline': return act.to === null ? 'Declined.' : 'Declined, and asked of somebody else.'
    case 'reassign': return 'Asked of somebody else.'
    case 'change-due': return 'It has more time.'
    case 'snooze': return act.until === null ? 'Taken up again.' : 'Put aside for you; its clock runs on.'
    case 'rate': return 'Noted. Only its sender sees how such asks were rated, without your name.'
    case 'acknowledge': return 'It stops repeating: you are on it.'
  }
}

export const RATINGS: readonly { rating: Rating, text: string }[] = [
  { rating: 'urgent', text: 'It was urgent' }, { rating: 'hour', text: 'It could have waited an hour' }, { rating: 'day', text: 'It could have waited a day' },
]
