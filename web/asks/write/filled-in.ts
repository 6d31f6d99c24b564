import type { FilledField } from '#domain/writing/types.ts'
import type { AskDraft } from './ask-draft.ts'

/** What the form says already, so that the check does not ask for it in the text. An ask always has a scope and a time. */
export const filledIn = ({ to, criteria }: Pick<AskDraft, 'to' | 'criteria'>): FilledField[] =>
  [...(to === null ? [] : ['responder' as const]), 'due', 'scope', ...(criteria.trim() === '' ? [] : ['criteria' as const])]
