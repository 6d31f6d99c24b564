import type { AskView } from '#contract/asks.ts'
import { t } from '../words.ts'

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
  'answer': t`Answer`, 'ask-back': t`Ask back`, 'clarify': t`Answer the question`, 'decline': t`Decline`, 'add': t`Add something`, 'reassign': t`Ask somebody else`,
  'withdraw': t`Withdraw it`, 'change-due': t`Give more time`, 'acknowledge': t`I am on it`, 'rate': t`Say how urgent it was`, 'snooze': t`Put aside¦do it`, 'not-answered': t`This does not answer it`,
}

/** As it stands on the action; an ask that was put aside is taken up again by the same verb. */
export const verbWords = (verb: AskVerb, ask: Pick<AskView, 'snoozedUntil'>): string => (verb === 'snooze' && ask.snoozedUntil !== null ? t`Take it up again` : VERBS[verb])

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
  'answer': { label: t`Your answer`, hint: t`It stands in the thread, and settles the ask.`, send: t`Answer` },
  'ask-back': { label: t`Your question`, hint: t`The clock stands still until it is answered.`, send: t`Ask back` },
  'clarify': { label: t`Your answer to the question`, hint: t`The clock runs on from here.`, send: t`Answer the question` },
  'add': { label: t`What you add`, hint: t`It stands in the thread; the answer is still awaited.`, send: t`Add it` },
  'not-answered': { label: t`What is still open`, hint: t`The ask opens again, and the clock begins anew.`, send: t`Open it again` },
  'withdraw': { label: t`Why it needs no answer any more`, hint: t`You may leave this empty.`, send: t`Withdraw it`, optional: true },
}

export const isTextVerb = (verb: AskVerb): verb is AskTextVerb => verb in TEXT_FORMS

/** A text verb with its text. */
export const textAct = (verb: AskTextVerb, text: string): AskAct => (verb === 'withdraw' ? { verb, reason: text } : { verb, body: text })

/** What is said in place once it is done. */
export function saidAfter(act: AskAct, ask: Pick<AskView, 'askerName' | 'answererName'>): string {
  switch (act.verb) {
    case 'answer': return t`Answered.`
    case 'ask-back': return t`Your question went to ${ask.askerName}. The clock stands still.`
    case 'clarify': return t`${ask.answererName} has your answer. The clock runs on.`
    case 'add': return t`Added.`
    case 'not-answered': return t`Open again; the clock begins anew.`
    case 'withdraw': return t`Withdrawn.`
    case 'decline': return act.to === null ? t`Declined.` : t`Declined, and asked of somebody else.`
    case 'reassign': return t`Asked of somebody else.`
    case 'change-due': return t`It has more time.`
    case 'snooze': return act.until === null ? t`Taken up again.` : t`Put aside for you; its clock runs on.`
    case 'rate': return t`Noted. Only its sender sees how such asks were rated, without your name.`
    case 'acknowledge': return t`It stops repeating: you are on it.`
  }
}

export const RATINGS: readonly { rating: Rating, text: string }[] = [
  { rating: 'urgent', text: t`It was urgent` }, { rating: 'hour', text: t`It could have waited an hour` }, { rating: 'day', text: t`It could have waited a day` },
]
