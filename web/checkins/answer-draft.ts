import type { PromptView } from '#contract/checkins.ts'

/** Who is asked to clear a blocker, while it is chosen; `needBy` is a local moment, empty while there is none. */
export type OwnerDraft = { to: string | null, needBy: string }
/** An answer as it is written: where it was taken over from, if it was, and who is asked to clear what it says. */
export type DraftAnswer = { text: string, source: number | null, ask?: OwnerDraft }
export type AnswerDraft = Record<string, DraftAnswer>

/** What last evening's wrap already answers; everything else is empty. */
export function draftOf({ form, prefill }: Pick<PromptView, 'form' | 'prefill'>): AnswerDraft {
  return Object.fromEntries(form.questions.map(({ key }) => {
    const found = prefill.find((one) => one.key === key)
    return [key, found ? { text: found.text, source: found.source } : { text: '', source: null }]
  }))
}

/** What somebody typed; text that was taken over and is now gone has no source any more. */
export const typed = (draft: AnswerDraft, key: string, text: string): AnswerDraft => ({ ...draft, [key]: { ...draft[key], text, source: text.trim() === '' ? null : draft[key]?.source ?? null } })

/** Takes the wrap's answer out. */
export const leftOut = (draft: AnswerDraft, key: string): AnswerDraft => ({ ...draft, [key]: { text: '', source: null } })

/** Chooses who is asked to clear a blocker; undefined asks nobody. */
export function owned(draft: AnswerDraft, key: string, ask: OwnerDraft | undefined): AnswerDraft {
  const { ask: _before, ...answer } = draft[key] ?? { text: '', source: null }
  return { ...draft, [key]: { ...answer, ...(ask && { ask }) } }
}

/** An owner as it is sent; undefined while nobody is chosen. */
export function readOwner({ to, needBy }: OwnerDraft, zone: string): { to: string, needBy: string | null } | undefined {
  return to === null ? undefined : { to, needBy: needBy === '' ? null : Temporal.PlainDateTime.from(needBy).toZonedDateTime(zone).toInstant().toString() }
}

type ReadAnswer = { key: string, text: string, source: number | null, ask?: { to: string, needBy: string | null } }

/** The answers to send, empty ones left out, and which required ones are missing. @param zone of who writes, for moments */
export function readDraft(questions: PromptView['form']['questions'], draft: AnswerDraft, zone: string): { answers: ReadAnswer[], missing: string[] } {
  const answers = questions.flatMap(({ key }) => {
    const { text = '', source = null, ask } = draft[key] ?? {}
    const owner = ask && readOwner(ask, zone)
    return text.trim() === '' ? [] : [{ key, text: text.trim(), source, ...(owner && { ask: owner }) }]
  })
  const missing = questions.filter(({ key, required }) => required && !answers.some((answer) => answer.key === key)).map(({ key }) => key)
  return { answers, missing }
}
