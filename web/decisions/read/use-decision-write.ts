import { useQueryClient } from '@tanstack/react-query'
import type { DecisionView } from '#contract/decisions.ts'
import { readDecision } from '#contract/decisions.ts'
import type { AnyOperation, GivenTo, OutputOf } from '#contract/operation.ts'
import { keyOf } from '../../app/api.ts'
import { useSend } from '../../app/send.ts'
import type { Send } from '../../app/send.ts'

/** What a change of a decision makes out of date, besides the decision itself. */
export const TOUCHED = ['decisions.list', 'decisions.map', 'decisions.history', 'threads', 'entries', 'inbox', 'asks', 'brief'] as const

/** A write to one decision; the page shows what the server answered at once, without reading again. */
export function useDecisionWrite<Op extends AnyOperation>(operation: Op): Send<GivenTo<Op>, OutputOf<Op>> {
  const queries = useQueryClient()
  const { send, ...rest } = useSend(operation, ...TOUCHED)
  return {
    ...rest,
    send: (input, after) => send(input, (output) => {
      const fresh: unknown = output
      if (isDecision(fresh)) queries.setQueryData<DecisionView>(keyOf(readDecision, { number: fresh.number }), fresh)
      after?.(output)
    }),
  }
}

const isDecision = (output: unknown): output is DecisionView => typeof output === 'object' && output !== null && 'number' in output && 'revision' in output
