import { useQueryClient } from '@tanstack/react-query'
import type { AnyOperation, GivenTo, OutputOf } from '#contract/operation.ts'
import { readRun } from '#contract/runs.ts'
import type { RunView } from '#contract/runs.ts'
import { keyOf } from '../app/api.ts'
import { useSend } from '../app/send.ts'
import type { Send } from '../app/send.ts'

const TOUCHED = ['runs.list', 'runs.due', 'runs.schedules', 'runs.proposal', 'asks', 'threads', 'inbox', 'brief'] as const

/** A write to one run; what the server answered is shown at once, without reading again. */
export function useRunWrite<Op extends AnyOperation>(operation: Op): Send<GivenTo<Op>, OutputOf<Op>> {
  const queries = useQueryClient()
  const { send, ...rest } = useSend(operation, ...TOUCHED)
  return {
    ...rest,
    send: (input, after) => send(input, (output) => {
      const fresh: unknown = output
      if (isRun(fresh)) queries.setQueryData<RunView>(keyOf(readRun, { id: fresh.id }), fresh)
      after?.(output)
    }),
  }
}

const isRun = (output: unknown): output is RunView => typeof output === 'object' && output !== null && 'list' in output && 'holderId' in output
