import type { prefillWrap } from '#contract/handoffs.ts'
import type { OutputOf } from '#contract/operation.ts'
import type { ReceiverKey } from '../../receiver.ts'
import type { Source } from '../source-words.ts'
import { etaTyped } from './eta.ts'
import { withRoom } from './lines.ts'
import type { Fresh, Line } from './lines.ts'

export type Prefill = OutputOf<typeof prefillWrap>
export type DoneDraft = Line & { source: Source | null }
/** `eta` is kept as the field shows it, in the writer's zone. */
export type BlockerDraft = Line & { ownerId: string | null, eta: string }
export type DecisionDraft = Line & { why: string }
export type QuestionDraft = Line & { answererId: string | null }
/** `from` is the wrap whose baton the writer holds and may hand on. */
export type BatonDraft = Line & { nextStep: string, to: ReceiverKey | null, from: number | null }

/** A wrap as it is being written. JSON, because it is kept on the device and the server with every key. */
export type WrapDraft = {
  state: string, nextAction: string, mostImportant: string
  done: DoneDraft[], blockers: BlockerDraft[], decisions: DecisionDraft[], questions: QuestionDraft[], batons: BatonDraft[]
  /** Time the page was open and in sight. Unit: seconds. */
  seconds: number
}
/** The fields that are lists. */
export type ListName = 'done' | 'blockers' | 'decisions' | 'questions' | 'batons'

const line = (key: number) => ({ key, text: '', kept: true, offered: false })
export const freshDone: Fresh<DoneDraft> = (key) => ({ ...line(key), source: null })
export const freshBlocker: Fresh<BlockerDraft> = (key) => ({ ...line(key), ownerId: null, eta: '' })
export const freshDecision: Fresh<DecisionDraft> = (key) => ({ ...line(key), why: '' })
export const freshQuestion: Fresh<QuestionDraft> = (key) => ({ ...line(key), answererId: null })
export const freshBaton: Fresh<BatonDraft> = (key) => ({ ...line(key), nextStep: '', to: null, from: null })

/** An empty wrap with what Longhand offers in it. */
export function draftFrom(prefill: Prefill, zone: string): WrapDraft {
  const offered = <T extends { text: string }>(lines: readonly T[]) => lines.map((given, index) => ({ ...line(index + 1), text: given.text, offered: true, given }))
  return {
    state: '', nextAction: '', mostImportant: '', seconds: 0,
    done: withRoom(offered(prefill.done).map(({ given, ...rest }) => ({ ...rest, source: given.source })), freshDone),
    blockers: withRoom(offered(prefill.blockers).map(({ given, ...rest }) => ({ ...rest, ownerId: given.ownerId, eta: etaTyped(given.eta, zone) })), freshBlocker),
    questions: withRoom(offered(prefill.questions).map(({ given, ...rest }) => ({ ...rest, answererId: given.answererId })), freshQuestion),
    decisions: withRoom([], freshDecision),
    batons: withRoom(offered(prefill.batonsHeld).map(({ given, ...rest }) => ({ ...rest, kept: false, nextStep: given.nextStep, to: null, from: given.number })), freshBaton),
  }
}

/** A kept draft with what was done since it was begun; whatever its author wrote or left out stays as it is. */
export function withOffers(draft: WrapDraft, prefill: Prefill): WrapDraft {
  const known = new Set(draft.done.flatMap((one) => (one.source ? [JSON.stringify(one.source)] : [])))
  const more = prefill.done.filter((one) => !known.has(JSON.stringify(one.source)))
  if (more.length === 0) return draft
  const first = draft.done.reduce((most, one) => Math.max(most, one.key), 0) + 1
  const lines = more.map((one, index): DoneDraft => ({ ...freshDone(first + index), text: one.text, offered: true, source: one.source }))
  const last = draft.done.findLastIndex((one) => one.text !== '') + 1
  return { ...draft, done: withRoom([...draft.done.slice(0, last), ...lines, ...draft.done.slice(last)], freshDone) }
}
