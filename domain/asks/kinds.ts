import { said } from '../words/said.ts'
import type { Said } from '../words/said.ts'

export const ASK_KINDS = ['answer', 'review', 'approve', 'feedback', 'input', 'fyi'] as const
/** What is wanted (002:56–61, 179–184): mandatory, because a reader who has to guess does not answer. */
export type AskKind = (typeof ASK_KINDS)[number]

export const ASK_SCOPES = ['brief', 'detailed'] as const
/** How closely it wants to be read: a brief look, or a detailed review. */
export type AskScope = (typeof ASK_SCOPES)[number]

/** How urgent an urgent ask was, said by its reader afterwards. */
export const ASK_RATINGS = ['urgent', 'hour', 'day'] as const
export type AskRating = (typeof ASK_RATINGS)[number]

type KindRule = {
  /** As it is chosen in the composer. */
  readonly label: Said
  /** What the reader is to do, after "Wanted:". */
  readonly wants: Said
  /** Counts as said by somebody who stays silent; null where silence says nothing unless the asker wrote what it means. */
  readonly silence: string | null
  /** Whether somebody else is told when it is overdue. Feedback without a decision is worth no alarm. */
  readonly escalates: boolean
}

/** What the silence of those means who were only to speak up. */
export const NO_CONCERNS = said`No concerns.`

export const KIND_RULES: Readonly<Record<AskKind, KindRule>> = {
  answer: { label: said`Answer`, wants: said`answer¦wanted`, silence: null, escalates: true },
  review: { label: said`Review`, wants: said`review it`, silence: null, escalates: true },
  approve: { label: said`Approve by a date`, wants: said`approve it`, silence: null, escalates: true },
  feedback: { label: said`Feedback, no decision`, wants: said`give feedback; no decision is needed`, silence: null, escalates: false },
  input: { label: said`Input from named people, others for information`, wants: said`give input`, silence: null, escalates: true },
  fyi: { label: said`For information, concerns only`, wants: said`say so if there are concerns`, silence: NO_CONCERNS.key, escalates: false },
}

/** What silence means in the end: what the asker wrote, else what the kind says; null where it means nothing. */
export function silenceOf(ask: { kind: AskKind; silentDefault: string | null }): string | null {
  return ask.silentDefault ?? KIND_RULES[ask.kind].silence
}
