import type { DecisionView } from '#contract/decisions.ts'
import type { Quote } from '../../ui/passages.ts'

/** Where a form is open on the page, one at a time. */
export type Place =
  | { at: 'remark', field: string, quote: Quote | undefined }
  | { at: 'reply', remarkId: string }
  | { at: 'position', optionId: string | null, tradeOffId: string | null }

/** What every part of the page of a decision is told. */
export type Talk = {
  decision: DecisionView
  /** Id of the reader. */
  me: string
  zone: string
  now: Temporal.Instant
  open: Place | undefined
  onOpen: (place: Place) => void
  onClose: () => void
}
