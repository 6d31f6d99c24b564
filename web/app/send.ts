import type { AnyOperation, GivenTo, OutputOf } from '#contract/operation.ts'
import type { Problem } from '#contract/problem.ts'
import { problemFrom, useWrite } from './api.ts'

/** A write as a form needs it: send, wait, say what went wrong. `after` runs once it is done, as to close the form. */
export type Send<Input, Output = unknown> = {
  send: (input: Input, after?: (output: Output) => void) => void
  busy: boolean
  problem: Problem | undefined
  /** Forgets what went wrong, when the form is left. */
  reset: () => void
}

/** @param refreshes names of operations or features that must be read again afterwards */
export function useSend<Op extends AnyOperation>(operation: Op, ...refreshes: readonly string[]): Send<GivenTo<Op>, OutputOf<Op>> {
  const write = useWrite(operation, { refreshes })
  return {
    send: (input, after) => write.mutate(input, { onSuccess: (output) => after?.(output) }),
    busy: write.isPending, problem: write.error ? problemFrom(write.error) : undefined, reset: write.reset,
  }
}
