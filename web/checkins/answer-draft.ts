import type { PromptView } from '#contract/checkins.ts'

/** An answer as it is written: where it was taken over from, if it was. */
export type DraftAnswer = { text: string, source: number | null }
export type AnswerDraft = Record<string, DraftAnswer>

/** What last evening's wrap already answers; everything else is empty. */
export function draftOf({ form, prefill }: Pick<PromptView, 'form' | 'prefill'>): AnswerDraft {
  return Object.fromEntries(form.questions.map(({ key }) => {
    const found = prefill.find((one) => one.key === key)
    return [key, found ? { text: found.text, source: found.source } : { text: '', source: null }]
  }))
}

/** What somebody typed; text that was taken over and is now gone has no source any more. */
export const typed = (draft: AnswerDraft, key: string, text: string): AnswerDraft => ({ ...draft, [key]: { text, source: text.trim() === '' ? null : draft[key]?.source ?? null } })

/** Takes the wrap's answer out. */
export const leftOut = (draft: AnswerDraft, key: string): AnswerDraft => ({ ...draft, [key]: { text: '', source: null } })

/** The answers to send, empty ones left out, and which required ones are missing. */
export function readDraft(questions: PromptView['form']['questions'], draft: AnswerDraft): { answers: { key: string, text: string, source: number | null }[], missing: string[] } {
  const answers = questions.flatMap(({ key }) => {
    const { text = '', source = null } = draft[key] ?? {}
    return text.trim() === '' ? [] : [{ key, text: text.trim(), source }]
  })
  const missing = questions.filter(({ key, required }) => required && !answers.some((answer) => answer.key === key)).map(({ key }) => key)
  return { answers, missing }
}
