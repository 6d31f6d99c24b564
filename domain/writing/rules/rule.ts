import type { Reading } from '../reading.ts'
import type { RuleName, Severity } from '../types.ts'

/** A place where a rule has something to say. */
export type Place = { readonly start: number; readonly end: number; readonly message: string; readonly example: string }

export type Rule = {
  readonly name: RuleName
  readonly clause: string
  readonly severity: Severity
  /** Why it matters, the same for every finding. */
  readonly why: string
  /** False where it needs to understand no words, so that it speaks about any language. */
  readonly english: boolean
  readonly find: (reading: Reading) => readonly Place[]
}

/** A text of rules that only look at words. */
export const wordRule = (rule: Omit<Rule, 'english'>): Rule => ({ ...rule, english: true })
