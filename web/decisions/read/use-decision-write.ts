import type { DecisionView } from '#contract/decisions.ts'
import { readDecision } from '#contract/decisions.ts'
import type { AnyOperation } from '#contract/operation.ts'
import { useSendShown } from '../../app/send-shown.ts'

/** What a change of a decision makes out of date, besides the decision itself. */
export const TOUCHED = ['decisions.list', 'decisions.map', 'decisions.history', 'threads', 'entries', 'inbox', 'asks', 'brief'] as const

/** A write to one decision. */
export const useDecisionWrite = <Op extends AnyOperation>(operation: Op) =>
  useSendShown(operation, TOUCHED, (output) => (isDecision(output) ? { read: readDecision, input: { number: output.number }, view: output } : undefined))

const isDecision = (output: unknown): output is DecisionView => typeof output === 'object' && output !== null && 'number' in output && 'revision' in output
